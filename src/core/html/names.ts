/** Sets of element names, all lower case. */

/**
 * CommonMark 0.31, section 4.6, condition 6: a line that begins with such a tag starts an HTML block
 * and may interrupt a paragraph.
 */
export const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir ' +
    'div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html ' +
    'iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary ' +
    'table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

/** HTML, section 13.1.2: elements without content. The last four are obsolete, but still parsed so. */
export const voidNames: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' + 'basefont bgsound frame keygen'
  ).split(' '),
);

/**
 * Elements whose content a browser reads as text up to the end tag. `iframe` and `plaintext` are left
 * out: their content is scanned like any other, so that an unclosed one hides nothing.
 */
export const rawTextNames: ReadonlySet<string> = new Set(
  'script style textarea title xmp noembed noframes'.split(' '),
);

/** CommonMark, condition 1. */
export const verbatimNames: ReadonlySet<string> = new Set('pre script style textarea'.split(' '));

/** HTML, section 13.1.2.4: elements whose end tag may be left out; an unclosed one says nothing. */
const mayOmitEndTag: ReadonlySet<string> = new Set(
  'body caption colgroup dd dt head html li menuitem optgroup option p tbody td tfoot th thead tr'.split(' '),
);

/**
 * Elements that count as open across a blank line: block elements whose end tag is mandatory, and the
 * containers that crawled pages wrap around media.
 */
export const trackedNames: ReadonlySet<string> = new Set([
  ...[...blockNames].filter(
    (name) => !voidNames.has(name) && !rawTextNames.has(name) && !mayOmitEndTag.has(name),
  ),
  ...'svg video audio picture object canvas'.split(' '),
]);

/** White space of the HTML tokenizer: tab, LF, FF, CR, space. NBSP and U+3000 are text. */
export function isHtmlSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
