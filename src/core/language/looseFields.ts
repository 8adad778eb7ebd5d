import { knownFields } from '../fields';
import type { Article, Span } from '../types';
import { endOfQuoted } from './flow';
import { writingBlockAt } from './writingBlock';

/** A key of the top level with what stands behind it on its line. */
export interface LooseField {
  readonly key: string;
  readonly keySpan: Span;
  /** The offset of the colon. */
  readonly colon: number;
  /** After the colon and blanks. */
  readonly valueStart: number;
  readonly line: Span;
}

/** The fields in a range of lines, read line by line: also where the YAML has an error. */
export function looseFields({ text, lines }: Article, content: Span): readonly LooseField[] {
  const fields: LooseField[] = [];
  const last = lines.lineAt(Math.max(content.start, content.end - 1));
  for (let number = lines.lineAt(content.start); number <= last; number++) {
    const field = readLine(text, { start: lines.startOf(number), end: lines.endOf(number) });
    if (field !== undefined) {
      fields.push(field);
    }
  }
  return fields;
}

/** The field that a line belongs to: its own, or the last one above it. */
export function ownerOf(fields: readonly LooseField[], line: Span): LooseField | undefined {
  return fields.findLast((field) => field.line.start <= line.start);
}

/** The field of the front matter that an offset belongs to; undefined outside of it. */
export function looseFieldAt(article: Article, offset: number): LooseField | undefined {
  const block = writingBlockAt(article, offset);
  return block && ownerOf(looseFields(article, block.content), block.line);
}

function readLine(text: string, line: Span): LooseField | undefined {
  if (line.end === line.start || ' \t-#?,[]{}&*!|>%@`'.includes(text.charAt(line.start))) {
    return undefined;
  }
  const colon = colonOf(text, line) ?? colonOfKnown(text, line);
  if (colon === undefined) {
    return undefined;
  }
  const keySpan = trimmed(text, line.start, colon);
  const key = text.slice(keySpan.start, keySpan.end).replace(/^(["'])(.*)\1$/, '$2');
  return { key, keySpan, colon, valueStart: skipBlanks(text, colon + 1, line.end), line };
}

/** The first colon that ends a key for YAML: the end of the line or a blank follows. */
export function colonOf(text: string, line: Span): number | undefined {
  const from = '"\''.includes(text.charAt(line.start)) ? endOfQuoted(text, line.start, line.end) : line.start;
  for (let index = from; index < line.end; index++) {
    if (text[index] === ':' && (index + 1 === line.end || ' \t'.includes(text.charAt(index + 1)))) {
      return index;
    }
  }
  return undefined;
}

/** `date:2020` is text to YAML, but somebody means a field. */
function colonOfKnown(text: string, line: Span): number | undefined {
  const key = /^[\w-]+(?=:)/.exec(text.slice(line.start, Math.min(line.end, line.start + 40)))?.[0];
  return key !== undefined && knownFields.has(key) ? line.start + key.length : undefined;
}

/** A range without the blanks at its end. */
export function trimmed(text: string, start: number, end: number): Span {
  let to = end;
  while (to > start && ' \t'.includes(text.charAt(to - 1))) {
    to--;
  }
  return { start, end: to };
}

/** The offset of the first character at or after `start` that is no blank; at most `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && ' \t'.includes(text.charAt(index))) {
    index++;
  }
  return index;
}
