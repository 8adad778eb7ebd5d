import { attribute } from '../html/attributes';
import type { Outline } from '../html/outline';
import type { HtmlElement } from '../types';
import { holds } from './family';

/** Characters: a longer text before something hidden is a paragraph of the article. */
const longestToggle = 160;

const pressed = /^(?:button|submit|image|checkbox|radio)$/i;

/** What scripts of pages and frameworks call the line that is pressed. Source: Bootstrap, jQuery UI, MediaWiki, Discuz. */
const toggleClass =
  /(?:^|[\s_-])(?:toggle[rs]?|trigger|collapsible|collapser?|expander?|spoiler|accordion|question|faq|navhead|unfold|show-?more|read-?more)(?:$|[\s_-])/i;

/** Three dots that stand for the rest of a text. */
const dots = /^[[(（【]?(?:\.{3,6}|…{1,2}|。{3,6})[\])）】]?$/;

/** What a link or button behind the rest of a text says. */
const opens =
  /^\W*(?:(?:read|show|see|view)\s(?:more|all|less|answer|the rest)|more|expand|unfold|展开|展開|查看|阅读|閱讀|显示|顯示|続きを|もっと)/i;

/** The texts of what opens something else than the article: a menu, a code to scan, a form. */
const ofPage =
  /share|sharing|分享|点赞|點讚|\blikes?\b|\bvotes?\b|收藏|举报|\bcop(?:y|ied)\b|复制|複製|donat|tip jar|reward|打赏|赞赏|赞助|支持|subscri|订阅|newsletter|log ?in|sign ?(?:in|up)|register|登录|登入|注册|menu|菜单|導航|导航|comment|评论|評論|留言|reply|回复|cookie|privacy|隐私|qr|二维码|二維碼|扫[一码]|微信|wechat|weixin|公众号|公眾號|关注|^follow|follow (?:us|me)\b|客服|contact|app\b|下载|download|search|搜索|language|settings|notif|广告|advert/i;

/** A line that a click was to make show something: a button, a link to nowhere, a question. */
export function isToggle(element: HtmlElement, outline: Outline): boolean {
  const { length, pictures, code } = outline.measure(element);
  if (length > longestToggle || pictures > 1 || code > 0) {
    return false;
  }
  const text = outline.textOf(element);
  return !ofPage.test(text) && (dots.test(text) || isQuestion(element, text) || holds(element, isPressed));
}

/** What is pressed to see the rest of a text, and stands behind it. */
export function opensBefore(element: HtmlElement, outline: Outline): boolean {
  const text = outline.textOf(element);
  return text.length <= 40 && opens.test(text) && !ofPage.test(text) && holds(element, isPressed);
}

/** True for the texts and names of what opens something of the page. */
export function opensThingOfPage(text: string): boolean {
  return ofPage.test(text);
}

const questionNames: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6 dt p div'.split(' '));

function isQuestion({ name }: HtmlElement, text: string): boolean {
  return questionNames.has(name) && /[?？]$/.test(text);
}

function isPressed({ name, startTag }: HtmlElement): boolean {
  if (name === 'button' || name === 'summary' || name === 'label') {
    return true;
  }
  const value = (of: string): string | undefined => attribute(startTag, of)?.value;
  if (name === 'input') {
    return pressed.test(value('type') ?? '');
  }
  return (
    (name === 'a' && /^(?:#|javascript:|$)/i.test((value('href') ?? '').trim())) ||
    value('onclick') !== undefined ||
    value('role') === 'button' ||
    ['aria-expanded', 'aria-controls', 'data-toggle', 'data-bs-toggle'].some(
      (of) => value(of) !== undefined,
    ) ||
    toggleClass.test(value('class') ?? '')
  );
}
