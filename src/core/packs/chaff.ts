import type { Article, Edit, Span } from '../types';
import { judgeCards } from './byCards';
import { judgeControls } from './byControls';
import { judgeHeadings } from './byHeadings';
import { judgeLinks } from './byLinks';
import { judgeNames } from './byNames';
import { judgeOrnaments, judgePictures } from './byNeighbours';
import { judgePacks } from './byPacks';
import { judgePairs } from './byPairs';
import { judgePortraits } from './byPortraits';
import { judgeDividers, judgeSections } from './bySections';
import { judgeTexts } from './byText';
import { buttonsInCode } from './inCode';
import { noticesInLines } from './inLines';
import type { ChaffKind } from './kinds';
import type { PackEntry } from './pack';
import { isSubstantial, Scene, type Verdict } from './scene';
import { sitePacks } from './sites';
import { unitsOf } from './units';

/** A block that is no part of the article, and the deletions that take it out. */
export interface Chaff extends Span {
  readonly verdict: Verdict;
  readonly edits: readonly Edit[];
}

/** Less of an article is never left: then what looks like chaff is what the page is about. */
const leastLeft = 0.12;

/**
 * Everything in a body that does not belong to the article, in source order. Evidence is of three kinds: the
 * packs name it; the names of its elements say so and its content agrees; its wording says so in its place.
 */
export function findChaff(article: Article, packs: readonly PackEntry[]): readonly Chaff[] {
  const scene = new Scene(article);
  judgePacks(scene, [...packs, ...sitePacks]);
  judgeNames(scene);
  judgePortraits(scene);
  const known = [...scene.verdicts];
  judgePairs(scene);
  judgeSections(scene);
  judgeTexts(scene);
  judgeLinks(scene);
  judgeControls(scene);
  judgeCards(scene);
  judgePictures(scene);
  judgeHeadings(scene);
  judgeOrnaments(scene);
  judgeDividers(scene);
  // Each has gone through the body on its own.
  scene.elements.sort((a, b) => a.element.start - b.element.start);
  if (!leavesEnough(scene)) {
    known.forEach((verdict, index) => {
      scene.verdicts[index] = verdict;
    });
    if (!leavesEnough(scene)) {
      return [];
    }
  }
  const inside = [
    ...[...buttonsInCode(article)].map((part) => ({
      ...part,
      verdict: { kind: 'code' as const, why: undefined },
    })),
    ...[...noticesInLines(scene)].map((span) => chaffOf(span, 'notice')),
  ];
  const units = unitsOf(scene);
  const outside = inside.filter(
    ({ start }) => !units.some((unit) => unit.start <= start && start < unit.end),
  );
  return [...units, ...outside].sort((a, b) => a.start - b.start);
}

function chaffOf({ start, end }: Span, kind: ChaffKind): Chaff {
  return { start, end, verdict: { kind, why: undefined }, edits: [{ start, end, text: '' }] };
}

/** Whether a line or a picture is left, and enough of the text. */
function leavesEnough({ outline, verdicts, total }: Scene): boolean {
  let left = 0;
  let lines = 0;
  outline.passages.forEach((passage, index) => {
    if (verdicts[index] === undefined) {
      left += passage.text.replace(/\s/g, '').length;
      lines += isSubstantial(passage) || passage.pictures.length > 0 ? 1 : 0;
    }
  });
  return lines > 0 && left >= total.length * leastLeft;
}
