/** Greater than every offset, yet a small integer, which engines keep without allocating. */
export const nowhere = 0x3fffffff;

/**
 * Answers "where is the next one at or after this offset?". The last answer is kept together with the
 * range it is valid for, so that a scan which moves forward stays linear however often it asks, also
 * when the answer lies beyond the scan's limit or there is none.
 */
export class Finder {
  readonly #search: (from: number) => number;
  #from = 0;
  #found = -1;

  /** `search` returns the offset of the first occurrence at or after `from`, or -1. */
  constructor(search: (from: number) => number) {
    this.#search = search;
  }

  /** The offset of the next occurrence at or after `from`; `nowhere` when there is none. */
  next(from: number): number {
    if (from < this.#from || from > this.#found) {
      const found = this.#search(from);
      this.#from = from;
      this.#found = found < 0 ? nowhere : found;
    }
    return this.#found;
  }
}

/** A finder of a fixed string. */
export function findString(text: string, needle: string): Finder {
  return new Finder((from) => text.indexOf(needle, from));
}

/** A finder of a global regular expression. Its matches must not overlap one another's beginnings. */
export function findPattern(text: string, pattern: RegExp): Finder {
  return new Finder((from) => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? -1;
  });
}
