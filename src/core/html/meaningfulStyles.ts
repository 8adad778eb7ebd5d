import type { StartTag } from '../types';
import { blockNames } from './names';
import type { Declaration } from './style';
import { isSymbolFont } from './symbolFonts';

/** A picture of another file; an inlined one is decoration. */
const picture = /url\((?!\s*(?:["']|&quot;|&#39;)?data:)/;

/** How dots and other marks beside letters, the italics of Chinese and Japanese, are set (CSS Text Decoration 3). */
const emphasis = /^(?!none|inherit|initial|unset)/;

/** Declarations that carry meaning: what is emphasised, struck out, raised, centred, or laid out in lines. */
const meaningful: Readonly<Record<string, RegExp>> = {
  'text-align': /^(?:center|right|end|-webkit-center|-webkit-right)$/,
  // Bold and italic stand before the size.
  font: /^(?:[a-z-]+\s)*(?:bold|bolder|[6-9]00|italic|oblique)\s/,
  'font-weight': /^(?:bold|bolder|[6-9]00)$/,
  'font-style': /^(?:italic|oblique)/,
  'text-decoration': /(?:line-through|underline|overline)/,
  'text-decoration-line': /(?:line-through|underline|overline)/,
  'text-emphasis': emphasis,
  'text-emphasis-style': emphasis,
  '-webkit-text-emphasis': emphasis,
  '-webkit-text-emphasis-style': emphasis,
  'vertical-align': /^(?:super|sub)$/,
  'white-space': /^(?:pre|pre-wrap|pre-line|break-spaces)$/,
  'list-style': /./,
  'list-style-type': /./,
  direction: /^rtl$/,
  'unicode-bidi': /override$/,
  'writing-mode': /^(?:vertical|sideways)/,
  display: /^(?!inline$)/,
  background: picture,
  'background-image': picture,
};

/** Elements of text without a place of their own: `sup` is raised anyway, a picture moves to fit its line. */
const textNames: ReadonlySet<string> = new Set('span font small b i em strong a var'.split(' '));

/** A fifth of a letter and more: less adjusts a font to its neighbour. */
const raised =
  /^-?(?:(?:0?\.[2-9]|[1-9]\d*\.?)\d*(?:em|ex|rem)|(?:[2-9]|1\d)(?:\.\d+)?(?:px|pt)|[2-9]\d(?:\.\d+)?%)$/;

/** Whether a declaration says something to a reader; `all` are those of its attribute. */
export function isMeaningful(tag: StartTag, item: Declaration, all: readonly Declaration[]): boolean {
  const { name, value } = item;
  if (meaningful[name]?.test(value) === true) {
    return true;
  }
  switch (name) {
    case 'font-family':
      return isSymbolFont(value);
    case 'display':
      return blockNames.has(tag.name);
    case 'counter-reset':
      return tag.name === 'ol' && /\s-?[1-9]/.test(value);
    case 'vertical-align':
      return textNames.has(tag.name) && (raised.test(value) || /^text-(?:top|bottom)$/.test(value));
    case 'position':
    case 'top':
    case 'bottom':
      return textNames.has(tag.name) && isShifted(all);
    default:
      return false;
  }
}

/** How old pages write an exponent: moved against its line. */
function isShifted(declarations: readonly Declaration[]): boolean {
  return (
    declarations.some(({ name, value }) => name === 'position' && value === 'relative') &&
    declarations.some(({ name, value }) => (name === 'top' || name === 'bottom') && raised.test(value))
  );
}
