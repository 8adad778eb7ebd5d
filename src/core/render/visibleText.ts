import { firstEndingAfter, spansContain } from '../spans';
import type { Article, Body, Span } from '../types';
import { decodeReferences } from './characters';
import { type CodeShape, endOfHighlightTag, shapeOfCode } from './codeText';
import { shownRawText } from './tagKinds';

/** Longer ones do not exist. */
const longestReference = 40;

/**
 * What a reader sees of a range of the body, without white space, and where each character of it stands. The marks and
 * addresses of Markdown are in it: what they are takes more than a look.
 */
export class VisibleText {
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];

  constructor(article: Article, start: number, end: number) {
    const parts: string[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (const { shown, from, to } of shownIn(article, start, end)) {
      for (const unit of shown.split('')) {
        parts.push(unit);
        starts.push(from);
        ends.push(to);
      }
    }
    this.text = parts.join('');
    this.#starts = starts;
    this.#ends = ends;
  }

  /** The offset in the document at which a character begins. */
  startOf(index: number): number | undefined {
    return this.#starts[index];
  }

  /** The offset in the document after a character. */
  endOf(index: number): number | undefined {
    return this.#ends[index];
  }
}

interface Shown {
  /** A UTF-16 unit, or what a character reference stands for. */
  readonly shown: string;
  readonly from: number;
  readonly to: number;
}

function* shownIn({ text, body }: Article, start: number, end: number): Iterable<Shown> {
  const shownAsText = new Set(body.unterminated.map((unterminated) => unterminated.start));
  let token = firstEndingAfter(body.tokens, start);
  let prefix = firstEndingAfter(body.prefixes, start);
  for (let position = start; position < end;) {
    for (; (body.tokens[token]?.end ?? Infinity) <= position; token++);
    for (; (body.prefixes[prefix]?.end ?? Infinity) <= position; prefix++);
    const tag = body.tokens[token];
    const marker = body.prefixes[prefix];
    if (tag && tag.start <= position && !isShown(tag, shownAsText)) {
      position = tag.end;
    } else if (marker && marker.start <= position) {
      position = marker.end;
    } else {
      const next = shownAt(text, position, body);
      if (next.shown.trim() !== '') {
        yield next;
      }
      position = next.to;
    }
  }
}

function isShown(token: Body['tokens'][number], shownAsText: ReadonlySet<number>): boolean {
  return shownAsText.has(token.start) || (token.kind === 'rawText' && shownRawText.has(token.name));
}

function shownAt(text: string, from: number, body: Body): Shown {
  const character = text.charAt(from);
  if (character === '&' && !isLiteral(text, from, body)) {
    const reference = /^&#?[0-9a-z]+;/i.exec(text.slice(from, from + longestReference))?.[0];
    if (reference !== undefined) {
      return { shown: decodeReferences(reference), from, to: from + reference.length };
    }
  }
  if (character === '<' && spansContain(body.code, from) && !isLiteral(text, from, body)) {
    const to = endOfMarkup(text, from, body);
    return to > from ? { shown: '', from, to } : { shown: character, from, to: from + 1 };
  }
  return { shown: character, from, to: from + 1 };
}

/** The end of the tag of a highlighter, or of its frame around a line, that begins at an offset in code; -1 for none. */
function endOfMarkup(text: string, offset: number, { code }: Body): number {
  const span = code[firstEndingAfter(code, offset)];
  if (span === undefined) {
    return endOfHighlightTag(text, offset, false);
  }
  let shape = shapes.get(span);
  if (shape === undefined) {
    shape = shapeOfCode(text.slice(span.start, span.end));
    shapes.set(span, shape);
  }
  const frame = shape.frames[firstEndingAfter(shape.frames, offset - span.start)];
  return frame !== undefined && frame.start <= offset - span.start
    ? span.start + frame.end
    : endOfHighlightTag(text, offset, shape.inHtml);
}

/** Found out once per piece of code. */
const shapes = new WeakMap<Span, CodeShape>();

/** Code of Markdown is shown as it is written; that of html holds character references and tags of a highlighter. */
function isLiteral(text: string, offset: number, { code, regions }: Body): boolean {
  const span = code[firstEndingAfter(code, offset)];
  if (span !== undefined && span.start <= offset) {
    return text[span.start - 1] === '`';
  }
  const region = regions[firstEndingAfter(regions, offset)];
  return region !== undefined && region.start <= offset && region.kind === 'code';
}
