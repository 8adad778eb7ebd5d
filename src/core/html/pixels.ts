import type { HtmlAttribute, StartTag } from '../types';
import { addressOf } from './addresses';
import { attribute } from './attributes';
import { hasRealSource, lazyAddress } from './images';
import { outgrows, styleDeclarations } from './style';

/**
 * Classes that give a picture its size whatever its attributes say: Tailwind's, Bootstrap's, and those by which
 * WordPress knows an upload (it writes `width="1" height="1"` for a drawing whose size it cannot read).
 */
const sizingClass =
  /(?:^|[\s:])(?:(?:min-)?[wh]-(?:full|auto|screen|fit|max|\d+\/\d+|\[[1-9][^\]\s]+\]|[1-9]\d+)|size-(?:full|large|medium\S*)|object-(?:cover|contain)|img-(?:fluid|responsive)|wp-image-\d+)(?:\s|$)/;

/** What only a picture has that is shown in the size of its place. */
const sizingNames = ['srcset', 'sizes', 'data-srcset', 'data-sizes'];

/** Services of frameworks and hosts that make a picture fit: Next.js, Vercel, Gatsby, Nuxt, Astro, Netlify, Cloudflare. */
const fitter =
  /\/(?:_next\/(?:image|static\/media)|_vercel\/image|_gatsby\/image|_ipx|_image|\.netlify\/images|cdn-cgi\/image)(?:[/?]|$)/;

const pictureFile = /\.(?:avif|jpe?g|png|svg|webp)(?:[?#!@]|$)/i;
const words = /\p{Script=Han}{2}|\p{L}{3}/u;
const wordsOfCounters = /track|pixel|count|stats?\b|statist|analy|beacon|visitor|spacer|logo/i;

/** True for a picture of at most one pixel that is not waiting for a script to give it its own size. */
export function isPixel(tag: StartTag): boolean {
  return isPixelSized(tag) && (hasRealSource(tag) || lazyAddress(tag) === undefined);
}

/**
 * The `width` and `height` of a picture that is larger than the one pixel they say, by its style, its class or what
 * else it has: without the style sheet of its site they would hide it.
 */
export function sizesOfNone(tag: StartTag): readonly HtmlAttribute[] {
  return hasSizesOfPixel(tag) && !isPixelSized(tag)
    ? tag.attributes.filter(({ name }) => name === 'width' || name === 'height')
    : [];
}

/** True when its style keeps a picture from having the one pixel of its attributes. */
export function isSizedByStyle(tag: StartTag): boolean {
  return hasSizesOfPixel(tag) && !sides.every((side) => isStyledAsPixel(tag, side) ?? true);
}

const sides = ['width', 'height'] as const;

const onePixel = /^0*[01](?:\.0*)?(?:px)?$/;

/** True for a picture whose attributes `width` and `height` say at most a pixel. */
export function hasSizesOfPixel(tag: StartTag): boolean {
  return tag.name === 'img' && sides.every((side) => onePixel.test(attribute(tag, side)?.value.trim() ?? ''));
}

/** True for a picture that a size of its own, or words for those who cannot see it, make one to look at. */
export function isToBeSeen(tag: StartTag): boolean {
  const style = attribute(tag, 'style');
  const declared = style === undefined ? [] : styleDeclarations(style);
  const alt = addressOf(attribute(tag, 'alt'));
  return (
    sides.every((side) => {
      const value =
        declared.findLast(({ name }) => name === side)?.value ?? attribute(tag, side)?.value ?? '';
      return Number.parseFloat(value) > 1;
    }) || isDescription(alt)
  );
}

/** True for words that speak of what a picture shows, and not of counting. */
export function isDescription(alt: string): boolean {
  return words.test(alt) && !wordsOfCounters.test(alt);
}

function isPixelSized(tag: StartTag): boolean {
  const styled = sides.map((side) => isStyledAsPixel(tag, side));
  return (
    styled.every(
      (is, index) => is ?? onePixel.test(attribute(tag, sides[index] ?? '')?.value.trim() ?? ''),
    ) &&
    // No class and no attribute takes back what a style says.
    (styled.includes(true) || !isFitted(tag))
  );
}

/** Whether the style makes a side at most a pixel long; undefined when it says nothing of it. */
function isStyledAsPixel(tag: StartTag, side: string): boolean | undefined {
  const style = attribute(tag, 'style');
  const declared = style === undefined ? [] : styleDeclarations(style);
  const value = declared.findLast(({ name }) => name === side)?.value;
  return outgrows(declared, side) ? false : value === undefined ? undefined : onePixel.test(value);
}

/** True when something else than its style says that a picture is shown, and not to count readers. */
function isFitted(tag: StartTag): boolean {
  const value = (name: string): string => addressOf(attribute(tag, name));
  const alt = value('alt');
  return (
    attribute(tag, 'data-nimg') !== undefined ||
    sizingNames.some((name) => value(name) !== '') ||
    sizingClass.test(value('class')) ||
    fitter.test(value('src')) ||
    (pictureFile.test(value('src')) && isDescription(alt))
  );
}
