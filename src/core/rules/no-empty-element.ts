import * as l10n from '@vscode/l10n';
import { attribute } from '../html/attributes';
import { firstVisible } from '../html/blank';
import { tagsOfSingleCells } from '../html/emptyTables';
import { isFormula } from '../html/formulas';
import { anyBetween, linkTargets } from '../html/links';
import { blockNames, isHtmlSpace } from '../html/names';
import { isNothingByItself } from '../html/nothing';
import { scriptPlaces } from '../html/scriptPlaces';
import { meantSigns } from '../html/signs';
import { joinsMarkdown } from '../markdownLinks';
import type { Article, HtmlElement, HtmlToken, Rule, Span, StartTag } from '../types';

interface Data {
  readonly element: HtmlElement;
  /** White space in it may be all that stands between two words: then only the tags go. */
  readonly keepsText: boolean;
}

/** Line breaks and the like say nothing by themselves, but they keep apart what is around them. */
const breakNames: ReadonlySet<string> = new Set(['br', 'wbr']);

export const noEmptyElement: Rule<Data> = {
  meta: {
    id: 'no-empty-element',
    description: 'An element without anything to read or see in it.',
    rationale:
      'Places for captions, icons, recommendations and advertisements stay behind without what a script put there, and paragraphs of blanks tear the text apart. Cells of tables, items of numbered lists, media, code, targets of links in the article and an empty paragraph that keeps two texts apart are left alone, and so are blanks to fill in, boxes to tick, ratings, swatches, named smileys, ticks and crosses, and an icon that is all there is in a cell or that a sentence speaks of.',
    group: 'chaff',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p>Text.</p><p>&nbsp;</p><div id="recommend"></div>\n',
      good: '<table><tr><td></td><td>1</td></tr></table>\n',
    },
  },

  *detect(article) {
    const { body, text } = article;
    const seen = whatIsThere(article);
    /** Of a run of empty blocks between two texts the last one stays, to keep them apart. */
    let last: { readonly start: number; readonly afterText: boolean } | undefined;
    for (const element of outermostEmpty(body.elements, seen)) {
      const { start, end, name } = element;
      const isBlock = blockNames.has(name);
      const before = neighbour(article, start, -1);
      const afterText: boolean =
        last !== undefined && before !== undefined && before !== 'text' && before.start >= last.start
          ? last.afterText
          : isInline(before);
      last = isBlock ? { start, afterText } : undefined;
      if (!isBlock || !afterText || !isInline(neighbour(article, end, 1))) {
        yield {
          start,
          end,
          message: l10n.t('Empty <{0}>: there is nothing in it to read or see.', name),
          data: { element, keepsText: !isBlock && mayBeTheOnlySpace(article, element) },
        };
      }
    }

    function* outermostEmpty(roots: readonly HtmlElement[], there: Contents): Iterable<HtmlElement> {
      const pending = [...roots].reverse();
      for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
        if (isFormula(element)) {
          // Its empty boxes are struts: they hold the signs at their height.
          continue;
        }
        if (isEmpty(article, element, there)) {
          // An article of nothing but empty elements has another fault.
          if (anyBetween(there.content, body.start, text.length)) {
            yield element;
          }
        } else {
          for (let index = element.children.length - 1; index >= 0; index--) {
            const child = element.children[index];
            if (child !== undefined) {
              pending.push(child);
            }
          }
        }
      }
    }
  },

  fix({ data: { element, keepsText } }, article) {
    if (joinsMarkdown(article, element)) {
      return [];
    }
    const edits = keepsText
      ? tagsOf(article.body.tokens, element).map(({ start, end }) => ({ start, end, text: '' }))
      : [{ start: element.start, end: element.end, text: '' }];
    return [{ title: l10n.t('Remove this empty element'), kind: 'safe', edits }];
  },
};

/** Offsets, sorted, of everything that makes an element around it not empty, and of line breaks. */
interface Contents {
  readonly content: readonly number[];
  readonly breaks: readonly number[];
}

function whatIsThere(article: Article): Contents {
  const { text, body } = article;
  const targets = linkTargets(article);
  const signs = meantSigns(article);
  const places = scriptPlaces(article).ids;
  const singleCells = tagsOfSingleCells(body.elements);
  const ordered = startsOfNumberedItems(body.elements);
  const content: number[] = [];
  const breaks: number[] = [];
  const gap = (start: number, end: number): void => {
    const visible = start < end ? firstVisible(text, start, end, body.prefixes) : -1;
    if (visible >= 0) {
      content.push(visible);
    }
  };
  const isSingleCell = (tag: StartTag): boolean =>
    singleCells.has(tag.start) && !targets.has(attribute(tag, 'id')?.value ?? '');
  let position = body.start;
  for (const token of body.tokens) {
    gap(position, token.start);
    position = token.end;
    if (token.kind === 'startTag' && breakNames.has(token.name)) {
      breaks.push(token.start);
    } else if (token.kind === 'startTag') {
      // An author of Markdown puts an anchor where links from elsewhere lead.
      const isAnchor = token.name === 'a' && !token.attributes.some(({ name }) => name === 'href');
      const isMeant = isAnchor && body.kindAt(token.start) === 'markdown';
      if (
        isMeant ||
        signs.has(token.start) ||
        places.has(attribute(token, 'id')?.value ?? '') ||
        !(isNothingByItself(token, targets) || isSingleCell(token)) ||
        ordered.has(token.start)
      ) {
        content.push(token.start);
      }
    } else if (token.kind !== 'endTag') {
      content.push(token.start);
    }
  }
  gap(position, body.end);
  return { content, breaks };
}

/** Items of numbered lists: without one the others change their numbers. */
function startsOfNumberedItems(roots: readonly HtmlElement[]): ReadonlySet<number> {
  const starts = new Set<number>();
  const pending = [...roots];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    for (const child of element.children) {
      if (child.name === 'li' && element.name !== 'ul' && element.name !== 'menu') {
        starts.add(child.start);
      }
      pending.push(child);
    }
  }
  return starts;
}

function isEmpty(
  { body }: Article,
  { name, start, end, startTag, endTag }: HtmlElement,
  { content, breaks }: Contents,
): boolean {
  if (anyBetween(content, start, end) || breakNames.has(name)) {
    return false;
  }
  if (endTag === undefined) {
    // Only what HTML closes by itself has a sure end, and only where the tag that closes it is seen.
    const closedBy = body.tokens[tokenAt(body.tokens, end, 1)];
    if ((name !== 'p' && name !== 'li') || closedBy?.kind !== 'startTag' || closedBy.start !== end) {
      return false;
    }
  }
  return blockNames.has(name) || name === 'button' || !anyBetween(breaks, startTag.end, end);
}

/** The next thing from an offset on, blanks and comments apart: text, a tag, or nothing. */
function neighbour(
  { text, body }: Article,
  offset: number,
  direction: 1 | -1,
): 'text' | HtmlToken | undefined {
  const { tokens } = body;
  let position = offset;
  for (let index = tokenAt(tokens, offset, direction); ; index += direction) {
    const token = tokens[index];
    const edge = direction > 0 ? (token?.start ?? body.end) : (token?.end ?? body.start);
    const from = Math.min(position, edge);
    const to = Math.max(position, edge);
    if (from < to && firstVisible(text, from, to, body.prefixes) >= 0) {
      // Markdown beside an html region is a block of its own, and so is what stands behind a blank line of Markdown.
      const near = direction > 0 ? firstVisible(text, from, to, body.prefixes) : lastPrinted(text, to);
      const kind = body.kindAt(direction > 0 ? offset - 1 : offset);
      const gap = direction > 0 ? text.slice(from, near) : text.slice(near + 1, to);
      const isOneBlock = kind === 'html' || !/[\n\r][ \t]*(?:\r(?!\n)|\n)/.test(gap);
      return body.kindAt(near) === kind && isOneBlock ? 'text' : undefined;
    }
    if (token === undefined || token.kind === 'startTag' || token.kind === 'endTag') {
      return token;
    }
    position = direction > 0 ? token.end : token.start;
  }
}

/** The last character before an offset that is not white space of HTML; there is one. */
function lastPrinted(text: string, end: number): number {
  let position = end - 1;
  while (isHtmlSpace(text.charCodeAt(position))) {
    position--;
  }
  return position;
}

/** Whether it stands on the line it is next to; a block or a line break does not. */
function isInline(thing: ReturnType<typeof neighbour>): boolean {
  return (
    thing === 'text' ||
    ((thing?.kind === 'startTag' || thing?.kind === 'endTag') &&
      !blockNames.has(thing.name) &&
      thing.name !== 'br')
  );
}

/** The first token from an offset on, or the last one up to it. */
function tokenAt(tokens: readonly HtmlToken[], offset: number, direction: 1 | -1): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? Infinity) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return direction > 0 ? low : low - 1;
}

/** Whether the blanks in an inline element stand between two words without any other blank. */
function mayBeTheOnlySpace({ text, body }: Article, element: HtmlElement): boolean {
  const tags = tagsOf(body.tokens, element);
  const blanks = tags
    .slice(1)
    .map(({ start }, index) => text.slice(tags[index]?.end, start))
    .join('');
  if (blanks === '') {
    return false;
  }
  const before = body.tokens[tokenAt(body.tokens, element.start, -1)];
  const after = body.tokens[tokenAt(body.tokens, element.end, 1)];
  if (isBoundary(before, before?.end === element.start) || isBoundary(after, after?.start === element.end)) {
    return false;
  }
  const plain = /^[ \t\r\n]*$/.test(blanks);
  return (
    !plain ||
    !(/[ \t\r\n]/.test(text[element.start - 1] ?? ' ') || /[ \t\r\n]/.test(text[element.end] ?? ' '))
  );
}

function isBoundary(token: HtmlToken | undefined, touches: boolean): boolean {
  return (
    touches &&
    (token?.kind === 'startTag' || token?.kind === 'endTag') &&
    (blockNames.has(token.name) || token.name === 'br')
  );
}

function tagsOf(tokens: readonly HtmlToken[], { start, end }: HtmlElement): readonly Span[] {
  const tags: Span[] = [];
  for (let index = tokenAt(tokens, start, 1); ; index++) {
    const token = tokens[index];
    if (token === undefined || token.start >= end) {
      return tags;
    }
    tags.push(token);
  }
}
