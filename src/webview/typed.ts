import type { TypedText } from './protocol';
import { ownWords } from './sourcePlace';

/** Fewer characters do not tell one place from another. */
const leastContext = 4;

/**
 * Changes the letters that were typed in the text that the page shows, and returns that. Undefined, and nothing is changed,
 * when it is not clear where they belong: the place is not shown, or its surroundings are there twice.
 */
export function applyTyped(article: HTMLElement, typed: TypedText): Text | undefined {
  const { offset, left, removed, inserted, right } = typed;
  const context = left + removed + right;
  if (context.length < leastContext) {
    return undefined;
  }
  let found: { readonly node: Text; readonly index: number } | undefined;
  for (const node of textsAt(article, offset)) {
    const index = node.data.indexOf(context);
    if (index >= 0) {
      if (found || node.data.includes(context, index + 1)) {
        return undefined;
      }
      found = { node, index };
    }
  }
  found?.node.replaceData(found.index + left.length, removed.length, inserted);
  return found?.node;
}

/** The texts between the last anchor that begins at or before an offset of the source and the next anchor. */
function* textsAt(article: HTMLElement, offset: number): Iterable<Text> {
  const anchors = article.querySelectorAll<HTMLElement>('[data-start]');
  let nearest = -1;
  let start = -1;
  anchors.forEach((anchor, index) => {
    const own = Number(anchor.dataset.start);
    // Of two at the same place the inner one.
    if (own <= offset && own >= start) {
      nearest = index;
      start = own;
    }
  });
  const anchor = anchors[nearest];
  if (!anchor) {
    return;
  }
  yield* textsFrom(article, anchor, anchors[nearest + 1]);
}

/** The texts of the article from one anchor to the next, or to the end. */
export function* textsFrom(
  article: HTMLElement,
  anchor: HTMLElement,
  next: HTMLElement | undefined,
): Iterable<Text> {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  walker.currentNode = anchor;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (next && next.compareDocumentPosition(node) & followingOrInside) {
      return;
    }
    if (!node.parentElement?.closest(ownWords)) {
      yield node;
    }
  }
}

const followingOrInside = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY;
