import { buildBlocks } from './body/blocks';
import { buildRegions, spanAt } from './body/regions';
import { buildForest } from './html/forest';
import { scanBlocks } from './markdown';
import type { Block, Body, HtmlElement, Lines } from './types';

/**
 * Classifies the body that begins at `start`: which lines are html, code or Markdown, where the HTML tokens
 * and the code in them are. Linear in the length of the text, whatever it is; never throws.
 */
export function classifyBody(text: string, start: number, lines: Lines): Body {
  const { tokens, scan } = scanBlocks(text, start, lines);
  const regions = buildRegions({ text, lines, start, tokens });
  const code = scan.codeSpans;
  let blocks: readonly Block[] | undefined;
  let elements: readonly HtmlElement[] | undefined;
  return {
    start,
    end: text.length,
    regions,
    code,
    tokens: scan.tokens,
    unterminated: scan.unclosed,
    indentedChunks: scan.indentedChunks,
    get elements() {
      elements ??= buildForest({
        tokens: scan.tokens,
        marks: scan.marks,
        breaks: regions.filter(({ kind }) => kind !== 'html').map((region) => region.start),
        end: text.length,
      });
      return elements;
    },
    get blocks() {
      return (blocks ??= buildBlocks({ text, lines, start, tokens, starts: scan.starts }));
    },
    prefixes: scan.prefixes,
    kindAt: (offset) => (spanAt(code, offset) === undefined ? spanAt(regions, offset)?.kind : 'code'),
  };
}
