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
  /** The tag of a `code` element that is the first thing in the `pre`. Without `code`: it holds a table of them. */
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
    return framesCode(source, codeTag.end - source.base)
      ? { end, code: undefined, codeTag, endTags: [] }
      : findPreCode(source, codeTag, { end, limit });
  }
  const container = tagBefore(source, tag.start - source.base);
  if (container?.name === 'td' && codeCell.test(classOf(container))) {
    const last = lastEndInCell(source, end, limit);
    return { end: last, code: { start, end: last }, codeTag: undefined, endTags: [last] };
  }
  const block = source.nextBlockStart(start);
  const isCode =
    block >= end || namesCode(tag) || isHighlighted(source, classOf(container), { start, block });
  return isCode
    ? { end, code: { start, end }, codeTag: undefined, endTags: [end] }
    : { end, code: undefined, codeTag: undefined, endTags: [] };
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

/** Whether Rouge has put its table into the code: a `pre` of line numbers and one of code, each in its cell. */
function framesCode({ text }: HtmlSource, start: number): boolean {
  return /^\s*<table\s+class="?rouge-table[">\s]/i.test(text.slice(start, start + frameReach));
}

/**
 * Whether a highlighter has written what is in a `pre` that does not say so itself: the first tag of a block is
 * inside one of its spans. Nobody writes a paragraph into a span for one word: the crawler decoded `&lt;p&gt;`
 * there. Pygments begins its code with an empty span.
 *
 * @param names The class of the element that the `pre` is the first thing in.
 */
function isHighlighted(
  { text }: HtmlSource,
  names: string,
  { start, block }: { readonly start: number; readonly block: number },
): boolean {
  const isInside = highlighterClass.test(names);
  if (isInside && /^\s*<span><\/span>/i.test(text.slice(start, start + frameReach))) {
    return true;
  }
  const span = openSpan(text.slice(Math.max(start, block - frameReach), block));
  return span !== undefined && (isInside || highlighterSpan.test(span));
}

/** The cell of code ends with its `pre`: a `</pre` before that is shown. */
function lastEndInCell(source: HtmlSource, end: number, limit: number): number {
  const cellEnd = source.next('cellEnd', end);
  const last = source.next('preCellEnd', end);
  const isNear = cellEnd < limit && last < cellEnd && cellEnd - last <= frameReach;
  return isNear && /^<\/pre\s*>\s*$/i.test(source.text.slice(last, cellEnd)) ? last : end;
}

/** How far tags around are looked for. No highlighter writes longer ones, and looking stays linear. */
const frameReach = 400;

/** The cell beside that of the line numbers: Hexo's and Pygments' `code`, Rouge's, Chroma's, GitHub's. */
const codeCell = /(?:^|\s)(?:code|rouge-code|lntd|blob-code|crayon-code|code-cell)(?:$|\s)/i;

/** Classes of the spans of highlighters: of whole lines, and of tags and what else a tag is in. */
const highlighterSpan =
  /(?:^|\s)(?:line|cl|code-line|view-line|token|tag|nt|xml|html|(?:hljs|pl|cm|crayon|enlighter|prism|shiki|mtk|sy)-?[\w-]*)(?:$|\s)/;

/** The start tag that ends where the one at `start` begins, white space aside. */
function tagBefore(source: HtmlSource, start: number): StartTag | undefined {
  const from = Math.max(0, start - frameReach);
  const before = source.text.slice(from, start).trimEnd();
  const open = before.endsWith('>') ? before.lastIndexOf('<') : -1;
  const tag = open < 0 ? undefined : scanTag(source, from + open, from + before.length);
  return tag?.kind === 'startTag' && tag.end - source.base === from + before.length ? tag : undefined;
}

/** The class of the innermost span that is open at the end of a text; undefined when none is. */
function openSpan(text: string): string | undefined {
  let closed = 0;
  for (const [, slash, className] of [...text.matchAll(spanTag)].reverse()) {
    if (slash === '/') {
      closed++;
    } else if (closed === 0) {
      return className ?? '';
    } else {
      closed--;
    }
  }
  return undefined;
}

const spanTag = /<(\/?)span(?:\s+class\s*=\s*["']?([^"'<>]*)["']?)?[^<>]*>/gi;

function classOf(tag: StartTag | undefined): string {
  return tag?.attributes.find(({ name }) => name === 'class')?.value ?? '';
}
