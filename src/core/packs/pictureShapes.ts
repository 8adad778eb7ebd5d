import { attribute } from '../html/attributes';
import { styleDeclarations } from '../html/style';
import type { StartTag } from '../types';
import { addressOf } from './pictureNames';

/** Larger pictures are pictures, not codes. */
const largestCode = 520;

function sizeOf(picture: StartTag): { readonly width: number; readonly height: number } {
  const style = attribute(picture, 'style');
  const declarations = style === undefined ? [] : styleDeclarations(style);
  const read = (name: string): number => {
    const own = Number.parseFloat(attribute(picture, name)?.value ?? '');
    const styled = declarations.find((item) => item.name === name)?.value ?? '';
    return Number.isFinite(own) ? own : styled.endsWith('px') ? Number.parseFloat(styled) : NaN;
  };
  return { width: read('width'), height: read('height') };
}

/** As wide as it is high, as far as the page says. */
export function isSquare(picture: StartTag): boolean {
  const ratio = Number.parseFloat(attribute(picture, 'data-ratio')?.value ?? '');
  if (Number.isFinite(ratio)) {
    return Math.abs(ratio - 1) <= 0.12;
  }
  const { width, height } = sizeOf(picture);
  return width <= largestCode && height <= largestCode && Math.abs(width / height - 1) <= 0.12;
}

/** A banner: at least five times as wide as it is high. */
export function isStrip(picture: StartTag): boolean {
  const ratio = Number.parseFloat(attribute(picture, 'data-ratio')?.value ?? '');
  const { width, height } = sizeOf(picture);
  return Number.isFinite(ratio) ? ratio > 0 && ratio <= 0.2 : height > 0 && width / height >= 5;
}

/** What an account puts over its articles: a moving banner with an arrow at the button to follow it. */
export function isMovingStrip(picture: StartTag): boolean {
  return isStrip(picture) && /\.gif(?:[?#]|$)|_gif\/|wx_fmt=gif/i.test(addressOf(picture));
}

/** As small as a sign at the end of a text. */
export function isTiny(picture: StartTag): boolean {
  const { width, height } = sizeOf(picture);
  return width <= 48 && height <= 48;
}
