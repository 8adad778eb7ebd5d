import type { Article, StartTag } from '../types';
import { attribute } from './attributes';
import { hasRealSource } from './images';

/**
 * The `source` elements of pictures that have a real address themselves: the same picture in other sizes and
 * formats. One with `media` is another picture, for a dark page or a narrow one, and its author's choice.
 */
export function* redundantSources({ body }: Article): Iterable<StartTag> {
  let sources: StartTag[] | undefined;
  for (const token of body.tokens) {
    if (token.kind !== 'startTag' && token.kind !== 'endTag') {
      continue;
    }
    if (token.name === 'picture') {
      sources = token.kind === 'startTag' ? [] : undefined;
    } else if (token.kind === 'startTag' && token.name === 'source') {
      sources?.push(token);
    } else if (token.kind === 'startTag' && token.name === 'img' && sources !== undefined) {
      if (hasRealSource(token) && sources.every((source) => attribute(source, 'media') === undefined)) {
        yield* sources.filter((source) => attribute(source, 'srcset') !== undefined);
      }
      // A `picture` has one picture.
      sources = undefined;
    }
  }
}
