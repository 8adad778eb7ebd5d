import type { Article, HtmlToken, Span, StartTag } from '../types';
import { addressOf } from './addresses';
import { attribute } from './attributes';
import { firstVisible } from './blank';
import { hasRealSource, lazyAddress } from './images';
import { isBetter, pictureName } from './pictureAddresses';
import { isPixel, isToBeSeen } from './pixels';
import { isNamedAsTracker, isTracker } from './trackers';

/** A `noscript` that holds one picture, mostly beside the picture that a script would show in its place. */
export interface NoscriptTwin extends Span {
  /** The start and end tag of the `noscript`. */
  readonly tags: readonly [Span, Span];
  /** Undefined when the picture stands alone. */
  readonly neighbour: StartTag | undefined;
  /** False when the neighbour has no address of its own, so that the picture in the `noscript` is the only one. */
  readonly isShown: boolean;
  /** The address of the picture in the `noscript`, when it is clearly larger than the neighbour's. */
  readonly better: string | undefined;
}

/** What may stand around the picture in a `noscript`, and between it and its neighbour. */
const wrappers = new Set('a span picture source figure p div em i b strong br'.split(' '));

/** Pictures of AMP pages have their twin inside. */
const isAmp = /^amp-(?:img|anim)$/;

/** More tags than this between the two, and they have nothing to do with each other. */
const maxDistance = 4;

/** The twins among the pictures of a body: in lazy-loading pages each one is there a second time. */
export function* noscriptTwins({ text, body }: Article): Iterable<NoscriptTwin> {
  const { tokens } = body;
  let names: ReadonlyMap<string, number> | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const open = tokens[index];
    if (open?.kind !== 'startTag' || open.name !== 'noscript') {
      continue;
    }
    const found = solePicture(text, tokens, index);
    if (found === undefined || isPixel(found.picture) || isCounter(found.picture)) {
      continue;
    }
    const close = tokens[found.last] ?? open;
    const twin = { start: open.start, end: close.end, tags: [open, close] as const };
    const before = neighbourOf(text, tokens, index, -1);
    const after = neighbourOf(text, tokens, found.last, 1);
    const neighbour = [before, after].find(
      (other) => other !== undefined && (!hasAddress(other) || isSamePicture(other, found.picture)),
    );
    if (neighbour !== undefined) {
      const shown = hasRealSource(neighbour) ? sourceOf(neighbour) : lazyAddress(neighbour)?.address;
      const inside = sourceOf(found.picture);
      const isLarger = shown !== undefined && isBetter(inside, shown);
      yield { ...twin, neighbour, isShown: shown !== undefined, better: isLarger ? inside : undefined };
    } else if (before === undefined && after === undefined && isLonePicture(found.picture)) {
      names ??= shownNames(tokens);
      if ((names.get(nameOf(found.picture)) ?? 0) < 2) {
        yield { ...twin, neighbour: undefined, isShown: false, better: undefined };
      }
    }
    index = found.last;
  }
}

/** The only picture in the `noscript` that begins at `index`, when a reader would see nothing else in it. */
function solePicture(
  text: string,
  tokens: readonly HtmlToken[],
  index: number,
): { readonly picture: StartTag; readonly last: number } | undefined {
  let picture: StartTag | undefined;
  for (let at = index + 1; at < tokens.length; at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined || before === undefined || firstVisible(text, before.end, token.start) >= 0) {
      return undefined;
    }
    if (token.kind === 'endTag' && token.name === 'noscript') {
      return picture === undefined ? undefined : { picture, last: at };
    }
    if (token.kind === 'startTag' && token.name === 'img' && picture === undefined && hasRealSource(token)) {
      picture = token;
    } else if ((token.kind !== 'startTag' && token.kind !== 'endTag') || !wrappers.has(token.name)) {
      return undefined;
    }
  }
  return undefined;
}

/** The picture right before (`step` -1) or after (1) a token, when nothing but wrappers and comments lie between. */
function neighbourOf(
  text: string,
  tokens: readonly HtmlToken[],
  from: number,
  step: number,
): StartTag | undefined {
  for (let distance = 1; distance <= maxDistance; distance++) {
    const here = tokens[from + step * (distance - 1)];
    const token = tokens[from + step * distance];
    const [first, second] = step < 0 ? [token, here] : [here, token];
    if (token === undefined || first === undefined || second === undefined) {
      return undefined;
    }
    if (firstVisible(text, first.end, second.start) >= 0) {
      return undefined;
    }
    if (
      token.kind === 'startTag' &&
      (token.name === 'img' || (isAmp.test(token.name) && hasRealSource(token)))
    ) {
      return token;
    }
    // Only into an element beside the `noscript`, never out of the one around it.
    const leads =
      token.kind === 'comment' ||
      (token.kind === (step < 0 ? 'endTag' : 'startTag') && wrappers.has(token.name)) ||
      (token.kind === 'startTag' && token.name === 'source');
    if (!leads) {
      return undefined;
    }
  }
  return undefined;
}

function hasAddress(tag: StartTag): boolean {
  return hasRealSource(tag) || lazyAddress(tag) !== undefined;
}

/** A photograph or drawing, not what some service counts readers with. */
function isLonePicture(tag: StartTag): boolean {
  return (
    /\.(?:avif|jpe?g|png|webp)(?:[!?#@_/:]|$)|[?&]wx_fmt=/i.test(sourceOf(tag)) &&
    !/display\s*:\s*none/i.test(attribute(tag, 'style')?.value ?? '')
  );
}

/** How often each picture is there, in `noscript` or not. */
function shownNames(tokens: readonly HtmlToken[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (token.kind === 'startTag' && token.name === 'img') {
      const name = nameOf(token);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

function nameOf(tag: StartTag): string {
  return pictureName(hasRealSource(tag) ? sourceOf(tag) : (lazyAddress(tag)?.address ?? ''));
}

const sourceOf = (tag: StartTag): string => addressOf(attribute(tag, 'src'));

function isSamePicture(a: StartTag, b: StartTag): boolean {
  const name = pictureName(sourceOf(b));
  const candidates = [sourceOf(a), lazyAddress(a)?.address ?? ''];
  return name !== '' && candidates.some((address) => pictureName(address) === name);
}

function isCounter(picture: StartTag): boolean {
  const address = sourceOf(picture);
  return isTracker(address) || (isNamedAsTracker(address) && !isToBeSeen(picture));
}
