import { decodeReferences } from '../render/characters';
import type { Article, HtmlElement, HtmlToken } from '../types';
import { firstVisible } from './blank';
import { blockNames } from './names';

/** What is printed right before and after an element in its line or paragraph. */
export interface Words {
  readonly before: string;
  readonly after: string;
  /** The names of elements that hold these words alone, as `b` for a button that a manual names; `''` for none. */
  readonly elementBefore: string;
  readonly elementAfter: string;
}

/** No decision needs more of a sentence. */
const longest = 80;

/** What Markdown puts before the first word of a line. */
const mark = /^[ \t]*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])[ \t]+)+(?:\[[ xX]\])?$/;

/** The words around elements, which come in source order and do not hold each other. Linear time. */
export function wordsAround(
  { text, body }: Article,
  elements: readonly HtmlElement[],
): ReadonlyMap<HtmlElement, Words> {
  const found = new Map<HtmlElement, Words>();
  let waiting: { readonly element: HtmlElement; readonly before: Printed }[] = [];
  let last = nothing;
  let next = 0;
  let position = body.start;
  let outside: HtmlToken | undefined;
  const meet = (after: Printed): void => {
    for (const { element, before } of waiting) {
      found.set(element, {
        before: before.text.trim(),
        after: after.text.trim(),
        elementBefore: before.inside,
        elementAfter: after.inside,
      });
    }
    waiting = [];
  };
  const gap = (start: number, end: number): void => {
    if (start >= end || firstVisible(text, start, end, body.prefixes) < 0) {
      return;
    }
    const inside = outside?.kind === 'startTag' ? outside.name : '';
    const head = decodeReferences(text.slice(start, Math.min(end, start + longest)));
    meet({ text: head.split(paragraphEnd, 1)[0] ?? '', inside });
    const tail = decodeReferences(text.slice(Math.max(start, end - longest), end));
    const line = tail.split(paragraphEnd).at(-1) ?? '';
    last = mark.test(line) ? nothing : { text: line, inside };
  };
  for (const token of body.tokens) {
    if (token.start < position) {
      continue;
    }
    gap(position, token.start);
    position = token.end;
    outside = token;
    const element = elements[next];
    if (element?.start === token.start) {
      waiting.push({ element, before: last });
      position = element.end;
      outside = undefined;
      next++;
    } else if (
      (token.kind === 'startTag' || token.kind === 'endTag') &&
      (blockNames.has(token.name) || token.name === 'br')
    ) {
      meet(nothing);
      last = nothing;
    }
  }
  gap(position, body.end);
  meet(nothing);
  return found;
}

interface Printed {
  readonly text: string;
  readonly inside: string;
}

const nothing: Printed = { text: '', inside: '' };
const paragraphEnd = /\n[ \t]*\r?\n/;
