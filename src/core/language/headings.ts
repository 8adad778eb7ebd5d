import { decodeReferences } from '../render/characters';
import { sharedMarkdown } from '../markdown';
import type { Article, Block, HtmlElement, Span } from '../types';

/** A heading of the body. */
export interface Heading extends Span {
  /** 1 to 6. */
  readonly level: number;
  /** As a reader sees it, on one line; '' for a heading without text. */
  readonly text: string;
  readonly isHtml: boolean;
}

/** Longer ones are no headings but articles whose tag was never closed. */
const longestHeading = 2_000;

/** The headings of Markdown and of HTML in source order. Linear in the length of the body. */
export function headingsOf(article: Article): readonly Heading[] {
  const { blocks, elements } = article.body;
  return [
    ...blocks.flatMap((block) => markdownHeading(article, block)),
    ...htmlHeadings(article, elements),
  ].sort((first, second) => first.start - second.start);
}

function markdownHeading({ text }: Article, { type, start, end }: Block): readonly Heading[] {
  const level = /^heading (\d)$/.exec(type)?.[1];
  return level === undefined
    ? []
    : [{ start, end, level: Number(level), text: inlineText(lineOf(text.slice(start, end))), isHtml: false }];
}

/**
 * Without the marks of either kind of heading. The prefix of a quote in the second line of one is not worth
 * more.
 */
function lineOf(source: string): string {
  const atx = /^[ \t]*#{1,6}(?:[ \t]+|$)/.exec(source);
  return atx === null
    ? source.replace(/\r\n?|\n/g, '\n').replace(/\n[^\n]*$/, '')
    : source
        .slice(atx[0].length)
        .trimEnd()
        .replace(/(^|[ \t])#+$/, '');
}

function inlineText(source: string): string {
  const tokens = sharedMarkdown().parseInline(source.slice(0, longestHeading), {});
  const parts = (tokens[0]?.children ?? []).map(({ type, content }) =>
    type === 'softbreak' || type === 'hardbreak' ? ' ' : type === 'html_inline' ? '' : content,
  );
  return onOneLine(parts.join(''));
}

function* htmlHeadings(article: Article, elements: readonly HtmlElement[]): Iterable<Heading> {
  const waiting = [...elements].reverse();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const level = /^h([1-6])$/.exec(element.name)?.[1];
    if (level !== undefined) {
      const { start, end } = element;
      yield { start, end, level: Number(level), text: htmlText(article, element), isHtml: true };
    }
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index];
      if (child !== undefined) {
        waiting.push(child);
      }
    }
  }
}

/** What stands between the tags of an element. */
function htmlText({ text, body: { tokens } }: Article, element: HtmlElement): string {
  const end = Math.min(element.endTag?.start ?? element.end, element.startTag.end + longestHeading);
  let at = element.startTag.end;
  let result = '';
  for (let index = firstFrom(tokens, at); index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.start >= end) {
      break;
    }
    result += text.slice(at, Math.max(at, token.start));
    at = Math.max(at, token.end);
  }
  result += text.slice(at, Math.max(at, end));
  return onOneLine(decodeReferences(result));
}

/** The index of the first span that starts at an offset or later. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? offset) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
