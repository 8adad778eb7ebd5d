import { firstEndingAfter } from './spans';
import type { Article, Span } from './types';

/** `[text](destination "title")` or `![text](destination)` of Markdown, from its first character to after its `)`. */
export interface MarkdownLink extends Span {
  readonly isImage: boolean;
  readonly text: Span;
  /** As written, without the angle brackets. */
  readonly destination: Span;
}

/** CommonMark lets parentheses nest in a destination; cmark and markdown-it stop at 32. */
const maxDepth = 32;

/** A title that is longer is none of a link; the bound keeps unfinished ones from costing more than linear time. */
const maxTitle = 1000;

const markdownPunctuation = /[!-/:-@[-`{-~]/;

/** Several rules ask for the links of an article, and finding them means reading all its Markdown. */
const known = new WeakMap<Article, readonly MarkdownLink[]>();

/**
 * The inline links and images of the Markdown regions in the order in which they end. Like CommonMark's own,
 * but for reference links; what could not be one for a reason further away (emphasis never is) is none.
 */
export function markdownLinks(article: Article): readonly MarkdownLink[] {
  let links = known.get(article);
  if (links === undefined) {
    links = [...findLinks(article)];
    known.set(article, links);
  }
  return links;
}

function* findLinks({ text, body }: Article): Iterable<MarkdownLink> {
  for (const region of body.regions) {
    if (region.kind === 'markdown' && text.slice(region.start, region.end).includes('](')) {
      yield* linksIn(text, region, [...hidden(body.code, region), ...hidden(body.tokens, region)]);
    }
  }
}

/** An address as a destination: parentheses end one, and `&copy;` in one would be a reference. */
export function forMarkdown(address: string): string {
  return address
    .replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'))
    .replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;');
}

/** Code and tags of a region: brackets in them are none. */
function hidden(spans: readonly Span[], region: Span): readonly Span[] {
  const result: Span[] = [];
  for (let index = firstEndingAfter(spans, region.start); index < spans.length; index++) {
    const span = spans[index];
    if (span === undefined || span.start >= region.end) {
      break;
    }
    result.push(span);
  }
  return result;
}

function* linksIn(text: string, region: Span, skipped: readonly Span[]): Iterable<MarkdownLink> {
  const ends = new Map(skipped.map(({ start, end }) => [start, end]));
  let open: { readonly start: number; readonly text: number; readonly isImage: boolean }[] = [];
  /** A link holds no other link, but images: openers of links below this depth are none any more. */
  let inactive = 0;
  let isBlank = true;
  for (let at = region.start; at < region.end; at++) {
    const end = ends.get(at);
    if (end !== undefined && end > at) {
      at = end - 1;
      isBlank = false;
      continue;
    }
    const character = text[at];
    if (character === '\n' || character === '\r') {
      // No link reaches over a blank line.
      open = isBlank && text[at - 1] !== '\r' ? [] : open;
      inactive = Math.min(inactive, open.length);
      isBlank = true;
      continue;
    }
    isBlank &&= character === ' ' || character === '\t' || character === '>';
    if (character === '\\' && markdownPunctuation.test(text[at + 1] ?? '')) {
      at++;
    } else if (character === '[') {
      const isImage = text[at - 1] === '!' && text[at - 2] !== '\\';
      open.push({ start: isImage ? at - 1 : at, text: at + 1, isImage });
    } else if (character === ']') {
      const opener = open.pop();
      const isActive = opener?.isImage === true || open.length >= inactive;
      inactive = Math.min(inactive, open.length);
      const target = opener === undefined || !isActive ? undefined : parseTarget(text, at + 1, region.end);
      if (opener !== undefined && target !== undefined) {
        yield {
          start: opener.start,
          end: target.end,
          isImage: opener.isImage,
          text: { start: opener.text, end: at },
          destination: target.destination,
        };
        inactive = opener.isImage ? inactive : open.length;
        at = target.end - 1;
      }
    }
  }
}

function parseTarget(
  text: string,
  from: number,
  limit: number,
): { readonly destination: Span; readonly end: number } | undefined {
  if (text[from] !== '(') {
    return undefined;
  }
  const destination = parseDestination(text, skipSpace(text, from + 1, limit), limit);
  if (destination === undefined) {
    return undefined;
  }
  const after = text[destination.end] === '>' && text[destination.start - 1] === '<' ? 1 : 0;
  const gap = destination.end + after;
  const isEmpty = gap === destination.start;
  const end = isEmpty ? gap : skipTitle(text, gap, skipSpace(text, gap, limit), limit);
  return text[end] === ')' && end < limit ? { destination, end: end + 1 } : undefined;
}

function parseDestination(text: string, start: number, limit: number): Span | undefined {
  if (text[start] === '<') {
    for (let at = start + 1; at < limit && !/[\n\r<]/.test(text[at] ?? ''); at++) {
      if (text[at] === '>') {
        return { start: start + 1, end: at };
      }
    }
    return undefined;
  }
  let depth = 0;
  let at = start;
  for (; at < limit && !/[\s<]/.test(text[at] ?? ''); at++) {
    if (text[at] === '\\' && markdownPunctuation.test(text[at + 1] ?? '')) {
      at++;
    } else if (text[at] === '(' && ++depth > maxDepth) {
      return undefined;
    } else if (text[at] === ')' && --depth < 0) {
      break;
    }
  }
  return depth > 0 ? undefined : { start, end: Math.min(at, limit) };
}

/** The offset after the title that begins at `start` and the white space after it; `start` when there is none. */
function skipTitle(text: string, gap: number, start: number, limit: number): number {
  const close = { '"': '"', "'": "'", '(': ')' }[text[start] ?? ''];
  if (close === undefined || start === gap) {
    return start;
  }
  for (let at = start + 1; at < Math.min(limit, start + maxTitle); at++) {
    if (text[at] === '\\') {
      at++;
    } else if (text[at] === close) {
      return skipSpace(text, at + 1, limit);
    }
  }
  return start;
}

/** White space with at most one line end in it: a blank line ends the paragraph, and every link with it. */
function skipSpace(text: string, start: number, limit: number): number {
  let hasLineEnd = false;
  let at = start;
  for (; at < limit && /[ \t\n\r]/.test(text[at] ?? ''); at++) {
    const isLineEnd = /[\n\r]/.test(text[at] ?? '') && !(text[at] === '\n' && text[at - 1] === '\r');
    if (isLineEnd && hasLineEnd) {
      break;
    }
    hasLineEnd ||= isLineEnd;
  }
  return at;
}

/**
 * True when taking a range out of Markdown would make its neighbours touch, and one of them is a character
 * that Markdown may then read otherwise, as the asterisks of `*<!-- -->*`.
 */
export function joinsMarkdown({ text, body }: Article, { start, end }: Span): boolean {
  if (body.kindAt(start) !== 'markdown') {
    return false;
  }
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  return (
    !/\s/.test(before) &&
    !/\s/.test(after) &&
    (markdownPunctuation.test(before) || markdownPunctuation.test(after))
  );
}
