import { LineMap } from './lines';

/** What a reader does to scroll; a pointer comes over the page before it can drag the scroll bar. */
const intentions = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'pointermove'] as const;

const cursorClass = 'at-cursor';

export interface ScrollingOptions {
  readonly article: HTMLElement;
  /** What covers the upper edge of the page. */
  readonly toolbar: HTMLElement;
  /** The reader scrolled; a line of the source, with a fraction, is at the upper edge. */
  readonly onScrolled: (line: number) => void;
  /** The page scrolled for whatever reason. At most once a frame. */
  readonly onMoved: () => void;
}

/**
 * Keeps the page at the place of the editor and tells of what the reader scrolls. The page also moves when it is
 * updated or follows the editor; that is never told, or the editor would jump while someone types.
 */
export class Scrolling {
  readonly #options: ScrollingOptions;
  #lines: LineMap;
  #byReader = false;
  #isPending = false;
  #toldLine = 0;
  #cursorLine = 0;

  constructor(options: ScrollingOptions) {
    this.#options = options;
    this.#lines = new LineMap(options.article, 0);
    for (const intention of intentions) {
      window.addEventListener(intention, () => (this.#byReader = true), { passive: true, capture: true });
    }
    window.addEventListener(
      'scroll',
      () => {
        this.#onScroll();
      },
      { passive: true },
    );
  }

  /** The article was changed: its lines are elsewhere now. */
  updated(lineCount: number): void {
    this.#byReader = false;
    this.#lines = new LineMap(this.#options.article, lineCount);
    this.mark(this.#cursorLine);
  }

  /** Shows a line of the source at the upper edge. */
  to(line: number): void {
    this.#byReader = false;
    this.#toldLine = line;
    // At once: the editor moves in steps already, and easing each of them would lag behind.
    window.scrollTo({ top: this.#lines.topOf(line) - this.#edge(), behavior: 'instant' });
  }

  /** Marks the block that a line of the source is in; 0 for none. */
  mark(line: number): void {
    this.#cursorLine = line;
    const element = line > 0 ? this.#lines.elementOf(line) : undefined;
    const marked = element && blockOf(element);
    for (const other of this.#options.article.querySelectorAll(`.${cursorClass}`)) {
      if (other !== marked) {
        other.classList.remove(cursorClass);
        if (other.classList.length === 0) {
          other.removeAttribute('class');
        }
      }
    }
    marked?.classList.add(cursorClass);
  }

  /** The line at the upper edge of what can be seen. */
  firstLine(): number {
    return this.#lines.lineAt(window.scrollY + this.#edge());
  }

  /** Once a frame: reading a place makes the browser lay out the page. */
  #onScroll(): void {
    if (!this.#isPending) {
      this.#isPending = true;
      requestAnimationFrame(() => {
        this.#isPending = false;
        this.#options.onMoved();
        if (this.#byReader) {
          this.#tell(window.scrollY <= 0 ? 1 : this.firstLine());
        }
      });
    }
  }

  #tell(line: number): void {
    if (Math.floor(line) !== Math.floor(this.#toldLine)) {
      this.#toldLine = line;
      this.#options.onScrolled(line);
    }
  }

  #edge(): number {
    return this.#options.toolbar.offsetHeight;
  }
}

/** A mark before a run of text has no height; the block around it has. */
function blockOf(element: Element): Element {
  return element.matches('[data-winnow="text"]') ? (element.parentElement ?? element) : element;
}
