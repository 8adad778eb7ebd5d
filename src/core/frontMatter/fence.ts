import { knownFields } from '../fields';
import { isBlank } from '../text';
import type { Span } from '../types';
import {
  afterLine,
  continues,
  endOfLine,
  isKeyLine,
  isProse,
  keyOf,
  linesOf,
  skipBlankLines,
  skipBlanks,
  trimEnd,
} from './lines';
import { splitOffset, type CloseLine } from './split';

/** How the block ends. `glued`: something follows the dashes on their line and belongs to the body. */
export type Closer = 'dashes' | 'dots' | 'glued' | 'none';

/** Where the front matter stands in the text, and everything that is unusual about its fences. */
export interface Fence extends Span {
  /** The blank lines before the block; a byte order mark is not part of it. */
  readonly leading: Span;
  /** Blanks before the opening dashes, on their line. */
  readonly indent: Span;
  /** The line of the opening fence; empty when there is none (`marker` is then ''). */
  readonly open: Span;
  /** `-`, `+` (TOML), `;` (JSON without braces, Hexo only) or '' for a block that starts without a fence. */
  readonly marker: '-' | '+' | ';' | '';
  /** How many characters the opening fence has. */
  readonly openLength: number;
  /** Blanks after the opening dashes or the language tag. */
  readonly openBlanks: Span;
  /** The language tag as written, without blanks. */
  readonly tag: Span;
  readonly content: Span;
  readonly closer: Closer;
  /** The closing dashes or dots with the blanks after them; undefined without a closer. */
  readonly close: Span | undefined;
  readonly closeLength: number;
}

/** Nobody writes a longer block without an opening fence; keeps the look at plain Markdown files short. */
const maxLinesWithoutOpener = 100;

/**
 * Finds the front matter of a document: past a byte order mark and blank lines, closed or not. Undefined when
 * the text has none: a thematic break or a pair of them around prose is not front matter.
 */
export function locateFence(text: string): Fence | undefined {
  const leadingStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lineStart = skipBlankLines(text, leadingStart);
  if (lineStart >= text.length) {
    return undefined;
  }
  const leading = { start: leadingStart, end: lineStart };
  const lineEnd = endOfLine(text, lineStart);
  let dashes = lineStart;
  while (dashes < lineStart + 3 && text[dashes] === ' ') {
    dashes++;
  }
  const marker = text[dashes];
  if ((marker !== '-' && marker !== '+' && marker !== ';') || !text.startsWith(marker.repeat(3), dashes)) {
    return locateWithoutOpener(text, leading);
  }
  let tagStart = dashes;
  while (text[tagStart] === marker) {
    tagStart++;
  }
  const tagEnd = trimEnd(text, tagStart, lineEnd);
  const tag = { start: Math.min(skipBlanks(text, tagStart, lineEnd), tagEnd), end: tagEnd };
  const opening = {
    leading,
    start: dashes,
    indent: { start: lineStart, end: dashes },
    open: { start: dashes, end: lineEnd },
    marker,
    openLength: tagStart - dashes,
    openBlanks: { start: tagEnd, end: lineEnd },
    tag,
  } as const;
  return complete(text, opening, afterLine(text, lineEnd));
}

type Opening = Pick<
  Fence,
  'leading' | 'start' | 'indent' | 'open' | 'marker' | 'openLength' | 'openBlanks' | 'tag'
>;

function complete(text: string, opening: Opening, contentStart: number): Fence | undefined {
  const marker = opening.marker;
  if (marker === '-' && opening.tag.end > opening.tag.start && !isLanguage(text, opening.tag)) {
    return undefined;
  }
  const close = findCloser(text, contentStart, marker);
  const unusual = opening.indent.end > opening.indent.start || marker !== '-' || opening.openLength !== 3;
  if (close === undefined) {
    return unusual ? undefined : locateUnclosed(text, opening, contentStart);
  }
  const content = { start: contentStart, end: close.start };
  const plain = marker === '-' && opening.tag.end === opening.tag.start;
  if (plain && !looksLikeFrontMatter(text, content)) {
    return undefined;
  }
  return {
    ...opening,
    content,
    closer: close.closer,
    close: { start: close.start, end: close.end },
    closeLength: close.length,
    end: close.closer === 'glued' ? close.end : afterLine(text, close.end),
  };
}

interface Close extends Span {
  readonly closer: Closer;
  readonly length: number;
}

function findCloser(text: string, contentStart: number, marker: string): Close | undefined {
  const fence = marker.repeat(3);
  let afterBlank = false;
  for (let line = contentStart; line < text.length;) {
    const lineEnd = endOfLine(text, line);
    if (text.startsWith(fence, line)) {
      return closeAt(text, { contentStart, line, lineEnd }, marker);
    }
    if (marker === '-') {
      if (text.startsWith('...', line) && isBlank(text, line + 3, lineEnd)) {
        return { start: line, end: lineEnd, closer: 'dots', length: 3 };
      }
      // No line of a YAML mapping starts with a tag, and none is prose: the body has begun, the fence was
      // forgotten.
      const blank = isBlank(text, line, lineEnd);
      if (text[line] === '<' || (afterBlank && !blank && isProse(text, { start: line, end: lineEnd }))) {
        return undefined;
      }
      afterBlank = blank;
    }
    const next = afterLine(text, lineEnd);
    if (next === lineEnd) {
      return undefined;
    }
    line = next;
  }
  return undefined;
}

function closeAt(text: string, at: CloseLine, marker: string): Close {
  const start = marker === '-' ? splitOffset(text, at) : at.line;
  let end = start;
  while (text[end] === marker) {
    end++;
  }
  const length = end - start;
  if (isBlank(text, end, at.lineEnd)) {
    return { start, end: at.lineEnd, closer: 'dashes', length };
  }
  return { start, end: start + 3, closer: 'glued', length: 3 };
}

/**
 * A known field, or nothing at all, says that a closed block is front matter and not prose between two rules.
 */
function looksLikeFrontMatter(text: string, content: Span): boolean {
  let empty = true;
  for (const line of linesOf(text, content.start, content.end)) {
    if (isKeyLine(text, line) || text[line.start] === '{') {
      return true;
    }
    const first = skipBlanks(text, line.start, line.end);
    // The whole block may be indented.
    const key = keyOf(text, { start: first, end: line.end });
    if (key !== undefined && knownFields.has(key)) {
      return true;
    }
    if (first < line.end && text[first] !== '#') {
      empty = false;
    }
  }
  return empty;
}

/**
 * Without a closing fence the block is taken to end after the last line that can belong to a mapping: before
 * the first blank line that no further key follows, and before the first line that cannot be YAML. So the
 * YAML is not shown as article text, and nothing of the body is taken for YAML.
 */
function locateUnclosed(text: string, opening: Opening, contentStart: number): Fence | undefined {
  let end = contentStart;
  let known = false;
  let afterBlank = false;
  for (const line of linesOf(text, contentStart, text.length)) {
    if (isBlank(text, line.start, line.end)) {
      afterBlank = true;
      continue;
    }
    const key = keyOf(text, line);
    if (key === undefined && (afterBlank || !continues(text, line))) {
      break;
    }
    known ||= key !== undefined && knownFields.has(key);
    afterBlank = false;
    end = afterLine(text, line.end);
  }
  if (!known) {
    return undefined;
  }
  return {
    ...opening,
    content: { start: contentStart, end },
    closer: 'none',
    close: undefined,
    closeLength: 0,
    end,
  };
}

/**
 * Hexo's old style: keys from the first line on, then `---`. Only with a known key, since prose over a rule
 * looks alike.
 */
function locateWithoutOpener(text: string, leading: Span): Fence | undefined {
  const start = leading.end;
  let count = 0;
  for (const line of linesOf(text, start, text.length)) {
    const key = keyOf(text, line);
    if (count === 0 && (key === undefined || !knownFields.has(key))) {
      return undefined;
    }
    if (text.startsWith('---', line.start) && isBlank(text, line.start + 3, line.end)) {
      const nowhere = { start, end: start };
      return {
        leading,
        start,
        indent: nowhere,
        open: nowhere,
        marker: '',
        openLength: 0,
        openBlanks: nowhere,
        tag: nowhere,
        content: { start, end: line.start },
        closer: 'dashes',
        close: { start: line.start, end: line.end },
        closeLength: 3,
        end: afterLine(text, line.end),
      };
    }
    if (++count > maxLinesWithoutOpener || (key === undefined && !continues(text, line))) {
      return undefined;
    }
  }
  return undefined;
}

const languages = new Set([
  'yaml',
  'yml',
  'json',
  'json5',
  'toml',
  'js',
  'javascript',
  'ts',
  'coffee',
  'coffeescript',
  'cson',
]);

/** Anything else after `---`, as in `--- text`, is a line of prose or a rule. */
function isLanguage(text: string, tag: Span): boolean {
  return languages.has(text.slice(tag.start, tag.end).toLowerCase());
}
