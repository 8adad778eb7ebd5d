import * as l10n from '@vscode/l10n';
import { excerpt } from '../excerpt';
import { keepTest } from '../keepList';
import type { Article, Comment, Rule } from '../types';

/** Characters that Markdown may read otherwise when a comment no longer stands between them. */
const markdownPunctuation = /[!-/:-@[-`{-~]/;

export const noHtmlComment: Rule<Comment> = {
  meta: {
    id: 'no-html-comment',
    description: 'An HTML comment that is no instruction to a program.',
    rationale:
      'Content systems leave markers such as `<!-- ad slot -->` behind; no reader sees them. Comments that a program reads (`more`, `excerpt`, `toc`, `markdownlint-*`, `prettier-ignore*`, `#region`, conditional comments and those that hold a template tag) are kept, and `winnow.comments.keep` names further ones.',
    group: 'comments',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<div>\n<p>Text.</p>\n<!-- ad slot 3 -->\n</div>\n',
      good: '<p>Teaser.</p>\n<!-- more -->\n<p>The rest.</p>\n',
    },
  },

  *detect(article, { options }) {
    const isKept = keepTest(options);
    for (const token of article.body.tokens) {
      if (token.kind !== 'comment') {
        continue;
      }
      const content = article.text.slice(token.content.start, token.content.end);
      if (isKept(content)) {
        continue;
      }
      const shown = excerpt(content);
      yield {
        start: token.start,
        end: token.end,
        message:
          shown === ''
            ? l10n.t('Empty HTML comment.')
            : l10n.t('HTML comment “{0}”: no reader sees it.', shown),
        data: token,
      };
    }
  },

  fix({ data: comment }, article) {
    return joinsMarkdown(article, comment)
      ? []
      : [
          {
            title: l10n.t('Remove this comment'),
            kind: 'safe',
            edits: [{ start: comment.start, end: comment.end, text: '' }],
          },
        ];
  },
};

/** True when the comment keeps two things apart that Markdown would read as one, such as `*<!-- -->*`. */
function joinsMarkdown({ text, body }: Article, { start, end }: Comment): boolean {
  if (body.kindAt(start) !== 'markdown') {
    return false;
  }
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  return (
    !/\s/.test(before) &&
    !/\s/.test(after) &&
    (markdownPunctuation.test(before) || markdownPunctuation.test(after))
  );
}
