import { isLetter } from './names';
import type { HtmlSource } from './source';

/** A Hexo code tag: the code, and where its end tag ends. Offsets are local to the source. */
export interface TemplateContent {
  readonly start: number;
  readonly end: number;
  readonly close: number;
}

/** What a Hexo code tag at `start` holds; undefined when it has no end before `limit`. */
export function templateContent(
  source: HtmlSource,
  start: number,
  limit: number,
): TemplateContent | undefined {
  const { text } = source;
  const name = text.startsWith('codeblock', skipTemplateOpener(text, start)) ? 'codeblock' : 'highlight';
  const end = source.nextTemplateEnd(name, start + 2);
  if (end >= limit) {
    return undefined;
  }
  const openEnd = text.indexOf('%}', start + 2);
  return openEnd < end ? { start: openEnd + 2, end, close: text.indexOf('%}', end) + 2 } : undefined;
}

function skipTemplateOpener(text: string, start: number): number {
  let position = start + 2;
  while (!isLetter(text.charCodeAt(position))) {
    position++;
  }
  return position;
}
