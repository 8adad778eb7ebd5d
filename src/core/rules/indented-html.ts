import * as l10n from '@vscode/l10n';
import { isBlank } from '../text';
import type { Article, Edit, Rule } from '../types';

export const indentedHtml: Rule = {
  meta: {
    id: 'indented-html',
    description: 'HTML that Markdown shows as code because it is indented after a blank line.',
    rationale:
      'A blank line ends an HTML block in CommonMark, and a line indented by four or more columns after it starts a code block: the reader sees the tags, or the CSS, instead of the article. Winnow knows that the element around it is still open.',
    group: 'whitespace',
    severity: 'warning',
    fixKind: 'safe',
    example: {
      bad: '<div>\n\n        <p>Text.</p>\n</div>\n',
      good: '<div>\n\n<p>Text.</p>\n</div>\n',
    },
  },

  *detect({ body }) {
    for (const { start, end } of body.indentedChunks) {
      yield {
        start,
        end,
        message: l10n.t(
          'Indented after a blank line: Markdown shows this HTML to the reader as code. Remove the indentation.',
        ),
        data: undefined,
      };
    }
  },

  fix({ start, end }, article) {
    const fallback = joinLines(article, start);
    return [
      {
        title: l10n.t('Remove the indentation'),
        kind: 'safe',
        edits: [{ start, end, text: '', ...(fallback !== undefined && { fallback }) }],
      },
    ];
  },
};

/** Where the line must keep its indentation, the blank lines before it go instead: then the block does not end there. */
function joinLines({ text, lines, body }: Article, start: number): Edit | undefined {
  const line = lines.lineAt(start);
  const lineStart = lines.startOf(line);
  let first = line;
  while (
    first - 1 > lines.lineAt(body.start) &&
    isBlank(text, lines.startOf(first - 1), lines.endOf(first - 1))
  ) {
    first--;
  }
  return first < line ? { start: lines.startOf(first), end: lineStart, text: '' } : undefined;
}
