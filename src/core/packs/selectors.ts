import { compile, type Options as SelectOptions } from 'css-select';
import { decodeReferences } from '../render/characters';
import type { HtmlElement } from '../types';
import { attribute } from '../html/attributes';

type Adapter = NonNullable<SelectOptions<HtmlElement, HtmlElement>['adapter']>;

/** Lets css-select walk the elements of a body. Text is no node there: `:contains` and `:empty` see none. */
function adapterFor(roots: readonly HtmlElement[]): Adapter {
  const siblings = (element: HtmlElement): HtmlElement[] =>
    (element.parent?.children ?? roots) as HtmlElement[];
  return {
    isTag: (element): element is HtmlElement => element.name !== '',
    getName: ({ name }) => name,
    getAttributeValue: ({ startTag }, name) => {
      const found = attribute(startTag, name.toLowerCase());
      return found === undefined ? undefined : decodeReferences(found.value);
    },
    hasAttrib: ({ startTag }, name) => attribute(startTag, name.toLowerCase()) !== undefined,
    getChildren: ({ children }) => children as HtmlElement[],
    getParent: ({ parent }) => parent ?? null,
    getSiblings: siblings,
    prevElementSibling: (element) => {
      const all = siblings(element);
      return all[all.indexOf(element) - 1] ?? null;
    },
    getText: () => '',
    removeSubsets: (elements) => elements,
    existsOne: (test, elements) => firstOf(elements, test) !== null,
    findOne: (test, elements) => firstOf(elements, test),
    findAll: (test, elements) => [...descendants(elements)].filter(test),
    equals: (a, b) => a === b,
  };
}

function firstOf(
  elements: readonly HtmlElement[],
  test: (element: HtmlElement) => boolean,
): HtmlElement | null {
  for (const element of descendants(elements)) {
    if (test(element)) {
      return element;
    }
  }
  return null;
}

function* descendants(elements: readonly HtmlElement[]): Iterable<HtmlElement> {
  const pending = [...elements].reverse();
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index];
      if (child !== undefined) {
        pending.push(child);
      }
    }
  }
}

/** A test of elements of one body by a CSS selector. Throws for a selector that is not one. */
export function compileSelector(
  selector: string,
  roots: readonly HtmlElement[],
): (element: HtmlElement) => boolean {
  return compile<HtmlElement, HtmlElement>(selector, { adapter: adapterFor(roots), xmlMode: false });
}

/** What is wrong with a selector; undefined for a right one. */
export function selectorMistake(selector: string): string | undefined {
  try {
    compileSelector(selector, []);
    return undefined;
  } catch (error) {
    // css-what throws an Error with the place for whatever it cannot read.
    return error instanceof Error ? error.message : String(error);
  }
}

/** Classes and ids that every element a simple selector matches must have somewhere: `.a #b` → `a`, `b`. */
export function namesInSelector(selector: string): readonly string[] {
  // Alternatives and negations ask for nothing for certain; attributes may hold dots, escapes stand for other characters.
  return /[,([\\]/.test(selector)
    ? []
    : [...selector.matchAll(/[.#]([\w-]+)/g)].map(([, name]) => name ?? '');
}
