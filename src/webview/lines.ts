/** A line of the source and where the page shows it, in CSS pixels from the top of the page. */
interface Anchor {
  readonly line: number;
  readonly element: Element;
}

/**
 * Maps lines of the source to places of the page and back. Between two anchors the way is divided evenly, so that
 * a long paragraph on one line scrolls as smoothly as a list.
 */
export class LineMap {
  readonly #anchors: readonly Anchor[];
  readonly #lineCount: number;

  /** Reads the anchors once: of each line the last that has one, which is the innermost. */
  constructor(article: Element, lineCount: number) {
    const byLine = new Map<number, Element>();
    let highest = 0;
    for (const element of article.querySelectorAll('[data-line]')) {
      const line = Number(element.getAttribute('data-line'));
      // What stands out of order, such as a footnote, would send the reader back and forth.
      if (line >= highest) {
        highest = line;
        byLine.set(line, element);
      }
    }
    this.#anchors = Array.from(byLine, ([line, element]) => ({ line, element }));
    this.#lineCount = lineCount;
  }

  /** The innermost element that the line is in; undefined before the first. */
  elementOf(line: number): Element | undefined {
    return this.#anchors[this.#lastWhere((anchor) => anchor.line <= line)]?.element;
  }

  /** How far from the top of the page the line is shown. */
  topOf(line: number): number {
    const index = this.#lastWhere((anchor) => anchor.line <= line);
    const [from, to] = this.#around(index);
    const share = to.line > from.line ? (line - from.line) / (to.line - from.line) : 0;
    return from.top + share * (to.top - from.top);
  }

  /** The line at so many pixels from the top of the page; its fraction says how far into the way to the next. */
  lineAt(top: number): number {
    const index = this.#lastWhere((anchor) => topOf(anchor.element) <= top);
    const [from, to] = this.#around(index);
    const share = to.top > from.top ? Math.min(1, (top - from.top) / (to.top - from.top)) : 0;
    return Math.max(1, from.line + share * (to.line - from.line));
  }

  /** The anchor of an index and the next; the ends of page and source stand for those before and after all. */
  #around(index: number): readonly [Place, Place] {
    const place = (anchor: Anchor | undefined): Place | undefined =>
      anchor && { line: anchor.line, top: topOf(anchor.element) };
    return [
      place(this.#anchors[index]) ?? { line: 1, top: 0 },
      place(this.#anchors[index + 1]) ?? {
        line: this.#lineCount + 1,
        top: document.documentElement.scrollHeight,
      },
    ];
  }

  /** Index of the last anchor for which the condition holds, which must hold for all before it; -1 for none. */
  #lastWhere(holds: (anchor: Anchor) => boolean): number {
    let low = 0;
    let high = this.#anchors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const anchor = this.#anchors[middle];
      if (anchor && holds(anchor)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}

interface Place {
  readonly line: number;
  readonly top: number;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top + window.scrollY;
}
