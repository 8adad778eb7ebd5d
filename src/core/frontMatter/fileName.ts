/**
 * A title for an article from its file name: without extension, a leading date, and `-` or `_` between words.
 * Undefined when nothing is left that could be one, as for ` .md`.
 */
export function titleFromPath(path: string | undefined): string | undefined {
  if (path === undefined) {
    return undefined;
  }
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  const name = file.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '').trim();
  if (/^(?:index|readme|untitled)$/i.test(name) || !/[\p{L}\p{N}]/u.test(name)) {
    return undefined;
  }
  const spaced = /\s/.test(name) ? name : name.replace(/[-_]+/g, ' ').trim();
  return spaced === '' ? undefined : spaced;
}
