import type MarkdownIt from 'markdown-it';
import { isHtmlSpace } from '../html/names';
import { MarkupScanner, type MarkupSink } from '../html/scanner';
import type { HtmlSource } from '../html/source';
import type { HtmlToken } from '../types';
import { BacktickRuns } from './codeSpans';

export type LinkHelpers = Pick<MarkdownIt['helpers'], 'parseLinkDestination' | 'parseLinkTitle'>;

/** A `[` that may begin a link, or `![` that may begin an image. */
interface Bracket {
  readonly isImage: boolean;
  /** How many tokens there were before it. */
  readonly tokens: number;
}

/** CommonMark 0.31, section 6.5: `<scheme:...>` or `<address@host>`. */
const autolink =
  // eslint-disable-next-line no-control-regex -- control characters end an address
  /<(?:[a-z][a-z0-9+.-]{1,31}:[^<>\x00-\x20]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*)>/iy;

/** The end of the autolink at `start`, or -1. */
export function matchAutolink(text: string, start: number, limit: number): number {
  autolink.lastIndex = start;
  return autolink.test(text) && autolink.lastIndex <= limit ? autolink.lastIndex : -1;
}

/**
 * Finds inline HTML and code in a block of Markdown text as CommonMark does: code spans, autolinks and
 * tags bind alike and from left to right, a link's destination and title and an image's description hold
 * no tags. Offsets are local to the source.
 */
export class InlineReader {
  readonly #source: HtmlSource;
  readonly #sink: MarkupSink;
  readonly #scanner: MarkupScanner;
  readonly #helpers: LinkHelpers;
  #tokens: HtmlToken[] = [];
  #far = 0;
  #brackets: Bracket[] = [];
  /** Brackets below this depth stand before a link, and a link holds no other. */
  #inactive = 0;
  #runs: BacktickRuns | undefined;

  constructor(source: HtmlSource, sink: MarkupSink, helpers: LinkHelpers) {
    this.#source = source;
    this.#sink = sink;
    this.#helpers = helpers;
    this.#scanner = new MarkupScanner(source, {
      token: (token) => this.#tokens.push(token),
      code: (start, end) => {
        sink.code(start, end);
      },
      unterminated: (what, start, end) => {
        this.#report(what, start, end);
      },
    });
  }

  /** Reads the block in `[start, end)`; `far` is where its container ends. */
  read(start: number, end: number, far: number): void {
    this.#far = far;
    this.#scanner.begin();
    this.#readText(start, end);
    this.#flush();
  }

  /** Reads a row of a table cell by cell: as in GFM, a `|` ends a cell even in a code span. */
  readRow(start: number, end: number, far: number): void {
    this.#far = far;
    this.#scanner.begin();
    const { text } = this.#source;
    let cell = start;
    for (let position = start; position <= end; position++) {
      const isEnd = position === end;
      if (isEnd || (text.charCodeAt(position) === 124 && text.charCodeAt(position - 1) !== 92)) {
        this.#readText(cell, position);
        cell = position + 1;
      }
    }
    this.#flush();
  }

  #flush(): void {
    for (const token of this.#tokens) {
      this.#sink.token(token);
    }
    this.#tokens = [];
  }

  #readText(start: number, end: number): void {
    const { text } = this.#source;
    this.#brackets = [];
    this.#inactive = 0;
    this.#runs = undefined;
    let escaped = start;
    let position = start;
    while (position < end) {
      switch (text.charCodeAt(position)) {
        case 92: // backslash
          position = escaped = position + 2;
          break;
        case 96: // backtick
          position = this.#codeSpan(position, end);
          break;
        case 60: // <
          position = this.#markup(position, end);
          break;
        case 91: // [
          position = this.#openBracket(position, end, position > escaped);
          break;
        case 93: // ]
          position = this.#closeBracket(position, end);
          break;
        case 123: // {
          position = this.#template(position, end);
          break;
        default:
          position++;
      }
    }
  }

  #codeSpan(start: number, limit: number): number {
    const { text, base } = this.#source;
    const runs = (this.#runs ??= new BacktickRuns(text, start, limit));
    const length = runs.length(start);
    const closer = runs.closer(length, start + length);
    if (closer < 0) {
      return start + length;
    }
    this.#sink.code(base + start + length, base + closer);
    return closer + length;
  }

  #markup(start: number, limit: number): number {
    let end = matchAutolink(this.#source.text, start, limit);
    if (end < 0) {
      end = this.#scanner.inline(start, { tag: limit, code: limit, far: limit });
    }
    return end < 0 ? start + 1 : end;
  }

  #template(start: number, limit: number): number {
    if (this.#source.next('templateStart', start) !== start) {
      return start + 1;
    }
    const end = this.#scanner.template(start, limit);
    return end < 0 ? start + 1 : end;
  }

  #openBracket(position: number, limit: number, mayBeImage: boolean): number {
    const end = this.#template(position, limit);
    if (end === position + 1) {
      this.#brackets.push({
        isImage: mayBeImage && this.#source.text.charCodeAt(position - 1) === 33,
        tokens: this.#tokens.length,
      });
    }
    return end;
  }

  #closeBracket(position: number, limit: number): number {
    const depth = this.#brackets.length - 1;
    const bracket = this.#brackets.pop();
    const isInactive = bracket?.isImage !== true && depth < this.#inactive;
    this.#inactive = Math.min(this.#inactive, Math.max(depth, 0));
    if (bracket === undefined || isInactive) {
      return position + 1;
    }
    const end = this.#linkTail(position + 1, limit);
    if (end < 0) {
      return position + 1;
    }
    if (bracket.isImage) {
      this.#tokens.length = bracket.tokens;
    } else {
      this.#inactive = depth;
    }
    return end;
  }

  /** The end of `(destination "title")` at `start`, or -1. */
  #linkTail(start: number, limit: number): number {
    const { text } = this.#source;
    if (text.charCodeAt(start) !== 40) {
      return -1;
    }
    let position = skipSpace(text, start + 1, limit);
    const destination = this.#helpers.parseLinkDestination(text, position, limit);
    if (destination.ok) {
      position = skipSpace(text, destination.pos, limit);
      if (position > destination.pos) {
        const title = this.#helpers.parseLinkTitle(text, position, limit);
        if (title.ok) {
          position = skipSpace(text, title.pos, limit);
        }
      }
    }
    return position < limit && text.charCodeAt(position) === 41 ? position + 1 : -1;
  }

  /** An element that ends in a later block hides nothing; only one without any end is reported. */
  #report(what: string, start: number, end: number): void {
    const from = end - this.#source.base;
    const close = what === 'pre' ? this.#source.next('preEnd', from) : this.#source.nextRawEnd(what, from);
    if (close >= this.#far) {
      this.#sink.unterminated(what, start, end);
    }
  }
}

function skipSpace(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit && isHtmlSpace(text.charCodeAt(position))) {
    position++;
  }
  return position;
}
