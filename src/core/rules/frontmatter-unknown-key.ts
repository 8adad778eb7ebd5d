import * as l10n from '@vscode/l10n';
import { isUsedBy, knownFields } from '../fields';
import { removeField } from '../frontMatter/entries';
import type { Field, Rule } from '../types';

export const frontmatterUnknownKey: Rule<Field> = {
  meta: {
    id: 'frontmatter-unknown-key',
    description: 'A key that neither the site generator nor a widely used theme reads.',
    rationale:
      'Any key may be read by somebody’s own theme, so the rule is off until it is turned on. Then it shows what a crawler or an exporter left behind, and misspelt keys that are too far from any name to guess.',
    group: 'frontmatter',
    severity: 'hint',
    fixKind: 'suggestion',
    offByDefault: true,
    example: {
      bad: '---\ntitle: A\ndate: 2022-04-04\nspider_job: 17\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\nsticky: 1\n---\n\nText.\n',
    },
  },

  *detect({ frontMatter }, { options: { profile } }) {
    for (const field of frontMatter?.fields ?? []) {
      if (isUsedBy(field.key, profile)) {
        continue;
      }
      yield {
        ...field.keySpan,
        message: knownFields.has(field.key)
          ? l10n.t('“{0}” means something to other site generators only.', field.key)
          : l10n.t('“{0}” is a key that Winnow does not know.', field.key),
        data: field,
      };
    }
  },

  fix({ data: field }, article) {
    const edit = removeField(article, field);
    return edit === undefined
      ? []
      : [{ title: l10n.t('Remove “{0}”', field.key), kind: 'suggestion', edits: [edit] }];
  },
};
