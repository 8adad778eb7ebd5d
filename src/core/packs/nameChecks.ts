import { blockNames } from '../html/names';
import type { HtmlElement } from '../types';
import { isInterfaceText, otherLetters } from './interfaceText';
import type { ChaffKind } from './kinds';
import { creditLine } from './lines';
import { isAtAnEnd, isAtHead, isAtTail, isListOfTitles, isListOfWords, isOutside } from './places';
import { holdsReferences } from './references';
import { isProse, type Scene } from './scene';
import { scoreText, textSize } from './score';
import { isTopics } from './topics';

/** What is asked about an element whose name hints at a kind. */
export interface Check {
  readonly scene: Scene;
  readonly element: HtmlElement;
  readonly text: string;
  readonly length: number;
  readonly linked: number;
  readonly linkShare: number;
  readonly code: number;
  readonly pictures: number;
  readonly embeds: number;
  readonly links: number;
  readonly prose: boolean;
}

/** Whether the content of an element agrees with the kind of chaff that its name hints at. */
export const checks: Readonly<Record<ChaffKind, (check: Check) => boolean>> = {
  share: ({ length, text, linkShare, prose, code, embeds }) =>
    !prose &&
    code === 0 &&
    embeds === 0 &&
    length <= 300 &&
    (length === 0 || linkShare >= 0.5 || isInterfaceText(text) || says(text, 2)),

  follow: (check) => {
    const { scene, element, length, text, pictures, code, embeds } = check;
    if (code > 0 || embeds > 0 || length > 300 || pictures > 4) {
      return false;
    }
    if (length === 0) {
      return namesCode(element) && scene.topicBar('follow') === 0;
    }
    return says(text, 2 + scene.topicBar('follow')) && everyParagraphSays(check, 2);
  },

  app: (check) => invites(check),
  tip: (check) => invites(check),

  subscribe: (check) =>
    check.code === 0 &&
    check.length <= 500 &&
    (says(check.text, 2) ||
      (check.length <= 60 && !check.prose && check.embeds > 0) ||
      isShortButton(check) ||
      (check.length <= 240 && !check.prose && isForm(check))) &&
    everyParagraphSays(check, 1),

  related: ({ scene, element, length, linkShare, links, text, code, prose }) =>
    code === 0 &&
    length > 0 &&
    length * 2.5 < scene.total.length + 400 &&
    !holdsReferences(scene, element, classOf(element), text) &&
    (linkShare >= 0.5 ||
      (!prose && isListOfTitles(scene, element)) ||
      (!prose && links > 0 && length <= 300 && isAtTail(scene, element)) ||
      (!prose && /^.{0,12}(?:推荐|阅读|related|read)/i.test(text) && linkShare >= 0.3)),

  notice: ({ length, text, code, pictures, embeds }) =>
    code === 0 && embeds === 0 && pictures <= 3 && length <= 800 && length > 0 && saysOf(text, 'notice', 2),

  original: ({ scene, element, text, length, linkShare, pictures }) =>
    length > 0 &&
    length <= 60 &&
    linkShare >= 0.5 &&
    pictures === 0 &&
    (toRest.test(text) || isAtTail(scene, element)),

  ad: ({ length, text, prose, code, pictures, links, linkShare, scene }) =>
    code === 0 &&
    (!prose || adLabel.test(text) || says(text, 4)) &&
    length <= (adLabel.test(text) ? 400 : 240) &&
    pictures <= 3 &&
    !/广告|advert|adsense/i.test(scene.title) &&
    !ofReview.test(text) &&
    (length === 0 ||
      linkShare >= 0.5 ||
      isInterfaceText(text) ||
      adLabel.test(text) ||
      (links > 0 && /[$€£¥￥]\s?\d|\d\s?(?:元|円|USD|EUR)/.test(text)) ||
      /[【[（(「](?:推广|广告|AD|赞助)[】\])）」]/.test(text) ||
      says(text, 2)),

  counter: ({ scene, element, length, linked, text, pictures, code, embeds, prose }) =>
    code === 0 &&
    embeds === 0 &&
    pictures === 0 &&
    length > 0 &&
    length <= 200 &&
    !isVerdict(element, text) &&
    ((isInterfaceText(withoutDates(text)) && (ofPage.test(text) || isOutside(scene, element))) ||
      recipeButtons.test(text) ||
      // The name of a person beside the buttons at the end.
      (!prose &&
        /[\p{L}\p{N}]/u.test(text) &&
        length <= 80 &&
        otherLetters(withoutDates(text)) * 2 <= length &&
        isAtTail(scene, element)) ||
      // Who published it, as a link, and when.
      (!prose &&
        someDate.test(text) &&
        isOutside(scene, element) &&
        otherLetters(withoutDates(text)) - linked <= unlinkedLetters)),

  tags: ({ scene, element, text, length, linked, links, linkShare, pictures, code }) =>
    (blockNames.has(element.name) || !isTopics(scene, { text, start: element.startTag.end })) &&
    code === 0 &&
    pictures === 0 &&
    length <= 300 &&
    length > 0 &&
    ((linkShare >= 0.6 && linked <= 14 * links && isAtAnEnd(scene, element)) ||
      (isAtTail(scene, element) && isListOfWords(scene, element))),

  navigation: ({ scene, element, length, links, text, linkShare, prose, code }) =>
    code === 0 &&
    !prose &&
    length > 0 &&
    length <= 240 &&
    (linkShare >= 0.5 || isInterfaceText(text) || (links > 0 && isTrail(text) && isAtHead(scene, element))),

  player: ({ length, text, embeds, pictures, code }) =>
    code === 0 &&
    embeds === 0 &&
    pictures === 0 &&
    length > 0 &&
    (isInterfaceText(text) ||
      /^(?:[\d:/\s]|播放|暂停)+$/.test(text) ||
      /browser|浏览器|加载失败|flash player/i.test(text)) &&
    textSize(text) <= 120,

  code: ({ element, text, length, pictures, scene }) =>
    /^[\d\s]+$/.test(text) && length > 0
      ? isBesideCode(scene, element) && (element.name !== 'td' || (element.parent?.children.length ?? 0) > 1)
      : length <= 24 &&
        (pictures === 0 || length > 0 || pictures === 1) &&
        (isInterfaceText(text) || (length === 0 && pictures === 1)) &&
        (blockNames.has(element.name) || element.name === 'button' || scene.owns(element)),

  forum: ({ element, text, length }) =>
    length > 0 &&
    length <= 160 &&
    (/jammer/i.test(classOf(element)) ||
      /编辑|附件|登录|注册|隐藏|回复|权限|上传|下载|edited|attachment|log ?in/i.test(text)),

  // With a portrait or a button it is a card; without, at the end only, what a site says of its author.
  author: ({ scene, element, length, pictures, code, embeds, prose, text }) =>
    code === 0 &&
    embeds === 0 &&
    length > 0 &&
    pictures <= 3 &&
    !creditLine.test(text) &&
    !ofPlace.test(text) &&
    ((length <= 400 && isAtTail(scene, element)) ||
      (length <= 60 && !prose && pictures > 0 && isAtHead(scene, element))),

  comments: ({ scene, element, length, code, prose }) =>
    code === 0 &&
    length > 0 &&
    !prose &&
    length * 3 <= scene.total.length &&
    !/^(?:q(?:uestions?)?|answers?|repl(?:y|ies))\b/i.test(classOf(element)) &&
    isAtTail(scene, element),

  login: ({ text, length, code, prose, scene }) =>
    code === 0 &&
    length > 0 &&
    length <= 400 &&
    !/cookie|登录|login/i.test(scene.title) &&
    (/cookie/i.test(text)
      ? /\b(?:we|site|uses?|accept\w*|consent|agree|preferences|policy|settings)\b|使用|同意|接受|隐私/i.test(
          text,
        )
      : !prose && /登录|注册|会员|log ?in|sign ?(?:in|up)|subscribe|account/i.test(text)),
};

/** What the first line of an advertisement says that it is. */
const adLabel =
  /^[\s\p{P}\p{S}]*(?:广告|推广|赞助(?:内容|商)?|スポンサー|(?:advertisements?|advertorial|sponsor(?:s|ed)?(?: (?:content|by|post))?|promoted|presented by|AD|PR)\b)/iu;

/** What a review weighs. */
const ofReview = /\b(?:pros|cons)\b\s*[:：]|优点|缺点/iu;

/** Where a house is and when it is open. */
const ofPlace =
  /(?:地址|电话|开放时间|营业时间)\s*[:：]|\b(?:open(?:ing hours| (?:daily|monday|tuesday|from|every))|admission|\d{1,5} [A-Z][a-z]+ (?:road|street|avenue|lane|square))\b/iu;

/** Words of a link to the rest of an article or to its page. */
const toRest =
  /阅读|查看|浏览|全文|原文|更多|详情|展开|続き|もっと|\b(?:read|view|continue|more|full|original|source|link|see)\b/iu;

/** What a reader does on a page, or is told of it. */
const ofPage =
  /赞|收藏|评论|举报|分享|转发|打印|字[号体]|阅读|浏览|回复|点击|关注|发布|更新|来源|作者|编辑|\b(?:shares?|tweet|like|comments?|print|views?|reply|bookmark|save|copy|follow|e-?mail|posted|published|updated|read|edit|by|jump)\b|\bfrom \d+ (?:votes?|ratings?|reviews?)\b/iu;

/** What the article gives to what it is about: `★★★★`, `8.5`, `4 / 5`. Readers who voted are counted. */
function isVerdict(element: HtmlElement, text: string): boolean {
  return (
    /rating|stars?\b|score/i.test(classOf(element)) &&
    /^(?:(?:my |our )?(?:rating|score)|评分|评级|打分)?\s*[:：]?[★☆⭐✩✪½\s]*(?:\d{1,3}(?:\.\d)?\s*(?:(?:\/|out of)\s*\d{1,3})?\s*(?:stars?|分|points)?)?[★☆⭐✩✪½\s]*$/iu.test(
      text,
    )
  );
}

function invites(check: Check): boolean {
  const { text, length, code, embeds, prose } = check;
  return (
    code === 0 &&
    embeds === 0 &&
    length <= 300 &&
    (length === 0 || says(text, prose ? 2 : 1) || (!prose && (isInterfaceText(text) || length <= 16))) &&
    everyParagraphSays(check, 2)
  );
}

const someDate =
  /\d{4}\s?[-/.年]\s?\d{1,2}|\b(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?:\d{1,2},? )?\d{4}\b/i;

/** How many letters of a line of links may be neither linked nor words of buttons: `von`, `at`. */
const unlinkedLetters = 4;

/** \`Home » Archive » The title\`: the way from the front page to this one. */
function isTrail(text: string): boolean {
  const steps = text.split(/\s*[»›>→/＞]\s*/);
  return steps.length >= 2 && steps.every((step) => step !== '' && textSize(step) <= 40);
}

/** A box of a mailing list's service has a button or a field in it. */
function isForm({ element, scene }: Check): boolean {
  return scene.controls.some(({ start }) => start > element.start && start < element.end);
}

const recipeButtons =
  /^(?:(?:jump to|print|pin|save|rate|skip to|view)(?: the| this)? (?:recipe|content|video)[\s|·•-]*)+$/i;

function isShortButton({ text, length, linkShare }: Check): boolean {
  return length <= 24 && (linkShare >= 0.8 || isInterfaceText(text));
}

/** Whether the wording hints at chaff with at least that weight; longer texts are judged paragraph by paragraph. */
function says(text: string, weight: number): boolean {
  return text.length > 400 || (scoreText(text)?.score ?? 0) >= weight;
}

function saysOf(text: string, kind: ChaffKind, weight: number): boolean {
  const score = scoreText(text.slice(0, 400));
  return score !== undefined && score.score >= weight && (score.kind === kind || score.score >= 4);
}

/** A paragraph of sentences in it has to be an invitation itself. */
function everyParagraphSays({ scene, element }: Check, weight: number): boolean {
  const [from, to] = scene.outline.within(element);
  for (let index = from; index < to; index++) {
    const passage = scene.passage(index);
    if (passage !== undefined && isProse(passage) && (scene.scoreOf(index)?.score ?? 0) < weight) {
      return false;
    }
  }
  return true;
}

/** Whether code stands in one of the elements around it: numbers are those of lines there. */
function isBesideCode({ outline }: Scene, { parent }: HtmlElement): boolean {
  for (
    let element = parent, level = 0;
    element !== undefined && level < 4;
    element = element.parent, level++
  ) {
    if (outline.measure(element).code > 0) {
      return true;
    }
  }
  return false;
}

/** Names that stand for the code itself, not for an account that is also called so. */
function namesCode(element: HtmlElement): boolean {
  return /qr|erweima|ewm|wxcode|paycode/i.test(classOf(element));
}

function classOf({ startTag }: HtmlElement): string {
  return startTag.attributes
    .filter(({ name }) => name === 'class' || name === 'id')
    .map(({ value }) => value)
    .join(' ');
}

function withoutDates(text: string): string {
  return text.replace(/\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[T\s]*\d{1,2}:\d{2}(?::\d{2})?)?/g, ' 1 ');
}
