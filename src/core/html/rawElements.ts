import { outsideForeignContent } from './svg';
import type { HtmlToken, Span, StartTag } from '../types';

/** A raw text element that has its end tag: `start` is at its start tag, `end` after its end tag. */
export interface RawElement extends Span {
  readonly startTag: StartTag;
  readonly content: Span;
}

/** The terminated `script` or `style` elements among the tokens; one without an end tag is not among them. */
export function* rawElements(tokens: readonly HtmlToken[], name: 'script' | 'style'): Iterable<RawElement> {
  let startTag: StartTag | undefined;
  for (const token of outsideForeignContent(tokens)) {
    if (token.kind === 'startTag') {
      startTag = token.name === name ? token : undefined;
    } else if (token.kind === 'endTag') {
      if (startTag !== undefined && token.name === name) {
        const content = { start: startTag.end, end: token.start };
        yield { start: startTag.start, end: token.end, startTag, content };
      }
      startTag = undefined;
    } else if (token.kind !== 'rawText') {
      startTag = undefined;
    }
  }
}
