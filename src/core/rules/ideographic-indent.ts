import * as l10n from '@vscode/l10n';
import { skipBlank } from '../html/blank';
import { blockNames } from '../html/names';
import { spansContain } from '../spans';
import { preSpans } from '../verbatim';
import type { Article, Rule, Span } from '../types';

const ideographicSpace = 0x3000;

export const ideographicIndent: Rule<Span> = {
  meta: {
    id: 'ideographic-indent',
    description: 'A paragraph that is indented by two ideographic spaces (U+3000).',
    rationale:
      'Print indents so; on a site it is up to the style sheet, which would indent twice. The spaces are text of the article, so nothing is changed by itself.',
    group: 'whitespace',
    severity: 'hint',
    fixKind: 'suggestion',
    offByDefault: true,
    example: {
      bad: '<p>　　第一段文字。</p>\n',
      good: '<p>第一段　　文字。</p>\n',
    },
  },

  *detect(article) {
    if (!article.text.includes('\u3000\u3000')) {
      return;
    }
    const kept = preSpans(article.body);
    let last = -1;
    for (const start of paragraphStarts(article)) {
      const indent = indentAt(article, start);
      if (indent?.start === last) {
        continue;
      }
      last = indent?.start ?? last;
      if (
        indent !== undefined &&
        article.body.kindAt(indent.start) !== 'code' &&
        !spansContain(kept, indent.start)
      ) {
        yield {
          ...indent,
          message: l10n.t('Indented by ideographic spaces: leave the indentation to the style sheet.'),
          data: indent,
        };
      }
    }
  },

  fix({ data: { start, end } }) {
    return [{ title: l10n.t('Remove these spaces'), kind: 'suggestion', edits: [{ start, end, text: '' }] }];
  },
};

/** Where text may begin: after the tags of blocks and `<br>`, and where a paragraph of Markdown begins. */
function paragraphStarts({ body }: Article): readonly number[] {
  const starts = body.blocks
    .filter(({ start }) => body.kindAt(start) === 'markdown')
    .map(({ start }) => start);
  for (const token of body.tokens) {
    if (
      (token.kind === 'startTag' || token.kind === 'endTag') &&
      (token.name === 'br' || blockNames.has(token.name))
    ) {
      starts.push(token.end);
    }
  }
  return starts.sort((a, b) => a - b);
}

/** At least two ideographic spaces with a word after them. */
function indentAt({ text, body }: Article, from: number): Span | undefined {
  let start = from;
  while (/[ \t\r\n]/.test(text[start] ?? '')) {
    start++;
  }
  let end = start;
  while (text.charCodeAt(end) === ideographicSpace) {
    end++;
  }
  const isFollowed = end < body.end && text[end] !== '<' && skipBlank(text, end) === end;
  return end - start >= 2 && isFollowed ? { start, end } : undefined;
}
