import type { HtmlToken } from '../types';

/**
 * The tokens that are not inside an `svg` or `math` element: there `style` draws the picture and is
 * the content, not decoration.
 */
export function* outsideForeignContent(tokens: readonly HtmlToken[]): Iterable<HtmlToken> {
  let depth = 0;
  for (const token of tokens) {
    const foreign = (token.kind === 'startTag' || token.kind === 'endTag') && isForeignRoot(token.name);
    if (foreign && token.kind === 'startTag' && !token.selfClosing) {
      depth++;
    } else if (foreign && token.kind === 'endTag' && depth > 0) {
      depth--;
    } else if (depth === 0) {
      yield token;
    }
  }
}

function isForeignRoot(name: string): boolean {
  return name === 'svg' || name === 'math';
}
