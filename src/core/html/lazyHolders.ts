import type { Article, HtmlAttribute, HtmlElement } from '../types';
import { addressOf, parseWebAddress } from './addresses';
import { attribute } from './attributes';
import { walkElements } from './walk';

/** An empty element in whose place a script would put a picture: `<span class="lazy-image-holder" dataurl="…">`. */
export interface LazyHolder {
  readonly element: HtmlElement;
  /** The attribute with the address. */
  readonly source: HtmlAttribute;
}

const holders: ReadonlySet<string> = new Set(['span', 'div', 'i', 'em', 'figure', 'section']);

/** What a class says of an element that waits for its picture. */
const holderClass =
  /(?:^|[\s_-])(?:lazy|lazyload|image-?holder|img-?holder|pic-?holder|image-?block|image-?box|img-?box)(?:$|[\s_-])/i;

const addressNames: ReadonlySet<string> = new Set(
  'data-src data-original data-url dataurl data-img data-image data-img-src data-lazy-src data-actualsrc'.split(
    ' ',
  ),
);

const picture = /\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[!@][\w.-]*)?$/i;

/** Those whose picture stands nowhere else in the article. */
export function lazyHolders(article: Article): readonly LazyHolder[] {
  const { text, body } = article;
  const found: LazyHolder[] = [];
  for (const element of walkElements(body.elements)) {
    const { startTag, endTag, name } = element;
    if (
      holders.has(name) &&
      endTag !== undefined &&
      startTag.attributes.length > 1 &&
      holderClass.test(attribute(startTag, 'class')?.value ?? '') &&
      text.slice(startTag.end, endTag.start).trim() === ''
    ) {
      const item = startTag.attributes.find((one) => addressNames.has(one.name));
      const path = item && parseWebAddress(addressOf(item))?.path;
      if (item && path !== undefined && picture.test(path) && attribute(startTag, 'src') === undefined) {
        found.push({ element, source: item });
      }
    }
  }
  return found.length === 0 ? found : withoutTwins(article, found);
}

function withoutTwins({ body }: Article, found: readonly LazyHolder[]): readonly LazyHolder[] {
  const shown = new Set(
    body.tokens.flatMap((token) =>
      token.kind === 'startTag' && token.name === 'img'
        ? token.attributes.map((item) => addressOf(item))
        : [],
    ),
  );
  return found.filter(({ source }) => !shown.has(addressOf(source)));
}
