import type { HtmlAttribute, Span } from '../types';

/** One `name: value` of a style attribute; the span covers it without the semicolon and outer blanks. */
export interface Declaration extends Span {
  /** Lower case. */
  readonly name: string;
  /** Lower case, without `!important`, blanks folded. */
  readonly value: string;
}

/**
 * The declarations of a `style` attribute. A semicolon inside quotes, parentheses or a character
 * reference (`&quot;`) does not end one.
 */
export function styleDeclarations({ value, valueStart }: HtmlAttribute): readonly Declaration[] {
  const result: Declaration[] = [];
  let start = 0;
  let quote = '';
  let depth = 0;
  for (let index = 0; index <= value.length; index++) {
    const character = value[index] ?? ';';
    const atEnd = index === value.length;
    if (!atEnd && quote !== '') {
      quote = character === quote ? '' : quote;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '(') {
      depth++;
    } else if (character === ')') {
      depth = Math.max(0, depth - 1);
    } else if (atEnd || (character === ';' && depth === 0 && !endsReference(value, start, index))) {
      const declaration = toDeclaration(value, start, index, valueStart);
      if (declaration !== undefined) {
        result.push(declaration);
      }
      start = index + 1;
    }
  }
  return result;
}

/** The longest name of a character reference that HTML knows has 31 letters. */
const longestReference = 33;

function endsReference(value: string, start: number, semicolon: number): boolean {
  const from = Math.max(start, semicolon - longestReference);
  return /&#?[a-z0-9]+$/i.test(value.slice(from, semicolon));
}

function toDeclaration(value: string, start: number, end: number, offset: number): Declaration | undefined {
  const source = value.slice(start, end);
  const colon = source.indexOf(':');
  const text = source.trim();
  if (text === '') {
    return undefined;
  }
  const from = start + source.indexOf(text);
  return {
    start: offset + from,
    end: offset + from + text.length,
    name: (colon < 0 ? text : source.slice(0, colon)).trim().toLowerCase(),
    value:
      colon < 0
        ? ''
        : source
            .slice(colon + 1)
            .replace(/!\s*important\s*$/i, '')
            .trim()
            .replace(/\s+/g, ' ')
            .toLowerCase(),
  };
}

const zero = /^-?0*(?:\.0+)?(?:px|em|rem|pt|%|vh|vw)?$/;
const tiny = /^[01](?:\.\d+)?px$/;

/** True when `min-width` or `min-height` makes an element larger than its `width` or `height` says (CSS 2.2, 10.4). */
export function outgrows(declarations: readonly Declaration[], name: string): boolean {
  const least = declarations.findLast((item) => item.name === `min-${name}`)?.value ?? '';
  return /^(?:0*[1-9]|0?\.0*[1-9]|calc|min|max|clamp|fit-content)/.test(least) && !tiny.test(least);
}

/** True when a style takes its element out of a reader's sight: not displayed, transparent, 1x1, off the page. */
export function hides(declarations: readonly Declaration[]): boolean {
  const get = (name: string): string => declarations.findLast((item) => item.name === name)?.value ?? '';
  const size = (name: string): boolean =>
    ((zero.test(get(name)) && get(name) !== '') || tiny.test(get(name))) &&
    !outgrows(declarations, name.replace('max-', ''));
  return (
    get('display') === 'none' ||
    get('visibility') === 'hidden' ||
    get('visibility') === 'collapse' ||
    (get('opacity') !== '' && zero.test(get('opacity'))) ||
    (size('width') && size('height')) ||
    ((size('height') || size('width') || size('max-height')) && get('overflow') === 'hidden') ||
    (get('font-size') !== '' && zero.test(get('font-size'))) ||
    /^-\d{3,}/.test(get('text-indent')) ||
    /^rect\((?:0|1px)/.test(get('clip')) ||
    /^inset\((?:50|100)%/.test(get('clip-path')) ||
    (/^(?:absolute|fixed)$/.test(get('position')) && /^-\d{4,}/.test(get('left') || get('top')))
  );
}
