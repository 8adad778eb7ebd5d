import type { Span } from '../types';

const tag = /\{%-?[\t\n\r ]*(end)?([A-Za-z]\w*)/g;

/** Tags of Liquid and Nunjucks that read nothing of what they hold. */
const passive: ReadonlySet<string> = new Set(
  'raw verbatim comment if unless for case capture block filter'.split(' '),
);

/**
 * What template tags hold, from `{% name %}` to `{% endname %}`, sorted and disjoint: tags of themes part it by comments
 * whose names only they know. Linear time.
 */
export function templateSpans(text: string): readonly Span[] {
  const open = new Map<string, number[]>();
  const found: Span[] = [];
  for (const { 1: isEnd, 2: name = '', index } of text.matchAll(tag)) {
    if (passive.has(name)) {
      continue;
    }
    const starts = open.get(name) ?? [];
    if (isEnd === undefined) {
      starts.push(index);
      open.set(name, starts);
      continue;
    }
    const start = starts.pop();
    if (start === undefined) {
      continue;
    }
    while ((found.at(-1)?.start ?? -1) > start) {
      found.pop();
    }
    const last = found.at(-1);
    found.push({ start: Math.max(start, last?.end ?? 0), end: index });
  }
  return found;
}

/** Whether a comment is a name and no note: a few words on one line. */
export function isShortMark(comment: string): boolean {
  const words = comment.trim();
  return words.length <= 60 && /^\S+(?: \S+){0,5}$/.test(words);
}
