import type { Article, HtmlElement } from '../types';

/** The siblings of elements, found in one walk: an element does not know its place among them. */
export class Families {
  readonly #before = new Map<HtmlElement, HtmlElement>();
  readonly #after = new Map<HtmlElement, HtmlElement>();

  constructor({ body }: Article, elements: readonly HtmlElement[]) {
    this.#add(body.elements);
    for (const { children } of elements) {
      this.#add(children);
    }
  }

  before(element: HtmlElement): HtmlElement | undefined {
    return this.#before.get(element);
  }

  after(element: HtmlElement): HtmlElement | undefined {
    return this.#after.get(element);
  }

  #add(siblings: readonly HtmlElement[]): void {
    siblings.forEach((element, index) => {
      const before = siblings[index - 1];
      if (before !== undefined) {
        this.#before.set(element, before);
        this.#after.set(before, element);
      }
    });
  }
}

/** Searches for more than this many elements in one would not stay linear. */
const mostSearched = 200;

/** Whether an element or something in it is of a kind; a large element is searched in part. */
export function holds(element: HtmlElement, isOfKind: (candidate: HtmlElement) => boolean): boolean {
  const pending = [element];
  for (let next = pending.pop(), seen = 0; next !== undefined && seen < mostSearched; next = pending.pop()) {
    if (isOfKind(next)) {
      return true;
    }
    seen++;
    pending.push(...next.children.slice(0, 20));
  }
  return false;
}
