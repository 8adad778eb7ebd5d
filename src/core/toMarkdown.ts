import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import { firstEndingAfter, intersects } from './spans';
import { arrangeBlocks } from './toMarkdown/arrangeBlocks';
import { LabelSource, markFootnotes } from './toMarkdown/footnotes';
import { handlersFor, restoreTags } from './toMarkdown/handlers';
import { prepare } from './toMarkdown/prepare';
import { createSource, type Braces, type Source } from './toMarkdown/source';
import { write } from './toMarkdown/write';
import type { Article, Edit, Region, Span } from './types';

export interface MarkdownRequest {
  /** Only regions of html that intersect one of these ranges; each is converted whole. */
  readonly within?: readonly Span[];
  /** Tells comments that stay, by their text. */
  readonly isKept: (comment: string) => boolean;
}

/**
 * The edits that turn the html of a body into Markdown. What is Markdown or code already stays as it is,
 * and so do html in lists and quotes and what Markdown has no form for: players, details, formulas, tables
 * with joined cells. The trees are plain data, so nothing of the article can run. Throws a RangeError for
 * html that is nested thousands of levels deep.
 */
export function convertToMarkdown(article: Article, { within, isKept }: MarkdownRequest): readonly Edit[] {
  const { body, text } = article;
  const braces = freeCharacters(text);
  const sourceOf = createSource(article, { braces, isKept });
  const labels = new LabelSource(text);
  return body.regions
    .filter((region) => region.kind === 'html' && !isInContainer(article, region))
    .filter((region) => within === undefined || within.some((range) => intersects(range, region)))
    .flatMap((region) => {
      const markdown = restore(convert(sourceOf(region), labels), braces);
      return replaceRegion(article, region, markdown) ?? [];
    });
}

function convert({ html, verbatim }: Source, labels: LabelSource): string {
  const tree = fromHtml(html, { fragment: true });
  prepare(tree, markFootnotes(tree, labels));
  const markdown = toMdast(tree, { handlers: { ...handlersFor(verbatim) } }) as Root;
  restoreTags(markdown);
  arrangeBlocks(markdown);
  return write(markdown).trimEnd();
}

/** Replaces the lines of a region, with a blank line between it and what is beside it. */
function replaceRegion(article: Article, region: Region, markdown: string): Edit | undefined {
  const { text, lines, body, eol } = article;
  const start = Math.max(lines.startOf(region.startLine), body.start);
  const end = lines.endOf(region.endLine);
  const isBlankLine = (line: number): boolean => {
    const from = line < 1 || line > lines.count ? undefined : Math.max(lines.startOf(line), body.start);
    return from === undefined || text.slice(from, Math.max(from, lines.endOf(line))).trim() === '';
  };
  const before =
    isBlankLine(region.startLine - 1) || lines.startOf(region.startLine) <= body.start ? '' : '\n';
  const after = isBlankLine(region.endLine + 1) ? '' : '\n';
  if (markdown === '' && before === '' && isBlankLine(region.endLine + 1)) {
    // The tags of an element around what is Markdown already: their lines go, and the blank line after them.
    const last = Math.min(region.endLine + 1, lines.count);
    return { start, end: last < lines.count ? lines.startOf(last + 1) : text.length, text: '' };
  }
  if (markdown === '') {
    // The line is left, since it may be what keeps two blocks of Markdown apart.
    return { start, end, text: '' };
  }
  const inserted = `${before}${markdown}${after}`.replaceAll('\n', eol);
  return inserted === text.slice(start, end) ? undefined : { start, end, text: inserted };
}

function isInContainer({ body: { prefixes } }: Article, { start, end }: Span): boolean {
  const prefix = prefixes[firstEndingAfter(prefixes, start)];
  return prefix !== undefined && prefix.start < end;
}

/** Two characters of the private use area that the text does not hold. */
function freeCharacters(text: string): Braces {
  const free: string[] = [];
  for (let code = 0xe000; code < 0xf8ff && free.length < 2; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) {
      free.push(character);
    }
  }
  const [open = '', close = ''] = free;
  return { open, close };
}

function restore(markdown: string, { open, close }: Braces): string {
  return open === '' ? markdown : markdown.replaceAll(open, '&#123;').replaceAll(close, '&#125;');
}
