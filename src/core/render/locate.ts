import type { Article } from '../types';
import { VisibleText } from './visibleText';

/** How much of the source is read for one place; a paragraph is shorter. */
const reach = { least: 20_000, most: 400_000 };

/** How many characters must agree for the texts to go on together, and how far apart they may be then. */
const probes = [
  { length: 12, distance: Infinity },
  { length: 6, distance: 5000 },
  { length: 3, distance: 500 },
  { length: 1, distance: 60 },
] as const;

/** How often the texts may part: each time takes searches through what is in reach. */
const maxPartings = 500;

/** What Markdown writes around words. */
const markdownMark = /^[*_~`\\[\](){}!#>|+=:"<-]{1,6}$/;

/** How far the text after a place may lie behind the text before it: an address, some chaff. */
const maxGap = 5000;

/** How much of the text after a place tells that it is that. */
const afterLength = 12;

/** A place in the preview, as its page knows it. White space in the texts does not count. */
export interface PreviewPlace {
  /** `data-start` of the last element before the place that has one. */
  readonly anchor: number;
  /** From that element's beginning to the place. */
  readonly textBefore: string;
  /** Some dozen characters of the text from the place on; '' for none. */
  readonly textAfter?: string;
}

/**
 * The offset in the document of a place in the preview. What the source has besides the text is passed over: tags,
 * comments, marks of Markdown, addresses, chaff. As far as the text before agrees: the place where it last did.
 * Linear in the length of `textBefore`.
 */
export function locate(article: Article, { anchor, textBefore, textAfter = '' }: PreviewPlace): number {
  const { text, body } = article;
  const start = Math.min(Math.max(Math.trunc(anchor) || 0, body.start), text.length);
  const wanted = withoutSpace(textBefore).slice(0, reach.most / 2);
  const limit = Math.min(text.length, start + Math.min(reach.most, reach.least + wanted.length * 4));
  const source = new VisibleText(article, start, limit);
  const matched = align(source.text, wanted);
  const gap = distanceTo(source.text, withoutSpace(textAfter).slice(0, afterLength), matched);
  if (textAfter !== '' && gap <= maxGap) {
    return source.startOf(matched + gap) ?? start;
  }
  const isBehindSpace = matched === 0 || /\s$/.test(textBefore);
  return (isBehindSpace ? source.startOf(matched) : source.endOf(matched - 1)) ?? start;
}

/** How many characters of the source stand for the wanted text, which it holds with more between. */
function align(source: string, wanted: string): number {
  let at = 0;
  let partings = 0;
  for (let index = 0; index < wanted.length;) {
    if (source[at] === wanted[index]) {
      at++;
      index++;
      continue;
    }
    const step = overMarks(source, at, wanted.charAt(index));
    if (step > 0) {
      at += step;
      continue;
    }
    if (++partings > maxPartings || at >= source.length) {
      break;
    }
    const skip = rejoin(source, at, wanted, index);
    at += skip.source;
    index += skip.wanted;
  }
  return at;
}

function overMarks(source: string, at: number, next: string): number {
  const step = source.slice(at, at + 7).indexOf(next);
  return step > 0 && markdownMark.test(source.slice(at, at + step)) ? step : 0;
}

/** What to pass over in which of the two, until they agree again. Without an answer the source lacks a character. */
function rejoin(
  source: string,
  at: number,
  wanted: string,
  index: number,
): { readonly source: number; readonly wanted: number } {
  for (const { length, distance } of probes) {
    const inSource = distanceTo(source, wanted.slice(index, index + length), at);
    const inWanted = distanceTo(wanted, source.slice(at, at + length), index);
    if (Math.min(inSource, inWanted) <= distance && Math.min(inSource, inWanted) !== Infinity) {
      return inSource <= inWanted ? { source: inSource, wanted: 0 } : { source: 0, wanted: inWanted };
    }
  }
  return { source: 0, wanted: 1 };
}

function distanceTo(text: string, part: string, from: number): number {
  const found = text.indexOf(part, from);
  return found === -1 ? Infinity : found - from;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
