import type { Article, Edit, Field, FrontMatter, Span } from '../types';
import { afterLine, endOfLine } from './lines';

/**
 * The whole lines of a top-level field, from its key to the line before whatever follows its value; comments
 * and blank lines after it are left to the next field. Undefined when the field does not have its lines to
 * itself, as in `{a: 1, b: 2}`.
 */
export function linesOfField({ text, lines }: Article, field: Field): Span | undefined {
  const start = lines.startOf(lines.lineAt(field.keySpan.start));
  if (start !== field.keySpan.start) {
    return undefined;
  }
  const end = endOfLine(text, Math.max(field.keySpan.end, field.valueSpan.end));
  const rest = text.slice(Math.max(field.keySpan.end, field.valueSpan.end), end).trim();
  return rest === '' || rest === ':' || rest.startsWith('#')
    ? { start, end: afterLine(text, end) }
    : undefined;
}

/**
 * Takes a field out with its lines. Not the only one, since an empty block is front matter to few readers,
 * and none of a block without an opening fence, which is known by its fields.
 */
export function removeField(article: Article, field: Field): Edit | undefined {
  const { fields, openFence } = article.frontMatter ?? { fields: [], openFence: { start: 0, end: 0 } };
  const isKnownByFields = openFence.end === openFence.start;
  const span = fields.length > 1 && !isKnownByFields ? linesOfField(article, field) : undefined;
  return span && { ...span, text: '' };
}

/** Inserts a line after a field; undefined where fields do not stand on lines of their own. */
export function insertAfter(article: Article, field: Field, line: string): Edit | undefined {
  const span = linesOfField(article, field);
  return span && { start: span.end, end: span.end, text: line + article.eol };
}

/** True when the fields stand one under another, and not in braces. */
export function isBlockMap({ text }: Article, frontMatter: FrontMatter): boolean {
  return !text.slice(frontMatter.content.start, frontMatter.content.end).trimStart().startsWith('{');
}
