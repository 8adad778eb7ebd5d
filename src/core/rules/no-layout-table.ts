import * as l10n from '@vscode/l10n';
import { attribute } from '../html/attributes';
import { firstVisible } from '../html/blank';
import { linkTargets } from '../html/links';
import { walkElements } from '../html/walk';
import type { Article, HtmlElement, Rule, StartTag } from '../types';

interface Data {
  readonly table: HtmlElement;
  readonly cell: HtmlElement;
}

/** A cell with less in it may be a box that the author drew around a remark. */
const shortestArticle = 200;

const rowNames: ReadonlySet<string> = new Set(['tbody', 'tr', 'td']);

/** What gives a table a meaning of its own: a frame, a colour, a role. */
const meaningful: ReadonlySet<string> = new Set([
  'border',
  'bgcolor',
  'bordercolor',
  'frame',
  'rules',
  'background',
]);

export const noLayoutTable: Rule<Data> = {
  meta: {
    id: 'no-layout-table',
    description: 'A table of one cell around a whole article or a large part of it.',
    rationale:
      'Forums lay out their pages so. Screen readers announce a table, and Markdown converters make one of the article. The table becomes a `<div>`, so that its text runs together with nothing. Tables with a heading, a caption, a frame, a colour or a second cell are left alone, and so are small ones.',
    group: 'chaff',
    severity: 'hint',
    fixKind: 'suggestion',
    example: {
      bad: `<table cellspacing="0"><tbody><tr><td>\nOne line.<br>\nAnother.<br>\n<img src="a.png"><br>\nA third.\n</td></tr></tbody></table>\n`,
      good: '<table><tr><td>1</td><td>One</td></tr></table>\n',
    },
  },

  *detect(article) {
    let targets: ReadonlySet<string> | undefined;
    for (const table of walkElements(article.body.elements)) {
      const cell = table.name === 'table' ? soleCell(article, table) : undefined;
      if (cell === undefined || !holdsArticle(cell)) {
        continue;
      }
      targets ??= linkTargets(article);
      if (!isTarget(table.startTag, targets) && !isTarget(cell.startTag, targets)) {
        yield {
          start: table.startTag.start,
          end: cell.startTag.end,
          message: l10n.t('Layout table: it has one cell, and the article is in it.'),
          data: { table, cell },
        };
      }
    }
  },

  fix({ data: { table, cell } }) {
    const align = attribute(cell.startTag, 'align')?.value.toLowerCase();
    const open = align === 'center' || align === 'right' ? `<div align="${align}">` : '<div>';
    const edits = [
      { start: table.startTag.start, end: cell.startTag.end, text: open },
      { start: cell.endTag?.start ?? cell.end, end: table.end, text: '</div>' },
    ];
    return [{ title: l10n.t('Replace the table by a “div”'), kind: 'suggestion', edits }];
  },
};

/** The cell of a table that has one and nothing beside it. */
function soleCell({ text }: Article, table: HtmlElement): HtmlElement | undefined {
  if (table.endTag === undefined || !isPlain(table.startTag)) {
    return undefined;
  }
  let element = table;
  while (element.name !== 'td') {
    const [child] = element.children;
    const inner = { start: element.startTag.end, end: element.endTag?.start ?? element.end };
    if (
      child === undefined ||
      element.children.length > 1 ||
      !rowNames.has(child.name) ||
      !isPlain(child.startTag) ||
      firstVisible(text, inner.start, child.start) >= 0 ||
      firstVisible(text, child.end, inner.end) >= 0
    ) {
      return undefined;
    }
    element = child;
  }
  return element;
}

function isPlain(tag: StartTag): boolean {
  const style = attribute(tag, 'style')?.value ?? '';
  return (
    !/border|background|display\s*:\s*none/i.test(style) &&
    tag.attributes.every(({ name, value }) => !meaningful.has(name) || /^0?$/.test(value.trim()))
  );
}

/** Paragraphs, line breaks or pictures, several of them, or a long text. */
function holdsArticle(cell: HtmlElement): boolean {
  return cell.children.length >= 3 || cell.end - cell.startTag.end >= shortestArticle;
}

function isTarget(tag: StartTag, targets: ReadonlySet<string>): boolean {
  return targets.has(attribute(tag, 'id')?.value.trim() ?? '');
}
