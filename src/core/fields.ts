import type { Profile } from './types';

/** What a field's value is expected to be. */
export type FieldType = 'text' | 'date' | 'boolean' | 'image' | 'categories' | 'tags';

/** A front-matter field that Winnow knows. */
export interface KnownField {
  readonly name: string;
  readonly type: FieldType;
  /** What it says, in plain English; shown in help. */
  readonly meaning: string;
  /** The site generators whose articles are expected to have it. */
  readonly requiredBy?: readonly Profile[];
  /** How bad it is when the field is there without a value; by default it is common and harmless. */
  readonly emptyIsFault?: 'warning' | 'hint';
}

/**
 * The fields of crawled articles and of the site generators: the only list of them. Sources: Hexo's
 * `docs/front-matter`, Jekyll's `docs/front-matter`, Hugo's `content-management/front-matter`.
 */
const fields: readonly KnownField[] = [
  {
    name: 'title',
    type: 'text',
    meaning: 'The title of the article.',
    requiredBy: ['hexo', 'jekyll', 'hugo', 'generic'],
    emptyIsFault: 'warning',
  },
  {
    name: 'date',
    type: 'date',
    meaning: 'When the article was published.',
    requiredBy: ['hexo', 'jekyll', 'hugo'],
    emptyIsFault: 'warning',
  },
  { name: 'updated', type: 'date', meaning: 'When the article was last changed (Hexo).' },
  { name: 'last_modified_at', type: 'date', meaning: 'When the article was last changed (Jekyll plugins).' },
  { name: 'lastmod', type: 'date', meaning: 'When the article was last changed (Hugo).' },
  { name: 'publishDate', type: 'date', meaning: 'Not published before (Hugo).' },
  { name: 'expiryDate', type: 'date', meaning: 'Not published after (Hugo).' },
  { name: 'categories', type: 'categories', meaning: 'The categories; in Hexo a list is a path.' },
  { name: 'category', type: 'categories', meaning: 'The category, when `categories` is missing.' },
  { name: 'tags', type: 'tags', meaning: 'The tags.' },
  {
    name: 'headimg',
    type: 'image',
    meaning: 'The picture at the head of the article.',
    emptyIsFault: 'hint',
  },
  { name: 'thumbnail', type: 'image', meaning: 'The picture in lists of articles.', emptyIsFault: 'hint' },
  { name: 'cover', type: 'image', meaning: 'The cover picture.', emptyIsFault: 'hint' },
  { name: 'author', type: 'text', meaning: 'Who wrote the article.', emptyIsFault: 'hint' },
  { name: 'description', type: 'text', meaning: 'A summary for search engines and feeds.' },
  { name: 'comments', type: 'boolean', meaning: 'Whether readers can comment.' },
  { name: 'published', type: 'boolean', meaning: 'Whether the article is published (Hexo, Jekyll).' },
  { name: 'draft', type: 'boolean', meaning: 'Whether the article is a draft (Hugo).' },
  { name: 'disableNunjucks', type: 'boolean', meaning: 'Whether Hexo leaves template tags alone.' },
  { name: 'layout', type: 'text', meaning: 'The layout of the page.' },
  { name: 'permalink', type: 'text', meaning: 'The address of the article on the site.' },
  { name: 'excerpt', type: 'text', meaning: 'The summary in lists of articles.' },
];

/** By name, in the order in which help lists them. */
export const knownFields: ReadonlyMap<string, KnownField> = new Map(
  fields.map((field) => [field.name, field]),
);
