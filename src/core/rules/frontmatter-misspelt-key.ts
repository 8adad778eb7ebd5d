import * as l10n from '@vscode/l10n';
import { isCollection } from 'yaml';
import { scalarOfField } from '../consumers/scalar';
import { recogniseDate } from '../dates/recognise';
import { isUsedSomewhere, knownFields, type KnownField } from '../fields';
import { misspelling } from '../frontMatter/misspelling';
import { writeScalar } from '../language/writeScalar';
import type { Article, Edit, Field, FrontMatter, Profile, Rule } from '../types';

interface Data {
  readonly field: Field;
  readonly meant: string;
  /** What stands between a full-width colon and the one that YAML took for the end of the key. */
  readonly rest: string | undefined;
  /** False for a second key that means the same: renamed, it would be there twice. */
  readonly isFirst: boolean;
}

export const frontmatterMisspeltKey: Rule<Data> = {
  meta: {
    id: 'frontmatter-misspelt-key',
    description: 'A key that is nearly the name of a field which is missing.',
    rationale:
      'A site generator reads no `Titel`, no `catagories` and no `date：` with a full-width colon, and says nothing about them: the article is without a title, a category or a date. Names that another generator, a theme or a plugin reads are left alone.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    example: {
      bad: '---\ntitle: A\ndate: 2022-04-04\ncatagories: Code\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\ncategories: Code\nsubtitle: B\n---\n\nText.\n',
    },
  },

  *detect({ frontMatter }, { options: { profile } }) {
    if (frontMatter === undefined) {
      return;
    }
    const missing = missingFields(frontMatter, profile);
    const taken = new Set<string>();
    for (const field of frontMatter.fields) {
      const found = meaningOf(field, missing, profile);
      if (found === undefined) {
        continue;
      }
      const { meant, rest } = found;
      yield {
        ...field.keySpan,
        message: messageOf(field.key, meant, rest),
        data: { field, meant, rest, isFirst: !taken.has(meant) },
      };
      taken.add(meant);
    }
  },

  fix({ data }, article) {
    const edit = data.isFirst ? renaming(data, article) : undefined;
    return edit === undefined
      ? []
      : [{ title: l10n.t('Rename to “{0}”', data.meant), kind: 'suggestion', edits: [edit] }];
  },
};

function missingFields({ fields }: FrontMatter, profile: Profile): readonly KnownField[] {
  const present = new Set(fields.map(({ key }) => key));
  // Each of these does for the other.
  const other: Readonly<Record<string, string>> = { categories: 'category', category: 'categories' };
  return [...knownFields.values()].filter(
    ({ name, usedBy }) =>
      !present.has(name) && !present.has(other[name] ?? '') && usedBy?.includes(profile) !== false,
  );
}

function meaningOf(
  field: Field,
  missing: readonly KnownField[],
  profile: Profile,
): { readonly meant: string; readonly rest: string | undefined } | undefined {
  const { key } = field;
  if (knownFields.has(key) || isUsedSomewhere(key)) {
    return undefined;
  }
  const colon = key.indexOf('：');
  const name = colon < 0 ? key : key.slice(0, colon);
  const meant = missing.find((known) => {
    const likeness = name === known.name ? 'form' : misspelling(name, known.name);
    // Hugo reads keys in any case.
    return likeness === 'form'
      ? profile !== 'hugo' || colon >= 0 || name.toLowerCase() !== known.name.toLowerCase()
      : likeness === 'letters' && colon < 0 && fits(field, known);
  });
  return meant && { meant: meant.name, rest: colon < 0 ? undefined : key.slice(colon + 1).trim() };
}

/** `data` and `update` are words of their own: the value tells whether a date is meant. */
function fits(field: Field, known: KnownField): boolean {
  const scalar = scalarOfField(field);
  switch (known.type) {
    case 'date':
      return scalar !== undefined && recogniseDate(scalar.text) !== undefined;
    case 'categories':
    case 'tags':
      return true;
    case 'text':
    case 'boolean':
    case 'image':
      // `titles` with a list in it is another thing than a title.
      return !isCollection(field.node);
  }
}

function messageOf(key: string, meant: string, rest: string | undefined): string {
  const shown = key.length > 60 ? `${key.slice(0, 59)}…` : key;
  return rest === undefined
    ? l10n.t('“{0}” is read by nothing, and “{1}” is missing. Is that what is meant?', shown, meant)
    : l10n.t('The full-width colon is a part of the key “{0}” to YAML, and “{1}” is missing.', shown, meant);
}

function renaming({ field, meant, rest }: Data, { text, frontMatter }: Article): Edit | undefined {
  const { keySpan, valueSpan } = field;
  const written = text.slice(keySpan.start, keySpan.end);
  if (rest === undefined || rest === '') {
    const quote = /^(["'])[^]*\1$/.exec(written)?.[1] ?? '';
    return { ...keySpan, text: quote + meant + quote };
  }
  // `title：A: B` is the title “A: B”; only a value on the same line is sure to be a part of it.
  const whole = text.slice(keySpan.start, valueSpan.end);
  const scalar = scalarOfField(field);
  if (scalar?.plain !== true || /[\r\n]/.test(whole) || /^["'{[]/.test(written)) {
    return undefined;
  }
  const isFlow = text.slice(frontMatter?.content.start, keySpan.start).trimStart().startsWith('{');
  const value = written.slice(written.indexOf('：') + 1).trim() + text.slice(keySpan.end, valueSpan.end);
  return {
    start: keySpan.start,
    end: Math.max(keySpan.end, valueSpan.end),
    text: `${meant}: ${writeScalar(value.trim(), { written: '', isFlow })}`,
  };
}
