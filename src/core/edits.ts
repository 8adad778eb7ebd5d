import type { Edit, Span } from './types';

/** Applies sorted, non-overlapping edits. Text outside them is copied as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const edit of edits) {
    if (edit.start < position || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`Edit ${edit.start}-${edit.end} overlaps another or lies outside the text.`);
    }
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}

/** Part of a text being rewritten: a range of the original, or text that is new. */
type Piece = Span | { readonly text: string };

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

/**
 * A text that is edited in several passes, each pass in the offsets of the pass before, and that
 * still knows for every character whether and where it was in the original.
 */
export class Rewrite {
  readonly #original: string;
  #pieces: readonly Piece[];
  #text: string;

  constructor(original: string) {
    this.#original = original;
    this.#text = original;
    this.#pieces = original.length > 0 ? [{ start: 0, end: original.length }] : [];
  }

  get text(): string {
    return this.#text;
  }

  /** Applies sorted, non-overlapping edits given in offsets of the present text. */
  apply(edits: readonly Edit[]): void {
    this.#text = applyEdits(this.#text, edits);
    const result: Piece[] = [];
    let index = 0;
    let inPiece = 0;
    let position = 0;
    const take = (until: number, keep: boolean): void => {
      while (position < until) {
        const piece = this.#pieces[index];
        if (piece === undefined) {
          return;
        }
        const count = Math.min(lengthOf(piece) - inPiece, until - position);
        if (keep) {
          result.push(slicePiece(piece, inPiece, inPiece + count));
        }
        position += count;
        inPiece += count;
        if (inPiece === lengthOf(piece)) {
          index++;
          inPiece = 0;
        }
      }
    };
    for (const edit of edits) {
      take(edit.start, true);
      take(edit.end, false);
      if (edit.text.length > 0) {
        result.push({ text: edit.text });
      }
    }
    take(Infinity, true);
    this.#pieces = result;
  }

  /** The smallest sorted edits that turn the original into the present text. */
  toEdits(): readonly Edit[] {
    const edits: Edit[] = [];
    let start = 0;
    let inserted = '';
    const flush = (end: number): void => {
      if (end > start || inserted.length > 0) {
        edits.push({ start, end, text: inserted });
      }
      inserted = '';
    };
    for (const piece of this.#pieces) {
      if ('text' in piece) {
        inserted += piece.text;
      } else {
        flush(piece.start);
        start = piece.end;
      }
    }
    flush(this.#original.length);
    return edits;
  }

  /** A function from offsets of the present text to offsets of the original, monotonic, O(log n) each. */
  originalOffsets(): (offset: number) => number {
    const starts: number[] = [];
    const origins: { readonly at: number; readonly kept: boolean }[] = [];
    let position = 0;
    let last = 0;
    for (const piece of this.#pieces) {
      starts.push(position);
      if ('text' in piece) {
        origins.push({ at: last, kept: false });
      } else {
        origins.push({ at: piece.start, kept: true });
        last = piece.end;
      }
      position += lengthOf(piece);
    }
    return (offset) => {
      if (offset >= position) {
        return this.#original.length;
      }
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      const origin = origins[low];
      if (origin === undefined) {
        return 0;
      }
      return origin.kept ? origin.at + offset - (starts[low] ?? 0) : origin.at;
    };
  }
}

function slicePiece(piece: Piece, start: number, end: number): Piece {
  return 'text' in piece
    ? { text: piece.text.slice(start, end) }
    : { start: piece.start + start, end: piece.start + end };
}

/**
 * A function from offsets before the edits to offsets after them, for offsets asked in any order.
 * An offset inside a replaced range maps to the end of its replacement.
 */
export function offsetsAfter(edits: readonly Edit[]): (offset: number) => number {
  const ends: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  for (const edit of edits) {
    shift += edit.text.length - (edit.end - edit.start);
    ends.push(edit.end);
    shifts.push(shift);
  }
  return (offset) => {
    // The first edit that ends after the offset; all before it lie wholly in front.
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const before = low > 0 ? (shifts[low - 1] ?? 0) : 0;
    const edit = edits[low];
    return edit !== undefined && offset > edit.start
      ? edit.start + before + edit.text.length
      : offset + before;
  };
}

/** The number of bytes of a text in UTF-8; a lone surrogate counts as U+FFFD does. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes += 1;
    } else if (code < 0x800) {
      bytes += 2;
    } else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      index++;
    } else {
      bytes += 3;
    }
  }
  return bytes;
}
