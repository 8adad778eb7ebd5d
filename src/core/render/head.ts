import { scalarOfField } from '../consumers/scalar';
import { recogniseDate } from '../dates/recognise';
import { instantOf } from '../dates/zones';
import type { Article, Field, Profile, RuleContext } from '../types';

/** A front-matter value as the site shows it, and as it is written. */
export interface HeadValue {
  readonly text: string;
  readonly raw: string;
}

/** A date; without `clock` and `instant` it is shown as written. Both are milliseconds since 1970-01-01T00:00:00Z. */
export interface HeadDate extends HeadValue {
  /** The moment, when the value or the settings name a time zone. */
  readonly instant?: number;
  /** Else the clock time, counted as if it were UTC. */
  readonly clock?: number;
  readonly hasTime: boolean;
}

/** What the preview shows above the article. A field without a value is absent. */
export interface Head {
  readonly title?: HeadValue;
  /** Each category as a path from the outermost to the innermost. */
  readonly categories: readonly (readonly string[])[];
  readonly author?: HeadValue;
  readonly date?: HeadDate;
  /** The address as written. */
  readonly headimg?: HeadValue;
}

/** The keys that name the picture of an article, best first. */
export const imageKeys: readonly string[] = ['headimg', 'thumbnail', 'cover', 'image', 'banner'];

export const authorKeys: readonly string[] = ['author', 'authors'];
export const categoryKeys: readonly string[] = ['categories', 'category'];

/** Reads the title block. Broken front matter has no fields, so nothing is shown of it. */
export function readHead(article: Article, context: RuleContext): Head {
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
  const author = value(...authorKeys);
  const date = readDate(frontMatter?.field('date'), value('date'), context);
  const headimg = value(...imageKeys);
  return {
    categories: categoryPaths(
      categoryKeys.map((key) => frontMatter?.field(key)).find((field) => field !== undefined),
      context.options.profile,
    ),
    ...(title && { title }),
    ...(author && { author }),
    ...(date && { date }),
    ...(headimg && { headimg }),
  };
}

/** The date as its author meant it; what a generator makes of it is for the findings to tell. */
function readDate(
  field: Field | undefined,
  shown: HeadValue | undefined,
  { options, document }: RuleContext,
): HeadDate | undefined {
  if (!field || !shown) {
    return undefined;
  }
  const meant = recogniseDate(scalarOfField(field)?.text ?? '');
  if (!meant || meant.impossible || meant.ambiguous) {
    return { ...shown, hasTime: false };
  }
  const { clock, offset, hasTime } = meant;
  const zone = document.siteTimezone ?? options.date.timezone;
  const instant = offset === undefined ? instantOf(zone, clock) : clock - offset * 60_000;
  return hasTime && instant !== undefined ? { ...shown, instant, hasTime } : { ...shown, clock, hasTime };
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
