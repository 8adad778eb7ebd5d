import type { Passage } from '../html/outline';
import type { HtmlElement } from '../types';
import type { ChaffKind } from './kinds';
import { isSubstantial, type Scene } from './scene';
import { textSize } from './score';
import { whole } from './wholeLine';

/** A section in which a publisher advertises its own things below the last line of an article. */
interface Closing {
  readonly kind: ChaffKind;
  readonly heading: RegExp;
  /** Begins a paragraph that has no heading of its own. */
  readonly label: RegExp;
  /** What one of its lines has to say. */
  readonly evidence: RegExp;
  /** Articles that are about such things. */
  readonly topic: RegExp;
}

const ofEvents =
  '(?:近期|热门|线下|线上|本周|本月|精彩|更多|相关)?(?:活动|会议|大会|峰会|课程|专栏|直播|公开课|培训|训练营|沙龙|好课|新课|新书)(?:推荐|预告|推广)';
const ofJobs =
  "(?:团队|岗位|人才|社会|校园|热招|最新)?(?:招聘|内推|招贤纳士|诚聘英才|诚聘|招人|热招岗位|加入我们|加入团队|加入美团|招聘广告)(?:信息|启事|岗位|广告|职位)?|(?:我们|团队)?(?:正在|在|长期)招(?:聘|人|募)(?:中)?|join (?:us|our team)|we(?:['’]re| are) hiring|(?:come )?work with us|careers|open (?:positions|roles)|job openings";

const closings: readonly Closing[] = [
  {
    kind: 'ad',
    heading: whole(ofEvents),
    label: new RegExp(`^[【\\[（(「]?(?:${ofEvents})[】\\])）」]?\\s*[:：|｜]`, 'iu'),
    evidence:
      /(?:购票|咨询|报名|订票)(?:可|请|热线|电话|链接|通道|方式|享|立享|入口)|优惠|\d\s*折|早鸟|立减|特惠|原价|票务|扫码|二维码|点击|了解详情|戳|微信同号/,
    topic: /活动|会议|大会|峰会|课程|直播|培训|沙龙|预告|报名|购票/,
  },
  {
    kind: 'ad',
    heading: whole(ofJobs),
    label: new RegExp(`^[【\\[（(「]?(?:${ofJobs})[】\\])）」]?\\s*[:：|｜]`, 'iu'),
    evidence:
      /(?:投递|发送|发|投)[^。！？，]{0,6}(?:至|到)|@[\w-]{1,40}\.|欢迎[^。！？]{0,16}(?:加入|投递|自荐|内推)|内推码|\b(?:apply (?:now|here|at|online|today)|(?:see|view|check out|browse) .{0,30}(?:openings|roles|positions|jobs)|send .{0,20}resume|we(?:['’]re| are) (?:hiring|looking for))\b/i,
    topic: /招聘|内推|求职|岗位|面试|简历|招人|\b(?:jobs?|hiring|careers?|recruit\w*)\b/i,
  },
];

/** In Chinese characters: a longer section is a part of the article. */
const longestSection = 360;
const mostLines = 8;

/** So many lines of the article have to stand before it, or it is what the article is there for. */
const leastBefore = 3;

/** Takes the sections at the end in which a publisher advertises its events and its jobs. */
export function judgeSections(scene: Scene): void {
  for (let last = scene.count - 1, tries = 0; tries < closings.length; tries++) {
    const first = closingBefore(scene, last);
    if (first === undefined) {
      return;
    }
    last = first - 1;
  }
}

/** Marks the closing section that ends with a passage; where it begins. */
function closingBefore(scene: Scene, last: number): number | undefined {
  let size = 0;
  for (let index = last, lines = 0; index >= 0 && lines < mostLines; index--) {
    const passage = scene.passage(index);
    if (passage === undefined || passage.code > 0 || passage.embeds.length > 0) {
      return undefined;
    }
    if (scene.verdicts[index] !== undefined) {
      continue;
    }
    const closing = closings.find((candidate) => opens(candidate, passage, index === last));
    if (closing !== undefined) {
      return holds(scene, closing, index, last) ? mark(scene, closing, index, last) : undefined;
    }
    if (passage.isHeading) {
      return undefined;
    }
    lines++;
    size += textSize(passage.text);
    if (size > longestSection) {
      return undefined;
    }
  }
  return undefined;
}

function opens({ heading, label }: Closing, { text, pictures }: Passage, isLast: boolean): boolean {
  return pictures.length === 0 && (heading.test(text) ? !isLast : label.test(text));
}

function holds(scene: Scene, { evidence, topic }: Closing, first: number, last: number): boolean {
  if (scene.announces || topic.test(scene.title)) {
    return false;
  }
  let before = 0;
  for (let index = 0; index < first; index++) {
    const passage = scene.passage(index);
    before += passage !== undefined && scene.verdicts[index] === undefined && isSubstantial(passage) ? 1 : 0;
  }
  for (let index = first; index <= last && before >= leastBefore; index++) {
    const text = scene.passage(index)?.text ?? '';
    if (textSize(text) >= 12 && evidence.test(text)) {
      return true;
    }
  }
  return false;
}

function mark(scene: Scene, { kind }: Closing, first: number, last: number): number {
  for (let index = first; index <= last; index++) {
    scene.verdicts[index] ??= { kind, why: undefined };
  }
  return first;
}

/** Takes the rules that part the article from what has gone: nothing is left behind the one, or before the other. */
export function judgeDividers(scene: Scene): void {
  const rules = scene.outline.elements.filter(({ name }) => name === 'hr');
  const lastLeft = scene.verdicts.lastIndexOf(undefined);
  const firstLeft = scene.verdicts.indexOf(undefined);
  if (rules.length === 0 || firstLeft < 0) {
    return;
  }
  const begin = scene.passage(firstLeft)?.start ?? 0;
  const end = scene.passage(lastLeft)?.end ?? Infinity;
  for (const rule of rules) {
    const kind =
      rule.start >= end ? kindAfter(scene, rule) : rule.end <= begin ? kindBefore(scene, rule) : undefined;
    if (kind !== undefined) {
      scene.elements.push({ element: rule, verdict: kind });
    }
  }
}

function kindAfter(scene: Scene, { end }: HtmlElement): Scene['verdicts'][number] {
  return scene.verdicts[scene.outline.within({ start: end, end: Infinity })[0]];
}

function kindBefore(scene: Scene, { start }: HtmlElement): Scene['verdicts'][number] {
  return scene.verdicts[scene.outline.within({ start: 0, end: start })[1] - 1];
}
