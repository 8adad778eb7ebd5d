import * as l10n from '@vscode/l10n';
import type { Profile } from './types';

/** What a field's value is expected to be. */
export type FieldType = 'text' | 'date' | 'boolean' | 'image' | 'categories' | 'tags';

/** A front-matter field that Winnow knows. */
export interface KnownField {
  readonly name: string;
  readonly type: FieldType;
  /** What it says, in one localised sentence; shown in help. */
  meaning(): string;
  /** The site generators whose articles are expected to have it. */
  readonly requiredBy?: readonly Profile[];
  /** The site generators that know it; undefined for all, and for fields of themes. */
  readonly usedBy?: readonly Profile[];
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
    meaning: () => l10n.t('The title of the article.'),
    requiredBy: ['hexo', 'jekyll', 'hugo', 'generic'],
    emptyIsFault: 'warning',
  },
  {
    name: 'date',
    type: 'date',
    meaning: () => l10n.t('When the article was published.'),
    requiredBy: ['hexo', 'jekyll', 'hugo'],
    emptyIsFault: 'warning',
  },
  {
    name: 'updated',
    type: 'date',
    meaning: () => l10n.t('When the article was last changed.'),
    usedBy: ['hexo'],
  },
  {
    name: 'last_modified_at',
    type: 'date',
    meaning: () => l10n.t('When the article was last changed.'),
    usedBy: ['jekyll'],
  },
  {
    name: 'lastmod',
    type: 'date',
    meaning: () => l10n.t('When the article was last changed.'),
    usedBy: ['hugo'],
  },
  {
    name: 'publishDate',
    type: 'date',
    meaning: () => l10n.t('The page is published from then on.'),
    usedBy: ['hugo'],
  },
  {
    name: 'expiryDate',
    type: 'date',
    meaning: () => l10n.t('The page is left out from then on.'),
    usedBy: ['hugo'],
  },
  {
    name: 'categories',
    type: 'categories',
    meaning: () =>
      l10n.t('The categories of the article. In Hexo a list is a path, each in the one before it.'),
  },
  {
    name: 'category',
    type: 'categories',
    meaning: () => l10n.t('The category, where “categories” is missing.'),
    usedBy: ['hexo', 'jekyll'],
  },
  { name: 'tags', type: 'tags', meaning: () => l10n.t('The tags of the article, in no order.') },
  {
    name: 'headimg',
    type: 'image',
    meaning: () => l10n.t('The picture at the head of the article.'),
    emptyIsFault: 'hint',
  },
  {
    name: 'thumbnail',
    type: 'image',
    meaning: () => l10n.t('The picture in lists of articles.'),
    emptyIsFault: 'hint',
  },
  { name: 'cover', type: 'image', meaning: () => l10n.t('The cover picture.'), emptyIsFault: 'hint' },
  { name: 'author', type: 'text', meaning: () => l10n.t('Who wrote the article.'), emptyIsFault: 'hint' },
  { name: 'description', type: 'text', meaning: () => l10n.t('A summary for search engines and feeds.') },
  {
    name: 'comments',
    type: 'boolean',
    meaning: () => l10n.t('Whether readers can comment.'),
    usedBy: ['hexo', 'jekyll'],
  },
  {
    name: 'published',
    type: 'boolean',
    meaning: () => l10n.t('Whether the article is published.'),
    usedBy: ['hexo', 'jekyll'],
  },
  {
    name: 'draft',
    type: 'boolean',
    meaning: () => l10n.t('Whether the article is a draft.'),
    usedBy: ['hugo'],
  },
  {
    name: 'disableNunjucks',
    type: 'boolean',
    meaning: () => l10n.t('Whether Hexo leaves template tags alone.'),
    usedBy: ['hexo'],
  },
  { name: 'layout', type: 'text', meaning: () => l10n.t('The layout of the page.') },
  { name: 'permalink', type: 'text', meaning: () => l10n.t('The address of the article on the site.') },
  {
    name: 'excerpt',
    type: 'text',
    meaning: () => l10n.t('The summary in lists of articles.'),
    usedBy: ['hexo', 'jekyll'],
  },
];

/** By name, in the order in which help lists them. */
export const knownFields: ReadonlyMap<string, KnownField> = new Map(
  fields.map((field) => [field.name, field]),
);
