import assert from 'node:assert/strict';

/** A text in which `|` marks the cursor, without the mark. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0 && !marked.includes('|', offset + 1), `One | in: ${marked}`);
  return { text: marked.replace('|', ''), offset };
}
