import type { Article, StartTag } from '../types';
import { attribute } from './attributes';
import { hasRealSource } from './images';
import { isPreviewOfSource } from './nearbyPictures';

/**
 * The `source` elements of pictures that have a real address themselves: the same picture in other sizes and
 * formats. Where the picture is a tiny preview of one of them, `lazy-image` takes that first. One with `media` is another picture, for a dark page or a narrow one, and its author's choice.
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
      const isAll = sources.every(
        (source) => attribute(source, 'media') === undefined && !isPreviewOfSource(token, source),
      );
      if (hasRealSource(token) && isAll) {
        yield* sources.filter((source) => attribute(source, 'srcset') !== undefined);
      }
      // A `picture` has one picture.
      sources = undefined;
    }
  }
}
