import { isOfficeBlock } from './html/officeComments';
import { compileKeepPattern } from './keepPatterns';
import type { Options } from './types';

/**
 * Comments that a program reads. Sources: hexo `lib/plugins/filter/after_post_render/excerpt`
 * (`<!-- more -->`), markdownlint and Prettier READMEs (inline configuration), VS Code's Markdown
 * folding (`#region`), markdown-toc and doctoc, Docusaurus (`truncate`), WordPress (`nextpage`), docsify
 * (`tabs:start`), VitePress (`@include`), the READMEs of remark-lint, alex, textlint, CSpell, Vale,
 * markdown-link-check, ESLint, dprint, all-contributors, Marp (`_class: lead`) and of Markdown All in One (`omit in toc`),
 * Apache's server side includes, Pelican, Nikola (`TEASER_END`) and Publii (`READMORE`), and Jekyll's `excerpt_separator`, for
 * which sites choose a mark such as `endexcerpt`.
 */
const builtInKeep = [
  'more',
  'excerpt',
  'excerpt-*',
  'excerpt_*',
  '/excerpt',
  'endexcerpt',
  'end excerpt',
  'end-excerpt',
  'end_excerpt',
  'toc',
  'tocstop',
  '/toc',
  'omit in toc',
  'omit from toc',
  'start doctoc*',
  'end doctoc*',
  'markdownlint-*',
  'prettier-ignore*',
  'lint disable*',
  'lint enable*',
  'lint ignore*',
  'alex disable*',
  'alex enable*',
  'alex ignore*',
  'textlint-disable*',
  'textlint-enable*',
  'cspell:*',
  'spell-checker:*',
  'vale *',
  'markdown-link-check-*',
  'eslint-disable*',
  'eslint-enable*',
  'eslint-skip',
  'dprint-ignore*',
  '#region*',
  '#endregion*',
  'winnow-*',
  '[if *',
  '<![endif]*',
  '![endif]*',
  '[endif]*',
  'truncate',
  'nextpage',
  'tabs:*',
  '@include*',
  '#include *',
  'pelican_begin_summary',
  'pelican_end_summary',
  'teaser_end*',
  'readmore',
  '/^_[a-z]+:/i',
  'all-contributors-list:*',
  'all-contributors-badge:*',
].flatMap((pattern) => compileKeepPattern(pattern) ?? []);

/** Inside of a template tag (`{% tabs %}` of the Hexo themes NexT and Butterfly) these part its content. */
const templateMarks = [
  'tab',
  'tab *',
  'endtab',
  'timeline',
  'timeline *',
  'endtimeline',
  'node *',
  'endnode',
].flatMap((pattern) => compileKeepPattern(pattern) ?? []);

/** True for the text of a comment that a template tag may read; only where there are template tags. */
export function isTemplateMark(comment: string): boolean {
  return templateMarks.some((matches) => matches(comment));
}

/** True for the text of a comment that a program reads and that is kept whatever the settings say. */
export function isAlwaysKept(comment: string): boolean {
  // A template tag in a comment still runs, so `{% raw %}` in one belongs to an `{% endraw %}` elsewhere.
  return (
    comment.includes('{%') || (!isOfficeBlock(comment) && builtInKeep.some((matches) => matches(comment)))
  );
}

/** A test for the text of comments that the settings keep. */
export function settingsKeepTest({ comments }: Pick<Options, 'comments'>): (comment: string) => boolean {
  const keep = comments.keep.flatMap((pattern) => compileKeepPattern(pattern) ?? []);
  return (comment) => keep.some((matches) => matches(comment));
}

/** A test for the text of comments that are kept, built in or by the settings. */
export function keepTest(options: Pick<Options, 'comments'>): (comment: string) => boolean {
  const isKept = settingsKeepTest(options);
  return (comment) => isAlwaysKept(comment) || isKept(comment);
}

/**
 * The pattern that keeps a comment and those that differ from it in their numbers only: content systems
 * count their markers. Without numbers it is the text itself; a regular expression where the text would
 * be read as a pattern.
 */
export function keepPatternFor(comment: string): string {
  const text = comment.trim();
  const isPlain = text !== '' && !/[\d*]/.test(text) && !/^\/.+\/[a-z]*$/s.test(text);
  return isPlain ? text : `/^${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\d+/g, '\\d+')}$/i`;
}

/** The patterns of a list that keep a comment. */
export function patternsThatKeep(comment: string, patterns: readonly string[]): readonly string[] {
  return patterns.filter((pattern) => compileKeepPattern(pattern)?.(comment) ?? false);
}
