import { spansContain } from './spans';
import type { Article, Span } from './types';

/** The destination of a definition (`[label]: https://...`) at the beginning of a line, or an autolink. */
const address =
  /^[ \t>]{0,99}\[[^[\]\n\r]{1,200}\]:[ \t]{0,99}<?(https?:\/\/[^\s<>]+)|<(https?:\/\/[^\s<>]+)>/gm;

/** The addresses of the Markdown regions that stand in a definition of a reference or in angle brackets. */
export function* markdownAddresses({ text, body }: Article): Iterable<Span> {
  for (const region of body.regions) {
    if (region.kind === 'markdown') {
      for (const match of text.slice(region.start, region.end).matchAll(address)) {
        const found = match[1] ?? match[2] ?? '';
        const start = region.start + match.index + match[0].lastIndexOf(found);
        if (!spansContain(body.code, start) && !spansContain(body.tokens, start)) {
          yield { start, end: start + found.length };
        }
      }
    }
  }
}
