import { attribute } from '../html/attributes';
import type { Outline } from '../html/outline';
import { styleDeclarations } from '../html/style';
import { isInterfaceText } from '../packs/interfaceText';
import { textSize } from '../packs/score';
import type { Article, HtmlElement } from '../types';
import { holds, type Families } from './family';
import { isToggle, opensBefore, opensThingOfPage } from './toggles';

/** Names, as whole words, of what a click unfolds; they count only for something that is worth reading. */
const unfolds =
  /(?:^|[\s_-])(?:tab-?(?:content|pane|panel|body)?s?|panes?|panels?|steps?|lyrics?|translations?|nav-?content|answers?|solutions?|spoilers?|accordions?|collaps\w*|slides?|transcripts?|hints?|faq)(?:$|[\s_-])/i;

/** Names of layers of the page that a click or a pointer shows. */
const ofPage =
  /shar(?:e|ing)|social|pop-?(?:over|up)|modal|dialog|dropdown|qr|cookie|consent|gdpr|log-?in|sign-?(?:in|up)|(?:^|[\s_-])menus?(?:$|[\s_-])|sub-?menu|navbar|tip(?:_\d+)?(?:$|[\s_-])|tool|attach|jammer|(?:^|[\s_-])ad(?:s|vert\w*)?(?:$|[\s_-])|comment|reply|subscri|newsletter|template|pay-?(?:wall|layer)|charge|we(?:ixin|chat)|reward|donat|copy|search|sidebar|relat|recommend|breadcrumb|toast|load|notice|original/i;

/** Classes that say nothing of what an element is: states, and what editors give to all that they write. */
const says =
  /^(?!(?:active|current|hid\w*|show\w*|visible|first|last|odd|even|clearfix|row|col\S*|separator|paragraph|\S*editor\S*|mso\S*|wp-\S*|js_\S*|rich_media\S*|mpa-\S*|wx\S*|p\d*|ng-\S*)$)[a-z]/i;

/** How many elements that begin with the hidden one are looked in front of. */
const mostAround = 3;

/** In Chinese characters: something that a click shows is worth reading from here up, or when it is a sentence. */
const aPhrase = 10;
const aShortSentence = 4;

/** Tells what a click was to show, a part of the article, from layers of the page that are hidden in the same way. */
export class Folds {
  readonly #outline: Outline;
  readonly #isHidden: (element: HtmlElement) => boolean;
  readonly #families: Families;
  /** Tag and class of what shows, by parent. */
  readonly #shown = new Map<HtmlElement | undefined, ReadonlySet<string>>();
  readonly #roots: readonly HtmlElement[];

  constructor(
    article: Article,
    outline: Outline,
    families: Families,
    isHidden: (element: HtmlElement) => boolean,
  ) {
    this.#outline = outline;
    this.#isHidden = isHidden;
    this.#families = families;
    this.#roots = article.body.elements;
  }

  /** Whether something shows that a click was to open a hidden element, and there is something to read in it. */
  isFolded(element: HtmlElement): boolean {
    const { length, pictures, code } = this.#outline.measure(element);
    if (length + pictures === 0 || this.#isOfPage(element) || this.#isCopy(element)) {
      return false;
    }
    if (code > 0 && (isCode(element) || this.#isBesideCode(element))) {
      return true;
    }
    const isRest = this.#isRest(element);
    if (isRest || element.name === 'dd' || isInLanguage(element)) {
      return isRest || this.#isAnswer(element) || this.#hasShownSibling(element);
    }
    return (
      this.#isWorthReading(element) &&
      (unfolds.test(namesOf(element)) ||
        isWithoutHeight(element) ||
        this.#hasToggle(element) ||
        this.#hasShownSibling(element))
    );
  }

  #isOfPage(element: HtmlElement): boolean {
    const names = namesOf(element);
    const text = this.#outline.textOf(element, 200);
    const { pictures, code } = this.#outline.measure(element);
    return (
      ofPage.test(names) ||
      (element.parent !== undefined && ofPage.test(namesOf(element.parent))) ||
      (code + pictures === 0 && isInterfaceText(text) && !holds(element, isTable)) ||
      (textSize(text) <= 30 && opensThingOfPage(text)) ||
      holds(element, isField)
    );
  }

  /** The same again, for a narrow screen or to be copied. */
  #isCopy(element: HtmlElement): boolean {
    const text = packed(this.#outline.textOf(element));
    return (
      text !== '' &&
      [this.#families.before(element), this.#families.after(element)].some(
        (sibling) =>
          sibling !== undefined &&
          this.#outline.measure(sibling).length === this.#outline.measure(element).length &&
          packed(this.#outline.textOf(sibling)) === text,
      )
    );
  }

  #isWorthReading(element: HtmlElement): boolean {
    const { length, pictures, code, linked } = this.#outline.measure(element);
    if (code > 0 || pictures > 0) {
      return true;
    }
    if (linked * 2 >= length) {
      return false;
    }
    const text = this.#outline.textOf(element);
    const size = textSize(text);
    return (
      size >= aPhrase ||
      (size >= aShortSentence && /[.!?。！？…]["'”’」』）)]?$/.test(text)) ||
      (size >= aShortSentence && holds(element, isList)) ||
      holds(element, isTable)
    );
  }

  #hasToggle(element: HtmlElement): boolean {
    const before = this.#rightBefore(element);
    return before !== undefined && isToggle(before, this.#outline);
  }

  /** The last element that ends in front of it, when nothing to read stands in between. */
  #rightBefore(element: HtmlElement): HtmlElement | undefined {
    let inner = element;
    for (let depth = 0; depth < mostAround; depth++) {
      const before = this.#families.before(inner);
      if (before !== undefined) {
        return this.#isEmptyBetween(before.end, element.start) ? before : undefined;
      }
      if (inner.parent === undefined || !this.#isEmptyBetween(inner.parent.start, element.start)) {
        return undefined;
      }
      inner = inner.parent;
    }
    return undefined;
  }

  #isEmptyBetween(start: number, end: number): boolean {
    const { length, pictures } = this.#outline.measure({ start, end });
    return length + pictures === 0;
  }

  /** The rest of a text whose place three dots hold, or a link that says so behind it. */
  #isRest(element: HtmlElement): boolean {
    const after = this.#families.after(element);
    return (
      element.name === 'span' &&
      this.#outline.measure(element).length > 0 &&
      (this.#hasToggle(element) ||
        (after !== undefined &&
          this.#isEmptyBetween(element.end, after.start) &&
          opensBefore(after, this.#outline)))
    );
  }

  #isAnswer(element: HtmlElement): boolean {
    const before = this.#families.before(element);
    return element.name === 'dd' && before !== undefined && (before.name === 'dt' || before.name === 'dd');
  }

  #isBesideCode(element: HtmlElement): boolean {
    return this.#neighbours(element).some((sibling) => this.#outline.measure(sibling).code > 0);
  }

  /** The siblings right before and after, of the same tag. */
  #neighbours(element: HtmlElement): readonly HtmlElement[] {
    return [this.#families.before(element), this.#families.after(element)].filter(
      (sibling) => sibling?.name === element.name,
    ) as HtmlElement[];
  }

  /** One of several of the same tag and class, or language, of which another shows. */
  #hasShownSibling(element: HtmlElement): boolean {
    const keys = keysOf(element);
    const { pictures } = this.#outline.measure(element);
    const isNext = this.#neighbours(element).some(
      (sibling) =>
        keysOf(sibling).some((key) => keys.includes(key)) &&
        (pictures === 0 || this.#outline.measure(sibling).pictures > 0),
    );
    const shown = isNext ? this.#shownIn(element.parent) : undefined;
    return shown !== undefined && keys.some((key) => shown.has(key));
  }

  #shownIn(parent: HtmlElement | undefined): ReadonlySet<string> {
    const known = this.#shown.get(parent);
    if (known !== undefined) {
      return known;
    }
    const siblings = parent?.children ?? this.#roots;
    const shown = new Set(siblings.filter((sibling) => !this.#isHidden(sibling)).flatMap(keysOf));
    this.#shown.set(parent, shown);
    return shown;
  }
}

/** Elements that are alike without a class. Paragraphs are not: editors leave hidden ones among others. */
const alikeNames: ReadonlySet<string> = new Set(['figure', 'li', 'dd', 'pre']);

function keysOf(element: HtmlElement): readonly string[] {
  const { name, startTag } = element;
  if (name === 'p' || name === 'span') {
    return isInLanguage(element) ? [`${name} lang`] : [];
  }
  const classes = (attribute(startTag, 'class')?.value ?? '').split(/\s+/).filter((word) => says.test(word));
  return [...classes.slice(0, 8).map((word) => `${name}.${word}`), ...(alikeNames.has(name) ? [name] : [])];
}

function isInLanguage({ startTag }: HtmlElement): boolean {
  return attribute(startTag, 'lang') !== undefined;
}

function isCode(element: HtmlElement): boolean {
  return /(?:^|\s)(?:lang(?:uage)?-\S|highlight|sourcecode|code-block|brush:)/i.test(namesOf(element));
}

/** How a script leaves a box that it lets grow: without height, but as wide as ever and in type of its size. */
function isWithoutHeight(element: HtmlElement): boolean {
  const style = attribute(element.startTag, 'style');
  const declarations = style === undefined ? [] : styleDeclarations(style);
  return (
    declarations.some(({ name, value }) => /^(?:max-)?height$/.test(name) && /^0(?:px)?$/.test(value)) &&
    !declarations.some(({ name }) =>
      /^(?:display|font-size|line-height|color|opacity|(?:max-)?width|mso-.*|position)$/.test(name),
    ) &&
    element.children.length > 0
  );
}

function isList({ name }: HtmlElement): boolean {
  return name === 'ul' || name === 'ol' || name === 'dl';
}

function isTable({ name }: HtmlElement): boolean {
  return name === 'table';
}

function isField({ name, startTag }: HtmlElement): boolean {
  return (
    name === 'form' ||
    name === 'textarea' ||
    (name === 'input' && /^(?:text|email|password|search|)$/i.test(attribute(startTag, 'type')?.value ?? ''))
  );
}

function namesOf({ startTag }: HtmlElement): string {
  return ['class', 'id'].map((name) => attribute(startTag, name)?.value ?? '').join(' ');
}

function packed(text: string): string {
  return text.replace(/\s+/g, '');
}
