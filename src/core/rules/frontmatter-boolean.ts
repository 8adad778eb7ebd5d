import * as l10n from '@vscode/l10n';
import { resolveScalar } from '../consumers/jsYaml';
import { scalarOfField } from '../consumers/scalar';
import { truthOf } from '../consumers/truth';
import { knownFields } from '../fields';
import type { Profile, Rule } from '../types';

export const frontmatterBoolean: Rule<boolean | undefined> = {
  meta: {
    id: 'frontmatter-boolean',
    description: 'A switch that the site generator does not read as meant.',
    rationale:
      '`comments: no` is text to today’s YAML readers, and Hexo takes any text but “false”, “0” and nothing for true: the comments are open.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    example: {
      bad: '---\ntitle: A\ndate: 2022-04-04\ncomments: no\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\ncomments: false\n---\n\nText.\n',
    },
  },

  *detect({ frontMatter }, { options: { profile } }) {
    for (const field of frontMatter?.fields ?? []) {
      const scalar = knownFields.get(field.key)?.type === 'boolean' ? scalarOfField(field) : undefined;
      const resolved = scalar && resolveScalar(scalar, profile);
      if (scalar === undefined || resolved?.type !== 'text' || scalar.text.trim() === '') {
        continue;
      }
      const meant = meaningOf(scalar.text);
      const read = truthOf(resolved.value, profile);
      if (meant === read && (!scalar.plain || isWord(scalar.text))) {
        continue;
      }
      yield {
        ...field.valueSpan,
        message: messageOf(scalar.text, { meant, read, profile }),
        ...(meant === read || meant === undefined ? { severity: 'information' as const } : {}),
        data: meant,
      };
    }
  },

  fix({ start, end, data: meant }) {
    if (meant === undefined) {
      return [];
    }
    const text = String(meant);
    return [{ title: l10n.t('Write {0}', text), kind: 'suggestion', edits: [{ start, end, text }] }];
  },
};

const yes = /^(?:true|yes|y|on|t|是|开|开启)$/i;
const no = /^(?:false|no|n|off|f|0|否|关|关闭|不)$/i;

function meaningOf(text: string): boolean | undefined {
  const word = text.trim();
  return yes.test(word) ? true : no.test(word) ? false : undefined;
}

function isWord(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}

interface Judgement {
  readonly meant: boolean | undefined;
  readonly read: boolean;
  readonly profile: Profile;
}

function messageOf(text: string, { meant, read, profile }: Judgement): string {
  const reader = { hexo: 'Hexo', jekyll: 'Jekyll', hugo: 'Hugo', generic: 'gray-matter' }[profile];
  if (meant === undefined) {
    return l10n.t('“{0}” is neither true nor false; {1} takes it for {2}.', text, reader, String(read));
  }
  return meant === read
    ? l10n.t('“{0}” is text to YAML; {1} takes it for {2}, as meant. Write {2}.', text, reader, String(read))
    : l10n.t(
        '“{0}” is text to YAML, and {1} takes it for {2}. Write {3}.',
        text,
        reader,
        String(read),
        String(meant),
      );
}
