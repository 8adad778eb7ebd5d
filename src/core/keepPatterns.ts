/**
 * A keep pattern is a comment's text with `*` for anything (`ad-slot *`), or a regular expression
 * between slashes (`/^ad-slot \d+$/i`). Returns undefined for an expression that does not compile.
 */
export function compileKeepPattern(pattern: string): ((comment: string) => boolean) | undefined {
  const expression = /^\/(.+)\/([a-z]*)$/s.exec(pattern);
  if (expression) {
    try {
      // Without g and y, whose lastIndex would make the answer depend on the comment before.
      const compiled = new RegExp(expression[1] ?? '', (expression[2] ?? '').replace(/[gy]/g, ''));
      return (comment) => compiled.test(comment.trim());
    } catch {
      return undefined;
    }
  }
  const parts = pattern.trim().toLowerCase().split('*');
  return (comment) => matchesParts(comment.trim().toLowerCase(), parts);
}

/** Glob matching without backtracking: the parts must occur in order, the first and last at the ends. */
function matchesParts(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  if (parts.length === 1) {
    return text === first;
  }
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) {
    return false;
  }
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, position);
    if (found < 0) {
      return false;
    }
    position = found + part.length;
  }
  return position <= text.length - last.length;
}
