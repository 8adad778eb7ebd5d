import type { PreviewState } from './protocol';

type Place = Pick<PreviewState, 'line' | 'offset'>;

/** The first block in view and how far it reaches above the top edge; line 0 when the title block is in view. */
export function readPlace(article: HTMLElement): Place {
  const blocks = article.querySelectorAll<HTMLElement>('[data-line]');
  let low = 0;
  let high = blocks.length;
  // Blocks follow each other in document order, so their bottom edges all but grow: halving is exact enough.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const block = deepest(blocks[low]);
  if (!block || article.getBoundingClientRect().top >= 0) {
    return { line: 0, offset: window.scrollY };
  }
  return { line: Number(block.dataset.line), offset: -block.getBoundingClientRect().top };
}

/** Scrolls to a place; to the top when there is none. */
export function restorePlace(article: HTMLElement, place: Place | undefined): void {
  if (!place || place.line === 0) {
    scrollTo(place?.offset ?? 0);
    return;
  }
  const block = article.querySelector(`[data-line="${place.line}"]`);
  if (block) {
    scrollTo(window.scrollY + block.getBoundingClientRect().top + place.offset);
  }
}

/** A wrapper around the whole article says nothing about the place in it; its first visible part does. */
function deepest(block: HTMLElement | undefined): HTMLElement | undefined {
  let current = block;
  for (;;) {
    const next: HTMLElement | undefined = Array.from(
      current?.querySelectorAll<HTMLElement>(':scope > [data-line]') ?? [],
    ).find((child) => child.getBoundingClientRect().bottom > 0);
    if (!next) {
      return current;
    }
    current = next;
  }
}

/** At once, whatever the style sheet says about scrolling. */
function scrollTo(top: number): void {
  window.scrollTo({ top, behavior: 'instant' });
}
