import type { HtmlElement, StartTag } from '../types';
import { styleDeclarations } from './style';
import { attribute } from './attributes';
import { walkElements } from './walk';

const inner: ReadonlySet<string> = new Set(['tbody', 'tr', 'td']);
const shown: ReadonlySet<string> = new Set(['bgcolor', 'background', 'border', 'height', 'bordercolor']);
const seenStyle = /^(?:background|border|height|min-height|box-shadow|outline)/;

/**
 * Where the tags of tables with a single cell begin: with nothing in it such a table is a place that was never filled, not
 * a form. Tables that show themselves by a colour, a border or a height are not among them.
 */
export function tagsOfSingleCells(roots: readonly HtmlElement[]): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const table of walkElements(roots)) {
    if (table.name !== 'table') {
      continue;
    }
    const chain: HtmlElement[] = [table];
    let next: HtmlElement | undefined = table;
    while (next !== undefined && next.name !== 'td') {
      next = next.children.length === 1 ? next.children[0] : undefined;
      if (next !== undefined && inner.has(next.name)) {
        chain.push(next);
      } else {
        next = undefined;
      }
    }
    if (next !== undefined && chain.every(({ startTag }) => !showsItself(startTag))) {
      chain.forEach(({ start }) => starts.add(start));
    }
  }
  return starts;
}

function showsItself(tag: StartTag): boolean {
  const style = attribute(tag, 'style');
  return (
    tag.attributes.some(({ name, value }) => shown.has(name) && value !== '0') ||
    (style !== undefined && styleDeclarations(style).some(({ name }) => seenStyle.test(name)))
  );
}
