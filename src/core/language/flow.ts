import type { Span } from '../types';

/** A place in a list in brackets where a name stands or can stand, without the blanks around it. */
export interface FlowItem extends Span {
  /** How many brackets are open around it. */
  readonly depth: number;
}

export interface FlowList {
  readonly items: readonly FlowItem[];
  /** After the bracket that closes the list, or where the text ends. */
  readonly end: number;
  readonly isClosed: boolean;
  /** A map in braces is in it: then nothing is known about its items. */
  readonly hasMap: boolean;
}

/** Reads a list in brackets that begins at `start`, finished or not, up to `limit` at most. Linear. */
export function readFlowList(text: string, start: number, limit: number): FlowList {
  const items: FlowItem[] = [];
  let depth = 0;
  let itemStart = start;
  let hasMap = false;
  /** After a nested list there is no item before the next comma. */
  let afterList = false;
  const finish = (end: number): void => {
    const item = trim(text, itemStart, end);
    if (depth > 0 && !afterList) {
      items.push({ ...item, depth });
    }
  };
  for (let index = start; index < limit; index++) {
    const character = text.charAt(index);
    if (character === '[') {
      depth++;
      itemStart = index + 1;
      afterList = false;
    } else if (character === ',') {
      finish(index);
      itemStart = index + 1;
      afterList = false;
    } else if (character === ']') {
      finish(index);
      afterList = true;
      if (--depth === 0) {
        return { items, end: index + 1, isClosed: true, hasMap };
      }
    } else if (character === '{') {
      hasMap = true;
    } else if ((character === '"' || character === "'") && isBlank(text, itemStart, index)) {
      index = endOfQuoted(text, index, limit) - 1;
    } else if (character === '#' && /\s/.test(text.charAt(index - 1))) {
      index = endOfLine(text, index, limit) - 1;
    }
  }
  finish(limit);
  return { items, end: limit, isClosed: false, hasMap };
}

/** After the quote that closes the scalar at `start`; `limit` when none does. */
export function endOfQuoted(text: string, start: number, limit: number): number {
  const quote = text.charAt(start);
  for (let index = start + 1; index < limit; index++) {
    if (quote === '"' && text[index] === '\\') {
      index++;
    } else if (text[index] === quote) {
      if (quote === '"' || text[index + 1] !== quote) {
        return index + 1;
      }
      index++;
    }
  }
  return limit;
}

function endOfLine(text: string, start: number, limit: number): number {
  let index = start;
  while (index < limit && text[index] !== '\n' && text[index] !== '\r') {
    index++;
  }
  return index;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (!' \t\r\n'.includes(text.charAt(index))) {
      return false;
    }
  }
  return true;
}

/** Nothing but blanks is an empty item at their end, where a name after `, ` goes. */
function trim(text: string, start: number, end: number): Span {
  let from = start;
  while (from < end && ' \t\r\n'.includes(text.charAt(from))) {
    from++;
  }
  let to = end;
  while (to > from && ' \t\r\n'.includes(text.charAt(to - 1))) {
    to--;
  }
  return { start: from, end: to };
}
