import { decodeReferences } from '../render/characters';
import { firstEndingAfter } from '../spans';
import type { Article, Block, HtmlElement, HtmlToken, Span, StartTag } from '../types';
import { firstVisible } from './blank';
import { blockNames, isHtmlSpace } from './names';
import { plainMarkdown } from './plainMarkdown';

/** A line or paragraph as a reader sees it: text and pictures between two breaks (tags of blocks, `<br>`, blocks of Markdown). */
export interface Passage extends Span {
  /** White space folded, references decoded, marks of Markdown left out. */
  readonly text: string;
  /** How many characters of `text` are in links. */
  readonly linked: number;
  /** How many characters of `text` are code. */
  readonly code: number;
  readonly pictures: readonly StartTag[];
  /** How many of the pictures are in links. */
  readonly linkedPictures: number;
  /** Films, frames, forms and other things that are not text. */
  readonly embeds: readonly StartTag[];
  /** The innermost element that makes a block around it. */
  readonly element: HtmlElement | undefined;
  readonly isMarkdown: boolean;
  /** It is a heading, of either language. */
  readonly isHeading: boolean;
  /** It is an entry of a list or a cell of a table. */
  readonly isEntry: boolean;
  /** The list that it is an entry of is numbered. */
  readonly isNumbered: boolean;
}

/** What there is to read and see in a range. */
export interface Measure {
  /** Characters, white space not counted. */
  readonly length: number;
  readonly linked: number;
  readonly code: number;
  readonly pictures: number;
  readonly embeds: number;
  readonly links: number;
}

export interface Outline {
  /** In source order. */
  readonly passages: readonly Passage[];
  /** Every element in source order, an outer one before what it holds. */
  readonly elements: readonly HtmlElement[];
  measure(span: Span): Measure;
  /** Indices of the passages that begin in a range: the first, and the one after the last. */
  within(span: Span): readonly [number, number];
  /** The text that a reader sees in a range, white space folded, at most `longest` characters of source. */
  textOf(span: Span, longest?: number): string;
}

/** Elements that stand for themselves although they have no text: a passage of their own. */
const embedNames: ReadonlySet<string> = new Set('video audio iframe object embed canvas applet'.split(' '));
const controlNames: ReadonlySet<string> = new Set('input select textarea progress meter'.split(' '));
const breakNames: ReadonlySet<string> = new Set([...blockNames, ...embedNames, 'br', 'pre', 'button']);
const headingNames: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const entryNames: ReadonlySet<string> = new Set(['li', 'td', 'th', 'dt', 'dd']);
/** Elements whose content is not shown as text of the page. */
const drawnNames: ReadonlySet<string> = new Set(['svg', 'template']);

/** Tags that highlighters write into code; any other tag there is what the code shows. */
const highlighting = /<\/?(?:span|em|strong|b|i|a|br|mark|code)(?=[\s/>])[^<>]*>/gi;

/** Reads a body once, as a reader would. Linear time. */
export function outlineOf(article: Article): Outline {
  return new OutlineBuilder(article).build();
}

interface Draft {
  start: number;
  end: number;
  parts: string[];
  linked: number;
  code: number;
  pictures: StartTag[];
  linkedPictures: number;
  embeds: StartTag[];
  isMarkdown: boolean;
}

class OutlineBuilder {
  readonly #article: Article;
  readonly #passages: Passage[] = [];
  readonly #elements: HtmlElement[] = [];
  /** Where pieces of text begin, and how much there is before each. */
  readonly #pieces: number[] = [];
  readonly #lengths: number[] = [0];
  readonly #linked: number[] = [0];
  readonly #code: number[] = [0];
  readonly #texts: string[] = [];
  readonly #pictures: number[] = [];
  readonly #embeds: number[] = [];
  readonly #links: number[] = [];
  readonly #edges: readonly number[];
  #draft: Draft | undefined;
  #linkDepth = 0;
  #drawnDepth = 0;
  #noscriptDepth = 0;
  #nextEdge = 0;
  #nextBlock = 0;
  /** Elements around the current place. */
  readonly #open: HtmlElement[] = [];
  /** The innermost block around what an element holds: inline elements that are never closed lie in each other. */
  readonly #blockOf = new Map<HtmlElement, HtmlElement | undefined>();
  #nextElement = 0;

  constructor(article: Article) {
    this.#article = article;
    const { blocks, elements } = article.body;
    this.#edges = blocks.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
    const pending = [...elements].reverse();
    for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
      this.#elements.push(element);
      for (let index = element.children.length - 1; index >= 0; index--) {
        const child = element.children[index];
        if (child !== undefined) {
          pending.push(child);
        }
      }
    }
  }

  build(): Outline {
    const { body } = this.#article;
    let position = body.start;
    for (const token of body.tokens) {
      this.#gap(position, token.start);
      this.#token(token);
      position = Math.max(position, token.end);
    }
    this.#gap(position, body.end);
    this.#flush();
    return this.#outline();
  }

  #token(token: HtmlToken): void {
    if (token.kind !== 'startTag' && token.kind !== 'endTag') {
      return;
    }
    const step = token.kind === 'startTag' ? 1 : -1;
    if (breakNames.has(token.name)) {
      this.#flush();
    }
    if (token.name === 'a') {
      this.#linkDepth = Math.max(0, this.#linkDepth + step);
    } else if (drawnNames.has(token.name) && !(token.kind === 'startTag' && token.selfClosing)) {
      this.#drawnDepth = Math.max(0, this.#drawnDepth + step);
    }
    if (token.name === 'noscript') {
      this.#noscriptDepth = Math.max(0, this.#noscriptDepth + step);
    }
    if (token.kind === 'endTag' || this.#drawnDepth > 0) {
      return;
    }
    if (token.name === 'a') {
      this.#links.push(token.start);
    } else if (token.name === 'img' && this.#noscriptDepth === 0) {
      this.#pictures.push(token.start);
      const draft = this.#at(token.start, token.end);
      draft.pictures.push(token);
      draft.linkedPictures += this.#linkDepth > 0 ? 1 : 0;
    } else if (embedNames.has(token.name) || controlNames.has(token.name)) {
      this.#embeds.push(token.start);
      this.#at(token.start, token.end).embeds.push(token);
      if (embedNames.has(token.name)) {
        this.#flush();
      }
    }
  }

  /** The text between two tags: edges of blocks end passages, spans of code count as such. */
  #gap(start: number, end: number): void {
    if (start >= end) {
      return;
    }
    const { body } = this.#article;
    let position = start;
    let code = firstEndingAfter(body.code, start);
    while (position < end) {
      while ((this.#edges[this.#nextEdge] ?? Infinity) <= position) {
        if ((this.#edges[this.#nextEdge] ?? 0) >= start) {
          this.#flush();
        }
        this.#nextEdge++;
      }
      const span = body.code[code];
      if (span !== undefined && span.end <= position) {
        code++;
        continue;
      }
      const inCode = span !== undefined && span.start <= position;
      const next = Math.min(
        end,
        this.#edges[this.#nextEdge] ?? Infinity,
        inCode ? span.end : (span?.start ?? Infinity),
      );
      this.#piece(position, next, inCode);
      position = next;
    }
  }

  #piece(start: number, end: number, inCode: boolean): void {
    const { text, body } = this.#article;
    const visible = firstVisible(text, start, end, body.prefixes);
    if (this.#drawnDepth > 0) {
      return;
    }
    if (visible < 0) {
      // White space between two words of one passage.
      this.#draft?.parts.push(text.slice(start, end));
      return;
    }
    const kind = body.kindAt(visible);
    const isCode = inCode || kind === 'code';
    let plain = { text: text.slice(start, end), linked: 0 };
    if (kind === 'markdown') {
      plain = plainMarkdown(withoutPrefixes(text, start, end, body.prefixes));
    } else if (isCode) {
      plain.text = plain.text.replace(highlighting, '');
    } else {
      plain.text = decodeReferences(withoutPrefixes(text, start, end, body.prefixes));
    }
    const length = printedLength(plain.text);
    const linked = this.#linkDepth > 0 ? length : plain.linked;
    const last = this.#pieces.length;
    this.#pieces.push(visible);
    this.#texts.push(plain.text);
    this.#lengths.push((this.#lengths[last] ?? 0) + length);
    this.#linked.push((this.#linked[last] ?? 0) + linked);
    this.#code.push((this.#code[last] ?? 0) + (isCode ? length : 0));

    let printed = end;
    while (isHtmlSpace(text.charCodeAt(printed - 1))) {
      printed--;
    }
    const draft = this.#at(visible, printed);
    draft.parts.push(plain.text);
    draft.linked += linked;
    draft.code += isCode ? length : 0;
    draft.isMarkdown ||= kind === 'markdown';
  }

  #at(start: number, end: number): Draft {
    this.#draft ??= {
      start,
      end,
      parts: [],
      linked: 0,
      code: 0,
      pictures: [],
      linkedPictures: 0,
      embeds: [],
      isMarkdown: false,
    };
    this.#draft.end = end;
    return this.#draft;
  }

  #flush(): void {
    const draft = this.#draft;
    if (draft === undefined) {
      return;
    }
    this.#draft = undefined;
    const { parts, start, end, isMarkdown } = draft;
    const element = this.#blockAround(start);
    const block = isMarkdown ? this.#blockAt(start) : undefined;
    const item = block?.containers.findLast(({ type }) => type === 'item');
    this.#passages.push({
      start,
      end,
      text: fold(parts.join('')),
      linked: draft.linked,
      code: draft.code,
      pictures: draft.pictures,
      linkedPictures: draft.linkedPictures,
      embeds: draft.embeds,
      element,
      isMarkdown,
      isHeading: block?.type.startsWith('heading') ?? headingNames.has(element?.name ?? ''),
      isEntry: item !== undefined || block?.type === 'table' || isInEntry(element),
      isNumbered:
        item === undefined ? isInNumberedList(element) : /\d/.test(this.#article.text[item.start] ?? ''),
    });
  }

  /** The block of Markdown at an offset; offsets only grow. */
  #blockAt(offset: number): Block | undefined {
    const { blocks } = this.#article.body;
    while ((blocks[this.#nextBlock]?.end ?? Infinity) <= offset) {
      this.#nextBlock++;
    }
    const block = blocks[this.#nextBlock];
    return block !== undefined && block.start <= offset ? block : undefined;
  }

  #blockAround(offset: number): HtmlElement | undefined {
    for (
      let element = this.#elements[this.#nextElement];
      element !== undefined && element.start <= offset;
      element = this.#elements[++this.#nextElement]
    ) {
      this.#leave(element.start);
      this.#open.push(element);
      const outer = element.parent && this.#blockOf.get(element.parent);
      this.#blockOf.set(element, blockNames.has(element.name) ? element : outer);
    }
    this.#leave(offset);
    const innermost = this.#open.at(-1);
    return innermost && this.#blockOf.get(innermost);
  }

  #leave(offset: number): void {
    while ((this.#open.at(-1)?.end ?? Infinity) <= offset) {
      this.#open.pop();
    }
  }

  #outline(): Outline {
    const passages = this.#passages;
    const starts = passages.map(({ start }) => start);
    const pieces = this.#pieces;
    const texts = this.#texts;
    const sums = [this.#lengths, this.#linked, this.#code] as const;
    const pictures = this.#pictures;
    const embeds = this.#embeds;
    const links = this.#links;
    const range = (sorted: readonly number[], { start, end }: Span): readonly [number, number] => [
      lowerBound(sorted, start),
      lowerBound(sorted, end),
    ];
    return {
      passages,
      elements: this.#elements,
      measure(span) {
        const [from, to] = range(pieces, span);
        const [length, linked, code] = sums.map((sum) => (sum[to] ?? 0) - (sum[from] ?? 0));
        const count = (sorted: readonly number[]): number => {
          const [first, last] = range(sorted, span);
          return last - first;
        };
        return {
          length: length ?? 0,
          linked: linked ?? 0,
          code: code ?? 0,
          pictures: count(pictures),
          embeds: count(embeds),
          links: count(links),
        };
      },
      within: (span) => range(starts, span),
      textOf(span, longest = 2000) {
        const [from, to] = range(pieces, span);
        const parts: string[] = [];
        let length = 0;
        for (let index = from; index < to && length < longest; index++) {
          const part = texts[index] ?? '';
          parts.push(part);
          length += part.length;
        }
        return fold(parts.join(' '));
      },
    };
  }
}

/** Index of the first number that is not below the limit. */
export function lowerBound(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** A few elements around are enough: an entry is not far from its list. */
/** In a list or a table, its text perhaps in a paragraph; a row of one cell is a frame of the page. */
function isInEntry(element: HtmlElement | undefined): boolean {
  if (element === undefined || entryNames.has(element.name)) {
    return element !== undefined;
  }
  const around = element.name === 'p' ? element.parent : undefined;
  if (around === undefined || !entryNames.has(around.name)) {
    return false;
  }
  return around.name !== 'td' || (around.parent?.children.length ?? 0) > 1;
}

function isInNumberedList(element: HtmlElement | undefined): boolean {
  for (let around = element, depth = 0; around !== undefined && depth < 4; around = around.parent, depth++) {
    if (around.name === 'ol') {
      return true;
    }
  }
  return false;
}

function withoutPrefixes(text: string, start: number, end: number, prefixes: readonly Span[]): string {
  if (prefixes.length === 0) {
    return text.slice(start, end);
  }
  let result = '';
  let position = start;
  for (let index = firstEndingAfter(prefixes, start); ; index++) {
    const prefix = prefixes[index];
    if (prefix === undefined || prefix.start >= end) {
      break;
    }
    result += text.slice(position, Math.max(position, prefix.start));
    position = Math.max(position, Math.min(prefix.end, end));
  }
  return result + text.slice(position, end);
}

/** White space of any width to one space each; characters without width go. */
function fold(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]+/g, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

function printedLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 32 && code !== 0xa0 && code !== 0x3000) {
      length++;
    }
  }
  return length;
}
