import type { StateBlock } from 'markdown-it';
import { MarkupScanner } from '../html/scanner';
import { HtmlSource } from '../html/source';
import { InlineReader } from './inline';
import { OpenElements, type Rest } from './openElements';
import { type BodyScan, contentStart, isOutdented } from './scan';

interface ContainerOptions {
  readonly startLine: number;
  readonly endLine: number;
  readonly parent: Container | undefined;
  /** The source of the body itself. */
  readonly source: HtmlSource;
}

/** A run of lines, `to` excluded, whose bounds were looked up once. */
interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The body, a list item or a block quote while the parser is inside it. */
export class Container {
  readonly open = new OpenElements();
  readonly #scan: BodyScan;
  readonly #options: ContainerOptions;
  readonly #state: StateBlock;
  readonly #isQuote: boolean;
  #source: HtmlSource | undefined;
  #scanner: MarkupScanner | undefined;
  #inline: InlineReader | undefined;
  #paragraph: LineRange = { from: 0, to: 0 };
  #extent: LineRange = { from: 0, to: 0 };
  /** Per fence character: the shortest fence known to have no end up to `to`. */
  readonly #unclosedFences = new Map<number, { readonly length: number; readonly to: number }>();

  constructor(scan: BodyScan, state: StateBlock, options: ContainerOptions) {
    this.#scan = scan;
    this.#state = state;
    this.#options = options;
    this.#isQuote = options.parent !== undefined && state.parentType === 'blockquote';
  }

  /** The text that HTML of this container is scanned in. */
  get source(): HtmlSource {
    const { parent, source } = this.#options;
    if (parent === undefined) {
      return source;
    }
    this.#source ??= this.#isQuote ? this.#maskPrefixes() : parent.source;
    return this.#source;
  }

  get scanner(): MarkupScanner {
    return (this.#scanner ??= new MarkupScanner(this.source, this.#scan));
  }

  /** The local offset of the first non-blank character of a line. */
  start(line: number): number {
    return this.#local(line, contentStart(this.#state, line));
  }

  /** The local offset of the end of a line. */
  end(line: number): number {
    return this.#local(line, this.#state.eMarks[line] ?? 0);
  }

  /** The line after the last one before the next blank line or the end of the container. */
  paragraphEnd(line: number): number {
    if (line < this.#paragraph.from || line >= this.#paragraph.to) {
      const extentEnd = this.extentEnd(line);
      let to = line + 1;
      while (to < extentEnd && !this.#state.isEmpty(to)) {
        to++;
      }
      this.#paragraph = { from: line, to };
    }
    return this.#paragraph.to;
  }

  /** The line after the container's last, as far as that can be told from `line` on. */
  extentEnd(line: number): number {
    if (line < this.#extent.from || line >= this.#extent.to) {
      let to = line + 1;
      if (this.#options.parent === undefined) {
        to = this.#options.endLine;
      } else {
        while (to < this.#options.endLine && !isOutdented(this.#state, to)) {
          to++;
        }
      }
      this.#extent = { from: line, to };
    }
    return this.#extent.to;
  }

  /** The text from a local offset in a line to the end of the container. */
  rest(line: number, from: number): Rest {
    return { source: this.source, from, to: this.end(this.extentEnd(line) - 1) };
  }

  /** The name of the innermost element that is open where the line begins. */
  openElement(line: number): string | undefined {
    return this.open.innermost(this.rest(line, this.start(line)));
  }

  /** The line of the fence that closes the one of `length` characters `marker` in `line`; -1 for none. */
  fenceEnd(line: number, marker: number, length: number): number {
    const limit = this.extentEnd(line);
    const known = this.#unclosedFences.get(marker);
    if (known !== undefined && length >= known.length && limit <= known.to) {
      return -1;
    }
    for (let candidate = line + 1; candidate < limit; candidate++) {
      if (this.#closesFence(candidate, marker, length)) {
        return candidate;
      }
    }
    this.#unclosedFences.set(marker, { length, to: limit });
    return -1;
  }

  /** Reads the inline HTML and code of a Markdown block in these lines. */
  readInline(state: StateBlock, map: readonly [number, number], isTableRow: boolean): void {
    const [startLine, endLine] = map;
    // A setext heading counts its underline, a paragraph at the end may count a line too many.
    const lastLine = Math.max(startLine, endLine - 1);
    const start = this.#scan.offsetOf(state, startLine, contentStart(state, startLine));
    const end = this.#scan.offsetOf(state, lastLine, state.eMarks[lastLine] ?? 0);
    const body = this.#options.source;
    if (body.lessThan.next(start) >= end && body.next('codeMark', start) >= end) {
      return;
    }
    const { base } = this.source;
    const far = this.end(this.extentEnd(lastLine) - 1);
    const reader = (this.#inline ??= new InlineReader(this.source, this.#scan, state.md.helpers));
    this.#scan.markBlock(start, end, () => {
      if (isTableRow) {
        reader.readRow(start - base, end - base, far);
      } else {
        reader.read(start - base, end - base, far);
      }
    });
  }

  #closesFence(line: number, marker: number, length: number): boolean {
    const state = this.#state;
    const start = contentStart(state, line);
    if (state.src.charCodeAt(start) !== marker || (state.sCount[line] ?? 0) - state.blkIndent >= 4) {
      return false;
    }
    const end = state.skipChars(start, marker);
    return end - start >= length && state.skipSpaces(end) >= (state.eMarks[line] ?? 0);
  }

  #local(line: number, position: number): number {
    return this.#scan.offsetOf(this.#state, line, position) - this.source.base;
  }

  /** A copy of the quote's lines in which spaces stand for everything up to their content. */
  #maskPrefixes(): HtmlSource {
    const scan = this.#scan;
    const state = this.#state;
    const { startLine, endLine } = this.#options;
    const lineStart = (line: number): number =>
      scan.offsetOf(state, line, line === 0 ? 0 : (state.eMarks[line - 1] ?? 0) + 1);
    const base = lineStart(startLine);
    const parts: string[] = [];
    for (let line = startLine; line < endLine; line++) {
      const start = lineStart(line);
      const content = scan.offsetOf(state, line, state.bMarks[line] ?? 0);
      const next =
        line + 1 < endLine ? lineStart(line + 1) : scan.offsetOf(state, line, state.eMarks[line] ?? 0);
      parts.push(' '.repeat(content - start), scan.text.slice(content, next));
    }
    return new HtmlSource(parts.join(''), base);
  }
}
