import * as l10n from '@vscode/l10n';
import { creditLine } from '../packs/lines';
import { isSubstantial, Scene } from '../packs/scene';
import { textSize } from '../packs/score';
import { unitsOf, type Unit } from '../packs/units';
import type { Rule } from '../types';

/** In Chinese characters: a longer line says more than who did what. */
const longestCredit = 44;

/** How many lines of the article may come after a credit at its end. */
const mostAfter = 2;

/** Who wrote, edited, translated or published: editors differ on whether it belongs to an article. */
export const noCreditLine: Rule<Unit> = {
  meta: {
    id: 'no-credit-line',
    description: 'A line at either end that says who edited, checked or first published the article.',
    rationale:
      'To one editor “责任编辑：…” and “Source: …” are boilerplate, to another they are attribution, so the rule is off until it is turned on. A line in the middle of an article, a caption and a sentence that goes on are left alone.',
    group: 'chaff',
    severity: 'hint',
    fixKind: 'suggestion',
    unnecessary: true,
    offByDefault: true,
    example: {
      bad: '<p>The bridge opened in May after two years of work.</p>\n<p>责任编辑：某某</p>\n',
      good: '<p>The editor of the paper crossed the bridge first.</p>\n',
    },
  },

  *detect(article) {
    const scene = new Scene(article);
    const { passages } = scene.outline;
    const isCredit = passages.map(
      ({ text, pictures, embeds, code }) =>
        pictures.length + embeds.length + code === 0 &&
        textSize(text) <= longestCredit &&
        creditLine.test(text),
    );
    const mark = (index: number): void => {
      scene.verdicts[index] = { kind: undefined, why: undefined };
    };
    let others = 0;
    for (let index = passages.length - 1; index >= 0 && others <= mostAfter; index--) {
      const passage = passages[index];
      if (isCredit[index] === true) {
        mark(index);
      } else if (passage !== undefined && isSubstantial(passage)) {
        others++;
      }
    }
    for (let index = 0; isCredit[index] === true; index++) {
      mark(index);
    }
    if (passages.some((_, index) => scene.verdicts[index] === undefined)) {
      for (const unit of unitsOf(scene)) {
        yield {
          start: unit.start,
          end: unit.end,
          message: l10n.t('Credit line: it says who made the article, not what is in it.'),
          data: unit,
        };
      }
    }
  },

  fix({ data: { edits } }) {
    return [{ title: l10n.t('Remove this credit line'), kind: 'suggestion', edits }];
  },
};
