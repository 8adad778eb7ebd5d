import type { HtmlElement } from '../types';

export interface TableKind {
  /** `layout` only arranges blocks, `html` has what a table of Markdown cannot hold. */
  readonly kind: 'markdown' | 'layout' | 'html';
  /** The table and its own sections, rows and cells. */
  readonly parts: readonly HtmlElement[];
}

const sections: ReadonlySet<string> = new Set(['table', 'tbody', 'tfoot', 'thead', 'tr']);
const cells: ReadonlySet<string> = new Set(['td', 'th']);

/** Blocks that do not fit into one line of Markdown. */
const blocks: ReadonlySet<string> = new Set([
  ...['blockquote', 'dl', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'pre', 'table', 'ul'],
]);

export function classifyTable(table: HtmlElement): TableKind {
  const parts = partsOf(table);
  const own = parts.filter(({ name }) => cells.has(name));
  const rows = parts.filter(({ name }) => name === 'tr');
  const isColumn = rows.every((row) => row.children.filter(({ name }) => cells.has(name)).length <= 1);
  const holdsBlocks = own.some(hasBlocks);
  if (isCodeTable(parts) || (isColumn && own.every(({ name }) => name === 'td'))) {
    return { kind: 'layout', parts };
  }
  return { kind: holdsBlocks || own.some(spans) ? 'html' : 'markdown', parts };
}

/** The table that highlighters make: a cell with line numbers beside a cell with the code. */
export function isCodeTable(parts: readonly HtmlElement[]): boolean {
  return (
    parts.some(isGutter) &&
    parts.some((part) => cells.has(part.name) && holds(part, ({ name }) => name === 'pre'))
  );
}

/** A cell that holds line numbers. */
export function isGutter({ name, startTag }: HtmlElement): boolean {
  const className = startTag.attributes.find((it) => it.name === 'class')?.value ?? '';
  return cells.has(name) && /(?:^|[\s_-])(?:gutter|line-?nos?|line-?numbers?)(?:$|[\s_-])/i.test(className);
}

function partsOf(table: HtmlElement): readonly HtmlElement[] {
  const parts: HtmlElement[] = [];
  const open: HtmlElement[] = [table];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    parts.push(part);
    if (sections.has(part.name)) {
      open.push(
        ...part.children.filter(({ name }) => cells.has(name) || (name !== 'table' && sections.has(name))),
      );
    }
  }
  return parts;
}

function spans({ startTag }: HtmlElement): boolean {
  return startTag.attributes.some(
    ({ name, value }) =>
      (name === 'rowspan' || name === 'colspan') && value.trim() !== '1' && value.trim() !== '',
  );
}

function hasBlocks(cell: HtmlElement): boolean {
  const paragraphs = cell.children.filter(({ name }) => name === 'p' || name === 'div').length;
  return paragraphs > 1 || holds(cell, ({ name }) => blocks.has(name));
}

function holds(element: HtmlElement, test: (inner: HtmlElement) => boolean): boolean {
  const open = [...element.children];
  for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
    if (test(inner)) {
      return true;
    }
    for (const child of inner.children) {
      open.push(child);
    }
  }
  return false;
}
