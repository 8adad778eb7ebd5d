import type { Article, HtmlToken, Span, StartTag } from '../types';
import { addressOf } from './addresses';
import { attribute } from './attributes';
import { firstVisible } from './blank';
import { hasRealSource, lazyAddress } from './images';
import { isBetter, isBlurred, isPreview, pictureName, statedWidth, widestPreview } from './pictureAddresses';

/** What may stand between a preview and its picture. */
const between = new Set('a span picture source figure p div em i b strong br canvas noscript'.split(' '));
const mostTags = 12;

/** Words with which pages call a preview. */
const previewClass = /placeholder|thumbnail|preview|blur|lqip|ghost|progressive/i;

/**
 * Previews that stand beside the picture itself, which a script would put over them: Medium's
 * `progressiveMedia-thumbnail`, the inlined ones of Gatsby.
 */
export function* previewsBeside({ text, body }: Article): Iterable<Span> {
  const { tokens } = body;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'startTag' && token.name === 'img' && mayBePreview(token)) {
      const next = nextPicture(text, tokens, index);
      if (next !== undefined && isPreviewOf(token, next)) {
        yield { start: token.start, end: token.end };
      }
    }
  }
}

function mayBePreview(tag: StartTag): boolean {
  const address = addressOf(attribute(tag, 'src'));
  return isInlined(tag, address) || (hasRealSource(tag) && isTiny(address));
}

function isTiny(address: string): boolean {
  return isPreview(address) || (statedWidth(address) ?? Infinity) <= widestPreview;
}

/** Inlined, without a word to a reader, and marked as what only the page itself needs. */
function isInlined(tag: StartTag, address: string): boolean {
  const value = (name: string): string => attribute(tag, name)?.value ?? '';
  return (
    address.startsWith('data:image/') &&
    value('alt') === '' &&
    (value('aria-hidden') === 'true' || previewClass.test(value('class'))) &&
    lazyAddress(tag) === undefined
  );
}

interface Next {
  readonly tag: StartTag;
  /** Whether a script would have to show it: its address waits, or it is the twin of an empty one. */
  readonly waits: boolean;
}

/** The next picture that has an address, when nothing that a reader sees lies before it. */
function nextPicture(text: string, tokens: readonly HtmlToken[], from: number): Next | undefined {
  let isFilled = false;
  for (let at = from + 1; at <= from + mostTags; at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined || before === undefined || firstVisible(text, before.end, token.start) >= 0) {
      return undefined;
    }
    if (token.kind === 'startTag' && token.name === 'img') {
      const isReal = hasRealSource(token);
      if (isReal || lazyAddress(token) !== undefined) {
        return { tag: token, waits: isFilled || !isReal };
      }
      isFilled = true;
    } else if (token.kind !== 'comment') {
      const passes =
        (token.kind === 'startTag' || token.kind === 'endTag') &&
        between.has(token.name) &&
        // The twin in a `noscript` takes the place of the picture right before it.
        (token.name !== 'noscript' || isFilled);
      if (!passes) {
        return undefined;
      }
    }
  }
  return undefined;
}

/** Two sizes of a picture side by side may be what an article shows: a preview also says that it is one. */
function isPreviewOf(tag: StartTag, { tag: next, waits }: Next): boolean {
  const address = addressOf(attribute(tag, 'src'));
  if (address.startsWith('data:')) {
    return true;
  }
  const other = hasRealSource(next) ? addressOf(attribute(next, 'src')) : (lazyAddress(next)?.address ?? '');
  return (
    (waits || isBlurred(address) || previewClass.test(attribute(tag, 'class')?.value ?? '')) &&
    pictureName(address) !== '' &&
    pictureName(other) === pictureName(address) &&
    isBetter(other, address)
  );
}
