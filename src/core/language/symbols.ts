import * as l10n from '@vscode/l10n';
import type { Article, Field, FrontMatter, Span } from '../types';
import { headingsOf, type Heading } from './headings';
import { looseFields } from './looseFields';

/** An entry of the outline. */
export interface DocumentSymbol extends Span {
  readonly kind: 'frontMatter' | 'field' | 'heading';
  readonly name: string;
  /** A few words behind the name. */
  readonly detail: string;
  /** Where it is named; inside of its own range. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

export interface SymbolOptions {
  /**
   * False leaves the headings out when all are Markdown's, which VS Code's own outline has. With one in HTML among them
   * that outline has gaps, so this one has all.
   */
  readonly markdownHeadings: boolean;
  /** Headings of a larger body are not looked for; 0 for no limit. In UTF-16 units. */
  readonly maxBodySize: number;
}

/**
 * The front matter with its fields, then the headings of the body, each with those of the deeper levels below
 * it.
 */
export function symbolsOf(
  article: Article,
  { markdownHeadings, maxBodySize }: SymbolOptions,
): readonly DocumentSymbol[] {
  const { frontMatter, text } = article;
  const bodyStart = frontMatter?.end ?? 0;
  const isLarge = maxBodySize > 0 && text.length - bodyStart > maxBodySize;
  const found = isLarge ? [] : headingsOf(article);
  const headings = markdownHeadings || found.some(({ isHtml }) => isHtml) ? found : [];
  return [
    ...(frontMatter === undefined ? [] : [frontMatterSymbol(article, frontMatter)]),
    ...tree(
      headings,
      headings.reduce((end, heading) => Math.max(end, heading.end), trimEnd(text, bodyStart, text.length)),
    ),
  ];
}

function frontMatterSymbol(article: Article, frontMatter: FrontMatter): DocumentSymbol {
  const { start, openFence, closeFence, content, fields } = frontMatter;
  return {
    kind: 'frontMatter',
    name: l10n.t('Front matter'),
    detail: '',
    start,
    end: closeFence?.end ?? trimEnd(article.text, start, content.end),
    selection: openFence.end > openFence.start ? openFence : { start, end: start },
    // While a line is being typed the YAML has an error for a moment; the outline is not to vanish.
    children: (fields.length > 0 ? fields : fieldsByLine(article, content)).map((field) =>
      fieldSymbol(article, field),
    ),
  };
}

type NamedField = Pick<Field, 'key' | 'keySpan' | 'valueSpan'>;

function fieldsByLine(article: Article, content: Span): readonly NamedField[] {
  return looseFields(article, content).map(({ key, keySpan, valueStart, line }) => ({
    key,
    keySpan,
    valueSpan: { start: valueStart, end: Math.max(valueStart, trimEnd(article.text, valueStart, line.end)) },
  }));
}

function fieldSymbol({ text }: Article, { key, keySpan, valueSpan }: NamedField): DocumentSymbol {
  return {
    kind: 'field',
    // VS Code refuses a symbol without a name.
    name: key.trim() === '' ? '""' : key,
    detail: detailOf(text.slice(valueSpan.start, Math.min(valueSpan.end, valueSpan.start + 200))),
    start: keySpan.start,
    end: Math.max(keySpan.end, valueSpan.end),
    selection: keySpan,
    children: [],
  };
}

const longestDetail = 60;

function detailOf(value: string): string {
  const line = value.replace(/\s+/g, ' ').replace(/^- /, '').replaceAll(' - ', ', ');
  return line.length > longestDetail ? `${line.slice(0, longestDetail - 1)}…` : line;
}

interface Node {
  readonly heading: Heading;
  readonly children: Node[];
}

/** A heading reaches to the next one that is not below it. */
function tree(headings: readonly Heading[], end: number): readonly DocumentSymbol[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const heading of headings) {
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) {
      open.pop();
    }
    const node: Node = { heading, children: [] };
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return toSymbols(roots, end);
}

function toSymbols(nodes: readonly Node[], end: number): readonly DocumentSymbol[] {
  return nodes.map(({ heading, children }, index) => {
    // A heading in HTML that is never closed may reach into the next one.
    const own = Math.min(end, Math.max(heading.end, nodes[index + 1]?.heading.start ?? end));
    return {
      kind: 'heading',
      name: heading.text === '' ? l10n.t('Heading without text') : heading.text,
      detail: `h${heading.level}`,
      start: heading.start,
      end: own,
      selection: { start: heading.start, end: Math.min(own, heading.end) },
      children: toSymbols(children, own),
    };
  });
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \t\r\n'.includes(text.charAt(at - 1))) {
    at--;
  }
  return at;
}
