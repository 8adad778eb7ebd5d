/**
 * Fonts whose letters are signs: an `a` of Symbol is an alpha, a `ü` of Wingdings a tick. Without the font the text says
 * something else.
 */
const symbolFont = /^(?:symbol|wingdings(?: ?[23])?|webdings|(?:itc )?zapf ?dingbats)$/i;

/** Whether the first font of a list, the one that is meant, is one of signs. */
export function isSymbolFont(fonts: string): boolean {
  const [first = ''] = fonts.split(',', 1);
  return symbolFont.test(first.replace(/["']|&quot;|&#0*3[49];/gi, '').trim());
}
