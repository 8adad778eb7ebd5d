import { attribute } from '../html/attributes';
import { blockNames } from '../html/names';
import type { HtmlElement } from '../types';
import { kindsOfNames } from './classNames';
import type { ChaffKind } from './kinds';
import { checks, type Check } from './nameChecks';
import type { Scene } from './scene';

/** Cells hold a place in their row; a page's frame is no part of it. */
const neverTaken: ReadonlySet<string> = new Set([
  ...[
    'html',
    'head',
    'body',
    'main',
    'article',
    'td',
    'th',
    'tr',
    'tbody',
    'thead',
    'tfoot',
    'caption',
    'colgroup',
  ],
  ...['pre', 'code', 'img', 'video', 'audio', 'source', 'svg', 'math', 'iframe', 'br', 'hr'],
]);

/** No box of this sort has more lines. The limit also keeps the work linear. */
const mostLines = 300;

/**
 * Takes the elements whose class or id names a part of the page other than the article, when what is in
 * them agrees: a name alone proves nothing. Outermost first; what is in one that is taken is not asked.
 */
export function judgeNames(scene: Scene): void {
  let takenUpTo = -1;
  for (const element of scene.outline.elements) {
    if (element.start < takenUpTo || element.startTag.attributes.length === 0) {
      continue;
    }
    const kinds = kindsOfNames(element.startTag);
    const kind =
      kinds.length === 0 ? undefined : kinds.find((candidate) => agrees(scene, element, candidate));
    if (kind !== undefined) {
      if (isCell(element) && !isLineNumbers(scene, element)) {
        scene.mark(element, { kind, why: undefined });
      } else {
        scene.take(element, { kind, why: undefined });
      }
      takenUpTo = element.end;
    }
  }
}

function agrees(scene: Scene, element: HtmlElement, kind: ChaffKind): boolean {
  const size = scene.outline.measure(element);
  const [from, to] = scene.outline.within(element);
  if (to - from > mostLines) {
    return false;
  }
  const nothing = size.length + size.pictures + size.embeds === 0;
  if (kind === 'code' && isLineNumbers(scene, element)) {
    return /^[\d\s]*$/.test(scene.textOf(element)) && size.pictures + size.embeds === 0;
  }
  // Icons that a style sheet or a drawing shows: links and nothing else.
  if (nothing && size.links > 0 && (kind === 'share' || kind === 'follow') && hasSureEnd(element)) {
    return !neverTaken.has(element.name) && blockNames.has(element.name);
  }
  if (nothing || (neverTaken.has(element.name) && !isOnlyCell(element)) || !hasSureEnd(element)) {
    return false;
  }
  if (size.length * 2 > scene.total.length && scene.total.length > 0) {
    return false;
  }
  if (!blockNames.has(element.name) && !scene.owns(element) && kind !== 'forum' && kind !== 'code') {
    return false;
  }
  const text = scene.textOf(element);
  const check: Check = {
    ...size,
    scene,
    element,
    text,
    prose: scene.hasProse(element),
    linkShare: size.length === 0 ? 0 : size.linked / size.length,
  };
  return checks[kind](check) && !leadsToSubject(scene, [from, to], kind);
}

/** One of the lines of a small box leads to what the article is about. */
function leadsToSubject(scene: Scene, [from, to]: readonly [number, number], kind: ChaffKind): boolean {
  for (let index = from; index < Math.min(to, from + mostOfBox); index++) {
    const text = scene.passage(index)?.text ?? '';
    if (text.length <= longestOfBox && scene.subjects.areReachedBy(text, kind)) {
      return true;
    }
  }
  return false;
}

const mostOfBox = 6;
const longestOfBox = 300;

function isCell({ name }: HtmlElement): boolean {
  return name === 'td' || name === 'th';
}

/** A cell beside that of the code: a highlighter's table. The row keeps a cell when it goes. */
function isLineNumbers(scene: Scene, { name, parent, end }: HtmlElement): boolean {
  if (name !== 'td' || parent?.name !== 'tr' || parent.children.length > mostCells) {
    return false;
  }
  const beside = parent.children.find(({ start }) => start >= end);
  if (beside?.name !== 'td') {
    return false;
  }
  const { code, length } = scene.outline.measure(beside);
  return code * 2 > length || codeCell.test(attribute(beside.startTag, 'class')?.value ?? '');
}

/** Cells whose lines are in no `pre` and no `code`: Crayon's, GitHub's. Others call the number of an article so. */
const codeCell = /(?:^|[\s_-])(?:crayon|blob|ln)-code(?:$|[\s_-])/i;

/** The old numbers, the new ones, a sign, the code: no row of a highlighter has more. */
const mostCells = 4;

/** A cell that has its row for itself: the tables of newsletters are built so. What is in it goes, the cell stays. */
function isOnlyCell(element: HtmlElement): boolean {
  return isCell(element) && element.parent?.name === 'tr' && element.parent.children.length === 1;
}

function hasSureEnd({ name, endTag }: HtmlElement): boolean {
  return endTag !== undefined || name === 'p' || name === 'li';
}
