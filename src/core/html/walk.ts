import type { HtmlElement } from '../types';

/** Every element of a forest in document order, however deep it is nested: a stack, no recursion. */
export function* walkElements(roots: readonly HtmlElement[]): Iterable<HtmlElement> {
  const stack = [...roots].reverse();
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index];
      if (child !== undefined) {
        stack.push(child);
      }
    }
  }
}
