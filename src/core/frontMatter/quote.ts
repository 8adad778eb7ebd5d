/**
 * Writes a text as a quoted YAML scalar on one line: in single quotes, in double quotes only when it has
 * control characters.
 */
export function quoteText(text: string): string {
  return hasControlCharacter(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  let result = '';
  for (let index = 0; index < text.length; index++) {
    result += escapeUnit(text.charAt(index), text.charCodeAt(index));
  }
  return `"${result}"`;
}

function escapeUnit(unit: string, code: number): string {
  if (needsEscape(code)) {
    return `\\u${code.toString(16).padStart(4, '0')}`;
  }
  return unit === '"' || unit === '\\' ? `\\${unit}` : unit;
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (needsEscape(text.charCodeAt(index))) {
      return true;
    }
  }
  return false;
}

/** Control characters, line ends and the byte order mark; a tab may stand as it is. */
function needsEscape(code: number): boolean {
  return (
    (code < 32 && code !== 9) ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff
  );
}

/**
 * Characters of an address that need no quotes, when the first is a letter, a digit or a slash. `: ` and ` #`
 * cannot occur, as blanks are not among them.
 */
const plainAddress = /^[A-Za-z0-9/._~][^\s'"`{}[\],&*#|<>\\]*$/;

/**
 * Writes a text in place of a scalar, in the same kind of quotes; without quotes only what YAML reads as the
 * same text.
 */
export function rewriteScalar(written: string, text: string): string {
  if (written.startsWith('"')) {
    return doubleQuoted(text);
  }
  if (written.startsWith("'") || !plainAddress.test(text) || text.endsWith(':')) {
    return quoteText(text);
  }
  return text;
}
