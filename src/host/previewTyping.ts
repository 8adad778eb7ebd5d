import type { TypedText } from '../webview/protocol';

/** One change of a document, as VS Code tells of it: offsets of the text before. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** So much of the text on either side tells which place is meant, in UTF-16 units. */
const contextLength = 40;

/** More at once is pasted, not typed. */
const longest = 200;

/**
 * What ends a piece of text that the page shows as it is written: tags and references of HTML, marks of Markdown, the end of
 * the line.
 */
const marksOf = { html: marks('<>&;'), markdown: marks('<>&;*_`~[\\]()|\\\\#!') };

/** @param characters as in a class of a regular expression */
function marks(characters: string): Readonly<Record<'any' | 'until' | 'since', RegExp>> {
  return {
    any: new RegExp(`[${characters}\\r\\n]`),
    until: new RegExp(`^[^${characters}\\r\\n]*`),
    since: new RegExp(`[^${characters}\\r\\n]*$`),
  };
}

/** The update that typing begins from. */
export interface TypingStart {
  /** What it was made from. */
  readonly text: string;
  /** Of the document. */
  readonly version: number;
  readonly bodyStart: number;
  /** Whether an offset is in HTML, where the marks of Markdown are text. */
  readonly isHtml: (offset: number) => boolean;
}

/**
 * Follows what is typed since an update, so that the page can show letters before the next one: a whole update takes a
 * judgement of the whole article, which a few letters all but never change.
 */
export class Typing {
  #text: string;
  #version: number;
  readonly #bodyStart: number;
  readonly #isHtml: (offset: number) => boolean;
  /** The changes up to now; each is of the text that the one before left. */
  readonly #changes: { readonly start: number; readonly removed: number; readonly inserted: number }[] = [];

  constructor({ text, version, bodyStart, isHtml }: TypingStart) {
    this.#text = text;
    this.#version = version;
    this.#bodyStart = bodyStart;
    this.#isHtml = isHtml;
  }

  /**
   * What the page has to change; undefined when the change is of more than letters of one piece of text, and from then on,
   * since the text is another one.
   */
  type(changes: readonly TextChange[], version: number): TypedText | undefined {
    const [change] = changes;
    if (change === undefined || changes.length > 1 || version !== this.#version + 1) {
      this.#version = NaN;
      return undefined;
    }
    const { rangeOffset: start, rangeLength, text: inserted } = change;
    const end = start + rangeLength;
    const text = this.#text;
    const removed = text.slice(start, end);
    const before = text.slice(Math.max(0, start - contextLength), start);
    const after = text.slice(end, end + contextLength);
    this.#version = version;
    this.#text = text.slice(0, start) + inserted + text.slice(end);
    const offset = this.#offsetInUpdate(start);
    const { any, since, until } = marksOf[this.#isHtml(offset) ? 'html' : 'markdown'];
    this.#changes.push({ start, removed: rangeLength, inserted: inserted.length });
    if (
      offset < this.#bodyStart ||
      inserted.length > longest ||
      rangeLength > longest ||
      any.test(inserted) ||
      any.test(removed)
    ) {
      this.#version = NaN;
      return undefined;
    }
    const left = since.exec(before)?.[0] ?? '';
    const right = until.exec(after)?.[0] ?? '';
    return { offset, left, removed, inserted, right };
  }

  /** Where the place was in the text of the update. */
  #offsetInUpdate(offset: number): number {
    return this.#changes.reduceRight((at, { start, removed, inserted }) => {
      if (at >= start + inserted) {
        return at - inserted + removed;
      }
      return Math.min(at, start);
    }, offset);
  }
}
