import type { HtmlElement } from '../types';
import { saysSomething } from './articleButtons';
import { isInterfaceText } from './interfaceText';
import { isProse, isSubstantial, type Scene } from './scene';
import { textSize } from './score';

/** In Chinese characters: longer texts of buttons are what a click unfolds, such as the question of an answer. */
const longestLabel = 14;

/** Characters besides the buttons of a bar: the name of an account and its motto. */
const longestBeside = 60;

/** More of them are an application, not an article. The limit also keeps the work linear. */
const mostControls = 300;

const headingNames: ReadonlySet<string> = new Set(
  'h1 h2 h3 h4 h5 h6 summary dt caption legend label p'.split(' '),
);

const neverTaken: ReadonlySet<string> = new Set(
  'html body main article td th tr tbody thead tfoot table pre li'.split(' '),
);

/**
 * Takes buttons, which do nothing away from their page, and at the end of the article the bars and cards that are
 * built around them: the portrait of the author and `Follow`, the name of the account and `Like`.
 */
export function judgeControls(scene: Scene): void {
  if (scene.controls.length > mostControls) {
    return;
  }
  const buttons = scene.controls.filter((element) => element.name === 'button' && isOfPage(scene, element));
  if (buttons.length === 0) {
    return;
  }
  const lastLine = lastSubstantial(scene, buttons);
  let takenUpTo = -1;
  for (const button of buttons) {
    if (button.start < takenUpTo) {
      continue;
    }
    const bar = button.start > lastLine ? barAround(scene, button) : button;
    if (scene.outline.measure(bar).length > 0) {
      scene.take(bar, { kind: 'counter', why: undefined });
    }
    takenUpTo = bar.end;
  }
}

function isOfPage(scene: Scene, button: HtmlElement): boolean {
  const { parent, endTag } = button;
  const { length, pictures, code } = scene.outline.measure(button);
  if (
    endTag === undefined ||
    pictures + code > 0 ||
    saysSomething(scene, button) ||
    (parent !== undefined && headingNames.has(parent.name))
  ) {
    return false;
  }
  const text = scene.textOf(button);
  const around = parent === undefined ? 0 : scene.outline.measure(parent).length - length;
  return (
    textSize(text) <= longestLabel &&
    (isInterfaceText(text) ||
      around <= longestBeside ||
      scene.article.body.kindAt(button.start) === 'html') &&
    (parent === undefined || !scene.hasProse(parent) || isBlockOfItsOwn(scene, button))
  );
}

/** Nothing else stands on its line. */
function isBlockOfItsOwn(scene: Scene, button: HtmlElement): boolean {
  return (
    button.parent?.children.every(({ name }) => name !== 'br') === true &&
    button.parent.name !== 'p' &&
    scene.owns(button)
  );
}

/** The outermost element around it in which little else is to be read, and no sentence. */
function barAround(scene: Scene, button: HtmlElement): HtmlElement {
  let bar = button;
  for (let element = button.parent; element !== undefined; element = element.parent) {
    const { length, pictures, embeds, code, linked } = scene.outline.measure(element);
    const inControls = scene.controls
      .filter(({ name, start, end }) => name === 'button' && start >= element.start && end <= element.end)
      .reduce((sum, control) => sum + scene.outline.measure(control).length, 0);
    const isBar =
      length - inControls - linked <= longestBeside &&
      length <= longestBeside * 3 &&
      pictures <= 2 &&
      embeds + code === 0 &&
      !scene.hasProse(element);
    if (!isBar) {
      break;
    }
    if (element.endTag !== undefined && !neverTaken.has(element.name)) {
      bar = element;
    }
  }
  return bar;
}

/** Where the last line of the article begins that is neither chaff nor beside a button. */
function lastSubstantial(scene: Scene, buttons: readonly HtmlElement[]): number {
  const first = buttons[0]?.start ?? 0;
  for (let index = scene.count - 1; index >= 0; index--) {
    const passage = scene.passage(index);
    if (passage === undefined || passage.start < first) {
      return passage?.start ?? -1;
    }
    if (scene.verdicts[index] === undefined && isSubstantial(passage) && isProse(passage, 16)) {
      return passage.start;
    }
  }
  return -1;
}
