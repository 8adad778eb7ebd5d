import type { Article, HtmlElement, StartTag } from '../types';
import { attribute } from './attributes';
import { iconNames, isInControl, isPageIcon, isPageLabel, isSpokenOf } from './icons';
import { walkElements } from './walk';
import { wordsAround, type Words } from './wordsAround';

/** Parts of a page whose icons say nothing more than the words beside them. */
const pagePart =
  /(?:^|[\s_-])(?:shar(?:e|ing)|social|toolbar|anchor|permalink|copy|clipboard|byline|(?:post|entry|article)-?(?:meta|info)|meta|breadcrumbs?|nav(?:bar|igation)?|pagination|alert|admonition|callout)(?:$|[\s_-])/i;

const rating = /(?:^|[\s_-])(?:rating|score|stars?)(?:$|[\s_-]|\d)/i;

/** A label of more words than this is a sentence. */
const longestLabel = 24;

/** When something appeared and how long it takes to read. */
const aboutArticle =
  /^(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]|\d{1,2}[-/.月]\d{1,2}|\d+ ?(?:min(?:ute)?s?\b|分钟|hours?\b|小时|days?\b|天)|[\d,.]+ ?[kKmM万]? ?(?:views?|次|阅读|浏览|評論|评论|人)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|(?:阅读|浏览|发布|更新|作者)[于於数量]?\s*[:：]?)/;

/**
 * Small drawings that are marked as decoration and are no more than that: in a link or a button, in a part of the page
 * that is not the article's, or beside a word that says the same. Others are a tick in a cell, the key of a legend, the
 * button that a sentence speaks of: authors mark these in the same way.
 */
export function decorations(article: Article): ReadonlySet<HtmlElement> {
  const drawings: HtmlElement[] = [];
  let end = 0;
  for (const element of walkElements(article.body.elements)) {
    if (element.start >= end && isSmallDrawing(element)) {
      drawings.push(element);
      ({ end } = element);
    }
  }
  const words = wordsAround(article, drawings);
  return new Set(drawings.filter((drawing) => isDecoration(drawing, words.get(drawing) ?? none)));
}

const none: Words = { before: '', after: '', elementBefore: '', elementAfter: '' };

function isDecoration(drawing: HtmlElement, words: Words): boolean {
  if (isInControl(drawing)) {
    return true;
  }
  const names = iconNames(drawing.startTag);
  const around = drawing.parent;
  const isAlone = words.before === '' && words.after === '';
  const isCell = around?.name === 'td' || around?.name === 'th';
  if ((isCell && isAlone) || isRated(drawing) || isSpokenOf(words, names)) {
    return false;
  }
  if (isPageIcon(names) || [around, around?.parent].some(isPagePart)) {
    return true;
  }
  const isHead = words.before === '' && (around?.name === 'li' || around?.parent?.name === 'li');
  return !isHead && [words.before, words.after].some(isLabel);
}

function isPagePart(element: HtmlElement | undefined): boolean {
  return element !== undefined && pagePart.test(attribute(element.startTag, 'class')?.value ?? '');
}

function isRated({ parent }: HtmlElement): boolean {
  return parent !== undefined && rating.test(attribute(parent.startTag, 'class')?.value ?? '');
}

function isLabel(words: string): boolean {
  return aboutArticle.test(words) || (words.length <= longestLabel && isPageLabel(words));
}

/** Whether it is a drawing, marked as decoration, of at most 64 units a side: an icon. */
export function isSmallDrawing({ name, startTag, start, end }: HtmlElement): boolean {
  return (
    name === 'svg' &&
    start < end &&
    attribute(startTag, 'aria-hidden')?.value.toLowerCase() === 'true' &&
    isSmall(startTag)
  );
}

function isSmall(tag: StartTag): boolean {
  const viewBox =
    attribute(tag, 'viewbox')
      ?.value.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const width = Number.parseFloat(attribute(tag, 'width')?.value ?? String(viewBox[2] ?? NaN));
  const height = Number.parseFloat(attribute(tag, 'height')?.value ?? String(viewBox[3] ?? NaN));
  return width <= 64 && height <= 64;
}
