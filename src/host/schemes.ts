/**
 * Schemes of texts that are not the user's own, or that are another view of a text which is checked
 * under its own scheme: revisions, comments, output. Some of them are served by a file system, so
 * asking for one is not enough.
 */
const otherTexts: ReadonlySet<string> = new Set([
  'comment',
  'debug',
  'git',
  'git-commit',
  'githubpr',
  'gitfs',
  'gitlens',
  'gitlens-git',
  'interactive',
  'merge-conflict.conflict-diff',
  'output',
  'pr',
  'review',
  'search-editor',
  'svn',
  'timeline',
  'walkThrough',
  'walkThroughSnippet',
  'webview-panel',
]);

/** VS Code's own pages, notebook cells, chat proposals and local history come under a family of schemes each. */
const otherFamilies = /^(?:vscode-(?!remote$|vfs$|test-web$)|chat-|walkThrough)/;

/**
 * True for a scheme whose Markdown documents are the user's own: files of any file system, local,
 * remote or virtual, and untitled documents.
 */
export function isCheckedScheme(scheme: string, hasFileSystem: (scheme: string) => boolean): boolean {
  return (
    scheme === 'untitled' ||
    scheme === 'file' ||
    (!otherTexts.has(scheme) && !otherFamilies.test(scheme) && hasFileSystem(scheme))
  );
}
