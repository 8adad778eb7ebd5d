import type { HtmlElement } from '../types';
import type { Scene } from './scene';
import { textSize } from './score';

/** Words, not sentences: a list of tags that are not links. */
export function isListOfWords(scene: Scene, element: HtmlElement): boolean {
  const [from, to] = scene.outline.within(element);
  for (let index = from; index < to; index++) {
    const passage = scene.passage(index);
    if (passage === undefined || textSize(passage.text) > 12 || /[，。！？；：]|[.!?]$/.test(passage.text)) {
      return false;
    }
  }
  return to - from >= 2 || !/\s\S+\s\S+\s/.test(scene.textOf(element));
}

/** Nothing that a reader would miss stands after it, but other boxes of the page. */
export function isAtTail({ outline, article, total }: Scene, { end }: HtmlElement): boolean {
  const { length, linked } = outline.measure({ start: end, end: article.body.end });
  return length - linked <= Math.min(400, Math.max(60, total.length * 0.12));
}

export function isAtHead({ outline, article, total }: Scene, { start }: HtmlElement): boolean {
  return outline.measure({ start: article.body.start, end: start }).length <= total.length * 0.05;
}

export function isOutside(scene: Scene, element: HtmlElement): boolean {
  return isAtHead(scene, element) || isAtTail(scene, element);
}

export function isListOfTitles(scene: Scene, element: HtmlElement): boolean {
  const [from, to] = scene.outline.within(element);
  let titles = 0;
  for (let index = from; index < to; index++) {
    const passage = scene.passage(index);
    if (
      passage === undefined ||
      passage.code > 0 ||
      textSize(passage.text) > 44 ||
      /[。；]$/.test(passage.text)
    ) {
      return false;
    }
    titles += passage.text === '' ? 0 : 1;
  }
  return titles >= 2 && isAtAnEnd(scene, element);
}

/** Little of the article stands before it, or little after. */
export function isAtAnEnd({ outline, article, total }: Scene, { start, end }: HtmlElement): boolean {
  const before = outline.measure({ start: article.body.start, end: start }).length;
  const after = outline.measure({ start: end, end: article.body.end }).length;
  return before <= total.length * 0.1 || after <= Math.max(240, total.length * 0.25);
}
