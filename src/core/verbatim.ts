import { attribute } from './html/attributes';
import { styleDeclarations, type Declaration } from './html/style';
import { walkElements } from './html/walk';
import type { Body, Span } from './types';

/** What is inside `pre`, outermost only: white space shows there. Sorted, disjoint. */
export function preSpans({ tokens }: Body): readonly Span[] {
  const spans: Span[] = [];
  let start: number | undefined;
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'startTag' && token.name === 'pre') {
      start ??= token.end;
      depth++;
    } else if (token.kind === 'endTag' && token.name === 'pre' && start !== undefined) {
      depth--;
      if (depth === 0) {
        spans.push({ start, end: token.start });
        start = undefined;
      }
    }
  }
  return spans;
}

/** What is inside elements whose style keeps white space as `pre` does. */
function* preservedSpans({ elements }: Body): Iterable<Span> {
  for (const { startTag, end } of walkElements(elements)) {
    const style = attribute(startTag, 'style');
    if (style !== undefined && /white-space/i.test(style.value) && styleDeclarations(style).some(preserves)) {
      yield { start: startTag.end, end };
    }
  }
}

function preserves({ name, value }: Declaration): boolean {
  return name === 'white-space' && /^(?:pre(?:-wrap|-line)?|break-spaces)$/.test(value);
}

/** Every range whose white space is not the article's own: `pre`, comments, raw text, code. Sorted by start. */
export function verbatimSpans(body: Body): readonly Span[] {
  return [
    ...preSpans(body),
    ...preservedSpans(body),
    ...body.tokens.filter(({ kind }) => kind === 'comment' || kind === 'rawText'),
    ...body.code,
    ...body.regions.filter(({ kind }) => kind === 'code'),
  ].sort((a, b) => a.start - b.start);
}
