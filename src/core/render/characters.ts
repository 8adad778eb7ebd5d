import MarkdownIt from 'markdown-it';

/** markdown-it knows the entities; nothing else of it is used here. */
const { unescapeAll } = new MarkdownIt().utils;

/** An ampersand that could begin a character reference, and as much of the reference as there is. */
const reference = /&(#[xX]?[0-9a-zA-Z]+|[a-zA-Z][a-zA-Z0-9]*)(;?)/g;

/**
 * Escapes text for HTML such that a browser shows it as written: no tag begins in it, and only
 * complete character references are decoded. A browser also decodes some without a semicolon, which
 * turns the `&paramN` of an address into `¶mN`.
 */
export function escapeText(text: string): string {
  return fixReferences(text).replaceAll('<', '&lt;');
}

/** Escapes a plain string, in which `&lt;` means those four characters. */
export function escapeLiteral(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Escapes every ampersand that begins no complete character reference but could be taken for one. */
export function fixReferences(text: string): string {
  return text.includes('&')
    ? text.replace(reference, (whole, name: string, end: string) =>
        end === ';' && isReference(name) ? whole : `&amp;${whole.slice(1)}`,
      )
    : text;
}

/** Decodes complete character references, such as `&amp;` and `&#123;`. */
export function decodeReferences(text: string): string {
  return text.includes('&')
    ? text.replace(reference, (whole, name: string, end: string) =>
        end === ';' && isReference(name) ? unescapeAll(whole) : whole,
      )
    : text;
}

/** Whether the name with a semicolon is one reference, not a shorter one followed by text (`&notit;`). */
function isReference(name: string): boolean {
  const whole = `&${name};`;
  const decoded = unescapeAll(whole);
  return decoded !== whole && (!decoded.endsWith(';') || name === 'semi' || name === '#59');
}
