import { scalarOfField } from '../consumers/scalar';
import { knownFields } from '../fields';
import { imageFault } from '../frontMatter/imageAddress';
import { attribute } from '../html/attributes';
import { markdownLinks } from '../markdownLinks';
import { decodeReferences } from '../render/characters';
import type { Article, RuleContext } from '../types';

/** Where lazy loaders keep the real address, best first; `src` last, as it may hold a spinner. */
const sources = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'src'];

/** A list of more is no help. */
const mostPictures = 50;

/**
 * The addresses of the pictures of the article, those of other front-matter fields first, then those of the
 * body in source order; each once, and none that shows no picture. Above `winnow.maxBodySize` the body is not
 * read.
 */
export function picturesOf(
  article: Article,
  { options }: Pick<RuleContext, 'options'>,
  key: string,
): readonly string[] {
  const start = article.frontMatter?.end ?? 0;
  const isLarge = options.maxBodySize > 0 && article.text.length - start > options.maxBodySize;
  const found = new Set<string>();
  for (const address of [...fieldPictures(article, key), ...(isLarge ? [] : bodyPictures(article))]) {
    if (/^(?:https?:\/\/|\/|\.)|^[^:]+$/i.test(address) && isGood(address)) {
      found.add(address);
    }
    if (found.size === mostPictures) {
      break;
    }
  }
  return [...found];
}

function isGood(address: string): boolean {
  const fault = imageFault(address);
  return address !== '' && !/\s/.test(address) && (fault === undefined || fault.kind === 'insecure');
}

function* fieldPictures({ frontMatter }: Article, key: string): Iterable<string> {
  for (const field of frontMatter?.fields ?? []) {
    if (field.key !== key && knownFields.get(field.key)?.type === 'image') {
      yield scalarOfField(field)?.text.trim() ?? '';
    }
  }
}

function* bodyPictures(article: Article): Iterable<string> {
  const { text, body } = article;
  const images = markdownLinks(article).filter(({ isImage }) => isImage);
  const found: { readonly start: number; readonly address: string }[] = images.map(
    ({ start, destination }) => ({
      start,
      address: decodeReferences(text.slice(destination.start, destination.end)),
    }),
  );
  for (const token of body.tokens) {
    if (token.kind === 'startTag' && token.name === 'img' && attribute(token, 'width')?.value !== '1') {
      for (const name of sources) {
        const address = decodeReferences(attribute(token, name)?.value ?? '').trim();
        if (isGood(address)) {
          found.push({ start: token.start, address });
          break;
        }
      }
    }
  }
  yield* found.sort((first, second) => first.start - second.start).map(({ address }) => address);
}
