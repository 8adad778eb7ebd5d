import * as l10n from '@vscode/l10n';
import { excerpt } from '../excerpt';
import { isTemplateMark, keepTest } from '../keepList';
import { joinsMarkdown } from '../markdownLinks';
import type { Comment, Rule } from '../types';

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
    const hasTemplates = article.text.includes('{%');
    for (const token of article.body.tokens) {
      if (token.kind !== 'comment') {
        continue;
      }
      const content = article.text.slice(token.content.start, token.content.end);
      if (isKept(content) || (hasTemplates && isTemplateMark(content))) {
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
