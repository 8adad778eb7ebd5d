import { firstEndingAfter } from '../spans';
import type { Span } from '../types';

/** A character reference that shows nothing: blanks of every width, zero-width joiners, the byte order mark. */
const blankReference =
  /&(?:nbsp|ensp|emsp|emsp13|emsp14|thinsp|hairsp|numsp|puncsp|zwnj|zwj|ZeroWidthSpace|NonBreakingSpace|Tab|NewLine|#0*(?:9|10|13|32|160|819[2-9]|820[0-5]|8239|8287|8288|12288|65279)|#[xX]0*(?:9|[aA]|[dD]|20|[aA]0|200[0-9a-dA-D]|202[fF]|205[fF]|2060|3000|[fF][eE][fF][fF]));?/y;

const ampersand = 38;

/** True for white space of any width (NBSP and U+3000 among it) and for characters without width. */
export function isBlankCharacter(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The offset after the blank character or reference at `offset`; `offset` itself when a reader sees what is there. */
export function skipBlank(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (isBlankCharacter(code)) {
    return offset + 1;
  }
  if (code === ampersand) {
    blankReference.lastIndex = offset;
    return blankReference.test(text) ? blankReference.lastIndex : offset;
  }
  return offset;
}

/** The offset of the first thing in a range of text that a reader sees; -1 when there is none. */
export function firstVisible(
  text: string,
  start: number,
  end: number,
  prefixes: readonly Span[] = [],
): number {
  let next = prefixes.length === 0 ? 0 : firstEndingAfter(prefixes, start);
  for (let position = start; position < end;) {
    const prefix = prefixes[next];
    if (prefix !== undefined && prefix.start <= position) {
      position = Math.max(position, prefix.end);
      next++;
      continue;
    }
    const after = skipBlank(text, position);
    if (after === position) {
      return position;
    }
    position = after;
  }
  return -1;
}
