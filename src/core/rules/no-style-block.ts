import * as l10n from '@vscode/l10n';
import { attribute } from '../html/attributes';
import { rawElements } from '../html/rawElements';
import { outsideForeignContent } from '../html/svg';
import type { Rule, StartTag } from '../types';

export const noStyleBlock: Rule = {
  meta: {
    id: 'no-style-block',
    description: 'A `<style>` element or a link to a style sheet.',
    rationale:
      'It dresses the site the article came from; in an archive it restyles the page around the article, and after a blank line Markdown shows it to the reader as code. A style inside `<svg>` draws the picture and is left alone.',
    group: 'styles',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<div>\n<style>.qr { float: left }</style>\n<p>Text.</p>\n</div>\n',
      good: '```html\n<style>.qr { float: left }</style>\n```\n',
    },
  },

  *detect({ body }) {
    const links = [...outsideForeignContent(body.tokens)].filter(
      (token) => token.kind === 'startTag' && isStyleSheetLink(token),
    );
    const blocks = [...rawElements(body.tokens, 'style')];
    for (const { start, end } of blocks) {
      yield {
        start,
        end,
        message: l10n.t('Style block: it dresses the site the article came from.'),
        data: undefined,
      };
    }
    for (const { start, end } of links) {
      yield {
        start,
        end,
        message: l10n.t('Link to a style sheet: it dresses the site the article came from.'),
        data: undefined,
      };
    }
  },

  fix({ start, end }) {
    return [{ title: l10n.t('Remove this style block'), kind: 'safe', edits: [{ start, end, text: '' }] }];
  },
};

function isStyleSheetLink(tag: StartTag): boolean {
  const relations = attribute(tag, 'rel')?.value.toLowerCase().split(/\s+/) ?? [];
  return tag.name === 'link' && relations.includes('stylesheet');
}
