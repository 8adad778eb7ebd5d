import type { StateBlock } from 'markdown-it';
import { HtmlSource } from '../html/source';
import type { MarkupSink } from '../html/scanner';
import type { HtmlToken, Span, Unterminated } from '../types';
import { Container } from './container';

/** The text that is parsed, and how markdown-it's offsets map to it. */
export interface ParsedText {
  /** The document. */
  readonly text: string;
  /** The offset in it of the first character of a line of markdown-it's text (0-based). */
  startOfLine(line: number): number;
  /** Whether block tokens are wanted with their content, for rendering. */
  readonly withContent: boolean;
}

/** Where a container or a block of Markdown begins or ends in the list of tokens. */
export interface Mark {
  readonly kind: 'enterContainer' | 'leaveContainer' | 'enterBlock' | 'leaveBlock';
  /** Index of the first token after it. */
  readonly token: number;
  /** Offset in the document. */
  readonly offset: number;
}

/**
 * What one run of the block parser finds out about HTML and code. The block rules fill it while they
 * decide what is a block; all offsets in it are those of the document.
 */
export class BodyScan implements MarkupSink {
  readonly tokens: HtmlToken[] = [];
  readonly codeSpans: Span[] = [];
  readonly unclosed: Unterminated[] = [];
  readonly indentedChunks: Span[] = [];
  readonly marks: Mark[] = [];
  readonly prefixes: Span[] = [];
  /** Where the block or the first marker of the container that a block token opens begins, by its index. */
  readonly starts: number[] = [];
  readonly #parsed: ParsedText;
  readonly #source: HtmlSource;
  readonly #containers: Container[] = [];
  #seen = 0;

  constructor(parsed: ParsedText) {
    this.#parsed = parsed;
    this.#source = new HtmlSource(parsed.text);
  }

  /** The container that the parser is in. */
  get container(): Container {
    const container = this.#containers.at(-1);
    if (container === undefined) {
      throw new Error('A block rule ran outside the parser.');
    }
    return container;
  }

  get isRunning(): boolean {
    return this.#containers.length > 0;
  }

  /** The parser begins to read the lines of the body, a list item or a block quote. */
  enter(state: StateBlock, startLine: number, endLine: number): void {
    const parent = this.#containers.at(-1);
    if (parent !== undefined) {
      const marker = this.offsetOf(state, startLine, markerStart(state, startLine));
      for (let index = state.tokens.length - 1; state.tokens[index]?.map?.[0] === startLine; index--) {
        // The list, when this is its first item, and the item; or the quote.
        if ((state.tokens[index]?.nesting ?? 0) > 0 && this.starts[index] === undefined) {
          this.starts[index] = marker;
        }
      }
      this.catchUp(state);
      this.#mark('enterContainer', marker);
    }
    this.#containers.push(new Container(this, state, { startLine, endLine, parent, source: this.#source }));
  }

  leave(state: StateBlock): void {
    this.catchUp(state);
    const last = Math.max(state.line - 1, 0);
    this.#containers.pop();
    if (this.#containers.length > 0) {
      this.#mark('leaveContainer', this.offsetOf(state, last, state.eMarks[last] ?? 0));
    }
  }

  /** Reads the inline HTML of the Markdown blocks that the parser has produced since the last time. */
  catchUp(state: StateBlock): void {
    const { tokens } = state;
    for (; this.#seen < tokens.length; this.#seen++) {
      const token = tokens[this.#seen];
      if (token?.map) {
        this.starts[this.#seen] ??= this.offsetOf(state, token.map[0], contentStart(state, token.map[0]));
        if (token.type === 'inline' || token.type === 'tr_open') {
          this.container.readInline(state, token.map, token.type === 'tr_open');
        } else if (leafTypes.has(token.type) && this.#containers.length > 1) {
          this.#rememberPrefixes(state, token.map);
        }
      }
    }
  }

  #rememberPrefixes(state: StateBlock, [from, to]: readonly [number, number]): void {
    for (let line = from; line < to; line++) {
      const start = this.#parsed.startOfLine(line);
      const end = this.offsetOf(state, line, indentationStart(state, line));
      if (start < end) {
        this.prefixes.push({ start, end });
      }
    }
  }

  /** The document's offset of an offset of markdown-it's text that lies in the given line. */
  offsetOf(state: StateBlock, line: number, position: number): number {
    const lineStart = line === 0 ? 0 : (state.eMarks[line - 1] ?? 0) + 1;
    return this.#parsed.startOfLine(line) + position - lineStart;
  }

  get text(): string {
    return this.#parsed.text;
  }

  get withContent(): boolean {
    return this.#parsed.withContent;
  }

  token(token: HtmlToken): void {
    this.tokens.push(token);
    this.container.open.feed(token);
  }

  code(start: number, end: number): void {
    this.codeSpans.push({ start, end });
  }

  unterminated(what: string, start: number, end: number): void {
    this.unclosed.push({ what, start, end });
  }

  /** Runs `read`, which finds the inline HTML of one block of Markdown, between marks. */
  markBlock(start: number, end: number, read: () => void): void {
    const before = this.tokens.length;
    this.#mark('enterBlock', start);
    read();
    if (this.tokens.length > before) {
      this.#mark('leaveBlock', end);
    } else {
      this.marks.pop();
    }
  }

  #mark(kind: Mark['kind'], offset: number): void {
    this.marks.push({ kind, token: this.tokens.length, offset });
  }
}

/** Block tokens of leaf blocks; those that open one stand for it. */
export const leafTypes: ReadonlySet<string> = new Set(
  'paragraph_open heading_open html_block code_block fence hr table_open'.split(' '),
);

/** Where the marker is of the list item or block quote whose first line has just been opened. */
function markerStart(state: StateBlock, line: number): number {
  const opening = state.tokens.at(-1);
  let position = contentStart(state, line);
  const lineStart = line === 0 ? 0 : (state.eMarks[line - 1] ?? 0) + 1;
  while (position > lineStart && isSpaceOrTab(state.src.charCodeAt(position - 1))) {
    position--;
  }
  // An ordered item's `info` is its number.
  return position - (opening?.markup.length ?? 0) - (opening?.info.length ?? 0);
}

/** Where a line's text begins inside its container, indentation included. */
export function indentationStart(state: StateBlock, line: number): number {
  const first = state.bMarks[line] ?? 0;
  let position = contentStart(state, line);
  for (let columns = indentOf(state, line); columns > 0 && position > first; position--) {
    columns -= state.src.charCodeAt(position - 1) === 9 ? 4 : 1;
  }
  return position;
}

function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}

/** The first non-blank character of a line, as markdown-it sees it in the current container. */
export function contentStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Columns of indentation of a line inside its container. */
export function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

/** Whether a line that is not blank belongs to an outer container, or is a lazy continuation line. */
export function isOutdented(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line);
}
