import { attribute } from '../html/attributes';
import type { HtmlElement } from '../types';
import { moreHeading, relatedHeading } from './lines';
import { holdsReferences } from './references';
import { isSubstantial, type Scene } from './scene';

/** Classes of cards that editors make of a link: Ghost, Zhihu, WordPress, Notion, note, Hatena, Juejin. */
const cardName =
  /(?:^|[\s_-])(?:bookmark-?card|link-?card|linkcard|embed-?card|blog-?card|blogcard|article-?card|post-?card|internal-?link|wp-block-embed|wp-embedded-content|embed-block)(?:$|[\s_-])/i;

/** What the title of a card says when it stands for the site's other articles. */
const relatedTitle =
  /往期|合集|推荐阅读|相关阅读|延伸阅读|上一篇|下一篇|更多(?:文章|内容|精彩)|系列文章|\bread (?:next|more|also)\b|\b(?:related|recommended|up next|previously|more from)\b|関連記事|あわせて読みたい|前回|次回/i;

/**
 * Takes the cards of other articles that stand after the last line. A card in the article is what its author
 * points at, and so is one at the end that does not say that it is another article of the site.
 */
export function judgeCards(scene: Scene): void {
  const { outline } = scene;
  for (const element of outline.elements) {
    if (
      isAside(element) &&
      isBoxOfLinks(scene, element) &&
      !holdsReferences(scene, element, '', scene.textOf(element))
    ) {
      scene.take(element, { kind: 'related', why: undefined });
      continue;
    }
    const classes = attribute(element.startTag, 'class')?.value ?? '';
    if (classes === '' || classes.length > 400 || element.endTag === undefined || !cardName.test(classes)) {
      continue;
    }
    const { length, linked, embeds, code, pictures } = outline.measure(element);
    const isCard =
      length > 0 && length <= 240 && linked * 2 >= length && pictures <= 3 && embeds + code === 0;
    if (isCard && isLast(scene, element) && saysRelated(scene, element)) {
      scene.take(element, { kind: 'related', why: undefined });
    }
  }
}

function isAside({ name, startTag, endTag }: HtmlElement): boolean {
  return (
    endTag !== undefined &&
    (name === 'aside' ||
      /(?:^|\s)(?:sidebar|pullbox|inset|in-?article-box)(?:\s|$)/i.test(
        attribute(startTag, 'class')?.value ?? '',
      ))
  );
}

/** A box beside the text with a heading that promises other articles, and nothing but links below it. */
function isBoxOfLinks(scene: Scene, element: HtmlElement): boolean {
  const { length, linked, code, embeds } = scene.outline.measure(element);
  const [from, to] = scene.outline.within(element);
  const heading = scene.passage(from)?.text ?? '';
  const rest = length - heading.replace(/\s/g, '').length;
  return (
    to - from >= 2 &&
    length <= 400 &&
    code + embeds === 0 &&
    rest > 0 &&
    linked >= rest * 0.6 &&
    (relatedHeading.test(heading) || /^(?:further reading|see also|also on this topic)$/i.test(heading))
  );
}

function saysRelated(scene: Scene, element: HtmlElement): boolean {
  const [from, to] = scene.outline.within(element);
  for (let index = from - 1; index < to; index++) {
    const text = scene.passage(index)?.text ?? '';
    if (relatedHeading.test(text) || moreHeading.test(text)) {
      return true;
    }
  }
  return relatedTitle.test(scene.textOf(element));
}

/** At most this many lines after a card are looked at: behind the article stand a few boxes. */
const mostAfter = 40;

function isLast(scene: Scene, { end }: HtmlElement): boolean {
  const [, first] = scene.outline.within({ start: 0, end });
  if (scene.count - first > mostAfter) {
    return false;
  }
  for (let index = first; index < scene.count; index++) {
    const passage = scene.passage(index);
    if (scene.verdicts[index] === undefined && passage !== undefined && isSubstantial(passage)) {
      return false;
    }
  }
  return true;
}
