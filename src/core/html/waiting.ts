import type { HtmlAttribute, StartTag } from '../types';
import { attribute } from './attributes';
import { imageExtension } from './images';
import { hasSizesOfPixel } from './pixels';
import { hides, styleDeclarations } from './style';

/**
 * What hid a picture until its address came, and would hide it now: a style (Cloudflare's Mirage writes
 * `display:none;visibility:hidden`, Gatsby `opacity:0`), and the one pixel at which it waits. A pixel whose
 * address names no picture may be a counter: it keeps its size.
 */
export function waitingMarks(tag: StartTag, address: string): readonly HtmlAttribute[] {
  const style = attribute(tag, 'style');
  const marks = style !== undefined && hides(styleDeclarations(style)) ? [style] : [];
  if (!hasSizesOfPixel(tag)) {
    return isOnePixel(style) && !isPictureFile(address) ? [] : marks;
  }
  return isPictureFile(address)
    ? [...marks, ...tag.attributes.filter(({ name }) => name === 'width' || name === 'height')]
    : [];
}

function isOnePixel(style: HtmlAttribute | undefined): boolean {
  const declared = style === undefined ? [] : styleDeclarations(style);
  return ['width', 'height'].every((side) =>
    declared.some(({ name, value }) => name === side && /^[01](?:px)?$/.test(value)),
  );
}

function isPictureFile(address: string): boolean {
  return imageExtension.test(address) || /[?&]wx_fmt=/.test(address);
}
