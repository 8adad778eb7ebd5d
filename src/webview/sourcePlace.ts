/** What the text of the article is not: words that the preview itself put in. */
export const ownWords = '[data-winnow="chip"], [data-winnow="embed"], .missing';

/** The host looks for no more text than this, in UTF-16 units. */
const longestBefore = 20_000;

/** So much of what follows tells which of two neighbouring places is meant, in UTF-16 units. */
const longestAfter = 40;

/** A place in the page as the host finds it in the source. */
export interface SourcePlace {
  /** `data-start` of the last anchor before it. */
  readonly start: number;
  /** What is shown between the two. */
  readonly before: string;
  /** The beginning of what is shown from it on. */
  readonly after: string;
}

/** Undefined for a place that is not in the article, or before its first anchor. */
export function sourcePlace(article: HTMLElement, node: Node, offset: number): SourcePlace | undefined {
  if (!article.contains(node)) {
    return undefined;
  }
  const place = document.createRange();
  place.setStart(node, offset);
  place.collapse(true);
  const anchors = article.querySelectorAll<HTMLElement>('[data-start]');
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const anchor = anchors[middle];
    if (anchor && place.comparePoint(anchor, 0) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const anchor = anchors[low - 1];
  if (!anchor) {
    return undefined;
  }
  const between = document.createRange();
  between.setStart(anchor, 0);
  between.setEnd(node, offset);
  return {
    start: Number(anchor.dataset.start),
    before: textOf(between).slice(0, longestBefore),
    after: node instanceof Text ? node.data.slice(offset, offset + longestAfter) : '',
  };
}

function textOf(range: Range): string {
  const content = range.cloneContents();
  for (const own of content.querySelectorAll(ownWords)) {
    own.remove();
  }
  return content.textContent;
}
