import { attribute } from '../html/attributes';
import type { Outline } from '../html/outline';
import { isInterfaceText } from '../packs/interfaceText';
import { textSize } from '../packs/score';
import type { Article, HtmlElement } from '../types';
import { holds, type Families } from './family';

/** Definitions that formulas of the page use. Source: LaTeX, amsmath, and what MathJax and KaTeX read. */
const macros = /\\(?:(?:re)?newcommand|providecommand|def\s*\\|DeclareMathOperator|let\s*\\|newenvironment)/;

const definesAny = new WeakMap<Article, boolean>();

/** Without what it defines, the formulas of the article cannot be set. */
export function definesMacros(article: Article, outline: Outline, element: HtmlElement): boolean {
  let any = definesAny.get(article);
  if (any === undefined) {
    any = macros.test(article.text);
    definesAny.set(article, any);
  }
  return any && macros.test(outline.textOf(element));
}

/** The state of an entry in a list of tasks, which another sign draws. */
export function isTaskState({ name, startTag }: HtmlElement): boolean {
  return (
    name === 'input' &&
    attribute(startTag, 'type')?.value.toLowerCase() === 'checkbox' &&
    attribute(startTag, 'disabled') !== undefined
  );
}

/** In Chinese characters. */
const aSentence = 8;

/** Whether nothing but a text for screen readers says it: the sign of a number, or what a picture shows. */
export function saysAlone(
  { text }: Article,
  outline: Outline,
  families: Families,
  element: HtmlElement,
): boolean {
  const touchesNumber =
    /^(?:<[^<>]{0,60}>)?\d/.test(text.slice(element.end, element.end + 64)) ||
    /\d/.test(text[element.start - 1] ?? '');
  const isBesidePicture = (): boolean =>
    [families.before(element), families.after(element)].some(
      (sibling) => sibling !== undefined && isUnnamedPicture(outline, sibling),
    );
  // The text comes last: elements may be nested in thousands.
  if (!touchesNumber && !isBesidePicture()) {
    return false;
  }
  const said = outline.textOf(element);
  return (
    said !== '' &&
    !isInterfaceText(said) &&
    (touchesNumber || (textSize(said) >= aSentence && /[.!?。！？]["'”’）)]?$/.test(said)))
  );
}

/** A picture and nothing to read, which no alternative text describes. */
function isUnnamedPicture(outline: Outline, element: HtmlElement): boolean {
  const { length, pictures } = outline.measure(element);
  return (
    length === 0 &&
    pictures === 1 &&
    holds(
      element,
      ({ name, startTag }) => name === 'img' && (attribute(startTag, 'alt')?.value ?? '').trim() === '',
    )
  );
}
