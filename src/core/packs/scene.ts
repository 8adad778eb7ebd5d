import { simplify } from '../categories/script';
import { attribute } from '../html/attributes';
import { lowerBound, outlineOf, type Measure, type Outline, type Passage } from '../html/outline';
import type { Article, HtmlElement } from '../types';
import type { ChaffKind } from './kinds';
import { announces } from './announcement';
import { namesOfSite } from './siteNames';
import { scoreText, textSize, type TextScore } from './score';
import { Subjects } from './subjects';

/** What was found out about a passage or an element: its kind, or the reason a pack gives. */
export interface Verdict {
  readonly kind: ChaffKind | undefined;
  readonly why: string | undefined;
}

const controlNames: ReadonlySet<string> = new Set(['button', 'form', 'input', 'select', 'textarea']);

/** An article that names its site more often is about it. */
const mostMentions = 2;
const enoughMentions = 40;

/** `River Letters no. 431: …`: what a periodical is called says nothing of what is in it. */
const issueOfPeriodical =
  /^[^:：|｜，。！？]{2,16}?\s?(?:[（(]?第\s?[\d一二三四五六七八九十百]{1,6}\s?[期辑号]|[#＃]\s?\d{1,5}|(?:vol|no|issue)\.?\s?\d{1,5}|\d{4}[-年]\d{1,2})/i;

/** Ends the line over a message: `Ming 3 minutes ago`. */
export const headOfMessage = /(?:前|ago)(?:\s*via\s+\w+)?\s*#?\d{0,4}$/i;

/** Longer lines are no heads of messages, in UTF-16 units. */
const longestHead = 60;

/** Longer passages are no entries of a table of contents. */
const longestEntry = 200;

/** Characters that only traditional Chinese writes, among them those of which invitations are made. */
const traditional = /[關訂閱讚轉載點擊掃碼註贊賞聯權經這個們來說對會時讀請睇蹤專緊圖]/;

/** Japanese writes many of them too, and its vocabulary is written in them. */
const japanese = /[\u3041-\u309f]{2}/;

/** Words of which an article that is about such things is full: there the wording alone proves less. */
const topics: Readonly<Partial<Record<ChaffKind, RegExp>>> = {
  follow: /二维码|扫码|扫一扫|公众号|公号|视频号|\bQR\b|小程序码|粉丝/i,
  app: /客户端/,
  tip: /打赏|赞赏|众筹|patreon|ko-?fi|donation/i,
  subscribe: /订阅|newsletter|subscription|\bRSS\b/i,
  notice: /版权|著作权|侵权|转载|抄袭|洗稿|免责|声明|copyright|plagiar|licens|affiliate/i,
  share: /点赞|三连|转发量|分享功能|社交分享/,
  ad: /招聘|诚聘|招人|内推|求职|简历|优惠|折扣|\b(?:jobs?|hiring|deals?|coupons?|discounts?)\b/i,
};

/** Everything that judging one article needs, worked out once. */
export class Scene {
  readonly article: Article;
  readonly outline: Outline;
  readonly total: Measure;
  readonly title: string;
  /** What was found out, per passage. */
  readonly verdicts: (Verdict | undefined)[];
  /** Elements that go whole, in source order. */
  readonly elements: { readonly element: HtmlElement; readonly verdict: Verdict }[] = [];
  #links: readonly HtmlElement[] | undefined;
  #linkStarts: readonly number[] | undefined;
  #prints: readonly HtmlElement[] | undefined;
  #printStarts: readonly number[] | undefined;
  #controls: readonly HtmlElement[] | undefined;
  #namesOfSite: readonly string[] | undefined;
  readonly #passages: readonly Passage[];
  readonly #isTraditional: boolean;
  readonly #scores: (TextScore | null | undefined)[];
  #announces: boolean | undefined;
  #siteName: { readonly pattern: RegExp | undefined } | undefined;
  #namedAt: readonly number[] | undefined;
  #subjects: Subjects | undefined;
  #lastPart: number | undefined;
  #heads: number | undefined;
  readonly #topical = new Map<ChaffKind, number>();

  constructor(article: Article) {
    this.article = article;
    this.outline = outlineOf(article);
    this.total = this.outline.measure(article.body);
    const title = article.frontMatter?.field('title')?.value;
    this.title = typeof title === 'string' ? simplify(title) : '';
    this.#isTraditional = traditional.test(article.text) && !japanese.test(article.text);
    this.#passages = this.#isTraditional
      ? this.outline.passages.map((passage) => ({ ...passage, text: simplify(passage.text) }))
      : this.outline.passages;
    this.verdicts = this.outline.passages.map(() => undefined);
    this.#scores = this.outline.passages.map(() => undefined);
  }

  /** A passage, its Chinese in simplified characters: the vocabulary is written in them. */
  passage(index: number): Passage | undefined {
    return this.#passages[index];
  }

  /** The text of an element, likewise. */
  textOf(element: HtmlElement): string {
    const text = this.outline.textOf(element);
    return this.#isTraditional ? simplify(text) : text;
  }

  get count(): number {
    return this.outline.passages.length;
  }

  scoreOf(index: number): TextScore | undefined {
    let score = this.#scores[index];
    if (score === undefined) {
      score = scoreText(this.passage(index)?.text ?? '') ?? null;
      this.#scores[index] = score;
    }
    return score ?? undefined;
  }

  /**
   * How much more a wording of that kind has to say in this article, since the article is about it. A line that has none
   * of the words of the topic is hardly part of it.
   */
  topicBar(kind: ChaffKind, text?: string): number {
    if (text !== undefined && topics[kind]?.test(text) !== true) {
      return Math.min(1, this.topicBar(kind));
    }
    let bar = this.#topical.get(kind);
    if (bar === undefined) {
      const topic = topics[kind];
      bar = topic === undefined ? 0 : topic.test(this.title) ? 6 : this.#mentions(topic) >= 3 ? 2 : 0;
      this.#topical.set(kind, bar);
    }
    return bar;
  }

  /** Whether the article is there so that its readers come to something, or sign up for it. */
  get announces(): boolean {
    return (this.#announces ??= announces(this.title, this.#passages));
  }

  /** Whether a passage is the heading of a step or a numbered part, or comes right after one, and another such part follows. */
  beginsStep(index: number): boolean {
    const at = [index, index - 1].find((place) => isNumberedHeading(this.#passages[place]));
    if (at === undefined) {
      return false;
    }
    this.#lastPart ??= this.#passages.findLastIndex(isNumberedHeading);
    return this.#lastPart > index || /^\s*(?:步骤|step\b|第.{1,2}步)/i.test(this.#passages[at]?.text ?? '');
  }

  /** Marks every passage of an element, and the element as one that goes whole. */
  take(element: HtmlElement, verdict: Verdict): void {
    this.elements.push({ element, verdict });
    this.mark(element, verdict);
  }

  /** Marks every passage of an element. */
  mark(element: HtmlElement, verdict: Verdict): void {
    const [from, to] = this.outline.within(element);
    for (let index = from; index < to; index++) {
      // A line that begins in an inline element may go on after it.
      if ((this.passage(index)?.end ?? Infinity) <= element.end) {
        this.verdicts[index] = verdict;
      }
    }
  }

  /** Buttons and fields that a reader was to use, in source order. */
  get controls(): readonly HtmlElement[] {
    return (this.#controls ??= this.outline.elements.filter(({ name }) => controlNames.has(name)));
  }

  /** The address of the link around an offset. */
  linkAround(offset: number): string | undefined {
    this.#links ??= this.outline.elements.filter(({ name }) => name === 'a');
    this.#linkStarts ??= this.#links.map(({ start }) => start);
    const link = this.#links[lowerBound(this.#linkStarts, offset) - 1];
    return link === undefined || link.end <= offset ? undefined : attribute(link.startTag, 'href')?.value;
  }

  /** The `<small>` around an offset. */
  smallPrintAround(offset: number): HtmlElement | undefined {
    this.#prints ??= this.outline.elements.filter(({ name }) => name === 'small');
    this.#printStarts ??= this.#prints.map(({ start }) => start);
    const print = this.#prints[lowerBound(this.#printStarts, offset + 1) - 1];
    return print === undefined || print.end <= offset ? undefined : print;
  }

  /** Whether a passage is a link to another place of the article: an entry of a table of contents. */
  leadsIntoArticle({ start, end, linked, isMarkdown }: Passage): boolean {
    if (linked === 0) {
      return false;
    }
    const source = this.article.text.slice(start, Math.min(end, start + longestEntry));
    return isMarkdown ? source.includes('](#') : /^#./.test(this.linkAround(start) ?? '');
  }

  /** What the front matter may call the site: its author, its categories. */
  get namesOfSite(): readonly string[] {
    const { frontMatter } = this.article;
    return (this.#namesOfSite ??= ['author', 'categories', 'category', 'tags', 'source', 'site']
      .flatMap((key) => frontMatter?.field(key)?.value ?? [])
      .filter((value) => typeof value === 'string'));
  }

  get #patternOfSite(): RegExp | undefined {
    return (this.#siteName ??= { pattern: namesOfSite(this.article.frontMatter) }).pattern;
  }

  /** Whether the name of the site stands in a text. */
  namesSite(text: string): boolean {
    return this.#patternOfSite !== undefined && text.search(this.#patternOfSite) >= 0;
  }

  /** What the article is about. */
  get subjects(): Subjects {
    return (this.#subjects ??= new Subjects(this));
  }

  /** The names of the site where they stand in a text, unless the article is about it; for the lines after a passage. */
  namesOfSiteAfter(index: number): RegExp | undefined {
    const pattern = this.#patternOfSite;
    if (pattern === undefined) {
      return undefined;
    }
    const isIn = (text: string): boolean => text.search(pattern) >= 0;
    this.#namedAt ??= this.#passages
      .flatMap(({ text }, at) => (isIn(text) ? [at] : []))
      .slice(0, enoughMentions);
    const mentions = this.#namedAt.filter((at) => at < index && this.verdicts[at] === undefined).length;
    const isInTitle = isIn(this.title.replace(issueOfPeriodical, ''));
    return isInTitle || mentions > mostMentions ? undefined : pattern;
  }

  /** How many lines of the body say who wrote a message and how long ago. */
  get headsOfMessages(): number {
    return (this.#heads ??= this.#passages.filter(
      ({ text }) => text.length <= longestHead && headOfMessage.test(text),
    ).length);
  }

  /** Whether the front matter gives the name as that of the site: as its author or as a category. */
  isNameOfSite(name: string): boolean {
    return this.namesOfSite.some((value) => simplify(value).toLowerCase() === name.toLowerCase());
  }

  /** Whether every line that has a part in the element is all in it. */
  owns({ start, end }: HtmlElement): boolean {
    const [from, to] = this.outline.within({ start, end });
    return (
      from < to &&
      (this.passage(from - 1)?.end ?? -1) <= start &&
      (this.passage(to - 1)?.end ?? Infinity) <= end
    );
  }

  /** Whether a range holds a paragraph of sentences that are not links. */
  hasProse({ start, end }: HtmlElement): boolean {
    const [from, to] = this.outline.within({ start, end });
    for (let index = from; index < to; index++) {
      const passage = this.passage(index);
      if (passage !== undefined && isProse(passage)) {
        return true;
      }
    }
    return false;
  }

  #mentions(topic: RegExp): number {
    let count = 0;
    this.#passages.forEach(({ text, code }, index) => {
      if (code === 0 && textSize(text) >= 30 && topic.test(text) && (this.scoreOf(index)?.score ?? 0) < 3) {
        count++;
      }
    });
    return count;
  }
}

/** A sentence or more, by its length in Chinese characters and its punctuation, most of it not linked. */
export function isProse({ text, linked, code }: Passage, least = 36): boolean {
  return (
    code > 0 ||
    (textSize(text) >= least && linked * 2 < text.length && /[。！？；，]|[.!?](?:\s|$)/.test(text))
  );
}

/** Something of the article that a reader would notice the loss of: a line of text, code, a film. */
export function isSubstantial({ text, linked, code, embeds }: Passage): boolean {
  return code > 0 || embeds.length > 0 || (textSize(text) >= 8 && linked * 2 < text.length);
}

function isNumberedHeading(passage: Passage | undefined): boolean {
  return (
    passage?.isHeading === true &&
    /^(?:[一二三四五六七八九十]{1,3}\s?[、.．)）]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2})*\s?[、.．)）\s]|步骤|第[一二三四五六七八九十\d]{1,3}步|step \d)/i.test(
      passage.text,
    )
  );
}
