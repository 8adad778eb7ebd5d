import picomatch from 'picomatch';
import type { Article, Options, Profile } from './types';

/**
 * Where each generator keeps its articles, as a run of folders somewhere in the path.
 * Sources: hexo.io/docs/writing (source/_posts, source/_drafts), jekyllrb.com/docs/posts (_posts,
 * _drafts), gohugo.io/content-management/organization (content).
 */
const contentFolders: Readonly<Record<Profile, readonly string[]>> = {
  hexo: ['source/_posts', 'source/_drafts'],
  jekyll: ['_posts', '_drafts'],
  hugo: ['content'],
  generic: [],
};

const markdownFile = /\.(?:md|markdown)$/i;

/**
 * True for a Markdown document with a front-matter fence, or in one of the profile's content
 * folders, or matched by `options.include`. Only there do the rules speak that demand front matter.
 * `path` has `/` between its parts; without one (an untitled document) only the fence counts.
 */
export function isArticle(article: Article, path: string | undefined, options: Options): boolean {
  if (article.frontMatter !== undefined) {
    return true;
  }
  if (path === undefined || !markdownFile.test(path)) {
    return false;
  }
  const folders = `/${path.slice(0, path.lastIndexOf('/') + 1)}`;
  return (
    contentFolders[options.profile].some((folder) => folders.includes(`/${folder}/`)) ||
    options.include.some((glob) => matchesGlob(path, glob))
  );
}

/** A glob may be relative to any folder above the file: `posts/*.md` matches `/home/a/posts/b.md`. */
function matchesGlob(path: string, glob: string): boolean {
  const relative = path.replace(/^\/+/, '');
  return picomatch.isMatch(relative, [glob.replace(/^\/+/, ''), `**/${glob.replace(/^\/+/, '')}`], {
    dot: true,
  });
}
