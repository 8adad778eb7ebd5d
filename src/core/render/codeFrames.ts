import type { Span } from '../types';

/** What a highlighter puts around each line of code: before the first, between two, after the last. */
interface Frame {
  readonly begin: RegExp;
  readonly next: RegExp;
  readonly end: RegExp;
}

const numbersOfItem = '(?:<div class="hljs-ln[^"<>]*"[^<>]*>(?:</div>)*)*';
const numbersOfRow =
  '<td class="[^"<>]*hljs-ln-numbers[^"<>]*"[^<>]*>(?:<div[^<>]*></div>)?</td>\\s*<td class="[^"<>]*hljs-ln-code[^"<>]*"[^<>]*>';

/** Lists of google-code-prettify and of CSDN, and the table of highlightjs-line-numbers. */
const frames: readonly Frame[] = [
  {
    begin: /^\s*<ol class="linenums[^"<>]*"[^<>]*>\s*<li[^<>]*>/,
    next: /<\/li>\s*<li(?: class="L\d")?(?: value="\d+")?>/g,
    end: /<\/li>\s*<\/ol>$/,
  },
  {
    begin: new RegExp(`^\\s*<ol class="hljs-ln"[^<>]*>\\s*<li>${numbersOfItem}`),
    next: new RegExp(`(?:</div>)*</li>\\s*<li>${numbersOfItem}`, 'g'),
    end: /(?:<\/div>)*<\/li>\s*<\/ol>$/,
  },
  {
    begin: new RegExp(`^\\s*<table class="hljs-ln"[^<>]*>\\s*(?:<tbody>)?\\s*<tr>\\s*${numbersOfRow}`),
    next: new RegExp(`</td>\\s*</tr>\\s*<tr>\\s*${numbersOfRow}`, 'g'),
    end: /<\/td>\s*<\/tr>\s*(?:<\/tbody>)?\s*<\/table>$/,
  },
];

/** Longer ends do not exist. */
const endReach = 200;

/**
 * The markup that a highlighter put around the lines of a piece of code, in source order: the first stands before
 * the first line, the last after the last one. None when there is no such frame.
 */
export function codeFrames(code: string): readonly Span[] {
  if (!/^\s*<(?:ol|table) /.test(code)) {
    return [];
  }
  const content = code.trimEnd();
  const tailStart = Math.max(0, content.length - endReach);
  for (const { begin, next, end } of frames) {
    const first = begin.exec(content)?.[0].length;
    const last = end.exec(content.slice(tailStart));
    if (first !== undefined && last !== null && tailStart + last.index >= first) {
      const between = [...content.slice(0, tailStart + last.index).matchAll(next)]
        .map((match) => ({ start: match.index, end: match.index + match[0].length }))
        .filter(({ start }) => start >= first);
      return [{ start: 0, end: first }, ...between, { start: tailStart + last.index, end: content.length }];
    }
  }
  return [];
}
