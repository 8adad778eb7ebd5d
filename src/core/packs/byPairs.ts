import type { Passage } from '../html/outline';
import type { ChaffKind } from './kinds';
import type { Scene } from './scene';

/** The label over, or before, a link to a shop. */
const visit =
  /^[\s>]*(?:访问|购买|点此访问|前往购买)(?:购买)?(?:页面|链接|地址)?\s*[:：]\s*(?<rest>.{0,80})$/u;

/** Addresses that pay whoever wrote the link, and pages of offers. */
const shopAddress =
  /^(?:https?:)?\/\/(?:u\.jd\.com|union-click\.jd\.com|s\.click\.(?:taobao|tmall)\.com|uland\.taobao\.com|curl\.qcloud\.com|(?:www\.)?aliyun\.com\/(?:[^?#]*\?(?:[^#]*&)?userCode=|(?:daily-act|minisite|activity)\/)|cloud\.tencent\.com\/act\/|[\w.]+\/[^?#]*\?(?:[^#]*&)?(?:userCode|cps_key|fromid|invite_code)=)/i;

/** Words of an offer. */
const offer =
  /特惠|优惠|低至|\d\s*折|秒杀|首年|红包|满减|立减|年付|领券|券后|专场|会场|大促|促销|京东商城|(?:天猫|京东|苏宁|官方)[^，。]{0,8}旗舰店/;

/** What a screen reader is offered before a list of links: `Skip Most read and continue reading`. */
const skip =
  /^(?:skip\s(?<english>.{1,40}?)\sand continue reading(?:\s?\k<english>)?|(?:跳过|略过)\s?(?<chinese>.{1,40}?)\s?并继续阅读(?:\s?\k<chinese>)?)$/iu;
const longestSkipped = 24;

/** Where the frame of WeChat's page begins: what comes next are the words of its buttons, each in a line. */
const wechatFrame = /^(?:预览时标签不可点|继续滑动看下一个)$/;
const longestOfFrame = 24;
const mostOfFrame = 80;

/** The last line of what Zhihu and Xueqiu put together for who copies: writer, address, place, licence. */
const licence = /^著作权归作者所有[。，]\s?(?:商业转载|转载)/;
const partOfLicence = /^(?:作者|链接|来源|标题)\s*[:：]\s*\S.{0,120}$/;
const addressInLicence = /^链接\s*[:：]\s*https?:/;

/** Takes what only shows as chaff together with the lines after it. */
export function judgePairs(scene: Scene): void {
  for (let index = 0; index < scene.count; index++) {
    const passage = scene.passage(index);
    if (passage === undefined || scene.verdicts[index] !== undefined || passage.text.length > 120) {
      continue;
    }
    if (wechatFrame.test(passage.text) && isFrame(scene, index)) {
      take(scene, index, scene.count - 1, 'navigation');
      return;
    }
    if (licence.test(passage.text)) {
      takeLicence(scene, index);
      continue;
    }
    const found = visit.exec(passage.text);
    if (found !== null) {
      const isLabel = found.groups?.rest === '';
      const linked = scene.passage(isLabel ? index + 1 : index);
      if (linked !== undefined && leadsToShop(scene, linked)) {
        take(scene, index, isLabel ? index + 1 : index, 'ad');
      }
    } else if (passage.linked > 0) {
      takeSkipped(scene, index, passage);
    }
  }
}

/** The lines before a licence, if one of them is the address. */
function takeLicence(scene: Scene, licenceAt: number): void {
  let first = licenceAt;
  let hasAddress = false;
  while (licenceAt - first < 4) {
    const { text = '' } = scene.passage(first - 1) ?? {};
    if (!partOfLicence.test(text)) {
      break;
    }
    hasAddress ||= addressInLicence.test(text);
    first--;
  }
  if (hasAddress) {
    take(scene, first, licenceAt, 'notice');
  }
}

/** Nothing but short lines is left, and no sentence among them. */
function isFrame(scene: Scene, from: number): boolean {
  if (scene.count - from > mostOfFrame) {
    return false;
  }
  for (let index = from; index < scene.count; index++) {
    const { text = '', code = 0 } = scene.passage(index) ?? {};
    if (code > 0 || text.length > longestOfFrame || /[^\p{P}\s][。！？]$/u.test(text)) {
      return false;
    }
  }
  return true;
}

/** Most of a short line is a link, and the link or its words are those of a shop. */
function leadsToShop(scene: Scene, { text, linked, end, code, pictures }: Passage): boolean {
  return (
    code + pictures.length === 0 &&
    text.length <= 80 &&
    linked * 2 >= text.replace(/\s/g, '').length &&
    (offer.test(text) || shopAddress.test(scene.linkAround(end - 1) ?? ''))
  );
}

/** The links from the offer to skip them to their end; the offer alone where the end is not to be found. */
function takeSkipped(scene: Scene, index: number, { text }: Passage): void {
  const groups = skip.exec(text)?.groups;
  const name = groups?.english ?? groups?.chinese;
  if (name === undefined) {
    return;
  }
  let last = index;
  for (let at = index + 1; at <= index + longestSkipped; at++) {
    const passage = scene.passage(at);
    if (passage === undefined) {
      break;
    }
    if (isEndOf(name, passage.text)) {
      last = at;
      break;
    }
    if (passage.text !== name && passage.linked * 2 < passage.text.length && passage.text.length > 12) {
      break;
    }
  }
  take(scene, index, last, 'related');
}

function isEndOf(name: string, text: string): boolean {
  const folded = text.toLowerCase();
  return folded === `end of ${name.toLowerCase()}` || new Set([`${name}结尾`, `${name}结束`]).has(folded);
}

function take(scene: Scene, from: number, to: number, kind: ChaffKind): void {
  for (let index = from; index <= to; index++) {
    scene.verdicts[index] ??= { kind, why: undefined };
  }
}
