import { quoteText } from '../frontMatter/quote';
import { titleFromPath } from '../frontMatter/fileName';
import type { Article, Edit, Profile } from '../types';
import type { WritingContext } from './completions';
import { firstHeading, writeInstantFor } from './suggestions';
import { writeScalar } from './writeScalar';

/** The fields of a new article, in order, with what to write where nothing better is known. */
export const newFields: Readonly<Record<Profile, readonly (readonly [key: string, value: string])[]>> = {
  hexo: [
    ['title', ''],
    ['date', ''],
    ['categories', ''],
    ['tags', ''],
    ['author', ''],
    ['headimg', ''],
    ['thumbnail', ''],
  ],
  jekyll: [
    ['layout', 'post'],
    ['title', ''],
    ['date', ''],
    ['categories', ''],
    ['tags', ''],
    ['author', ''],
  ],
  hugo: [
    ['title', ''],
    ['date', ''],
    ['draft', 'false'],
    ['categories', ''],
    ['tags', ''],
  ],
  generic: [
    ['title', ''],
    ['date', ''],
    ['tags', ''],
  ],
};

/**
 * Puts front matter at the beginning of an article that has none; undefined where there is some, valid or
 * not. The title is the first heading or the name of the file, the date is that of the file.
 */
export function insertFrontMatter(article: Article, context: WritingContext): Edit | undefined {
  if (article.frontMatter !== undefined) {
    return undefined;
  }
  const start = article.text.startsWith('\uFEFF') ? 1 : 0;
  const fields = newFields[context.options.profile].map(([key, value]) => {
    const written = valueOf(key, value, article, context);
    return written === '' ? `${key}:` : `${key}: ${written}`;
  });
  const rest = article.text.slice(start);
  const gap = rest === '' || /^[ \t]*(?:\r|\n)/.test(rest) ? [''] : ['', ''];
  return { start, end: start, text: ['---', ...fields, '---', ...gap].join(article.eol) };
}

function valueOf(key: string, value: string, article: Article, context: WritingContext): string {
  if (key === 'title') {
    const title =
      firstHeading(article, context.options.maxBodySize) ?? titleFromPath(context.document.path) ?? '';
    return title === '' ? quoteText('') : writeScalar(title, { written: '', isFlow: false });
  }
  if (key === 'date') {
    return writeInstantFor(key, context.file?.created ?? context.document.now, context) ?? '';
  }
  return value;
}
