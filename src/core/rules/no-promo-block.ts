import * as l10n from '@vscode/l10n';
import { findChaff, type Chaff } from '../packs/chaff';
import { describeKind } from '../packs/kinds';
import type { Rule } from '../types';

export const noPromoBlock: Rule<Chaff> = {
  meta: {
    id: 'no-promo-block',
    description:
      'A block that belongs to the site or the account, not to the article: sharing, following, related articles, notices.',
    rationale:
      'Crawlers take along what stands around an article. A block is reported when its names (`class`, `id`) say what it is and its content agrees, or when its wording and its place at the end or the beginning do; `winnow.packs` names further ones. A sentence inside a paragraph stays, and so does what an article that is about such things says of them.',
    group: 'chaff',
    severity: 'hint',
    fixKind: 'suggestion',
    unnecessary: true,
    example: {
      bad: '<p>The bridge opened in May after two years of work.</p>\n<div class="share-bar"><a href="#">Share on Twitter</a></div>\n',
      good: '<p>The bridge opened in May after two years of work.</p>\n<p>Visitors scan a code at the gate to get in.</p>\n',
    },
  },

  *detect(article, { options }) {
    for (const chaff of findChaff(article, options.packs)) {
      const { kind, why } = chaff.verdict;
      yield {
        start: chaff.start,
        end: chaff.end,
        message: kind === undefined ? l10n.t('{0}: not part of the article.', why ?? '') : describeKind(kind),
        data: chaff,
      };
    }
  },

  fix({ data: { edits } }) {
    return edits.length === 0 ? [] : [{ title: l10n.t('Remove this block'), kind: 'suggestion', edits }];
  },
};
