import * as l10n from '@vscode/l10n';
import type { Options, Profile } from './types';

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

/** What help knows of a key: a field of the list above, or a picture field that the settings name. */
export function helpFor(key: string, { images }: Pick<Options, 'images'>): KnownField | undefined {
  return (
    knownFields.get(key) ??
    (images.fields.includes(key)
      ? { name: key, type: 'image', meaning: () => l10n.t('A picture of the article.') }
      : undefined)
  );
}

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

/**
 * Fields of themes and plugins that are no mistake, for any generator: a key of this list is neither unknown
 * nor a misspelling of one above.
 */
const themeKeys = words(`
  abbrlink abstract alias aliases anchor archive article articles audience author_email author_url authors
  avatar background background_image badge banner banner_img banner_img_set bg bgimg bilibili bio body book
  books brand canonical canonical_url caption captions card carousel catalog category_bar changefreq class
  classes color colour comment comments_id company content contents copyright copyright_author
  copyright_author_href copyright_info copyright_reprint copyright_reprinted copyright_url copyrights country
  courses cover_image cover_index coverImage covers css custom customdata data dates day days desc
  description_short descriptions dir direction disableToc disqus disqus_identifier donate edit_url editLink
  editor email enable encrypt event events expires export external_link external_url extra faq favicon feature
  featured featured_image featuredImage feed file filename files filter footer format from galleries gallery
  gitalk github group guid h1 head header header_image headers heading headings hidden hide highlight
  highlight_shrink home homepage host icon icons id image image_alt image_caption images img imgs import
  indent index indexing info intro introduction isbn isCJKLanguage issn item items javascript js katex keyword
  keywords keywords_seo label labels lang language languages last_modified lastmodified lastUpdated latex lede
  level licence license like link links linkTitle list lists locale localised location logo long_title main
  map markup mast math mathjax mathJax menu menus mermaid meta metadata mode modified month music name names
  nav navbar navigation navigation_title next no_toc nocomments nocopyright noindex notes notice number object
  og og_image oldUrl order original original_url outline outputs overview owner page pages pagination parent
  part password path photo photos pic picture pictures pin pinned plugin plugins position post
  post_asset_folder postid posts prev preview previous price priority private product profile project projects
  pubDate pubDatetime public publish publishdate published_at publisher question quote rating read_time
  reading_time readingTime readtime recommend redirect redirect_from redirect_to ref reference references
  related related_posts repo reposted reprint reprintPolicy resource resources review reviewer rights robots
  role route rss score script scripts search searchable secret section seo seo_title series series_order share
  sharing short_title show show_toc showComments showTableOfContents sidebar sidebars signature site sitemap
  size skin slug slugs social sort source source_url spoiler star state static stats status steps sticky style
  styles sub_title subject subtitle subtitles summary swiper swiper_desc swiper_index table_of_contents tag
  tagline talk team teaser template templates text theme thumb time times timestamp tip tips toc
  toc_max_heading_level toc_min_heading_level toc_number toc_style_simple tocbot top top_img topic topics
  translation translations translator translators twitter type types typora-copy-images-to typora-root-url uid
  unlisted updated_at uri url urlname user users utterances uuid valine value values version versions video
  videos view views vimeo visible waline weather website weight width wiki word_count wordcount words year
  youtube zhihu
`);

/** What the generators themselves read besides the fields above, by their documentation. */
const generatorKeys: Readonly<Record<Profile, readonly string[]>> = {
  hexo: words('lang skip_render rel canonical more sitemap readmore photos password message'),
  jekyll: words(
    'render_with_liquid sass paginate pagination collection excerpt_separator ext nav_order nav_exclude has_children grand_parent tagline entries_layout author_profile read_time classes',
  ),
  hugo: words(
    'build _build cascade headless isCJKLanguage linkTitle markup menus modified outputs params pubdate published unpublishdate resources sitemap slug translationKey type url ShowToc TocOpen ShowReadingTime ShowBreadCrumbs ShowPostNavLinks hideSummary hideMeta searchHidden disableShare UseHugoToc cover',
  ),
  generic: words(
    'permalink pagination eleventyExcludeFromCollections eleventyComputed eleventyNavigation eleventyImport eleventyDynamicPermalink templateEngineOverride override:tags aside outline editLink lastUpdated hero features navbar pageClass sidebarDepth sidebar_position sidebar_label hide_title hide_table_of_contents pagination_label custom_edit_url pubDate updatedDate heroImage setup slidesPerView marp paginate backgroundColor created updated modDatetime ogImage canonicalURL cssclasses cssclass publish tldr',
  ),
};

const keysOfEveryone: ReadonlySet<string> = new Set([
  ...knownFields.keys(),
  ...themeKeys,
  ...Object.values(generatorKeys).flat(),
]);

/**
 * True for a key that Winnow, one of the generators, or a theme or plugin that is widely used knows, written
 * just so.
 */
export function isUsedSomewhere(key: string): boolean {
  return keysOfEveryone.has(key);
}

/**
 * True for a key that the generator of the profile or a theme or plugin may read. Hugo reads keys in any
 * case.
 */
export function isUsedBy(key: string, profile: Profile): boolean {
  return keysOf[profile].has(profile === 'hugo' ? key.toLowerCase() : key);
}

const keysOf: Readonly<Record<Profile, ReadonlySet<string>>> = {
  hexo: keysFor('hexo'),
  jekyll: keysFor('jekyll'),
  hugo: new Set([...keysFor('hugo')].map((key) => key.toLowerCase())),
  generic: keysFor('generic'),
};

function keysFor(profile: Profile): ReadonlySet<string> {
  const known = fields.filter(({ usedBy }) => usedBy?.includes(profile) !== false);
  return new Set([...known.map(({ name }) => name), ...themeKeys, ...generatorKeys[profile]]);
}
