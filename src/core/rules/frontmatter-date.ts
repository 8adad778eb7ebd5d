import * as l10n from '@vscode/l10n';
import { isPlaceholder, scalarOfField } from '../consumers/scalar';
import { judgeDate } from '../dates/judge';
import type { Rewrite } from '../dates/meaning';
import { recogniseDate, type MeantDate } from '../dates/recognise';
import { dateSettingOf } from '../dates/setting';
import { knownFields } from '../fields';
import type { Field, FrontMatter, Problem, Rule } from '../types';

interface Data {
  readonly rewrites: readonly Rewrite[];
  readonly zone: string | undefined;
}

export const frontmatterDate: Rule<Data> = {
  meta: {
    id: 'frontmatter-date',
    description: 'A date that the site generator reads differently than meant, or not at all.',
    rationale:
      'Site generators do not complain about a date they misread: Hexo turns 2018-15-30 into 30 March 2019, forgets a time zone, and for what it cannot read uses the time at which the file was created.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    example: {
      bad: '---\ntitle: A\ndate: 2018-15-30\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2018-05-30 10:00:00\n---\n\nText.\n',
      settings: { 'date.timezone': 'Asia/Shanghai' },
    },
  },

  *detect({ frontMatter, text }, context) {
    for (const field of frontMatter?.fields ?? []) {
      if (knownFields.get(field.key)?.type !== 'date') {
        continue;
      }
      const scalar = scalarOfField(field);
      if (scalar === undefined || isPlaceholder(text.slice(field.valueSpan.start, field.valueSpan.end))) {
        continue;
      }
      const setting = dateSettingOf(field.key, context);
      const fault = judgeDate(scalar, setting);
      if (fault !== undefined) {
        const { severity, message, rewrites } = fault;
        yield { ...field.valueSpan, message, severity, data: { rewrites, zone: setting.zone } };
      }
    }
    yield* updatedBeforeDate(frontMatter);
  },

  fix({ start, end, data: { rewrites, zone } }, article) {
    const written = article.text.slice(start, end);
    return rewrites
      .filter(({ text }) => text !== written)
      .map((rewrite) => ({
        title: titleOf(rewrite, zone ?? ''),
        kind: 'suggestion',
        edits: [{ start, end, text: rewrite.text }],
      }));
  },
};

function titleOf({ text, note }: Rewrite, zone: string): string {
  switch (note) {
    case 'same':
      return l10n.t('Write {0}', text);
    case 'day only':
      return l10n.t('Write {0}, the day without a time (midnight to the second: the source gave none)', text);
    case 'in zone':
      return l10n.t('Write {0}, the time in {1}', text, zone);
    case 'UTC kept':
      return l10n.t('Write {0} (UTC kept, since the time zone is not known)', text);
    case 'zone guessed':
      return l10n.t('Write {0} (a guess: that the site has the time zone the date was written in)', text);
    case 'month first':
      return l10n.t('Write {0}, reading the month first', text);
    case 'day first':
      return l10n.t('Write {0}, reading the day first', text);
    case 'as read':
      return l10n.t('Write {0}, as it is read now', text);
  }
}

function* updatedBeforeDate(frontMatter: FrontMatter | undefined): Iterable<Problem<Data>> {
  const date = frontMatter?.field('date');
  const updated = frontMatter?.field('updated') ?? frontMatter?.field('lastmod');
  if (date === undefined || updated === undefined || !isBefore(meantBy(updated), meantBy(date))) {
    return;
  }
  yield {
    ...updated.valueSpan,
    message: l10n.t('“{0}” lies before “{1}”.', updated.key, date.key),
    related: [{ ...date.valueSpan, message: l10n.t('The date of the article.') }],
    severity: 'information',
    data: { rewrites: [], zone: undefined },
  };
}

function meantBy(field: Field): MeantDate | undefined {
  const meant = recogniseDate(scalarOfField(field)?.text ?? '');
  return meant?.impossible || meant?.ambiguous ? undefined : meant;
}

const hour = 3_600_000;

/** True when no zone that one of the two may lack, and no time, can make it otherwise. */
function isBefore(first: MeantDate | undefined, second: MeantDate | undefined): boolean {
  if (first === undefined || second === undefined) {
    return false;
  }
  const sameZone = first.offset === second.offset;
  const slack = (first.hasTime ? 0 : 24) + (sameZone ? 0 : 14);
  return utc(first) + slack * hour < utc(second);
}

function utc({ clock, offset }: MeantDate): number {
  return clock - (offset ?? 0) * 60_000;
}
