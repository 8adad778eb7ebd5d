import type { Passage } from '../html/outline';
import { remembering } from '../memo';
import { tellsHowToTakePart } from './announcement';
import { counterWords, creditLine, headCounterWords, lines, relatedLine } from './lines';
import { isInterfaceText, otherLetters } from './interfaceText';
import type { ChaffKind } from './kinds';
import { accountStatistics } from './linesOfPages';
import { LinkRun } from './linkRun';
import { belongsToArticle } from './ofArticle';
import { describesPublisher, kindOfSite } from './ofSite';
import { isSubstantial, type Scene } from './scene';
import { textSize } from './score';
import { isTopics } from './topics';

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
  judgeHead(scene);
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
    if (isSubstantial(passage) && !creditLine.test(passage.text) && !isTopics(scene, passage)) {
      after++;
    }
  }
}

/** The lines over the first one of the article, each of them the first once the one before it is known. */
function judgeHead(scene: Scene): void {
  for (let index = 0; index < scene.count; index++) {
    const passage = scene.passage(index);
    if (passage !== undefined && scene.verdicts[index] === undefined) {
      const kind = judgePassage(scene, passage, { index, after: Infinity, before: 0 });
      if (kind !== undefined) {
        scene.verdicts[index] = { kind, why: undefined };
      } else if (isSubstantial(passage) && !repeatsTitle(scene, passage)) {
        return;
      }
    }
  }
}

function countBefore(scene: Scene): readonly number[] {
  let count = 0;
  return scene.outline.passages.map((passage, index) => {
    const before = count;
    const counts =
      scene.verdicts[index] === undefined && isSubstantial(passage) && !repeatsTitle(scene, passage);
    count += counts ? 1 : 0;
    return before;
  });
}

/** The title over the article once more: its first line comes after it. */
function repeatsTitle({ title }: Scene, { isHeading, text }: Passage): boolean {
  return isHeading && title !== '' && (title.startsWith(text) || text.startsWith(title));
}

function judgePassage(scene: Scene, passage: Passage, place: Place): ChaffKind | undefined {
  const { text, code, embeds } = passage;
  if (
    text === '' ||
    code > 0 ||
    text.length > longestLine ||
    isTopics(scene, passage) ||
    embeds.some(({ name }) => name !== 'input' && name !== 'video')
  ) {
    return undefined;
  }
  const kind =
    judgeLine(scene, passage, place) ??
    judgeWording(scene, passage, place) ??
    judgePublisher(scene, passage, place);
  return kind === undefined || belongsToArticle(scene, place.index, kind, place) ? undefined : kind;
}

function judgeLine(scene: Scene, passage: Passage, { index, after, before }: Place): ChaffKind | undefined {
  const { text, linked, pictures, isHeading } = passage;
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
  const isEntry = passage.isEntry || isHeading;
  const isAtEdge = after === 0 || before === 0;
  const found = (isAtEdge ? linesLike(text) : linesOfMiddleLike(text)).find(
    ({ where, linked: least = 0, kind, invites = false }) => {
      const fits =
        where === 'anywhere' ||
        (where === 'tail' && after === 0) ||
        (where === 'head' && before === 0) ||
        (where === 'ends' && (after === 0 || before === 0)) ||
        (where === 'code' && isBesideCode(scene, index)) ||
        (where === 'picture' && isBesidePicture(scene, index)) ||
        (where === 'links' && after === 0 && scene.verdicts[index + 1]?.kind === 'related');
      return (
        fits &&
        linkShare >= least &&
        !(invites && scene.announces) &&
        (!isEntry || linkShare >= 0.8 || (neverEntries.has(kind) && !(isHeading && kind === 'code'))) &&
        (pictures.length === 0 || kind === 'forum' || linkShare >= 0.5 || isWithLogo(kind, where, pictures))
      );
    },
  );
  if (found !== undefined) {
    return found.kind;
  }
  const isCounter =
    ((after === 0 && counterWords.test(text)) || (before === 0 && headCounterWords.test(text))) &&
    !isEntry &&
    pictures.length === 0 &&
    textSize(text) <= longestCounter &&
    !/^like this:?$/i.test(text) &&
    (isInterfaceText(text) || (after === 0 && isBarOfCounters(text)));
  if (isCounter) {
    return 'counter';
  }
  return after === 0 && pictures.length === 0 && isOfAccount(text) ? 'author' : undefined;
}

const linesLike = remembering((text) => lines.filter(({ pattern }) => pattern.test(text)));

/** Most lines count at an end of an article only: in the middle they need not be asked. */
const linesOfMiddle = lines.filter(
  ({ where }) => where === 'anywhere' || where === 'code' || where === 'picture',
);
const linesOfMiddleLike = remembering((text) => linesOfMiddle.filter(({ pattern }) => pattern.test(text)));

/** The notice of a publisher, its sign before it. */
function isWithLogo(kind: ChaffKind, where: string, { length }: Passage['pictures']): boolean {
  return kind === 'notice' && where === 'tail' && length === 1;
}

/** Two counters and a name: `posted @ 2022-03-22 09:06 Someone 阅读(0) 评论(0)`. */
function isBarOfCounters(text: string): boolean {
  return (
    !/[。！？，]/.test(text) && otherLetters(text) <= longestName && (text.match(counted)?.length ?? 0) >= 2
  );
}

const counted =
  /(?:阅读|浏览|评论|点赞|收藏|推荐|回复|转发|喜欢|views?|reads?|comments?|likes?|replies|shares?)\s*[(（:：]?\s*\d[\d.,]*/gi;
const longestName = 14;

/** Figures of an account. In a sentence they are a report. */
function isOfAccount(text: string): boolean {
  return (
    textSize(text) <= longestCounter &&
    !/[。！？，；]|[.!?]\s/.test(text) &&
    (text.match(accountStatistics)?.length ?? 0) >= 2
  );
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
  if (score === undefined || isStep(passage) || (passage.isEntry && size <= longestEntry)) {
    return undefined;
  }
  const { kind } = score;
  if (kind !== 'notice' && tellsHowToTakePart(text) && scene.announces) {
    return undefined;
  }
  if (size > (longest[kind] ?? longestInvitation) || score.coverage < 0.6) {
    return undefined;
  }
  if (creditLine.test(text) && score.score < (kind === 'notice' ? 3 : 4)) {
    return undefined;
  }
  if (pictures.length > (pictureKinds.has(kind) && after <= 1 ? 2 : 0)) {
    return undefined;
  }
  const bar =
    scene.topicBar(kind, text) + (passage.isHeading ? 1 : 0) + placeBar({ after, before }, kind, size);
  return score.score >= bar ? kind : undefined;
}

/** What the publisher asks for in its own name, and says of itself, behind the last line. */
function judgePublisher(scene: Scene, passage: Passage, { index, after }: Place): ChaffKind | undefined {
  const { text, pictures, isEntry, isHeading } = passage;
  if (after > 0 || pictures.length > 1 || isEntry || isHeading || isStep(passage)) {
    return undefined;
  }
  const kind = kindOfSite(text, scene.namesOfSiteAfter(index));
  if (kind !== undefined) {
    return kind;
  }
  if (isSmallPrint(scene, passage, index)) {
    return 'author';
  }
  const following = [index + 1, index + 2, index + 3].flatMap((at) => {
    const verdict = scene.verdicts[at]?.kind;
    return verdict !== undefined && publishing.has(verdict) ? [scene.passage(at)?.text ?? ''] : [];
  });
  return describesPublisher(text, following) ? 'author' : undefined;
}

/** A name in small print, and nothing of the article beside it. */
function isSmallPrint(scene: Scene, { text, start, end }: Passage, index: number): boolean {
  if (textSize(text) > longestName * 2 || /[。！？，；,;!?]/.test(text)) {
    return false;
  }
  const print = scene.smallPrintAround(start);
  const [from, to] = print === undefined ? [0, 0] : scene.outline.within(print);
  const others = scene.verdicts.slice(from, Math.min(to, from + mostOfPrint));
  others.splice(index - from, 1);
  return (
    end <= (print?.end ?? 0) &&
    others.length >= 2 &&
    to - from <= mostOfPrint &&
    others.every((verdict) => verdict !== undefined)
  );
}

/** In lines. */
const mostOfPrint = 12;

/** Kinds of lines that say how to reach who publishes. */
const publishing: ReadonlySet<ChaffKind> = new Set(['follow', 'notice', 'app', 'subscribe']);

/** In Chinese characters: a word in a table or a list, not a sentence. */
const longestEntry = 4;

/** Kinds of lines that no list of an article has; cells of newsletters have those of their service. */
const neverEntries: ReadonlySet<ChaffKind> = new Set(['forum', 'player', 'code', 'subscribe', 'comments']);

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
  return (
    isNumbered ||
    /^(?:\d{1,2}\s*[.、)）]|第[一二三四五六七八九十\d]+步|步骤|step \d|(?:首先|其次|然后|接着|接下来|第[一二三]，)[，,]?(?!.{0,16}(?:感谢|谢谢|欢迎)))/i.test(
      text,
    )
  );
}

function isBesidePicture(scene: Scene, index: number): boolean {
  return [index - 1, index, index + 1].some((at) => (scene.passage(at)?.pictures.length ?? 0) > 0);
}

function isBesideCode(scene: Scene, index: number): boolean {
  return (scene.passage(index - 1)?.code ?? 0) > 0 || (scene.passage(index + 1)?.code ?? 0) > 0;
}
