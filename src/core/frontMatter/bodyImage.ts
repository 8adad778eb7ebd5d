import { attribute } from '../html/attributes';
import type { Article, RuleContext } from '../types';
import { imageFault } from './imageAddress';

/** Where lazy loaders keep the real address, best first; `src` last, as it may hold a spinner. */
const sources = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'src'];

/**
 * The address of the first picture of the body that could stand at the head of the article. Undefined when
 * there is none, and above `winnow.maxBodySize`, where nothing looks into the body.
 */
export function firstImage(article: Article, { options }: RuleContext): string | undefined {
  const bodyStart = article.frontMatter?.end ?? 0;
  if (options.maxBodySize > 0 && article.text.length - bodyStart > options.maxBodySize) {
    return undefined;
  }
  for (const token of article.body.tokens) {
    if (token.kind !== 'startTag' || token.name !== 'img') {
      continue;
    }
    const addresses = sources.map(
      (name) => attribute(token, name)?.value.trim().replaceAll('&amp;', '&') ?? '',
    );
    const address = addresses.find(
      (value) => /^https?:\/\/[^\s]+$/i.test(value) && imageFault(value) === undefined,
    );
    if (address !== undefined && attribute(token, 'width')?.value !== '1') {
      return address;
    }
  }
  return undefined;
}
