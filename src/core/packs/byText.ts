import { attribute } from '../html/attributes';
import type { Passage } from '../html/outline';
import type { HtmlToken } from '../types';
import {
  counterWords,
  creditLine,
  headCounterWords,
  lines,
  moreHeading,
  promoHeading,
  relatedHeading,
  relatedLine,
  strictRelatedHeading,
} from './lines';
import { isInterfaceText } from './interfaceText';
import type { ChaffKind } from './kinds';
import { isSubstantial, type Scene } from './scene';
import { textSize } from './score';

/** Where a passage stands. */
interface Place {
  readonly index: number;
  /** How many lines of the article come after it; links, pictures and what is chaff do not count. */
  readonly after: number;
  /** The same before it. */
  readonly before: number;
}

/** Longest wordings, in Chinese characters, that can be nothing but an invitation of that kind. */
const longest: Readonly<Partial<Record<ChaffKind, number>>> = { notice: 300, subscribe: 130 };
const longestInvitation = 110;
const longestOfAll = Math.max(longestInvitation, ...Object.values(longest));
const longestLine = 600;
const longestCounter = 40;

/**
 * Marks passages whose wording and place say that they are not part of the article. From the end to the
 * start, since what stands behind the last line of an article is likelier to be chaff.
 */
export function judgeTexts(scene: Scene): void {
  const before = countBefore(scene);
  const run = new LinkRun(scene);
  let after = 0;
  for (let index = scene.count - 1; index >= 0; index--) {
    const passage = scene.passage(index);
    if (passage === undefined || scene.verdicts[index] !== undefined) {
      continue;
    }
    const kind = run.headedBy(index, after)
      ? 'related'
      : judgePassage(scene, passage, { index, after, before: before[index] ?? 0 });
    if (kind !== undefined) {
      scene.verdicts[index] = { kind, why: undefined };
      continue;
    }
    run.add(index);
    if (isSubstantial(passage) && !creditLine.test(passage.text)) {
      after++;
    }
  }
}

function countBefore(scene: Scene): readonly number[] {
  let count = 0;
  return scene.outline.passages.map((passage, index) => {
    const before = count;
    count += scene.verdicts[index] === undefined && isSubstantial(passage) ? 1 : 0;
    return before;
  });
}

function judgePassage(scene: Scene, passage: Passage, place: Place): ChaffKind | undefined {
  const { text, code, embeds } = passage;
  if (
    text === '' ||
    code > 0 ||
    text.length > longestLine ||
    embeds.some(({ name }) => name !== 'input' && name !== 'video')
  ) {
    return undefined;
  }
  return judgeLine(scene, passage, place) ?? judgeWording(scene, passage, place);
}

function judgeLine(scene: Scene, passage: Passage, { index, after, before }: Place): ChaffKind | undefined {
  const { text, linked, pictures } = passage;
  const printed = text.replace(/\s/g, '').length;
  const linkShare = linked / Math.max(1, printed);
  const related = relatedLine.exec(text)?.[0].replace(/\s/g, '').length ?? printed;
  // In a manual “see also” is the author's.
  const isManual = passage.isMarkdown && /^[^\p{L}]*see also/iu.test(text);
  if (linked > 0 && linked >= (printed - related) * 0.6 && related < printed && !isManual) {
    return 'related';
  }
  if (passage.isEntry && scene.leadsIntoArticle(passage)) {
    return undefined;
  }
  // In a list, a table or a heading a short word is an entry, not a button.
  const isEntry = passage.isEntry || passage.isHeading;
  const found = lines.find(({ pattern, where, linked: least = 0, kind }) => {
    const fits =
      where === 'anywhere' ||
      (where === 'tail' && after === 0) ||
      (where === 'ends' && (after === 0 || before === 0)) ||
      (where === 'code' && isBesideCode(scene, index));
    return (
      fits &&
      linkShare >= least &&
      (!isEntry || linkShare >= 0.8 || neverEntries.has(kind)) &&
      (pictures.length === 0 || kind === 'forum' || linkShare >= 0.5) &&
      pattern.test(text)
    );
  });
  if (found !== undefined) {
    return found.kind;
  }
  const isCounter =
    ((after === 0 && counterWords.test(text)) || (before === 0 && headCounterWords.test(text))) &&
    !isEntry &&
    pictures.length === 0 &&
    textSize(text) <= longestCounter &&
    isInterfaceText(text);
  return isCounter ? 'counter' : undefined;
}

function judgeWording(
  scene: Scene,
  passage: Passage,
  { index, after, before }: Place,
): ChaffKind | undefined {
  const { text, pictures } = passage;
  const size = textSize(text);
  // No wording is enough for so long a text, or in the middle of an article.
  if (size > longestOfAll || placeBar({ after, before }, undefined, size) === Infinity) {
    return undefined;
  }
  const score = scene.scoreOf(index);
  // A step of instructions says the same words and means them.
  if (score === undefined || isStep(passage)) {
    return undefined;
  }
  const { kind } = score;
  if (size > (longest[kind] ?? longestInvitation) || score.coverage < 0.6) {
    return undefined;
  }
  if (creditLine.test(text) && score.score < (kind === 'notice' ? 3 : 4)) {
    return undefined;
  }
  if (pictures.length > (pictureKinds.has(kind) && after <= 1 ? 2 : 0)) {
    return undefined;
  }
  const bar = scene.topicBar(kind) + (passage.isHeading ? 1 : 0) + placeBar({ after, before }, kind, size);
  return score.score >= bar ? kind : undefined;
}

/** Kinds of lines that no list of an article has; cells of newsletters have those of their service. */
const neverEntries: ReadonlySet<ChaffKind> = new Set(['forum', 'player', 'code', 'subscribe']);

const pictureKinds: ReadonlySet<ChaffKind> = new Set(['follow', 'app', 'tip', 'share']);

/** How much a wording has to say in its place: little behind the article, much in the middle of it. */
function placeBar(
  { after, before }: Omit<Place, 'index'>,
  kind: ChaffKind | undefined,
  size: number,
): number {
  if (after <= 3) {
    return 3;
  }
  if (before <= 1 && size <= 70 && kind !== 'notice') {
    return 3;
  }
  if (after <= 6) {
    return 4;
  }
  return before <= 1 ? 4 : size <= 60 ? 6 : Infinity;
}

/** A step of instructions: `1. 扫描二维码`, an item of a numbered list. */
function isStep({ text, isNumbered }: Passage): boolean {
  return isNumbered || /^(?:\d{1,2}\s*[.、)）]|第[一二三四五六七八九十\d]+步|步骤|step \d)/i.test(text);
}

function isBesideCode(scene: Scene, index: number): boolean {
  return (scene.passage(index - 1)?.code ?? 0) > 0 || (scene.passage(index + 1)?.code ?? 0) > 0;
}

/** The lines of links, or of bare titles, that a passage going from the end to the start stands before. */
class LinkRun {
  readonly #scene: Scene;
  #links: { first: number; readonly last: number } | undefined;
  #titles: { first: number; count: number } | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Takes note of a passage that is not known as chaff. */
  add(index: number): void {
    const passage = this.#scene.passage(index);
    if (passage === undefined) {
      return;
    }
    if (!isLinkLike(passage)) {
      this.#links = undefined;
    } else if (this.#links !== undefined && this.#follows(index, this.#links.first)) {
      this.#links.first = index;
    } else {
      this.#links = { first: index, last: index };
    }
    const titled = this.#titles ?? { first: this.#scene.count, count: 0 };
    const isTitle =
      this.#follows(index, titled.first) &&
      passage.code === 0 &&
      passage.embeds.length === 0 &&
      textSize(passage.text) <= 44 &&
      !/[。！；]$/.test(passage.text);
    this.#titles = isTitle
      ? { first: index, count: titled.count + (textSize(passage.text) >= 5 ? 1 : 0) }
      : { first: -1, count: 0 };
  }

  /** Whether the passage is the heading of the run after it; then the whole run is marked. */
  headedBy(index: number, after: number): boolean {
    const scene = this.#scene;
    const passage = scene.passage(index);
    if (
      passage === undefined ||
      textSize(passage.text) > 30 ||
      passage.pictures.length > 0 ||
      passage.linked > 0 ||
      !(relatedHeading.test(passage.text) || moreHeading.test(passage.text))
    ) {
      return false;
    }
    const isPlain = relatedHeading.test(passage.text);
    const links = this.#links;
    if (
      links !== undefined &&
      this.#follows(index, links.first) &&
      isOneSite(scene, links.first, links.last)
    ) {
      this.#mark(links.first, links.last);
      this.#links = undefined;
      return true;
    }
    const titles = this.#titles;
    if (
      isPlain &&
      titles !== undefined &&
      titles.count >= 2 &&
      strictRelatedHeading.test(passage.text) &&
      this.#follows(index, titles.first)
    ) {
      this.#mark(titles.first, scene.count - 1);
      return true;
    }
    // Its list has gone already, by the names of its elements.
    const next = scene.verdicts[index + 1];
    return next?.kind === 'related' || (isPlain && after === 0 && index === scene.count - 1);
  }

  /** Whether nothing that is not chaff stands between a passage and a later one. */
  #follows(index: number, later: number): boolean {
    for (let between = index + 1; between < later; between++) {
      if (this.#scene.verdicts[between] === undefined) {
        return false;
      }
    }
    return later > index;
  }

  #mark(first: number, last: number): void {
    for (let index = first; index <= last; index++) {
      this.#scene.verdicts[index] ??= { kind: 'related', why: undefined };
    }
  }
}

/** Links to several sites are references that an author chose, not the site's other articles. */
function isOneSite(scene: Scene, first: number, last: number): boolean {
  const { tokens } = scene.article.body;
  const end = scene.passage(last)?.end ?? 0;
  const sites = new Set<string>();
  const from = lowerBoundOf(tokens, scene.passage(first)?.start ?? 0);
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.start >= end) {
      break;
    }
    const address =
      token.kind === 'startTag' && token.name === 'a' ? attribute(token, 'href')?.value : undefined;
    const site = siteOf(address ?? '');
    if (site !== undefined) {
      sites.add(site);
    }
  }
  for (let index = first; index <= last; index++) {
    const passage = scene.passage(index);
    if (passage?.isMarkdown === true) {
      for (const [, address] of scene.article.text
        .slice(passage.start, passage.end)
        .matchAll(/\]\(<?([^\s)>]+)/g)) {
        const site = siteOf(address ?? '');
        if (site !== undefined) {
          sites.add(site);
        }
      }
    }
  }
  return sites.size <= 1;
}

/** The last labels of the host, so that `tech.example.com` and `news.example.com` are one site. */
function siteOf(address: string): string | undefined {
  const host = /^(?:https?:)?\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase();
  return host
    ?.split('.')
    .slice(/\.(?:com?|net|org|gov|edu|ac)\.\w\w$/.test(host) ? -3 : -2)
    .join('.');
}

function lowerBoundOf(tokens: readonly HtmlToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? Infinity) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function isLinkLike({ text, linked, pictures, linkedPictures, code, embeds }: Passage): boolean {
  if (code > 0 || embeds.length > 0) {
    return false;
  }
  const printed = text.replace(/\s/g, '').length;
  if (printed === 0) {
    return pictures.length > 0 && linkedPictures === pictures.length;
  }
  return linked >= printed * 0.6 || (pictures.length === 0 && text.length <= 40 && isInterfaceText(text));
}

/** Takes the headings of sections of which nothing is left. */
export function judgeHeadings(scene: Scene): void {
  let allGone = true;
  let anyGone = false;
  for (let index = scene.count - 1; index >= 0; index--) {
    const passage = scene.passage(index);
    if (passage === undefined) {
      continue;
    }
    const isHeading = passage.isHeading || (textSize(passage.text) <= 14 && promoHeading.test(passage.text));
    if (scene.verdicts[index] !== undefined) {
      anyGone = true;
    } else if (isHeading && allGone && anyGone && promoHeading.test(passage.text)) {
      scene.verdicts[index] = scene.verdicts[index + 1];
    } else {
      allGone = isHeading;
      anyGone = false;
    }
  }
}
