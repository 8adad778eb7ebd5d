import * as l10n from '@vscode/l10n';
import type { Rule } from '../types';

export const unterminatedHtml: Rule = {
  meta: {
    id: 'unterminated-html',
    description: 'A comment, `<script>`, `<style>`, `<pre>` or other raw element that is never closed.',
    rationale:
      'A browser hides or mangles everything after it, up to the end of the page. Nothing is repaired by itself, since only a person knows where it should end; Winnow’s preview shows the text after it.',
    group: 'chaff',
    severity: 'warning',
    fixKind: 'none',
    example: {
      bad: '<p>Text.</p>\n<!-- ad slot\n<p>More text.</p>\n',
      good: '<p>Text.</p>\n<!-- ad slot -->\n<p>More text.</p>\n',
    },
  },

  *detect({ body }) {
    for (const { start, end, what } of body.unterminated) {
      yield {
        start,
        end,
        message:
          what === 'comment'
            ? l10n.t('This comment has no “-->”: a browser hides everything after it.')
            : l10n.t('This <{0}> has no </{0}>: a browser takes everything after it for its content.', what),
        data: undefined,
      };
    }
  },
};
