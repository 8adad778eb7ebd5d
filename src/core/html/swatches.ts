import type { HtmlElement, StartTag } from '../types';
import { attribute } from './attributes';
import { firstVisible } from './blank';
import { styleDeclarations } from './style';
import { walkElements } from './walk';

/** Declarations that make a swatch; without one of them there is nothing to see. */
export const swatchParts: ReadonlySet<string> = new Set([
  'background',
  'background-color',
  'width',
  'height',
]);

/** Elements of which editors make boxes for decoration (`section`, WeChat's) are none of them. */
const swatchNames: ReadonlySet<string> = new Set(['div', 'span', 'i', 'li', 'td', 'th']);

/** Start tags of empty elements that show a colour: a cell with a background, a box as high as a line, or bars. */
export function swatchTags(text: string, roots: readonly HtmlElement[]): ReadonlySet<StartTag> {
  const found = new Set<StartTag>();
  const bars = new Map<HtmlElement, Bar[]>();
  for (const element of walkElements(roots)) {
    const { name, startTag, parent } = element;
    if (!swatchNames.has(name) || !isBare(text, element)) {
      continue;
    }
    const { isColoured, isHigh, width } = lookOf(element);
    if (isColoured && isHigh) {
      found.add(startTag);
    } else if (isColoured && width !== '' && parent !== undefined) {
      const others = bars.get(parent) ?? [];
      others.push({ startTag, width });
      bars.set(parent, others);
    }
  }
  for (const group of bars.values()) {
    // Bars of one length are ornaments; of several they are a chart.
    if (new Set(group.map(({ width }) => width)).size > 1) {
      for (const { startTag } of group) {
        found.add(startTag);
      }
    }
  }
  return found;
}

interface Bar {
  readonly startTag: StartTag;
  readonly width: string;
}

/** Whether there is nothing in an element but blanks. */
export function isBare(text: string, { children, startTag, endTag }: HtmlElement): boolean {
  return children.length === 0 && endTag !== undefined && firstVisible(text, startTag.end, endTag.start) < 0;
}

function lookOf({ name, startTag }: HtmlElement): {
  readonly isColoured: boolean;
  readonly isHigh: boolean;
  /** `''` when it has none to be seen. */
  readonly width: string;
} {
  const style = attribute(startTag, 'style');
  let isColoured = false;
  let isHigh = name === 'td' || name === 'th';
  let width = '';
  if (style === undefined || !/background/i.test(style.value)) {
    return { isColoured, isHigh, width };
  }
  for (const { name: property, value } of styleDeclarations(style)) {
    isColoured ||= /^background(?:-color)?$/.test(property) && isColour(value);
    isHigh ||= property === 'height' && isLine(value);
    width = property === 'width' && /^(?:[1-9]|0?\.\d)/.test(value) ? value : width;
  }
  return { isColoured, isHigh, width };
}

/** As high as a line of text: what is lower is a rule or a dot. */
function isLine(height: string): boolean {
  const [, size = '', unit = ''] = /^([\d.]+)(px|em|rem|pt)$/.exec(height) ?? [];
  return Number(size) >= (unit.endsWith('em') ? 1 : 16);
}

/** A colour that is neither white, grey nor black: these are frames and skeletons of pages. */
function isColour(value: string): boolean {
  if (
    /\burl\(|^(?:none|0|transparent|inherit|initial|unset|white|black|whitesmoke|[a-z]*gr[ae]y)\b/.test(value)
  ) {
    return false;
  }
  const hex = /^#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))(?![0-9a-f])/.exec(
    value,
  );
  const parts = hex?.slice(1).filter(Boolean) ?? /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(value)?.slice(1);
  return parts === undefined ? /^[a-z]/.test(value) : new Set(parts).size > 1;
}
