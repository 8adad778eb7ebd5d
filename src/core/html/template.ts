import { shortcodeAt } from './shortcodes';
import type { HtmlSource } from './source';

/** A shortcode: the code in it, and where its end tag ends. Offsets are local to the source. */
export interface TemplateContent {
  readonly start: number;
  readonly end: number;
  readonly close: number;
}

/**
 * What the shortcode at `start` holds, a `templateStart` landmark. Undefined when it has no end before `limit`, when
 * one in brackets begins again before its end (prose that speaks of `[code]`), and when it only frames a fence, as the
 * `{% code title="a.js" %}` of GitBook does: the fence is the code then.
 */
export function templateContent(
  source: HtmlSource,
  start: number,
  limit: number,
): TemplateContent | undefined {
  const { text } = source;
  const shortcode = shortcodeAt(text, start);
  if (shortcode === undefined) {
    return undefined;
  }
  const { notation, name } = shortcode;
  const from = start + notation.opener.length;
  const end = source.nextTemplateEnd(notation, name, from);
  const openEnd = end < limit ? source.nextString(notation.closer, from) : end;
  if (openEnd >= end || text[openEnd - 1] === '/') {
    return undefined;
  }
  if (notation.opener === '[' && source.nextBracketStart(name, openEnd) < end) {
    return undefined;
  }
  const content = openEnd + notation.closer.length;
  return isFence(text, content)
    ? undefined
    : { start: content, end, close: text.indexOf(notation.closer, end) + notation.closer.length };
}

function isFence(text: string, start: number): boolean {
  let position = start;
  while (/\s/.test(text[position] ?? 'a')) {
    position++;
  }
  return text.startsWith('```', position) || text.startsWith('~~~', position);
}
