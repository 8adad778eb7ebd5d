import type { Block, Edit, HtmlElement, HtmlToken, Span } from '../types';
import { lowerBound } from '../html/outline';
import { blockNames } from '../html/names';
import type { Scene, Verdict } from './scene';

/** One thing to remove, and how. */
export interface Unit extends Span {
  readonly verdict: Verdict;
  /** Sorted deletions. */
  readonly edits: readonly Edit[];
}

/** Parts of tables go with their table only. */
const partNames: ReadonlySet<string> = new Set(
  'td th tr tbody thead tfoot caption colgroup html body main article summary'.split(' '),
);

/**
 * What has to be deleted so that the marked passages and elements are gone: of each the outermost element
 * that holds nothing else, blocks of Markdown whole, and of lines between `<br>` the line with its breaks.
 */
export function unitsOf(scene: Scene): readonly Unit[] {
  const units: Unit[] = [];
  const builder = new UnitBuilder(scene);
  let covered = -1;
  let nextElement = 0;
  const push = (unit: Unit): void => {
    units.push(unit);
    covered = Math.max(covered, unit.end);
  };
  const pushElementsBefore = (limit: number): void => {
    for (let item = scene.elements[nextElement]; item !== undefined; item = scene.elements[nextElement]) {
      if (item.element.start >= limit) {
        break;
      }
      nextElement++;
      if (item.element.start >= covered) {
        push(builder.element(item.element, item.verdict));
      }
    }
  };
  for (let index = 0; index < scene.count; index++) {
    const passage = scene.passage(index);
    const verdict = scene.verdicts[index];
    if (passage === undefined || verdict === undefined || passage.start < covered) {
      continue;
    }
    const unit = builder.around(index, verdict);
    // An element that was taken by its name and has more than text in it begins before its first passage.
    pushElementsBefore(unit.start);
    if (passage.start >= covered) {
      push(unit);
    }
  }
  pushElementsBefore(Infinity);
  return units;
}

class UnitBuilder {
  readonly #scene: Scene;
  /** How many passages before each index are marked. */
  readonly #marked: readonly number[];
  #blockStarts: readonly number[] | undefined;
  #tokenStarts: readonly number[] | undefined;
  #containers: ReadonlyMap<string, Span> | undefined;
  #elementsByTag: ReadonlyMap<number, HtmlElement> | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
    const marked = [0];
    scene.verdicts.forEach((verdict, index) => {
      marked.push((marked[index] ?? 0) + (verdict === undefined ? 0 : 1));
    });
    this.#marked = marked;
  }

  element({ name, start, end }: HtmlElement, verdict: Verdict): Unit {
    const to = blockNames.has(name) ? end : this.#pastFirstBreaks({ start, end });
    return { start, end, verdict, edits: [{ start, end: to, text: '' }] };
  }

  /** The end of an inline element, behind the breaks after it when it is the first thing in its block. */
  #pastFirstBreaks({ start, end }: Span): number {
    const { text, body } = this.#scene.article;
    const before = body.tokens[lowerBound(this.#starts(), start) - 1];
    const next = lowerBound(this.#starts(), end);
    const after = body.tokens[next];
    const isFirst =
      before?.kind === 'startTag' &&
      blockNames.has(before.name) &&
      text.slice(before.end, start).trim() === '' &&
      text.slice(end, after?.start ?? end).trim() === '';
    const past = isFirst ? this.#pastBreaks(next, 1) : next;
    return past > next ? (body.tokens[past - 1]?.end ?? end) : end;
  }

  around(index: number, verdict: Verdict): Unit {
    const passage = this.#scene.passage(index);
    const element = this.#wholeElement(passage?.element);
    if (element !== undefined) {
      return this.element(element, verdict);
    }
    const block = passage?.isMarkdown === true ? this.#wholeBlock(passage) : undefined;
    return block === undefined
      ? this.#bare(index, verdict)
      : { ...block, verdict, edits: [{ ...block, text: '' }] };
  }

  /** The outermost element around of which nothing would be left. */
  #wholeElement(innermost: HtmlElement | undefined): HtmlElement | undefined {
    let whole: HtmlElement | undefined;
    for (let element = innermost; element !== undefined; element = element.parent) {
      if (!this.#isAllMarked(element)) {
        break;
      }
      const hasEnd = element.endTag !== undefined || element.name === 'p' || element.name === 'li';
      if (hasEnd && !partNames.has(element.name)) {
        whole = element;
      }
    }
    return whole;
  }

  #isAllMarked(span: Span): boolean {
    const [from, to] = this.#scene.outline.within(span);
    // A passage that began before the span and reaches into it is not all in it.
    const overlaps = (this.#scene.passage(from - 1)?.end ?? -1) > span.start;
    return !overlaps && (this.#marked[to] ?? 0) - (this.#marked[from] ?? 0) === to - from;
  }

  /** The block of Markdown with the quote or list around it, as far as all of it is marked. */
  #wholeBlock({ start }: Span): Span | undefined {
    const { blocks } = this.#scene.article.body;
    this.#blockStarts ??= blocks.map((block) => block.start);
    const block = blocks[lowerBound(this.#blockStarts, start + 1) - 1];
    if (block === undefined || block.type === 'html' || start >= block.end || !this.#isAllMarked(block)) {
      return undefined;
    }
    const container = block.containers.find((candidate) => {
      const span = this.#containerSpans().get(keyOf(candidate));
      return span !== undefined && this.#isAllMarked(span);
    });
    const span = container === undefined ? block : this.#containerSpans().get(keyOf(container));
    return span && { start: span.start, end: span.end };
  }

  #containerSpans(): ReadonlyMap<string, Span> {
    if (this.#containers === undefined) {
      const spans = new Map<string, { start: number; end: number }>();
      for (const { containers, end } of this.#scene.article.body.blocks) {
        for (const container of containers) {
          const span = spans.get(keyOf(container));
          if (span === undefined) {
            spans.set(keyOf(container), { start: container.start, end });
          } else {
            span.end = Math.max(span.end, end);
          }
        }
      }
      this.#containers = spans;
    }
    return this.#containers;
  }

  /** Lines between breaks: their text and the tags that are all in them, and the breaks after them. */
  #bare(first: number, verdict: Verdict): Unit {
    const scene = this.#scene;
    const { article } = scene;
    const { tokens } = article.body;
    let last = first;
    const element = scene.passage(first)?.element;
    while (scene.verdicts[last + 1] !== undefined && scene.passage(last + 1)?.element === element) {
      const next = scene.passage(last + 1);
      if (
        next === undefined ||
        this.#wholeElement(next.element) !== undefined ||
        next.isMarkdown !== (scene.passage(first)?.isMarkdown ?? false)
      ) {
        break;
      }
      last++;
    }
    const start = scene.passage(first)?.start ?? 0;
    const end = scene.passage(last)?.end ?? start;
    const previous = scene.passage(first - 1);
    const following = scene.passage(last + 1);
    let from = lowerBound(this.#starts(), start);
    while (
      from > 0 &&
      !isBreak(tokens[from - 1]) &&
      (tokens[from - 1]?.start ?? 0) >= (previous?.end ?? article.body.start)
    ) {
      from--;
    }
    let to = lowerBound(this.#starts(), end);
    while (
      to < tokens.length &&
      !isBreak(tokens[to]) &&
      (tokens[to]?.start ?? Infinity) < (following?.start ?? Infinity)
    ) {
      to++;
    }
    const opening = from > 0 && isBreak(tokens[from - 1]) ? tokens[from - 1] : undefined;
    const afterBreaks = this.#pastBreaks(to, 1);
    const deletions: Span[] = [];
    let position = Math.min(start, tokens[from]?.start ?? start);
    for (let index = from; index < to; index++) {
      const token = tokens[index];
      if (
        token !== undefined &&
        !this.#isWithin(token, position, {
          from: tokens[from]?.start ?? start,
          to: tokens[to]?.start ?? Infinity,
        })
      ) {
        deletions.push({ start: position, end: token.start });
        position = token.end;
      }
    }
    const lineEnd = Math.max(end, tokens[to - 1]?.end ?? end, position);
    const isAfterBreak = opening?.kind === 'startTag' && opening.name === 'br';
    if (afterBreaks > to && (opening !== undefined || previous === undefined)) {
      deletions.push({ start: position, end: tokens[afterBreaks - 1]?.end ?? lineEnd });
    } else if (isAfterBreak && deletions.length === 0) {
      const firstBreak = this.#pastBreaks(from - 1, -1) + 1;
      deletions.push({ start: tokens[firstBreak]?.start ?? position, end: lineEnd });
    } else {
      deletions.push({ start: position, end: lineEnd });
    }
    const edits = deletions
      .filter((deletion) => deletion.end > deletion.start)
      .map((deletion) => ({ start: deletion.start, end: deletion.end, text: '' }));
    return { start, end: Math.max(end, start), verdict, edits };
  }

  /** The index after the last of the `<br>` from a token on that only white space is between. */
  #pastBreaks(index: number, step: 1 | -1): number {
    const { tokens } = this.#scene.article.body;
    const { text } = this.#scene.article;
    let at = index;
    for (;;) {
      const token = tokens[at];
      const neighbour = tokens[at - step];
      const [from, to] = step > 0 ? [neighbour?.end, token?.start] : [token?.end, neighbour?.start];
      const isNear = at === index || /^\s*$/.test(text.slice(from, to));
      if (token?.kind !== 'startTag' || token.name !== 'br' || !isNear) {
        return at;
      }
      at += step;
    }
  }

  /** Whether the element of a tag is all between two offsets. */
  #isWithin(
    token: HtmlToken,
    position: number,
    { from, to }: { readonly from: number; readonly to: number },
  ): boolean {
    if (token.kind !== 'startTag' && token.kind !== 'endTag') {
      return token.start >= position;
    }
    const element = this.#byTag().get(token.start);
    return element !== undefined && element.start >= from && element.end <= to;
  }

  #byTag(): ReadonlyMap<number, HtmlElement> {
    if (this.#elementsByTag === undefined) {
      const map = new Map<number, HtmlElement>();
      for (const element of this.#scene.outline.elements) {
        map.set(element.start, element);
        if (element.endTag !== undefined) {
          map.set(element.endTag.start, element);
        }
      }
      this.#elementsByTag = map;
    }
    return this.#elementsByTag;
  }

  #starts(): readonly number[] {
    return (this.#tokenStarts ??= this.#scene.article.body.tokens.map(({ start }) => start));
  }
}

function isBreak(token: HtmlToken | undefined): boolean {
  return (
    (token?.kind === 'startTag' || token?.kind === 'endTag') &&
    (blockNames.has(token.name) || token.name === 'br' || token.name === 'pre')
  );
}

function keyOf({ type, start }: Block['containers'][number]): string {
  return `${type}@${start}`;
}
