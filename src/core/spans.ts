import type { Span } from './types';

/** Two ranges intersect when they share a character, or when an empty one lies in or at the edge of the other. */
export function intersects(a: Span, b: Span): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;
}

/** Index of the first sorted, disjoint span that ends after the offset; `spans.length` when there is none. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Index of the first sorted span that starts at the offset or after it; `spans.length` when there is none. */
export function firstStartingFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** True when one of the sorted, disjoint spans holds the offset. */
export function spansContain(spans: readonly Span[], offset: number): boolean {
  const span = spans[firstEndingAfter(spans, offset)];
  return span !== undefined && span.start <= offset;
}
