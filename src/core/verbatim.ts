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

/** Every range whose white space is not the article's own: `pre`, comments, raw text, code. Sorted by start. */
export function verbatimSpans(body: Body): readonly Span[] {
  return [
    ...preSpans(body),
    ...body.tokens.filter(({ kind }) => kind === 'comment' || kind === 'rawText'),
    ...body.code,
    ...body.regions.filter(({ kind }) => kind === 'code'),
  ].sort((a, b) => a.start - b.start);
}
