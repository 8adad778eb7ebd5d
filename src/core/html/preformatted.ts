import type { Span, StartTag } from '../types';
import { isHtmlSpace } from './names';
import { programmingLanguages } from './languages';
import type { HtmlSource } from './source';
import { scanTag } from './tag';

/** A `pre` element that has an end. Offsets are local to its source. */
export interface Preformatted {
  /** After the content: where `</pre` begins. */
  readonly end: number;
  /** The content, when it is code; undefined when the `pre` holds prose. */
  readonly code: Span | undefined;
  /** The tag of a `code` element that is the first thing in the `pre`. */
  readonly codeTag: StartTag | undefined;
  /** Where the end tags after the code begin. */
  readonly endTags: readonly number[];
}

/**
 * The extent of the `pre` whose start tag ends at `start`, and whether its content is code: it is when it
 * begins with `<code>`, holds no block element, or the tag names a language or highlighter. Whole
 * articles of prose are found in `pre` as well. Undefined when there is no `</pre` before `limit`.
 */
export function findPreformatted(
  source: HtmlSource,
  tag: StartTag,
  start: number,
  limit: number,
): Preformatted | undefined {
  const codeTag = codeTagAt(source, start, limit);
  const end = source.next('preEnd', codeTag === undefined ? start : codeTag.end - source.base);
  if (end >= limit) {
    return undefined;
  }
  if (codeTag !== undefined) {
    return findPreCode(source, codeTag, { end, limit });
  }
  if (namesCode(tag) || source.nextBlockStart(start) >= end) {
    return { end, code: { start, end }, codeTag: undefined, endTags: [end] };
  }
  return { end, code: undefined, codeTag: undefined, endTags: [] };
}

/**
 * `<pre><code>` runs to the first `</code></pre>`, so that code which shows a `</pre>` stays whole. When
 * another `<pre><code>` begins between the first `</pre>` and there, that `</pre>` is the end after all.
 */
function findPreCode(
  source: HtmlSource,
  codeTag: StartTag,
  { end, limit }: { readonly end: number; readonly limit: number },
): Preformatted {
  const start = codeTag.end - source.base;
  const pair = source.next('preCodeEnd', start);
  if (pair < limit && (pair < end || source.next('preCodeStart', end) >= pair)) {
    const preEnd = source.next('preEnd', pair);
    return { end: preEnd, code: { start, end: pair }, codeTag, endTags: [pair, preEnd] };
  }
  return { end, code: { start, end }, codeTag, endTags: [end] };
}

function codeTagAt(source: HtmlSource, start: number, limit: number): StartTag | undefined {
  const { text } = source;
  let position = start;
  while (isHtmlSpace(text.charCodeAt(position))) {
    position++;
  }
  if (!/^<code[\t\n\f\r />]/i.test(text.slice(position, position + 6))) {
    return undefined;
  }
  const tag = scanTag(source, position, limit);
  return tag?.kind === 'startTag' ? tag : undefined;
}

/** What highlighters put into `class`, before or around the name of a language. */
const highlighterClass =
  /(?:^|[\s_-])(?:lang(?:uage)?[-_:]|brush\s*:|hljs|highlight|prettyprint|prism|shiki|codehilite|syntax|sourcecode|crayon|enlighter|pygments|code(?:$|[\s_-]))/i;

function namesCode(tag: StartTag): boolean {
  return tag.attributes.some(({ name, value }) => {
    switch (name) {
      case 'class':
        return (
          highlighterClass.test(value) ||
          value.split(/[\s,;:]+/).some((word) => programmingLanguages.has(word.toLowerCase()))
        );
      case 'lang':
      case 'name':
        return programmingLanguages.has(value.toLowerCase());
      case 'data-lang':
      case 'data-language':
      case 'data-enlighter-language':
        return value !== '';
      default:
        return false;
    }
  });
}
