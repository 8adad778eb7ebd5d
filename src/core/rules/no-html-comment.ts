import * as l10n from '@vscode/l10n';
import { excerpt } from '../excerpt';
import { officeComments } from '../html/officeComments';
import { isShortMark, templateSpans } from '../html/templateSpans';
import { isAlwaysKept, isTemplateMark, settingsKeepTest } from '../keepList';
import { joinsMarkdown } from '../markdownLinks';
import { spansContain } from '../spans';
import type { Comment, Declaration, Rule } from '../types';

export const noHtmlComment: Rule<Comment | Declaration> = {
  meta: {
    id: 'no-html-comment',
    description: 'An HTML comment that is no instruction to a program.',
    rationale:
      'Content systems leave markers such as `<!-- ad slot -->` behind; no reader sees them. Comments that a program reads (`more`, `excerpt`, `toc`, `markdownlint-*`, `prettier-ignore*`, those of linters and spell checkers, `#region`, conditional comments, those that hold a template tag and marks inside of one) are kept, but for what Word and Outlook write for themselves (`<!--[if gte mso 9]>…<![endif]-->`), and `winnow.comments.keep` names further ones.',
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
    const isKept = settingsKeepTest(options);
    const office = officeComments(article);
    const hasTemplates = article.text.includes('{%');
    const templates = hasTemplates ? templateSpans(article.text) : [];
    for (const token of article.body.tokens) {
      if (token.kind !== 'comment' && !(token.kind === 'declaration' && office.has(token))) {
        continue;
      }
      const { start, end } = token.kind === 'comment' ? token.content : token;
      const content = article.text.slice(start, end);
      if (
        isKept(content) ||
        (!office.has(token) && isAlwaysKept(content)) ||
        (hasTemplates && isTemplateMark(content)) ||
        (spansContain(templates, token.start) && isShortMark(content))
      ) {
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
