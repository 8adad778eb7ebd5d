import type { Span } from '../types';

export function isKeyLine(text: string, line: Span): boolean {
  const first = text[line.start];
  if (first === undefined || ' \t#-<|>*'.includes(first)) {
    return false;
  }
  for (let index = line.start + 1; index < line.end; index++) {
    if (text[index] === ':' || text[index] === '：') {
      return true;
    }
  }
  return false;
}

/**
 * A line that can neither be a field nor go on with one: no colon, no indentation, no item, bracket or quote.
 */
export function isProse(text: string, line: Span): boolean {
  const first = text[line.start] ?? '';
  return !continues(text, line) && !isKeyLine(text, line) && !'-"\'{}[],|>'.includes(first);
}

/** The name before the colon when the line starts with one that could be a field. */
export function keyOf(text: string, line: Span): string | undefined {
  let end = line.start;
  while (end < line.end && isKeyCharacter(text.charCodeAt(end))) {
    end++;
  }
  if (end === line.start || text[end] !== ':') {
    return undefined;
  }
  const next = text[end + 1];
  return end + 1 >= line.end || next === ' ' || next === '\t' ? text.slice(line.start, end) : undefined;
}

function isKeyCharacter(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 45
  );
}

/** A list item, a comment, a bracket or an indented line: it may go on with what stands above it. */
export function continues(text: string, line: Span): boolean {
  const first = text[line.start];
  if (first === ' ' || first === '\t') {
    const index = skipBlanks(text, line.start, line.end);
    return text[index] !== '<';
  }
  return first === '#' || first === ']' || first === '}' || (first === '-' && text[line.start + 1] === ' ');
}

export function* linesOf(text: string, start: number, end: number): Generator<Span> {
  for (let line = start; line < end;) {
    const lineEnd = Math.min(endOfLine(text, line), end);
    yield { start: line, end: lineEnd };
    line = afterLine(text, lineEnd);
  }
}

export function skipBlankLines(text: string, start: number): number {
  let line = start;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) {
      line = index + 1;
    } else if (code !== 32 && code !== 9) {
      return line;
    }
  }
  return text.length;
}

export function skipBlanks(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && (text[index] === ' ' || text[index] === '\t')) {
    index++;
  }
  return index;
}

export function trimEnd(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && (text[index - 1] === ' ' || text[index - 1] === '\t')) {
    index--;
  }
  return index;
}

/** Offset of the line end at or after `offset`, or of the end of the text. */
export function endOfLine(text: string, offset: number): number {
  for (let index = offset; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) {
      return index;
    }
  }
  return text.length;
}

/** Skips one line end at `offset`. */
export function afterLine(text: string, offset: number): number {
  if (text.charCodeAt(offset) === 13 && text.charCodeAt(offset + 1) === 10) {
    return offset + 2;
  }
  return offset < text.length && (text.charCodeAt(offset) === 10 || text.charCodeAt(offset) === 13)
    ? offset + 1
    : offset;
}
