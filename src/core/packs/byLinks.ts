import { attribute } from '../html/attributes';
import type { HtmlElement } from '../types';
import { isSubstantial, type Scene } from './scene';
import { textSize } from './score';
import { whole } from './wholeLine';

/** In Chinese characters: a longer text is not that of a button. */
const longestLabel = 14;

/** More links are an index, not an article. The limit also keeps the work linear. */
const mostLinks = 2000;

/** Names of the link on a picture that opens it larger. */
const enlargingName =
  /(?:^|[\s_-])(?:enlarge|lightbox|full-?size|full-?screen|zoom|expand|magnify|view-?larger|open-?original)(?:$|[\s_-])/i;
const enlargingText = whole(
  'enlarge|zoom(?: in)?|expand|full ?(?:size|screen)|view (?:full ?size|larger(?: image)?|image)|open (?:image|original)|放大|查看大图|点击放大|大图|原图|拡大(?:する)?',
);

/** The words on the button of an article for sale, and its price. */
const buyText = whole(
  '(?:去|立即|马上|点击|点此|前往)?(?:购买|下单|抢购|选购)|去看看|查看详情|加入购物车|领券(?:购买|下单)?|buy(?: it)?(?: now| on .{1,20})?|shop now|order now|add to cart|check price|see price|view deal|購入する|カートに入れる|商品を見る',
);
const price = /[¥￥$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:元|円|USD|EUR|港币|台币)/;

/** Characters of a card of goods: a name, a price, a button. */
const longestCard = 160;

/** Takes links that do nothing away from their page, at either end, and cards of goods that links are built into. */
export function judgeLinks(scene: Scene): void {
  const links = scene.outline.elements.filter(({ name, endTag }) => name === 'a' && endTag !== undefined);
  if (links.length === 0 || links.length > mostLinks) {
    return;
  }
  let article: readonly [number, number] | undefined;
  for (const link of links) {
    const [from, to] = scene.outline.within(link);
    if (scene.verdicts[from] !== undefined) {
      continue;
    }
    const { length, pictures, code } = scene.outline.measure(link);
    if (length === 0 || length > longestCard || pictures > 1 || code > 0) {
      continue;
    }
    if (enlargingName.test(classOf(link)) && enlargingText.test(scene.textOf(link))) {
      takeWithSeparator(scene, link);
    } else if (isPermalink(scene, link)) {
      scene.take(link, { kind: 'navigation', why: undefined });
    } else if (to - from >= 2 && price.test(scene.textOf(link)) && hasButton(scene, link)) {
      scene.take(cardAround(scene, link), { kind: 'ad', why: undefined });
    } else if (isDead(link)) {
      article ??= articleOf(scene);
      const isOutside = link.end <= article[0] || link.start >= article[1];
      const bar = isOutside && textSize(scene.textOf(link)) <= longestLabel ? barOf(scene, link) : undefined;
      if (bar !== undefined) {
        scene.take(bar, { kind: 'counter', why: undefined });
      }
    }
  }
}

/** `★`, `#`, `¶`: a sign that leads to the page itself, by its title. */
function isPermalink(scene: Scene, link: HtmlElement): boolean {
  return (
    /^\s*(?:permanent link|permalink|link to this|固定链接|永久链接|本文链接)/i.test(
      attribute(link.startTag, 'title')?.value ?? '',
    ) &&
    /^[\p{P}\p{S}\s]{1,3}$/u.test(scene.textOf(link)) &&
    scene.owns(link)
  );
}

/** The link when it has its line for itself, else the element that holds such links and nothing else. */
function barOf(scene: Scene, link: HtmlElement): HtmlElement | undefined {
  const { parent } = link;
  if (scene.owns(link) || parent?.endTag === undefined || neverTaken.has(parent.name)) {
    return scene.owns(link) ? link : undefined;
  }
  const { length, linked, pictures, embeds } = scene.outline.measure(parent);
  const isBar =
    length === linked &&
    length <= longestCard &&
    pictures + embeds === 0 &&
    scene.owns(parent) &&
    parent.children.every((child) => child.name === 'a' && isDead(child));
  return isBar ? parent : undefined;
}

/** Where the first line of the article begins and the last one ends. */
function articleOf(scene: Scene): readonly [number, number] {
  let first = Infinity;
  let last = -1;
  for (let index = 0; index < scene.count; index++) {
    const passage = scene.passage(index);
    const isLine = passage !== undefined && isSubstantial(passage) && !passage.isHeading;
    if (isLine && scene.verdicts[index] === undefined && textSize(passage.text) > longestLabel) {
      first = Math.min(first, passage.start);
      last = Math.max(last, passage.end);
    }
  }
  return [first, last];
}

/** It leads nowhere: what a click did was up to a script. */
function isDead({ startTag }: HtmlElement): boolean {
  const target = attribute(startTag, 'href')?.value.trim();
  return target !== undefined && /^(?:#|javascript:.*)?$/is.test(target);
}

/** `Enlarge / What the picture shows`: the stroke goes as well. */
function takeWithSeparator(scene: Scene, link: HtmlElement): void {
  scene.take(link, { kind: 'original', why: undefined });
  const siblings = link.parent?.children ?? [];
  const next = siblings[siblings.indexOf(link) + 1];
  const between = scene.article.text.slice(link.end, next?.start ?? link.end);
  if (
    next?.endTag !== undefined &&
    next.end - next.start <= 120 &&
    /^\s*$/.test(between) &&
    /^[\s/|·•:：-]+$/.test(scene.textOf(next))
  ) {
    scene.take(next, { kind: 'original', why: undefined });
  }
}

function hasButton(scene: Scene, link: HtmlElement): boolean {
  const [from, to] = scene.outline.within(link);
  for (let index = from; index < to; index++) {
    if (buyText.test(scene.passage(index)?.text ?? '')) {
      return true;
    }
  }
  return false;
}

/** The element around it that holds nothing else. */
function cardAround(scene: Scene, link: HtmlElement): HtmlElement {
  const { length, pictures } = scene.outline.measure(link);
  let card = link;
  for (let element = link.parent; element?.endTag !== undefined; element = element.parent) {
    const around = scene.outline.measure(element);
    if (
      around.length !== length ||
      around.pictures !== pictures ||
      around.embeds > 0 ||
      neverTaken.has(element.name)
    ) {
      break;
    }
    card = element;
  }
  return card;
}

const neverTaken: ReadonlySet<string> = new Set(
  'html body main article td th tr tbody thead tfoot table'.split(' '),
);

function classOf({ startTag }: HtmlElement): string {
  const value = attribute(startTag, 'class')?.value ?? '';
  return value.length > 400 ? '' : value;
}
