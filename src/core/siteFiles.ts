import type { Profile } from './types';

/**
 * Where each generator keeps the files that it copies to the root of the site, below the root of the project.
 */
const staticRoots: Readonly<Record<Profile, readonly string[]>> = {
  hexo: ['source'],
  jekyll: [''],
  hugo: ['static', 'assets', 'content'],
  // Eleventy and Gatsby copy `static`, VitePress and Astro `public`.
  generic: ['public', 'static', 'src', ''],
};

/** The folders of articles, whose parent is the root of the project. */
const contentFolders: Readonly<Record<Profile, readonly string[]>> = {
  hexo: ['/source/'],
  jekyll: ['/_posts/', '/_drafts/'],
  hugo: ['/content/'],
  generic: ['/src/', '/content/', '/docs/'],
};

/** Where an article stands; paths have `/` between their parts and begin with one. */
export interface SitePlace {
  readonly profile: Profile;
  /** The path of the article. */
  readonly path: string;
  /** The folder that is the workspace's; nothing outside of it is named. */
  readonly root: string;
}

/**
 * The files that a path in the front matter may mean, the likeliest first: relative to the article and to its
 * folder of assets (Hexo, Hugo), or from the root of the site, as the profile maps it to folders. Empty for
 * an address, and for a path that leads out of the workspace.
 */
export function filesOf(value: string, { profile, path, root }: SitePlace): readonly string[] {
  const wanted = decode(value.trim().replace(/[?#].*$/s, '')).replaceAll('\\', '/');
  if (wanted === '' || wanted.startsWith('//') || /^[a-z][a-z\d+.-]*:/i.test(wanted)) {
    return [];
  }
  const folder = path.slice(0, path.lastIndexOf('/'));
  const project = projectRoot(path, profile) ?? root;
  const fromSite = [...new Set([project, root])].flatMap((top) =>
    staticRoots[profile].map((name) => `${top}/${name}/${wanted}`),
  );
  const candidates = wanted.startsWith('/')
    ? fromSite
    : [
        `${folder}/${wanted}`,
        ...(profile === 'hexo' ? [`${withoutExtension(path)}/${wanted}`] : []),
        ...fromSite,
      ];
  const prefix = root.endsWith('/') ? root : `${root}/`;
  return [...new Set(candidates.map(normalise))].filter(
    (file) => file.startsWith(prefix) && !file.endsWith('/'),
  );
}

/**
 * True when `filesOf` names every file that a path may mean: of a path from the root of the site only when that root is
 * known and within the workspace.
 */
export function namesAllFiles({ profile, path, root }: SitePlace): boolean {
  const project = projectRoot(path, profile);
  return project !== undefined && `${project}/`.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/**
 * The file that a path means to a profile, below the root of the project; for a path from the folder of the
 * article that path itself. Undefined for what is no path.
 */
export function staticFileOf(value: string, profile: Profile): string | undefined {
  const [file] = filesOf(value, { profile, path: '/site/a.md', root: '/site' });
  return file?.slice('/site/'.length);
}

/** The folder in which the generator is run, as far as the path tells. */
function projectRoot(path: string, profile: Profile): string | undefined {
  const found = contentFolders[profile].map((name) => path.lastIndexOf(name)).filter((index) => index >= 0);
  return found.length === 0 ? undefined : path.slice(0, Math.max(...found));
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return `/${parts.join('/')}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign is part of the file's name.
    return path;
  }
}
