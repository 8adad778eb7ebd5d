import { attribute } from '../html/attributes';
import type { Passage } from '../html/outline';
import type { ChaffKind } from './kinds';
import { happens } from './narrative';
import { areReferences } from './references';
import { headOfMessage, type Scene } from './scene';
import { textSize } from './score';

/** Kinds of lines that ask for something. */
const asking: ReadonlySet<ChaffKind> = new Set(['follow', 'app', 'share', 'tip', 'subscribe']);

/** What terms and policies are made of. */
const ofTerms: ReadonlySet<ChaffKind> = new Set(['login', 'subscribe', 'notice']);
const termsTitle =
  /隐私|条款|服务协议|用户协议|使用协议|免责声明|\b(?:privacy|cookies?|terms|policy|policies|conditions|legal notice|imprint)\b/i;

/** Whom a call for help is to help. */
const forOthers =
  /(?:支持|帮助|捐给|捐助|援助|救助|送给|资助)[^。！？，]{0,4}(?:受灾|灾区|灾民|群众|孩子|儿童|老人|村民|患者|医院)|募捐|赈灾/;

/** What is said of an event beside its date. */
const ofEvent =
  /^(?:地点|地址|费用|票价|门票|主办|主讲|嘉宾|讲师|人数|名额|place|venue|location|tickets?|admission|where|price|speakers?|host)\s*[:：]/i;

/** Whom to reach, where an article calls for something. */
const contact = /^(?:联系人|联系电话|联系方式|咨询电话|咨询方式|报名方式|报名咨询|contact)\s*[:：]/i;

/** Where something comes from is given by its address, another article by its title. */
const bareAddress = /[:：]\s*https?:\/\/\S{4,300}$/i;

const question = /^(?:问|Q|提问|记者|主持人)\d{0,3}\s*[：:]/i;
const answer = /^(?:答|A|回答)\d{0,3}\s*[：:]/i;

/** Of a conversation; one or two are the mark of a forum. */
const fewestMessages = 3;

/** Deeper elements are not asked. */
const mostParents = 16;

/** Whether a line that reads like chaff of a kind is the article's all the same, by what stands around it. */
export function belongsToArticle(
  scene: Scene,
  index: number,
  kind: ChaffKind,
  { after, before }: { readonly after: number; readonly before: number },
): boolean {
  const passage = scene.passage(index);
  if (passage === undefined) {
    return false;
  }
  const { text } = passage;
  return (
    scene.subjects.areReachedBy(text, kind) ||
    (asking.has(kind) &&
      (happens.test(text) ||
        forOthers.test(text) ||
        scene.beginsStep(index) ||
        isAmongEntries(scene, index) ||
        isAnswer(scene, index) ||
        (contact.test(text) && scene.announces))) ||
    (ofTerms.has(kind) && termsTitle.test(scene.title)) ||
    (kind === 'counter' && isBesideEvent(scene, index)) ||
    (kind === 'related' &&
      (isNote(passage) || bareAddress.test(text) || areReferences(scene, passage, ''))) ||
    (kind === 'forum' && headOfMessage.test(text) && scene.headsOfMessages >= fewestMessages) ||
    isQuoted(scene, index, before > 0 && after > 0)
  );
}

/** One of the entries of a list whose others ask for nothing: a change of a program, a point of a contract. */
function isAmongEntries(scene: Scene, index: number): boolean {
  return (
    scene.passage(index)?.isEntry === true &&
    [index - 1, index + 1, index - 2, index + 2].some((at) => {
      const other = scene.passage(at);
      return (
        other?.isEntry === true &&
        scene.verdicts[at] === undefined &&
        scene.scoreOf(at) === undefined &&
        other.linked * 2 < other.text.length &&
        textSize(other.text) >= 4
      );
    })
  );
}

function isAnswer(scene: Scene, index: number): boolean {
  return (
    answer.test(scene.passage(index)?.text ?? '') &&
    [1, 2, 3].some((back) => question.test(scene.passage(index - back)?.text ?? ''))
  );
}

function isBesideEvent(scene: Scene, index: number): boolean {
  return [-2, -1, 1, 2].some((away) => ofEvent.test(scene.passage(index + away)?.text ?? ''));
}

/** A note of an encyclopaedia on what else a title may mean. */
function isNote({ element }: Passage): boolean {
  return (
    element !== undefined &&
    (attribute(element.startTag, 'role')?.value === 'note' ||
      /(?:^|\s)hatnote(?:\s|$)/.test(attribute(element.startTag, 'class')?.value ?? ''))
  );
}

/** What leads up to a quotation, and what an article is about that quotes such things. */
const leadsUp =
  /[:：]\s*$|例如|比如|如下|写道|文案|短信|邮件|样本|\b(?:for example|for instance|reads|looks like|says)\b/i;
const ofQuotations =
  /广告|文案|标题党|骗|钓鱼|诈骗|垃圾邮件|套路|话术|\b(?:phishing|scams?|spam|advert\w*|copywriting|dark patterns?)\b/i;

/** A quotation that the article leads up to, or one in the middle of an article about such things. */
function isQuoted(scene: Scene, index: number, isInMiddle: boolean): boolean {
  const passage = scene.passage(index);
  const before = scene.verdicts[index - 1] === undefined ? (scene.passage(index - 1)?.text ?? '') : '';
  if (passage === undefined || !(leadsUp.test(before) || (isInMiddle && ofQuotations.test(scene.title)))) {
    return false;
  }
  let element = passage.element;
  for (let level = 0; element !== undefined && level < mostParents; level++) {
    if (element.name === 'blockquote') {
      return true;
    }
    element = element.parent;
  }
  const { lines, text } = scene.article;
  const lineStart = lines.startOf(lines.lineAt(passage.start));
  return passage.isMarkdown && /^\s*>/.test(text.slice(lineStart, passage.start));
}
