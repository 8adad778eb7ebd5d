import type { HtmlElement, StartTag } from '../types';
import { attribute } from './attributes';
import type { Words } from './wordsAround';

/** Icons of the page, not of what it says. */
const pageIcon =
  /(?:^|[\s_-])(?:shar(?:e|ing)|comments?|reply|like|weibo|weixin|wechat|qq|qzone|twitter|facebook|print|user|avatar|search|menu|loading|spin(?:ner)?|arrow|angle|caret|chevron|sort)(?:$|[\s_-])/i;

/** Icons that stand before a date, an author or a number of readers. */
const metaIcon =
  /(?:^|[\s_-])(?:time|clock|calendar|date|eye|views?|hits?|tags?|folder|category|author|fire|hot|location|map|heart|thumbs?)(?:$|[\s_-])/i;

const arrow = /(?:^|[\s_-])(?:arrow|angle|caret|chevron)(?:$|[\s_-])/i;

/** Elements by which a manual names a button, a menu or a key. */
const namingElements: ReadonlySet<string> = new Set('b strong kbd code em samp'.split(' '));

/** Words that wait for the name of what is pressed: without it the sentence has a hole. */
const pressing =
  /(?:(?:^|[\s(])(?:the|an?|[Cc]lick|[Pp]ress|[Tt]ap|[Hh]it|[Ss]elect|[Cc]hoose|[Pp]ush)(?: on)?|点击|點擊|单击|單擊|双击|點選|点选|轻触|轻点|长按|按下|选择|選擇|クリック|タップ)[\s(（“"「【[]*$/;
const joining =
  /(?:(?:^|[\s(])(?:on|then|and|or|of|by|with|via|using|use|to|as|from)|再按?|然后|然後|或|和|或者)[\s(（“"「【[]*$/;

/** Words that say of what stands before them that it is a sign. */
const naming =
  /^[)）”"」』】\]\s]*(?:icon|button|symbol|key|menu|(?:小|的)?(?:图标|圖示|图示|按钮|按鈕|按键|符号|标志))(?![\p{L}]*ed)/u;

/** A sentence that goes on: no name of its own on either side, which a line about the article is made of. */
const goesOn = { before: /(?:^|[\s("“])\p{Ll}[\p{L}'’-]*,?$/u, after: /^(?:\p{Ll}|[,;)])/u };

/** Whether an icon stands in a sentence that speaks of it. `names` are its classes. */
export function isSpokenOf({ before, after, elementBefore, elementAfter }: Words, names: string): boolean {
  if (before === '') {
    return false;
  }
  if (pressing.test(before) || naming.test(after)) {
    return true;
  }
  if (arrow.test(names)) {
    return namingElements.has(elementBefore) && namingElements.has(elementAfter);
  }
  return (
    !pageIcon.test(names) &&
    !metaIcon.test(names) &&
    (joining.test(before) || (goesOn.before.test(before) && goesOn.after.test(after)))
  );
}

/** Whether classes are of an icon of the page, such as for sharing. */
export function isPageIcon(names: string): boolean {
  return pageIcon.test(names);
}

/** By what an icon is called: its classes, the name that Font Awesome notes, the drawing that it uses. */
export function iconNames(tag: StartTag): string {
  return `${attribute(tag, 'class')?.value ?? ''} ${attribute(tag, 'data-icon')?.value ?? ''}`;
}

/** Labels for what is pressed or passed over. */
const pageLabel =
  /^(?:icon|图标)\b|^(?:icon|图标)[:：]|shar(?:e|ing)|分享|close|关闭|menu|菜单|search|搜索|load|加载|advert|广告|comment|评论|\blikes?\b|点赞|follow|关注|print|打印|copy|复制|link|链接|anchor|toggle|previous|next|play|播放/i;

/** Whether a label is that of something to press. */
export function isPageLabel(label: string): boolean {
  return pageLabel.test(label);
}

/** Whether it is a link or a button, or in one: the words of these say what it does. */
export function isInControl(element: HtmlElement): boolean {
  for (
    let around: HtmlElement | undefined = element, depth = 0;
    around !== undefined && depth < deepest;
    around = around.parent, depth++
  ) {
    if (controlNames.has(around.name)) {
      return true;
    }
  }
  return false;
}

const controlNames: ReadonlySet<string> = new Set(['a', 'button', 'nav']);

/** A link around an icon is not far away. */
const deepest = 8;
