import type { Article, HtmlElement, StartTag } from '../types';
import { attribute } from './attributes';
import { firstVisible } from './blank';
import { blanksToFill } from './blanksToFill';
import { iconNames, isInControl, isPageIcon, isPageLabel, isSpokenOf } from './icons';
import { isBare, swatchTags } from './swatches';
import { walkElements } from './walk';
import { wordsAround } from './wordsAround';

/** Elements that are icons, ratings and labels when they are empty; links and buttons are none. */
const signNames: ReadonlySet<string> = new Set('i span em b strong small div'.split(' '));

const iconClass =
  /(?:^|[\s_-])(?:icons?|iconfont|fa[brsl]?|glyphicon|bi|mdi|ti|anticon|check|checkmark|tick|cross|yes|no)(?:$|[\s_-])/i;

const yesClass = /(?:^|[\s_-])(?:check|checkmark|checked|tick|ok|yes|correct)(?:$|[\s_-])/i;
const noClass = /(?:^|[\s_-])(?:times|cross|xmark|no|wrong|incorrect|ban)(?:$|[\s_-])/i;
const starClass = /(?:^|[\s_-])stars?(?:$|[\s_-]|\d)/i;
const ratingClass = /(?:^|[\s_-])(?:rating|score|allstar|bigstar)(?:$|[\s_-]|\d)/i;

/** Where empty elements start that say something all the same. */
export function meantSigns(article: Article): ReadonlySet<number> {
  const { text, body } = article;
  const swatches = swatchTags(text, body.elements);
  const blanks = blanksToFill(article).starts;
  const groups = new Groups(text);
  const found = new Set<number>();
  const icons: HtmlElement[] = [];
  const verdicts = { yes: new Set<number>(), no: new Set<number>() };
  for (const element of walkElements(body.elements)) {
    if (!isBare(text, element)) {
      continue;
    }
    const { name, start, startTag } = element;
    if (blanks.has(start) || swatches.has(startTag) || isKey(element) || isLabelled(element)) {
      found.add(start);
    } else if (
      signNames.has(name) &&
      (isEmoji(startTag) || isBox(element) || groups.isAllOfCell(element) || groups.isRating(element))
    ) {
      found.add(start);
    } else if (isIcon(element)) {
      icons.push(element);
      if (isPageIcon(iconNames(startTag))) {
        continue;
      }
      const names = attribute(startTag, 'class')?.value ?? '';
      if (yesClass.test(names)) {
        verdicts.yes.add(start);
      } else if (noClass.test(names)) {
        verdicts.no.add(start);
      }
    }
  }
  for (const [icon, words] of wordsAround(article, icons)) {
    if (isSpokenOf(words, iconNames(icon.startTag))) {
      found.add(icon.start);
    }
  }
  // A tick says something where there are crosses too.
  const isJudging = verdicts.yes.size > 0 && verdicts.no.size > 0;
  return isJudging ? new Set([...found, ...verdicts.yes, ...verdicts.no]) : found;
}

/** What is in the elements around the icons, asked once for each. */
class Groups {
  readonly #text: string;
  readonly #cells = new Map<HtmlElement, boolean>();
  readonly #stars = new Map<HtmlElement, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a cell of a table has nothing in it but such icons. */
  isAllOfCell({ parent }: HtmlElement): boolean {
    if (parent?.name !== 'td' && parent?.name !== 'th') {
      return false;
    }
    let answer = this.#cells.get(parent);
    if (answer === undefined) {
      answer =
        parent.children.every((child) => isIcon(child) && !isPageIcon(iconNames(child.startTag))) &&
        this.#hasNoWords(parent);
      this.#cells.set(parent, answer);
    }
    return answer;
  }

  /** Whether it is one of several stars side by side. */
  isRating({ parent, startTag }: HtmlElement): boolean {
    if (parent === undefined || !isStar(attribute(startTag, 'class')?.value)) {
      return false;
    }
    let count = this.#stars.get(parent);
    if (count === undefined) {
      count = parent.children.filter((child) => isStar(attribute(child.startTag, 'class')?.value)).length;
      this.#stars.set(parent, count);
    }
    return count > 1;
  }

  #hasNoWords({ startTag, endTag, end, children }: HtmlElement): boolean {
    let position = startTag.end;
    for (const child of children) {
      if (firstVisible(this.#text, position, child.start) >= 0 || !isBare(this.#text, child)) {
        return false;
      }
      position = child.end;
    }
    return firstVisible(this.#text, position, endTag?.start ?? end) < 0;
  }
}

function isStar(names = ''): boolean {
  return starClass.test(names);
}

function isIcon(element: HtmlElement): boolean {
  const { name, startTag } = element;
  return (
    signNames.has(name) && iconClass.test(attribute(startTag, 'class')?.value ?? '') && !isInControl(element)
  );
}

/** The space bar. */
function isKey({ name, startTag, endTag }: HtmlElement): boolean {
  return name === 'kbd' && endTag !== undefined && endTag.start > startTag.end;
}

const emojiClass = /(?:^|[\s_-])(?:emoji|smiley|smilies|emoticon)(?:$|[\s_-]|\d)/i;

/** Whether it is a smiley that its style sheet draws: it says in words, or in the sign itself, which one. */
function isEmoji(tag: StartTag): boolean {
  const isNamed = emojiClass.test(attribute(tag, 'class')?.value ?? '');
  return (
    (attribute(tag, 'data-emoji')?.value ?? '') !== '' ||
    (isNamed &&
      ['title', 'aria-label', 'data-name', 'alt'].some((name) => attribute(tag, name)?.value.trim()))
  );
}

const boxClass = /(?:^|[\s_-])(?:check-?box|todo-?box|task-?box)(?:$|[\s_-])/i;
const boxState = /(?:^|[\s_-])(?:on|off|(?:un)?checked|done|undone)(?:$|[\s_-])/i;

/** Whether it is the box of an entry to tick off, as Notion exports it: its class says whether that is done. */
function isBox({ startTag, parent }: HtmlElement): boolean {
  const names = attribute(startTag, 'class')?.value ?? '';
  return boxClass.test(names) && (parent?.name === 'li' || boxState.test(names));
}

/** Whether a label reads out what a picture of its style sheet shows: `4 of 5 stars`. */
function isLabelled({ name, startTag }: HtmlElement): boolean {
  if (!signNames.has(name) || name === 'div') {
    return false;
  }
  const isRating = ratingClass.test(attribute(startTag, 'class')?.value ?? '');
  const label =
    attribute(startTag, 'aria-label')?.value ?? (isRating ? attribute(startTag, 'title')?.value : undefined);
  return label !== undefined && !isPageLabel(label) && (isRating || /\d|\S\s+\S/.test(label));
}
