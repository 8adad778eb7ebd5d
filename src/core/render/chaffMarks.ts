import { walkElements } from '../html/walk';
import { firstEndingAfter } from '../spans';
import type { Article, HtmlElement, HtmlToken, Span } from '../types';
import { attribute } from './startTag';
import { outlinedElements, unseenElements } from './tagKinds';

/** A range that one hidden thing would take out or change. */
export interface Change extends Span {
  /** Its index in the list of what is hidden. */
  readonly index: number;
}

/** Where the original shows what would go. Offsets are those where tags and other tokens start. */
export interface ChaffMarks {
  /** Elements of which everything goes, by their start. */
  readonly whole: ReadonlyMap<number, number>;
  /** Start tags that are changed or taken away while their content stays. */
  readonly tags: ReadonlyMap<number, ReadonlySet<number>>;
  /** Comments, raw texts and elements that the page shows only by a chip. */
  readonly chips: ReadonlyMap<number, number>;
  /** Text that goes and is in no element that is marked; sorted and disjoint. */
  readonly bare: readonly Change[];
  /** What takes out the whole range, if anything does. */
  coverOf(range: Span): number | undefined;
  /** What changes something in the range and is marked at no tag or token. */
  unplacedIn(range: Span): readonly number[];
}

/** Nothing sensible nests deeper than that; more would not stay linear. */
const maxNesting = 8;

/** Finds the marks for some changes of an article. Linear in its length. */
export function markChaff({ body }: Article, given: readonly Change[]): ChaffMarks {
  const changes = [...given].sort((a, b) => a.start - b.start || b.end - a.end);
  const outermost = withoutNested(changes);
  const { whole, tags, chips, marked } = markTokens(body.tokens, elementsByStart(body.elements), changes);
  const placed = new Set([
    ...whole.values(),
    ...chips.values(),
    ...[...tags.values()].flatMap((set) => [...set]),
  ]);
  return {
    ...{ whole, tags, chips },
    bare: outermost.flatMap((change) => gaps(change, marked)),
    coverOf: (range) => {
      const change = outermost[firstEndingAfter(outermost, range.start)];
      return change !== undefined && change.start <= range.start && change.end >= range.end
        ? change.index
        : undefined;
    },
    unplacedIn: (range) => {
      const found = new Set<number>();
      for (let at = firstEndingAfter(outermost, range.start); at < outermost.length; at++) {
        const change = outermost[at];
        if (change === undefined || change.start >= range.end) {
          break;
        }
        if (!placed.has(change.index)) {
          found.add(change.index);
        }
      }
      return [...found];
    },
  };
}

/** The attributes for what would go or change of the element, or of the chip, that starts there. */
export function chaffAttributes(
  marks: ChaffMarks | undefined,
  shownAs: 'whole' | 'chips',
  start: number | undefined,
): string {
  if (marks === undefined || start === undefined) {
    return '';
  }
  const tags = marks.tags.get(start);
  return (
    wholeAttribute(marks[shownAs].get(start)) +
    (tags === undefined ? '' : attribute('data-chaff-tag', [...tags].join(' ')))
  );
}

export function wholeAttribute(index: number | undefined): string {
  return index === undefined ? '' : attribute('data-chaff', index);
}

function elementsByStart(roots: readonly HtmlElement[]): ReadonlyMap<number, HtmlElement> {
  return new Map([...walkElements(roots)].map((element) => [element.start, element]));
}

interface TokenMarks extends Pick<ChaffMarks, 'chips'> {
  readonly whole: Map<number, number>;
  readonly tags: Map<number, Set<number>>;
  /** The elements that are marked as a whole, without those inside others; sorted. */
  readonly marked: readonly Span[];
}

/** One walk over the tokens and the changes at once. */
function markTokens(
  tokens: readonly HtmlToken[],
  elements: ReadonlyMap<number, HtmlElement>,
  changes: readonly Change[],
): TokenMarks {
  const whole = new Map<number, number>();
  const tags = new Map<number, Set<number>>();
  const chips = new Map<number, number>();
  const marked: Span[] = [];
  /** By which change an element or one around it is marked. */
  const markOf = new Map<HtmlElement, number>();
  const open: Change[] = [];
  let next = 0;

  const around = ({ start, end }: Span): Change | undefined =>
    open.slice(-maxNesting).findLast((change) => change.start <= start && change.end >= end);
  const addTag = (start: number, index: number): void => {
    tags.set(start, (tags.get(start) ?? new Set()).add(index));
  };

  for (const token of tokens) {
    for (let change = changes[next]; change && change.start <= token.start; change = changes[++next]) {
      open.push(change);
    }
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= token.start) {
      open.pop();
    }
    if (token.kind !== 'startTag' && token.kind !== 'endTag') {
      const index = around(token)?.index;
      if (index !== undefined) {
        chips.set(token.start, index);
      }
    }
    if (token.kind === 'comment' || token.kind === 'declaration' || token.kind === 'startTag') {
      for (let change = changes[next]; change && change.end <= token.end; change = changes[++next]) {
        addTag(token.start, change.index);
      }
    }
    if (token.kind !== 'startTag') {
      continue;
    }
    const element = elements.get(token.start);
    const owner = element && around(element)?.index;
    const outer = element?.parent && markOf.get(element.parent);
    if (element && owner !== undefined && owner !== outer && outlinedElements.has(element.name)) {
      whole.set(token.start, owner);
      markOf.set(element, owner);
      if (outer === undefined) {
        marked.push(element);
      }
    } else if (element && outer !== undefined) {
      markOf.set(element, outer);
    }
    if (owner !== undefined && unseenElements.has(token.name)) {
      chips.set(token.start, owner);
    }
    const partly = owner === undefined ? around(token) : undefined;
    if (partly !== undefined) {
      addTag(token.start, partly.index);
    }
  }
  return { whole, tags, chips, marked };
}

/** What is left of sorted changes without the empty ones and those inside another. */
function withoutNested(changes: readonly Change[]): readonly Change[] {
  const result: Change[] = [];
  let end = 0;
  for (const change of changes) {
    if (change.end > Math.max(end, change.start)) {
      result.push({ ...change, start: Math.max(change.start, end) });
      end = change.end;
    }
  }
  return result;
}

/** The parts of a change between sorted spans. */
function gaps(change: Change, spans: readonly Span[]): readonly Change[] {
  const result: Change[] = [];
  let position = change.start;
  for (let at = firstEndingAfter(spans, change.start); position < change.end; at++) {
    const span = spans[at];
    const end = Math.min(change.end, span?.start ?? change.end);
    if (end > position) {
      result.push({ index: change.index, start: position, end });
    }
    if (span === undefined) {
      break;
    }
    position = Math.max(position, span.end);
  }
  return result;
}
