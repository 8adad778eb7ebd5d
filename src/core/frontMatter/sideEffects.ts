import { isAlias, isCollection, isNode, isPair } from 'yaml';
import { applyEdits } from '../edits';
import { parseFrontMatter } from '../frontMatter';
import { intersects } from '../spans';
import type { Article, Edit, Field, Fix, Span } from '../types';

/**
 * The fixes that change only what they touch. An alias repeats what an anchor elsewhere names, so an edit of the one
 * changes the other, and taking the one out leaves YAML that cannot be read; and where lines are taken out, an indented
 * comment after them may end up in the text of several lines before them. Where neither can be, nothing is tried out.
 */
export function withoutSideEffects(article: Article, fixes: readonly Fix[]): readonly Fix[] {
  const { frontMatter, text } = article;
  if (fixes.length === 0 || frontMatter?.valid !== true) {
    return fixes;
  }
  const isRepeating = frontMatter.fields.some(({ node }) => hasAlias(node));
  return fixes.filter(({ edits }) => {
    if (!isRepeating && !takesLines(edits, text, frontMatter.content)) {
      return true;
    }
    const after = parseFrontMatter(applyEdits(text, edits));
    return (
      after?.valid === true && isSubsequence(untouched(frontMatter.fields, edits), after.fields.map(show))
    );
  });
}

function takesLines(edits: readonly Edit[], text: string, content: Span): boolean {
  return edits.some((edit) => intersects(edit, content) && /[\r\n]/.test(text.slice(edit.start, edit.end)));
}

function hasAlias(node: unknown): boolean {
  return (
    isAlias(node) ||
    (isPair(node) && (hasAlias(node.key) || hasAlias(node.value))) ||
    (isNode(node) && isCollection(node) && node.items.some(hasAlias))
  );
}

function untouched(fields: readonly Field[], edits: readonly Edit[]): readonly string[] {
  return fields
    .filter(({ keySpan, valueSpan }) => {
      const span = { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) };
      return !edits.some((edit) => intersects(edit, span));
    })
    .map(show);
}

function show({ key, value }: Field): string {
  return JSON.stringify([key, value]);
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let next = 0;
  for (const one of whole) {
    next += one === part[next] ? 1 : 0;
  }
  return next === part.length;
}
