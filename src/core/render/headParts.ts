import { intersects } from '../spans';
import type { Article, Span } from '../types';
import { authorKeys, categoryKeys, imageKeys } from './head';

/** The parts of the title block that a finding of the front matter can be about; `other` for the rest of the block. */
export type HeadPart = 'image' | 'categories' | 'title' | 'author' | 'date' | 'other';

const parts: ReadonlyMap<string, HeadPart> = new Map<string, HeadPart>([
  ['title', 'title'],
  ['date', 'date'],
  ...imageKeys.map((key) => [key, 'image'] as const),
  ...categoryKeys.map((key) => [key, 'categories'] as const),
  ...authorKeys.map((key) => [key, 'author'] as const),
]);

/** Beside which part of the title block a finding at this place is told. */
export function headPartAt({ frontMatter }: Article, place: Span): HeadPart {
  const field = frontMatter?.fields.find(
    ({ keySpan, valueSpan }) =>
      intersects({ start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) }, place) ||
      place.start === keySpan.start,
  );
  return (field && parts.get(field.key)) ?? 'other';
}
