import { attribute } from '../html/attributes';
import { markdownLinks } from '../markdownLinks';
import { decodeReferences } from '../render/characters';
import type { Article, HtmlToken, RuleContext } from '../types';
import { imageFault } from './imageAddress';

/** Where lazy loaders keep the real address, best first; `src` last, as it may hold a spinner. */
const sources = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'src'];

/**
 * The addresses of the pictures of the body, in HTML and in Markdown, in source order; none that shows no picture. Nothing
 * above `winnow.maxBodySize`, where nobody looks into the body.
 */
export function bodyPictures(article: Article, { options }: Pick<RuleContext, 'options'>): readonly string[] {
  const bodyStart = article.frontMatter?.end ?? 0;
  if (options.maxBodySize > 0 && article.text.length - bodyStart > options.maxBodySize) {
    return [];
  }
  return [...markdownPictures(article), ...htmlPictures(article)]
    .filter(({ address }) => isPicture(address))
    .sort((first, second) => first.start - second.start)
    .map(({ address }) => address);
}

/** The first picture of the body that can stand at the head of the article, wherever the article is shown. */
export function firstImage(article: Article, context: Pick<RuleContext, 'options'>): string | undefined {
  return bodyPictures(article, context).find((address) => /^(?:https?:)?\/\//i.test(address));
}

/** An address that can be written as it is; one with `http:` shows its picture all the same. */
export function isPicture(address: string): boolean {
  const fault = imageFault(address);
  return address !== '' && !/\s/.test(address) && (fault === undefined || fault.kind === 'insecure');
}

interface Found {
  readonly start: number;
  readonly address: string;
}

function* markdownPictures(article: Article): Iterable<Found> {
  for (const { start, isImage, destination } of markdownLinks(article)) {
    if (isImage) {
      yield { start, address: decodeReferences(article.text.slice(destination.start, destination.end)) };
    }
  }
}

function* htmlPictures({ body }: Article): Iterable<Found> {
  for (const token of body.tokens) {
    if (token.kind === 'startTag' && token.name === 'img' && !isPixel(token)) {
      const addresses = sources.map((name) => decodeReferences(attribute(token, name)?.value ?? '').trim());
      yield { start: token.start, address: addresses.find(isPicture) ?? '' };
    }
  }
}

function isPixel(token: Extract<HtmlToken, { readonly kind: 'startTag' }>): boolean {
  return ['width', 'height'].some((name) => /^[01](?:px)?$/.test(attribute(token, name)?.value ?? ''));
}
