import type { Article, Span } from '../types';
import { vocabularyOf } from '../vocabulary';
import { endOfQuoted, readFlowList } from './flow';
import { colonOf, looseFields, ownerOf, skipBlanks, trimmed, type LooseField } from './looseFields';
import { writingBlockAt, type WritingBlock } from './writingBlock';

/** What can be written at a place of the front matter. */
export type Place = KeyPlace | ValuePlace | ItemPlace;

interface Replaceable {
  /** What a completion replaces; holds the cursor and stands on its line. */
  readonly span: Span;
  /** The part of it before the cursor. */
  readonly typed: string;
}

/** A key of the top level. */
export interface KeyPlace extends Replaceable {
  readonly kind: 'key';
  /** A colon follows, so none is to be written. */
  readonly hasColon: boolean;
  /** The keys on other lines. */
  readonly present: ReadonlySet<string>;
}

/** The value of a key of the top level, when it is neither a list nor a map. */
export interface ValuePlace extends Replaceable {
  readonly kind: 'value';
  readonly key: string;
  /** The value as it stands there now, quotes included. */
  readonly written: string;
  /** The colon is the character before: a blank must be written first. */
  readonly needsBlank: boolean;
}

/** An item of a list of names. */
export interface ItemPlace extends Replaceable {
  readonly kind: 'item';
  readonly key: string;
  readonly written: string;
  /** In brackets, where a comma or a bracket ends a name. */
  readonly isFlow: boolean;
  /** What must be written before the name: `- `, a blank or nothing. */
  readonly before: string;
  /** The other items of the list, as written; empty in lists of lists, where names may come again. */
  readonly siblings: readonly string[];
}

/**
 * What can be written at an offset; undefined outside of the front matter, in comments, in nested maps and in
 * texts of several lines.
 */
export function placeAt(article: Article, offset: number): Place | undefined {
  const block = writingBlockAt(article, offset);
  if (block === undefined) {
    return undefined;
  }
  const scene = readScene(article, block, offset);
  const first = article.text.charAt(block.line.start);
  const isTopLevel = block.line.end > block.line.start && !' \t-#]}'.includes(first);
  return (
    inFlow(scene) ??
    (isTopLevel || block.line.end === block.line.start
      ? (atValue(scene) ?? atKey(scene))
      : first === '#'
        ? undefined
        : (atItem(scene) ?? atKey(scene)))
  );
}

interface Scene {
  readonly text: string;
  readonly offset: number;
  readonly block: WritingBlock;
  readonly fields: readonly LooseField[];
  /** The field that the line of the cursor belongs to: its own, or the last one above it. */
  readonly owner: LooseField | undefined;
}

function readScene(article: Article, block: WritingBlock, offset: number): Scene {
  const fields = looseFields(article, block.content);
  return { text: article.text, offset, block, fields, owner: ownerOf(fields, block.line) };
}

/** In the brackets of the field that the cursor belongs to, on its line or below. */
function inFlow({ text, offset, block, owner }: Scene): ItemPlace | undefined {
  if (owner === undefined || text[owner.valueStart] !== '[' || offset <= owner.valueStart) {
    return undefined;
  }
  // A bracket that is still open must not swallow the next field.
  const limit = Math.max(offset, owner.line.end, block.line.end);
  return flowItem({ text, offset, key: owner.key, start: owner.valueStart, limit, line: block.line });
}

interface FlowQuestion {
  readonly text: string;
  readonly offset: number;
  readonly key: string;
  readonly start: number;
  readonly limit: number;
  readonly line: Span;
}

function flowItem({ text, offset, key, start, limit, line }: FlowQuestion): ItemPlace | undefined {
  const list = readFlowList(text, start, limit);
  const isAfter = list.isClosed && offset >= list.end;
  if (isAfter || list.hasMap || vocabularyOf(key) === undefined) {
    return undefined;
  }
  // Blanks around a name are not part of its span, so the cursor may stand between two.
  const item =
    list.items.find((it) => it.start <= offset && offset <= it.end) ??
    list.items.findLast((it) => it.start <= offset && isBlankBetween(text, it.end, offset)) ??
    list.items.find((it) => it.start >= offset && isBlankBetween(text, offset, it.start));
  if (item === undefined || item.start < line.start || item.end > line.end) {
    return undefined;
  }
  const isEmpty = item.start === item.end;
  const span = isEmpty
    ? { start: offset, end: offset }
    : { start: Math.min(item.start, offset), end: Math.max(item.end, offset) };
  const isFlat = list.items.every(({ depth }) => depth === 1);
  return {
    kind: 'item',
    key,
    span,
    typed: text.slice(span.start, offset),
    written: text.slice(item.start, item.end),
    isFlow: true,
    before: text[span.start - 1] === ',' ? ' ' : '',
    siblings: isFlat ? list.items.filter((it) => it !== item).map((it) => text.slice(it.start, it.end)) : [],
  };
}

function atValue({ text, offset, block: { line }, owner }: Scene): ValuePlace | undefined {
  if (owner?.line.start !== line.start || offset <= owner.colon) {
    return undefined;
  }
  const end = endOfValue(text, owner.valueStart, line.end);
  // Structure, block scalars, anchors, aliases and tags are not replaced by a value.
  if (end === undefined || '[{|>&*!'.includes(text.charAt(owner.valueStart) || ' ')) {
    return undefined;
  }
  if (offset > end && !isBlankBetween(text, end, offset)) {
    return undefined;
  }
  const span = { start: Math.min(owner.valueStart, offset), end: Math.max(end, offset) };
  return {
    kind: 'value',
    key: owner.key,
    span,
    typed: text.slice(span.start, offset),
    written: text.slice(owner.valueStart, end),
    needsBlank: span.start === owner.colon + 1,
  };
}

/**
 * Where a scalar on one line ends, before blanks and a comment; undefined when text follows its closing
 * quote.
 */
function endOfValue(text: string, start: number, lineEnd: number): number | undefined {
  if ('"\''.includes(text.charAt(start) || ' ')) {
    const end = endOfQuoted(text, start, lineEnd);
    const rest = skipBlanks(text, end, lineEnd);
    // Half-typed quotes are replaced together with what stands behind them.
    return rest === lineEnd || text[rest] === '#' ? end : trimmed(text, start, lineEnd).end;
  }
  for (let index = start; index < lineEnd; index++) {
    if (text[index] === '#' && ' \t:'.includes(text.charAt(index - 1))) {
      return trimmed(text, start, index).end;
    }
  }
  return trimmed(text, start, lineEnd).end;
}

function atKey({ text, offset, block: { line }, fields, owner }: Scene): KeyPlace | undefined {
  let end = line.start;
  while (end < line.end && /[\w-]/.test(text.charAt(end))) {
    end++;
  }
  // Also in `-`, `--` and on a line of blanks the cursor may be too far to the right for a key.
  if (offset > end || text.startsWith('-', line.start) || isListItem(text, line)) {
    return undefined;
  }
  const own = owner?.line.start === line.start ? owner : undefined;
  const isInText = own === undefined && line.end > end && !isBlankBetween(text, end, line.end);
  if (isInText) {
    return undefined;
  }
  const span = { start: line.start, end: own?.keySpan.end ?? end };
  return {
    kind: 'key',
    span,
    typed: text.slice(span.start, offset),
    hasColon: own !== undefined,
    present: new Set(fields.filter((field) => field !== own).map(({ key }) => key)),
  };
}

function isListItem(text: string, line: Span): boolean {
  return text[skipBlanks(text, line.start, line.end)] === '-';
}

/** An item of a list below its key, after its dash or before one is written. */
function atItem(scene: Scene): ItemPlace | undefined {
  const { text, offset, block, owner } = scene;
  const { line } = block;
  if (owner === undefined || vocabularyOf(owner.key) === undefined || !opensList(text, owner, line.start)) {
    return undefined;
  }
  const indent = skipBlanks(text, line.start, line.end);
  if (indent === line.end) {
    // A line of blanks: the dash is still to be written.
    return offset === line.end
      ? {
          kind: 'item',
          key: owner.key,
          span: { start: offset, end: offset },
          typed: '',
          written: '',
          isFlow: false,
          before: '- ',
          siblings: siblingsOf(scene),
        }
      : undefined;
  }
  const dashes = afterDashes(text, indent, line.end);
  if (dashes === undefined || offset < dashes.end) {
    return undefined;
  }
  const start = skipBlanks(text, dashes.end, line.end);
  if (text[start] === '[') {
    const limit = line.end;
    return offset > start ? flowItem({ text, offset, key: owner.key, start, limit, line }) : undefined;
  }
  const end = endOfValue(text, start, line.end);
  const isMap = colonOf(text, { start, end: line.end }) !== undefined;
  if (end === undefined || isMap || '{|>&*!#'.includes(text.charAt(start) || ' ')) {
    return undefined;
  }
  if (offset > end && !isBlankBetween(text, end, offset)) {
    return undefined;
  }
  const span = { start: Math.min(start, offset), end: Math.max(end, offset) };
  return {
    kind: 'item',
    key: owner.key,
    span,
    typed: text.slice(span.start, offset),
    written: text.slice(start, end),
    isFlow: false,
    before: span.start === dashes.end && text[span.start - 1] === '-' ? ' ' : '',
    siblings: siblingsOf(scene),
  };
}

/**
 * Nothing stands behind the key, and between it and the line there are only items, blank lines and comments.
 */
function opensList(text: string, owner: LooseField, lineStart: number): boolean {
  const behind = text.charAt(owner.valueStart);
  if (owner.valueStart < owner.line.end && behind !== '#') {
    return false;
  }
  return text
    .slice(owner.line.end, lineStart)
    .split(/\r\n?|\n/)
    .every((line) => /^[ \t]*(?:-|#|$)/.test(line));
}

/** The items on the other lines of the list; none where lists stand in a list. */
function siblingsOf({ text, block, owner, fields }: Scene): readonly string[] {
  const next = fields.find((field) => field.line.start > block.line.start);
  const start = owner?.line.end ?? block.content.start;
  const below = text.slice(start, next?.line.start ?? block.content.end);
  const own = block.line.start - start;
  const siblings: string[] = [];
  let at = 0;
  for (const line of below.split(/(?<=\n|\r(?!\n))/)) {
    const item = /^[ \t]*-[ \t]+(.*)$/m.exec(line)?.[1]?.trim();
    if (item !== undefined && /^(?:-[ \t]|\[)/.test(item)) {
      return [];
    }
    if (item !== undefined && at !== own) {
      siblings.push(item);
    }
    at += line.length;
  }
  return siblings;
}

/** After one or more dashes, each before a blank or the end of the line. */
function afterDashes(text: string, start: number, lineEnd: number): { readonly end: number } | undefined {
  let end: number | undefined;
  let index = start;
  while (text[index] === '-' && (index + 1 === lineEnd || ' \t'.includes(text.charAt(index + 1)))) {
    end = index + 1;
    index = skipBlanks(text, index + 1, lineEnd);
  }
  return end === undefined ? undefined : { end };
}

function isBlankBetween(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
