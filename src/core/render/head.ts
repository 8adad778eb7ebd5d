import type { Article, Field, Profile } from '../types';

/** A front-matter value as the site shows it, and as it is written. */
export interface HeadValue {
  readonly text: string;
  readonly raw: string;
}

/** What the preview shows above the article. A field without a value is absent. */
export interface Head {
  readonly title?: HeadValue;
  /** Each category as a path from the outermost to the innermost. */
  readonly categories: readonly (readonly string[])[];
  readonly author?: HeadValue;
  readonly date?: HeadValue;
  /** The address as written. */
  readonly headimg?: HeadValue;
}

/** The keys that name the picture of an article, best first. */
const imageKeys: readonly string[] = ['headimg', 'thumbnail', 'cover', 'image', 'banner'];

/** Reads the title block. Broken front matter has no fields, so nothing is shown of it. */
export function readHead(article: Article, profile: Profile): Head {
  const { frontMatter, text } = article;
  const value = (...keys: readonly string[]): HeadValue | undefined => {
    for (const key of keys) {
      const field = frontMatter?.field(key);
      const shown = field && plainText(field.value);
      if (shown) {
        return { text: shown, raw: text.slice(field.valueSpan.start, field.valueSpan.end) };
      }
    }
    return undefined;
  };
  const title = value('title');
  const author = value('author', 'authors');
  const date = value('date');
  const headimg = value(...imageKeys);
  return {
    categories: categoryPaths(frontMatter?.field('categories') ?? frontMatter?.field('category'), profile),
    ...(title && { title }),
    ...(author && { author }),
    ...(date && { date }),
    ...(headimg && { headimg }),
  };
}

/**
 * Hexo reads a list as one path and a list of lists as several (hexo.io/docs/front-matter, Categories &
 * Tags); the other generators know no paths.
 */
function categoryPaths(field: Field | undefined, profile: Profile): Head['categories'] {
  const value = field?.value;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const nested = items.some((item) => Array.isArray(item));
  const paths =
    profile === 'hexo' && !nested
      ? [items]
      : items.map((item): readonly unknown[] => (Array.isArray(item) ? item : [item]));
  return paths
    .map((path) => path.map(plainText).filter((name) => name !== ''))
    .filter((path) => path.length > 0);
}

/** Text, numbers and truth values as text, lists joined; '' for anything else. */
function plainText(value: unknown): string {
  if (Array.isArray(value)) {
    return value
      .map(plainText)
      .filter((item) => item !== '')
      .join(', ');
  }
  if (isRecord(value)) {
    // Some generators let an author be a map.
    return plainText(value.name);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
