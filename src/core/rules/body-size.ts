import * as l10n from '@vscode/l10n';
import type { Rule } from '../types';

export const bodySize: Rule = {
  meta: {
    id: 'body-size',
    description: 'A body larger than `winnow.maxBodySize`.',
    rationale:
      'The rules for the body then stay silent while you type, so that the editor is never slowed down; the commands still clean it.',
    group: 'chaff',
    severity: 'information',
    fixKind: 'none',
    withoutBody: true,
    example: {
      bad: '<p>A body of more than forty characters, for once.</p>\n',
      good: '<p>A short body.</p>\n',
      settings: { maxBodySize: 40 },
    },
  },

  *detect({ text, frontMatter }, { options: { maxBodySize } }) {
    const start = frontMatter?.end ?? 0;
    if (maxBodySize > 0 && text.length - start > maxBodySize) {
      yield {
        start,
        end: start,
        message: l10n.t(
          'The body has {0} characters, more than winnow.maxBodySize ({1}): its rules run on command only.',
          text.length - start,
          maxBodySize,
        ),
        data: undefined,
      };
    }
  },
};
