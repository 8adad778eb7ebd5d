import { attribute } from '../html/attributes';
import { hides, styleDeclarations } from '../html/style';
import type { HtmlElement } from '../types';
import { otherLetters } from './interfaceText';
import type { Scene } from './scene';

/** Buttons that show or hide a part of the article are its headings, or the numbers of its notes. */
const opening = [
  'aria-expanded',
  'aria-controls',
  'data-toggle',
  'data-bs-toggle',
  'data-target',
  'popovertarget',
] as const;

/** Names, as whole words, of tabs and of what unfolds. Source: W3Schools' examples, VuePress, Bootstrap, Docusaurus. */
const tabNames = /(?:^|[\s_-])(?:tabs?|tab-?links?)(?:$|[\s_-])/i;
const unfoldingNames =
  /(?:^|[\s_-])(?:collapsible|collapser?|accordions?|expander|faq|questions?|spoilers?|summary)(?:$|[\s_-])/i;

/** Names of the part that the button before it opens. */
const panelNames =
  /(?:^|[\s_-])(?:panels?|panes?|collaps\w*|accordions?|answers?|solutions?|spoilers?|tab-?contents?)(?:$|[\s_-])/i;

/** Names around answers to choose from. */
const choiceNames = /(?:^|[\s_-])(?:options?|choices?|answers?|quiz\w*|questions?)(?:$|[\s_-])/i;

/** A layer of the page that a button opens is no part of the article. */
const layerNames =
  /shar(?:e|ing)|social|pop-?(?:over|up)|modal|dropdown|qr|cookie|menu|log-?in|subscri|reward|donat/i;

/** Whether a button says something of the article: a heading of what it opens, a tab, an answer, a thing described. */
export function saysSomething(scene: Scene, button: HtmlElement): boolean {
  const names = namesOf(button);
  const text = scene.textOf(button);
  const isLabel = otherLetters(text) > 0;
  const around = button.parent === undefined ? '' : namesOf(button.parent);
  return (
    opening.some((name) => attribute(button.startTag, name) !== undefined) ||
    attribute(button.startTag, 'role')?.value.trim().toLowerCase() === 'tab' ||
    (!layerNames.test(names) && (tabNames.test(names) || (isLabel && unfoldingNames.test(names)))) ||
    (isLabel && (choiceNames.test(around) || /[?？]$/.test(text) || opensPanel(scene, button))) ||
    isDescribed(scene, button)
  );
}

/** In a table whose other cells say what it does. */
function isDescribed({ outline }: Scene, { parent }: HtmlElement): boolean {
  const row = parent?.name === 'td' || parent?.name === 'th' ? parent.parent : undefined;
  return (
    row?.children.slice(0, 20).some((cell) => cell !== parent && outline.measure(cell).length > 0) === true
  );
}

function opensPanel({ outline }: Scene, button: HtmlElement): boolean {
  const siblings = button.parent?.children ?? [];
  const panel = siblings.find(({ start }) => start >= button.end);
  if (
    panel === undefined ||
    outline.measure({ start: button.end, end: panel.start }).length > 0 ||
    outline.measure(panel).length === 0 ||
    layerNames.test(namesOf(panel))
  ) {
    return false;
  }
  const style = attribute(panel.startTag, 'style');
  return (
    panelNames.test(namesOf(panel)) ||
    attribute(panel.startTag, 'hidden') !== undefined ||
    (style !== undefined && hides(styleDeclarations(style)))
  );
}

function namesOf({ startTag }: HtmlElement): string {
  return ['class', 'id'].map((name) => attribute(startTag, name)?.value ?? '').join(' ');
}
