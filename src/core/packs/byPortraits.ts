import { attribute } from '../html/attributes';
import { styleDeclarations } from '../html/style';
import type { HtmlElement } from '../types';
import { accountStatistics } from './linesOfPages';
import { isOutside } from './places';
import { isSubstantial, type Scene } from './scene';
import { textSize } from './score';

/** Classes and addresses of the portraits that sites put beside the names of their users. */
const portraitName =
  /(?:^|[\s_-])(?:avatars?|avater|gravatar|user-?pic|user-?photo|author-?(?:photo|img|image|avatar|thumb)|head-?(?:img|pic)|touxiang)(?:$|[\s_\d-])/i;
const portraitAddress =
  /gravatar\.com\/avatar\/|[/_-](?:user_?|upload_?)?avatars?(?:[/_-]|\.)|\/(?:userpics?|userfaces?|touxiang|headimg)\/|\/(?:users?|members?|authors?|accounts?|bfs)\/(?:faces?|heads?|portraits?|icons?|photos?)\//i;

/** Pixels: a larger picture is shown for its own sake. */
const largest = 160;

/** In Chinese characters: a name, a role, a time. */
const longestBeside = 30;

/** In Chinese characters: a line about a person. */
const longestMotto = 60;

/** Where the pages of people are. */
const profileAddress =
  /\/(?:author|authors|u|user|users|people|profile|member|members|contributor|space|account|writer|staff)\/|\/@[\w.-]+(?:$|[/?#])|[?&](?:author|uid|user)=/i;

/** More are a list of people. The limit also keeps the work linear. */
const mostPortraits = 60;

/** Table cells hold the people that a page is about. */
const neverTaken: ReadonlySet<string> = new Set(
  'html body main article td th tr tbody thead tfoot table blockquote'.split(' '),
);

/** Takes portraits of users beside their names, and behind the last line the cards that are built around them. */
export function judgePortraits(scene: Scene): void {
  if (/avatar|gravatar|头像/i.test(scene.title)) {
    return;
  }
  const portraits = scene.outline.elements.filter((element) => element.name === 'img' && isPortrait(element));
  if (portraits.length === 0 || portraits.length > mostPortraits) {
    return;
  }
  const last = lastLine(scene);
  let takenUpTo = -1;
  for (const portrait of portraits) {
    const [from] = scene.outline.within(portrait);
    const passage = passageAround(scene, portrait, from);
    const isGone = passage === undefined || scene.verdicts[passage] !== undefined;
    if (portrait.start < takenUpTo || isGone || isInCell(portrait)) {
      continue;
    }
    const card = last >= 0 ? cardAround(scene, portrait, last) : undefined;
    if (card !== undefined) {
      scene.take(card, { kind: 'author', why: undefined });
      takenUpTo = card.end;
    } else if (isBesideName(scene, passage) || isOverName(scene, portrait)) {
      scene.elements.push({ element: portrait, verdict: { kind: 'author', why: undefined } });
    }
  }
}

function isPortrait({ startTag, parent }: HtmlElement): boolean {
  const names = attribute(startTag, 'class')?.value ?? '';
  const address = (attribute(startTag, 'data-src') ?? attribute(startTag, 'src'))?.value ?? '';
  const { width, height } = sizeOf(startTag);
  return (
    !(width > largest || height > largest) &&
    ((names.length <= 400 && portraitName.test(names)) ||
      isInFrame(parent, 2) ||
      (address.length <= 600 && portraitAddress.test(address.replace(/[?#].*$/s, ''))))
  );
}

/** The element around it, or around its link, has no other one in it and is named after it. */
function isInFrame(frame: HtmlElement | undefined, levels: number): boolean {
  if (frame?.children.length !== 1 || frame.name === 'figure' || levels === 0) {
    return false;
  }
  const names = attribute(frame.startTag, 'class')?.value ?? '';
  return (names.length <= 400 && portraitName.test(names)) || isInFrame(frame.parent, levels - 1);
}

function sizeOf(picture: HtmlElement['startTag']): { readonly width: number; readonly height: number } {
  const style = attribute(picture, 'style');
  const declarations = style === undefined ? [] : styleDeclarations(style);
  const read = (name: string): number => {
    const own = Number.parseFloat(attribute(picture, name)?.value ?? '');
    return Number.isFinite(own)
      ? own
      : Number.parseFloat(declarations.find((item) => item.name === name)?.value ?? '');
  };
  return { width: read('width'), height: read('height') };
}

function passageAround(scene: Scene, { start }: HtmlElement, from: number): number | undefined {
  for (const index of [from - 1, from]) {
    const passage = scene.passage(index);
    if (passage?.pictures.some((picture) => picture.start === start) === true) {
      return index;
    }
  }
  return undefined;
}

function isInCell(element: HtmlElement): boolean {
  for (let parent = element.parent; parent !== undefined; parent = parent.parent) {
    if (parent.name === 'td' || parent.name === 'th') {
      return true;
    }
  }
  return false;
}

/** Its line is that of a name and no more than that. */
function isBesideName(scene: Scene, index: number): boolean {
  const passage = scene.passage(index);
  if (passage?.pictures.length !== 1) {
    return false;
  }
  return (
    passage.text !== '' && textSize(passage.text) <= longestBeside && !/[。！？]|[.!?]$/.test(passage.text)
  );
}

/** At the head or the end of the page it is alone in its block, in a box with a name and no more than that. */
function isOverName(scene: Scene, portrait: HtmlElement): boolean {
  let box = portrait.parent;
  for (let level = 0; level < mostFrames && box !== undefined && box.name !== 'figure'; level++) {
    const { length, pictures, embeds, code } = scene.outline.measure(box);
    if (length > longestBeside * 2 || pictures !== 1 || embeds + code > 0) {
      return false;
    }
    const text = scene.textOf(box);
    if (text.trim() !== '') {
      return textSize(text) <= longestBeside && !/[。！？，；：]|[.!?]$/.test(text) && isOutside(scene, box);
    }
    box = box.parent;
  }
  return false;
}

/** Elements around the picture of a portrait: a link, a circle, a column. */
const mostFrames = 4;

/** The outermost element around it that holds a name, a motto and figures, if they say that they are a person's. */
function cardAround(scene: Scene, portrait: HtmlElement, last: number): HtmlElement | undefined {
  let card: HtmlElement | undefined;
  for (let element = portrait.parent; element !== undefined; element = element.parent) {
    const { length, pictures, embeds, code } = scene.outline.measure(element);
    if (
      element.start <= last ||
      length > longestMotto * 4 ||
      pictures > 2 ||
      embeds + code > 0 ||
      !hasShortLines(scene, element)
    ) {
      break;
    }
    const isTaken = element.endTag !== undefined && !neverTaken.has(element.name);
    if (isTaken && length > 0 && (card !== undefined || isOfPerson(scene, element))) {
      card = element;
    }
  }
  return card;
}

function hasShortLines(scene: Scene, element: HtmlElement): boolean {
  const [from, to] = scene.outline.within(element);
  for (let index = from; index < to; index++) {
    const size = textSize(scene.passage(index)?.text ?? '');
    if (scene.verdicts[index] === undefined && size > longestMotto) {
      return false;
    }
  }
  return to - from <= 12;
}

function isOfPerson(scene: Scene, element: HtmlElement): boolean {
  const text = scene.textOf(element);
  return (
    (text.match(accountStatistics)?.length ?? 0) >= 2 ||
    /schema\.org\/Person$/i.test(attribute(element.startTag, 'itemtype')?.value ?? '') ||
    hasProfileLink(element)
  );
}

/** At most this many elements of a card are looked at. */
const mostElements = 24;

function hasProfileLink(element: HtmlElement): boolean {
  const pending = [element];
  for (let count = 0; count < mostElements; count++) {
    const next = pending.pop();
    if (next === undefined) {
      return false;
    }
    const address = next.name === 'a' ? (attribute(next.startTag, 'href')?.value ?? '') : '';
    if (address.length <= 600 && profileAddress.test(address)) {
      return true;
    }
    pending.push(...next.children.slice(0, mostElements));
  }
  return false;
}

/** Where the last line of the article begins, of which nothing says yet that it is chaff. */
function lastLine(scene: Scene): number {
  for (let index = scene.count - 1; index >= 0; index--) {
    const passage = scene.passage(index);
    if (passage === undefined || scene.verdicts[index] !== undefined) {
      continue;
    }
    if (
      isSubstantial(passage) &&
      /[。！？，；]|[.!?](?:\s|$)/.test(passage.text) &&
      (scene.scoreOf(index)?.score ?? 0) < 2
    ) {
      return passage.start;
    }
  }
  return -1;
}
