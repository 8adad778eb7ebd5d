import { blockNames, isLetter, verbatimNames } from '../html/names';
import { matchTag } from '../html/tag';

/** How far an HTML block runs: to the line that holds its terminator, or to the next blank line. */
export type BlockEnd = 'terminator' | 'blank line';

/** What begins at the first non-blank character of a line. */
export interface HtmlStart {
  readonly end: BlockEnd;
  readonly interruptsParagraph: boolean;
}

const terminated: HtmlStart = { end: 'terminator', interruptsParagraph: true };
const blockTag: HtmlStart = { end: 'blank line', interruptsParagraph: true };
const loneTag: HtmlStart = { end: 'blank line', interruptsParagraph: false };

/**
 * CommonMark 0.31, section 4.6: which of the seven start conditions the line meets. `start` is its first
 * non-blank character, `end` the end of the line.
 */
export function htmlStart(text: string, start: number, end: number): HtmlStart | undefined {
  if (text.charCodeAt(start) !== 60) {
    return undefined;
  }
  const code = text.charCodeAt(start + 1);
  if (code === 33) {
    const isDeclaration =
      isLetter(text.charCodeAt(start + 2)) ||
      text.startsWith('--', start + 2) ||
      text.startsWith('[CDATA[', start + 2);
    return isDeclaration ? terminated : undefined;
  }
  if (code === 63) {
    return terminated;
  }
  return tagStart(text, start, end);
}

function tagStart(text: string, start: number, end: number): HtmlStart | undefined {
  const closing = text.charCodeAt(start + 1) === 47;
  const nameStart = start + (closing ? 2 : 1);
  if (!isLetter(text.charCodeAt(nameStart))) {
    return undefined;
  }
  let nameEnd = nameStart + 1;
  // No name that matters here is longer than `figcaption` and `blockquote`.
  while (nameEnd < end && nameEnd < nameStart + 11 && isAlphanumeric(text.charCodeAt(nameEnd))) {
    nameEnd++;
  }
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const after = nameEnd < end ? text.charCodeAt(nameEnd) : 32;
  const isDelimited = after === 32 || after === 9 || after === 62;
  if (!closing && isDelimited && verbatimNames.has(name)) {
    return terminated;
  }
  const isClosed = after === 47 && text.charCodeAt(nameEnd + 1) === 62;
  if ((isDelimited || isClosed) && blockNames.has(name)) {
    return blockTag;
  }
  const tagEnd = matchTag(text, start, end);
  return tagEnd > 0 && isBlankBetween(text, tagEnd, end) ? loneTag : undefined;
}

function isBlankBetween(text: string, from: number, to: number): boolean {
  for (let position = from; position < to; position++) {
    const code = text.charCodeAt(position);
    if (code !== 32 && code !== 9) {
      return false;
    }
  }
  return true;
}

function isAlphanumeric(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}
