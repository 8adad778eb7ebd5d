import * as l10n from '@vscode/l10n';
import { Families } from '../hidden/family';
import { Folds } from '../hidden/folds';
import { definesMacros, isTaskState, saysAlone } from '../hidden/onlyText';
import { attribute, removeAttribute } from '../html/attributes';
import { decorations, isSmallDrawing } from '../html/decorations';
import { lazyAddress } from '../html/images';
import { linkTargets } from '../html/links';
import { outlineOf, type Outline } from '../html/outline';
import { hides, styleDeclarations, type Declaration } from '../html/style';
import { isProse } from '../packs/scene';
import type { Article, FixKind, HtmlElement, Rule, StartTag } from '../types';

interface Data {
  readonly element: HtmlElement;
  /** `veil`: what it hides is the article itself, so the hiding goes and not the element. */
  readonly action: 'remove' | 'veil' | 'none';
  readonly kind: FixKind;
}

/**
 * How an element is hidden: for good, in a way that also serves layout and late loading, by its class, or not from
 * sight, as a drawing for which screen readers have no words.
 */
type Hiding = 'gone' | 'unseen' | 'mark' | 'drawing';

/**
 * Classes of themes and frameworks for text that only a screen reader reads out. Sources: WordPress
 * (`screen-reader-text`), Bootstrap (`sr-only`, `visually-hidden`), Drupal and HTML5 Boilerplate.
 */
const screenReaderOnly =
  /(?:^|\s)(?:sr-only|sr-only-focusable|visually-?hidden|screen-reader-text|screen-reader-only|screenreader|u-visually-hidden|assistive-text|a11y-hidden)(?:\s|$)/i;

/** Bootstrap: shown at no width of a screen, unless another class says from which width on; or in print only. */
const neverOnScreen = /(?:^|\s)d-none(?:\s|$)/;
const onSomeScreens = /(?:^|\s)d-(?:sm|md|lg|xl|xxl)-(?!none)/;
const onPaper = /(?:^|\s)d-print-(?!none)/;

/** Names of what a click unfolds: a tab, an answer, the rest of a text. Its content is the article's. */
const unfolds =
  /tab|panel|collaps|accordion|spoiler|answer|toggle|slide|carousel|swiper|gallery|expand|unfold|fold|more|faq|footnote|reveal|solution|hint|transcript|subtitle/i;

/** Elements whose hidden form is part of something that shows: a formula, a picture that loads late. */
const partOfSomething: ReadonlySet<string> = new Set(
  'html head body main article math annotation source track option td th tr tbody thead tfoot summary details'.split(
    ' ',
  ),
);

const media: ReadonlySet<string> = new Set(
  'img picture video audio iframe object embed canvas figure svg'.split(' '),
);

/** Symbols of links from a heading to itself. */
const anchorSymbol = /^[#¶§\u{1F517}\s]*$/u;

/** Paragraphs that are hidden and are at least this share of the body are the article, behind a veil that a script lifts. */
const veilShare = 0.5;

export const noHiddenElement: Rule<Data> = {
  meta: {
    id: 'no-hidden-element',
    description: 'An element that the page never showed to a reader.',
    rationale:
      'Menus, tips, texts for screen readers and for search engines are hidden by a style, an attribute or a class; where styles are dropped, they show. They go with everything in them. Left alone are formulas, pictures that load late, tabs and other content that a click shows, targets of links, and small drawings that are content themselves (in a cell, a rating, a list, a legend or a sentence); when the whole article is hidden until a script shows it, only the hiding goes.',
    group: 'chaff',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p>Text.</p><div style="display: none">Scan to share</div>\n',
      good: '<p>Text.</p><div role="tabpanel" hidden>The second tab.</div>\n',
    },
  },

  *detect(article) {
    const { body } = article;
    const pending = [...body.elements].reverse();
    let scene: Scene | undefined;
    for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
      const hiding = hidingOf(element);
      if (hiding !== undefined) {
        scene ??= sceneOf(article);
        const problem = judge(article, scene, element, hiding);
        if (problem !== undefined) {
          yield problem;
          if (problem.data.action !== 'veil') {
            continue;
          }
        }
      }
      if (element.name !== 'svg' && element.name !== 'math') {
        for (let index = element.children.length - 1; index >= 0; index--) {
          const child = element.children[index];
          if (child !== undefined) {
            pending.push(child);
          }
        }
      }
    }
  },

  fix({ data: { element, action, kind } }, { text }) {
    if (action === 'none') {
      return [];
    }
    if (action === 'veil') {
      const style = attribute(element.startTag, 'style');
      return style === undefined
        ? []
        : [
            {
              title: l10n.t('Remove the style that hides it'),
              kind,
              edits: [removeAttribute(text, element.startTag, style)],
            },
          ];
    }
    return [
      {
        title: l10n.t('Remove this hidden element'),
        kind,
        edits: [{ start: element.start, end: element.end, text: '' }],
      },
    ];
  },
};

/** What has to be known of the whole article; asked when something is hidden. */
interface Scene {
  readonly article: Article;
  readonly outline: Outline;
  readonly targets: ReadonlySet<string>;
  readonly families: Families;
  readonly folds: Folds;
  readonly decorations: ReadonlySet<HtmlElement>;
}

function sceneOf(article: Article): Scene {
  const outline = outlineOf(article);
  const families = new Families(article, outline.elements);
  return {
    article,
    outline,
    targets: linkTargets(article),
    families,
    folds: new Folds(article, outline, families, (element) => hidingOf(element) !== undefined),
    decorations: decorations(article),
  };
}

function judge(
  article: Article,
  scene: Scene,
  element: HtmlElement,
  hiding: Hiding,
):
  | { readonly start: number; readonly end: number; readonly message: string; readonly data: Data }
  | undefined {
  const { outline } = scene;
  const { start, end, name, startTag } = element;
  const there = outline.measure({ start, end });
  const total = outline.measure(article.body);
  const prose = holdsProse(outline, element);
  const isAll =
    there.length + there.pictures > 0 && there.length === total.length && there.pictures === total.pictures;
  if (isAll || isArticleItself(startTag) || (prose && there.length >= total.length * veilShare)) {
    return hiding === 'unseen'
      ? {
          start: startTag.start,
          end: startTag.end,
          message: l10n.t('This style hides the article itself until a script shows it.'),
          data: { element, action: 'veil', kind: 'safe' },
        }
      : undefined;
  }
  if ((prose && hiding === 'unseen') || isPartOfArticle(scene, element, there, hiding)) {
    return undefined;
  }
  const nothing = there.length + there.pictures + there.embeds === 0;
  // Without an end tag nobody knows how much is hidden.
  const hasEnd = element.endTag !== undefined || isVoid(element);
  return {
    start,
    end: hasEnd ? end : startTag.end,
    message: l10n.t(
      'Hidden <{0}>: the page did not show it to a reader, or only when a script said so.',
      name,
    ),
    data: { element, action: hasEnd ? 'remove' : 'none', kind: nothing ? 'safe' : 'suggestion' },
  };
}

/** What screen readers alone say, and paper alone shows, no click opens. */
function isForReading(tag: StartTag): boolean {
  const classes = attribute(tag, 'class')?.value ?? '';
  return screenReaderOnly.test(classes) || onPaper.test(classes);
}

function holdsProse(outline: Outline, element: HtmlElement): boolean {
  const [from, to] = outline.within(element);
  return outline.passages
    .slice(from, Math.min(to, from + mostPassages))
    .some((passage) => isProse(passage, aSentence));
}

/** In Chinese characters. */
const aSentence = 22;

/** Looking at more passages of each hidden element would not stay linear. */
const mostPassages = 200;

function isVoid({ startTag, end, name }: HtmlElement): boolean {
  return end === startTag.end && (name === 'input' || name === 'img' || startTag.selfClosing);
}

function isPartOfArticle(
  { article, outline, targets, families, folds, decorations: decorating }: Scene,
  element: HtmlElement,
  there: ReturnType<Outline['measure']>,
  hiding: Hiding,
): boolean {
  const { startTag, name } = element;
  const id = attribute(startTag, 'id')?.value ?? '';
  const hasContent = there.length + there.pictures + there.embeds > 0;
  if ((id !== '' && targets.has(id)) || holdsFormula(element) || isAlternative(element)) {
    return true;
  }
  if (/tabpanel|region/i.test(attribute(startTag, 'role')?.value ?? '')) {
    return true;
  }
  if (hasContent && there.length + there.pictures * 40 >= 40 && unfolds.test(namesOf(startTag))) {
    return !/share|social|popover|popup|modal|dropdown|qr/i.test(namesOf(startTag));
  }
  if (isForReading(startTag) ? saysAlone(article, outline, families, element) : folds.isFolded(element)) {
    return true;
  }
  if (isTaskState(element) || definesMacros(article, outline, element)) {
    return true;
  }
  switch (hiding) {
    case 'drawing':
      return !decorating.has(element);
    case 'gone':
      return name === 'audio' || name === 'video' || (name === 'img' && loadsLate(startTag));
    case 'unseen':
      // Also how frames keep their proportions and pictures fade in.
      return (
        fadesIn(element.startTag) ||
        media.has(name) ||
        there.pictures + there.embeds > 0 ||
        there.length > 300 ||
        hasOwnSize(element)
      );
    case 'mark':
      return (
        there.length > 160 ||
        there.pictures + there.embeds + there.code > 0 ||
        (name === 'a' && !anchorSymbol.test(outline.textOf(element)))
      );
  }
}

/**
 * One of the ways to say it, of which a script shows the one for the reader's system: which is not known, and without
 * any of them the sentence has a hole.
 */
function isAlternative({ parent }: HtmlElement): boolean {
  return (
    parent !== undefined &&
    alternatives.test(attribute(parent.startTag, 'class')?.value ?? '') &&
    parent.children.length <= mostAlternatives &&
    parent.children.every(({ startTag }) => attribute(startTag, 'hidden') !== undefined)
  );
}

const alternatives = /(?:^|\s)(?:switch|switch-?inline|variants?|alternatives?|platforms?)(?:\s|$)/i;
const mostAlternatives = 12;

function hidingOf(element: HtmlElement): Hiding | undefined {
  const { name, startTag } = element;
  if (partOfSomething.has(name) || startTag.attributes.length === 0) {
    return name === 'template' ? 'gone' : undefined;
  }
  if (name === 'template' && attribute(startTag, 'shadowrootmode') !== undefined) {
    // Declarative shadow DOM: a browser shows it as the content of the element around.
    return undefined;
  }
  const style = attribute(startTag, 'style');
  const declarations = style === undefined ? [] : styleDeclarations(style);
  if (name === 'template' || declarations.findLast((item) => item.name === 'display')?.value === 'none') {
    return 'gone';
  }
  const hidden = attribute(startTag, 'hidden');
  if (hidden !== undefined && !/^(?:until-found|false)$/i.test(hidden.value)) {
    return 'gone';
  }
  if (name === 'input') {
    return attribute(startTag, 'type')?.value.toLowerCase() === 'hidden' ? 'gone' : undefined;
  }
  if (hides(declarations) && (name !== 'img' || isNowhere(declarations))) {
    return 'unseen';
  }
  const classes = attribute(startTag, 'class')?.value ?? '';
  if (screenReaderOnly.test(classes)) {
    return 'mark';
  }
  if (neverOnScreen.test(classes) && !onSomeScreens.test(classes)) {
    return onPaper.test(classes) ? 'gone' : 'mark';
  }
  return isSmallDrawing(element) ? 'drawing' : isAnchor(element) ? 'mark' : undefined;
}

/** Off the page, not merely transparent or small. */
function isNowhere(declarations: readonly Declaration[]): boolean {
  const get = (name: string): string => declarations.findLast((item) => item.name === name)?.value ?? '';
  return get('visibility') === 'hidden' && get('position') === 'absolute';
}

/** What `aria-hidden` marks is mostly visible: beside small drawings only links of headings to themselves go. */
function isAnchor({ name, children, start, end, startTag }: HtmlElement): boolean {
  return (
    name === 'a' &&
    start < end &&
    attribute(startTag, 'aria-hidden')?.value.toLowerCase() === 'true' &&
    children.every((child) => child.name === 'svg' || child.name === 'span' || child.name === 'i')
  );
}

function holdsFormula(element: HtmlElement): boolean {
  const isFormula = ({ name, startTag }: HtmlElement): boolean =>
    name === 'math' ||
    /katex|mathjax|mjx|mwe-math|latex|formula/i.test(attribute(startTag, 'class')?.value ?? '');
  const pending = [element];
  for (let next = pending.pop(), seen = 0; next !== undefined && seen < 200; next = pending.pop(), seen++) {
    if (isFormula(next)) {
      return true;
    }
    pending.push(...next.children.slice(0, 20));
  }
  return false;
}

/** Something in it with a size of its own shows although the element around has none (`font-size: 0` between boxes). */
function hasOwnSize({ children }: HtmlElement): boolean {
  const pending = [...children];
  for (let next = pending.pop(), seen = 0; next !== undefined && seen < 200; next = pending.pop(), seen++) {
    if (/font-size|visibility/i.test(attribute(next.startTag, 'style')?.value ?? '')) {
      return true;
    }
    pending.push(...next.children.slice(0, 20));
  }
  return false;
}

/** What WeChat calls the article; a script shows it when it has loaded. */
function isArticleItself(tag: StartTag): boolean {
  return /(?:^|\s)(?:js_content|rich_media_content|js_article)(?:\s|$)/.test(namesOf(tag));
}

/** Libraries that let a block fade in when a reader scrolls to it: AOS, WOW, animate.css, ScrollReveal. */
function fadesIn(tag: StartTag): boolean {
  return (
    attribute(tag, 'data-aos') !== undefined ||
    /(?:^|[\s_-])(?:wow|aos|animated?|fade-?in(?:up|down|left|right)?|fade|scroll-?reveal)(?:$|[\s_-])/i.test(
      namesOf(tag),
    )
  );
}

function loadsLate(tag: StartTag): boolean {
  return (
    lazyAddress(tag) !== undefined ||
    tag.attributes.some(
      ({ name, value }) =>
        /^data-(?:src|original|lazy|actualsrc|url|echo)/.test(name) ||
        (name === 'class' && /lazy/i.test(value)),
    )
  );
}

function namesOf({ attributes }: StartTag): string {
  return attributes
    .filter(({ name }) => name === 'class' || name === 'id')
    .map(({ value }) => value)
    .join(' ');
}
