import type { Article, HtmlToken, StartTag } from '../types';
import { addressOf } from './addresses';
import { attribute } from './attributes';
import { firstVisible } from './blank';
import { hasRealSource, imageExtension, isPlaceholder, lazyAddress } from './images';
import { candidatesOf, isPreviewBeside, largestOf } from './srcsets';

/** Where the address of a picture without one stands, and what it is. */
export interface NearbyPicture {
  readonly address: string;
  readonly holder: 'source' | 'a';
}

/**
 * For pictures that have no address of their own, or only that of a tiny preview (by the offset of their tag): that of a
 * `source` in the same `picture`, or of the file that the link right around it opens.
 */
export function nearbyPictures({ text, body }: Article): ReadonlyMap<number, NearbyPicture> {
  const found = new Map<number, NearbyPicture>();
  let sources: StartTag[] | undefined;
  for (const [index, token] of body.tokens.entries()) {
    if (token.kind === 'startTag' && token.name === 'picture') {
      sources = [];
    } else if (token.kind === 'endTag' && token.name === 'picture') {
      sources = undefined;
    } else if (token.kind === 'startTag' && token.name === 'source') {
      sources?.push(token);
    } else if (token.kind === 'startTag' && token.name === 'img') {
      const nearby = hasAddress(token)
        ? fromLarger(token, sources ?? [])
        : (fromSources(sources ?? []) ?? fromLink(text, body.tokens[index - 1], token));
      if (nearby !== undefined) {
        found.set(token.start, nearby);
      }
      // A `picture` has one picture.
      sources = undefined;
    }
  }
  return found;
}

function hasAddress(tag: StartTag): boolean {
  return hasRealSource(tag) || lazyAddress(tag) !== undefined;
}

/** Of sources for any screen, since one with `media` may be another picture. */
export function isPreviewOfSource(tag: StartTag, source: StartTag): boolean {
  return (
    attribute(source, 'media') === undefined &&
    isPreviewBeside(tag, candidatesOf(addressOf(attribute(source, 'srcset'))))
  );
}

function fromLarger(tag: StartTag, sources: readonly StartTag[]): NearbyPicture | undefined {
  return hasRealSource(tag)
    ? fromSources(sources.filter((source) => isPreviewOfSource(tag, source)))
    : undefined;
}

/** A page of a wiki about a picture: its address ends like that of the picture. */
const filePage = /\/wiki\/|:[^/?#]*\.\w+$/;

/** The last `source` is what the most browsers can show. */
function fromSources(sources: readonly StartTag[]): NearbyPicture | undefined {
  for (const source of [...sources].reverse()) {
    for (const name of ['srcset', 'data-srcset', 'data-lazy-srcset']) {
      const address = largestOf(addressOf(attribute(source, name)));
      if (address !== undefined && !isPlaceholder(address)) {
        return { address, holder: 'source' };
      }
    }
  }
  return undefined;
}

function fromLink(text: string, before: HtmlToken | undefined, tag: StartTag): NearbyPicture | undefined {
  if (before?.kind !== 'startTag' || before.name !== 'a' || firstVisible(text, before.end, tag.start) >= 0) {
    return undefined;
  }
  const address = addressOf(attribute(before, 'href'));
  return imageExtension.test(address) && !filePage.test(address) && !isPlaceholder(address)
    ? { address, holder: 'a' }
    : undefined;
}
