import { scalarOfField } from './consumers/scalar';
import { isLocal } from './frontMatter/imageAddress';
import type { Article, Options } from './types';

/** The paths in picture fields, as they are written: what a surface looks up before `fileExists` is asked. */
export function localPictures({ frontMatter }: Article, { images }: Options): readonly string[] {
  const values = (frontMatter?.fields ?? [])
    .filter(({ key }) => images.fields.includes(key))
    .flatMap((field) => scalarOfField(field)?.text ?? []);
  return [...new Set(values.filter(isLocal))];
}
