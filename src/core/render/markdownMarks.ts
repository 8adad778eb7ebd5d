import type { Token } from 'markdown-it';
import { firstEndingAfter } from '../spans';
import type { Article, HtmlToken, Span } from '../types';
import type { ChaffMarks } from './chaffMarks';
import type { HtmlRenderOptions } from './htmlRegion';

/** How many tags of a block are compared with the next one that markdown-it found; a picture's description may hold some. */
const lookAhead = 16;

/**
 * Gives the blocks of Markdown their places, and in the original says what would go: of whole blocks, and of
 * the tags and comments in their lines. markdown-it does not say where else in a line something stands; then
 * the block is marked as changed.
 */
export function markBlocks(
  article: Article,
  tokens: readonly Token[],
  rangeOf: (map: readonly [number, number]) => Span,
  { placeOf, marks }: HtmlRenderOptions,
): void {
  const { text } = article;
  /** The change that takes out a block around, by nesting. */
  const around: (number | undefined)[] = [];
  tokens.forEach((token, at) => {
    if (!token.map || token.nesting < 0 || token.type === 'inline') {
      return;
    }
    const range = contentOf(text, rangeOf(token.map));
    const { line, start } = placeOf(range.start);
    token.attrSet('data-line', String(line));
    token.attrSet('data-start', String(start));
    if (marks === undefined || token.type === 'html_block') {
      return;
    }
    const outer = around.slice(0, token.level).findLast((index) => index !== undefined);
    const index = marks.coverOf(range);
    around.length = token.level;
    around[token.level] = index ?? outer;
    // The paragraph of a tight list is not shown as an element.
    const shown = token.hidden ? (tokens[at - 1] ?? token) : token;
    if (index !== undefined && index !== outer) {
      shown.attrSet('data-chaff', String(index));
    }
    const next = tokens[at + 1];
    if (next?.type === 'inline') {
      placeInline(article, range, next.children ?? []);
      if (index === undefined) {
        markChanged(shown, marks, range);
      }
    }
  });
}

function markChanged(token: Token, marks: ChaffMarks, range: Span): void {
  const indices = marks.unplacedIn(range);
  if (indices.length > 0) {
    token.attrSet('data-chaff-tag', indices.join(' '));
  }
}

/** Tells the tags and comments of a line of Markdown where they start. */
function placeInline({ text, body }: Article, range: Span, children: readonly Token[]): void {
  let next = firstEndingAfter(body.tokens, range.start);
  for (const child of children) {
    if (child.type !== 'html_inline') {
      continue;
    }
    for (let at = next; at < next + lookAhead; at++) {
      const token: HtmlToken | undefined = body.tokens[at];
      if (token === undefined || token.start >= range.end) {
        break;
      }
      if (sameText(text.slice(token.start, token.end), child.content)) {
        child.meta = { start: token.start };
        next = at + 1;
        break;
      }
    }
  }
}

/** In a quote the source has markers that the content has not. */
function sameText(source: string, content: string): boolean {
  return (
    source === content || source.replace(/\s*\r?\n[\s>]*/g, '\n') === content.replace(/\s*\n[\s>]*/g, '\n')
  );
}

/** Where a tag or comment of a line of Markdown starts, as far as it is known. */
export function startOf(meta: unknown): number | undefined {
  return typeof meta === 'object' && meta !== null && 'start' in meta && typeof meta.start === 'number'
    ? meta.start
    : undefined;
}

/** A range without the white space around it: an edit may have taken away what was there. */
export function contentOf(text: string, { start, end }: Span): Span {
  let first = start;
  while (first < end - 1 && /\s/.test(text.charAt(first))) {
    first++;
  }
  let last = end;
  while (last > first + 1 && /\s/.test(text.charAt(last - 1))) {
    last--;
  }
  return { start: first, end: last };
}
