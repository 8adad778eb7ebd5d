import { scalarOfField } from '../consumers/scalar';
import { helpFor } from '../fields';
import { bodyPictures, isPicture } from '../frontMatter/bodyPictures';
import type { Article, RuleContext } from '../types';

/** A list of more is no help. */
const mostPictures = 50;

/**
 * The addresses of the pictures of the article, those of other front-matter fields first, then those of the
 * body in source order; each once, and none that shows no picture.
 */
export function picturesOf(
  article: Article,
  context: Pick<RuleContext, 'options'>,
  key: string,
): readonly string[] {
  const found = new Set<string>();
  for (const address of [...fieldPictures(article, key, context), ...bodyPictures(article, context)]) {
    if (/^(?:https?:\/\/|\/|\.)|^[^:]+$/i.test(address)) {
      found.add(address);
    }
    if (found.size === mostPictures) {
      break;
    }
  }
  return [...found];
}

function* fieldPictures(
  { frontMatter }: Article,
  key: string,
  { options }: Pick<RuleContext, 'options'>,
): Iterable<string> {
  for (const field of frontMatter?.fields ?? []) {
    const address = helpFor(field.key, options)?.type === 'image' ? scalarOfField(field)?.text.trim() : '';
    if (field.key !== key && address !== undefined && isPicture(address)) {
      yield address;
    }
  }
}
