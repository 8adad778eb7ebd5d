/**
 * The runs of backticks in a range of text. A code span begins with a run and ends at the next run of the
 * same length (CommonMark 0.31, section 6.1). markdown-it's own rule forgets, once it has met an unclosed
 * run, those that it had passed before, so that a `[` in front of a code span can hide it.
 */
export class BacktickRuns {
  readonly #text: string;
  readonly #end: number;
  /** By length: where the runs begin. */
  readonly #runs = new Map<number, number[]>();

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#end = end;
    let position = text.indexOf('`', start);
    while (position >= 0 && position < end) {
      const length = this.length(position);
      const runs = this.#runs.get(length);
      if (runs === undefined) {
        this.#runs.set(length, [position]);
      } else {
        runs.push(position);
      }
      position = text.indexOf('`', position + length);
    }
  }

  /** How many backticks stand at an offset and after it. */
  length(from: number): number {
    let position = from;
    while (position < this.#end && this.#text.charCodeAt(position) === 96) {
      position++;
    }
    return position - from;
  }

  /** Where the run begins that closes a code span with `length` backticks and content at `from`; -1 for none. */
  closer(length: number, from: number): number {
    const runs = this.#runs.get(length) ?? [];
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle] ?? from) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return runs[low] ?? -1;
  }
}
