import type { EndTag, HtmlAttribute, Span, StartTag } from '../types';
import { isHtmlSpace, isLetter } from './names';
import type { HtmlSource } from './source';

const slash = 47;
const equals = 61;
const greaterThan = 62;
const doubleQuote = 34;
const singleQuote = 39;

const none: readonly HtmlAttribute[] = [];

/** What Discuz wraps around the pictures of a post. By CommonMark no name of a tag holds `_`. */
const forumName = 'ignore_js_op';

/**
 * Scans the start or end tag at `start`, where `<` or `</` and a letter are, by the tag states of the
 * HTML tokenizer. Two deviations: a tag without `>` before `limit` is text (undefined is returned), and
 * a quote that is not closed before `limit` ends its tag at the first `>` after it.
 */
export function scanTag(source: HtmlSource, start: number, limit: number): StartTag | EndTag | undefined {
  const { text, base } = source;
  if (source.greaterThan.next(start) >= limit) {
    return undefined;
  }
  const known = source.failures?.limit === limit ? source.failures : undefined;
  if (known !== undefined && start >= known.start && start < known.nameEnd) {
    // The name of a tag without end runs over this `<`: from there on both are scanned alike.
    return undefined;
  }
  const closing = text.charCodeAt(start + 1) === slash;
  const nameStart = closing ? start + 2 : start + 1;
  const nameEnd = skipName(text, nameStart, limit);
  let attributes = none;
  let end = nameEnd + 1;
  if (text.charCodeAt(nameEnd) !== greaterThan) {
    const found: HtmlAttribute[] = [];
    end = scanAttributes(source, nameEnd, limit, found);
    if (end < 0) {
      rememberFailure(source, limit, { start, end: nameEnd }, found);
      return undefined;
    }
    attributes = found;
  }
  const name = lowerCase(text, nameStart, nameEnd);
  if (closing) {
    return { kind: 'endTag', name, start: base + start, end: base + end };
  }
  // A slash right before the end, unless it is the last character of an unquoted value.
  const selfClosing = text.charCodeAt(end - 2) === slash && (attributes.at(-1)?.end ?? 0) <= base + end - 2;
  return { kind: 'startTag', name, attributes, selfClosing, start: base + start, end: base + end };
}

/** From after the tag's name to after its `>`; -1 when there is none before `limit`. */
function scanAttributes(
  source: HtmlSource,
  from: number,
  limit: number,
  attributes: HtmlAttribute[],
): number {
  const { text, base } = source;
  const failed = source.failures?.limit === limit ? source.failures.attributes : undefined;
  let position = from;
  for (;;) {
    let code = text.charCodeAt(position);
    while (position < limit && (isHtmlSpace(code) || code === slash)) {
      code = text.charCodeAt(++position);
    }
    if (position >= limit || failed?.has(position) === true) {
      return -1;
    }
    if (code === greaterThan) {
      return position + 1;
    }
    const nameStart = position;
    position = skipAttributeName(text, position + 1, limit);
    const nameEnd = position;
    let valueStart = nameEnd;
    let valueEnd = nameEnd;
    let next = skipSpace(text, position, limit);
    if (next < limit && text.charCodeAt(next) === equals) {
      next = skipSpace(text, next + 1, limit);
      code = text.charCodeAt(next);
      if (code === doubleQuote || code === singleQuote) {
        valueStart = next + 1;
        valueEnd = (code === doubleQuote ? source.doubleQuote : source.singleQuote).next(valueStart);
        position = valueEnd + 1;
        if (valueEnd >= limit) {
          valueEnd = position = source.greaterThan.next(valueStart);
        }
      } else {
        valueStart = next;
        valueEnd = position = skipUnquoted(text, next, limit);
      }
    }
    attributes.push({
      start: base + nameStart,
      end: base + position,
      name: lowerCase(text, nameStart, nameEnd),
      nameEnd: base + nameEnd,
      value: valueStart === valueEnd ? '' : text.slice(valueStart, valueEnd),
      valueStart: base + valueStart,
      valueEnd: base + valueEnd,
    });
    if (position >= limit) {
      return -1;
    }
  }
}

/** Most names are lower case already; asking the engine to fold those costs more than reading them. */
function lowerCase(text: string, start: number, end: number): string {
  const name = text.slice(start, end);
  for (let position = start; position < end; position++) {
    const code = text.charCodeAt(position);
    if ((code >= 65 && code <= 90) || code > 127) {
      return name.toLowerCase();
    }
  }
  return name;
}

/**
 * Two scans that meet at the beginning of an attribute, or inside a name, go on alike. Remembering where
 * a failed one has been keeps a text of thousands of unfinished tags linear.
 */
function rememberFailure(
  source: HtmlSource,
  limit: number,
  name: Span,
  attributes: readonly HtmlAttribute[],
): void {
  if (source.failures?.limit !== limit) {
    source.failures = { limit, start: 0, nameEnd: 0, attributes: new Set() };
  }
  source.failures.start = name.start;
  source.failures.nameEnd = name.end;
  for (const attribute of attributes) {
    source.failures.attributes.add(attribute.start - source.base);
  }
}

function skipName(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (isHtmlSpace(code) || code === slash || code === greaterThan) {
      break;
    }
    position++;
  }
  return position;
}

function skipAttributeName(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (isHtmlSpace(code) || code === slash || code === greaterThan || code === equals) {
      break;
    }
    position++;
  }
  return position;
}

function skipUnquoted(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (isHtmlSpace(code) || code === greaterThan) {
      break;
    }
    position++;
  }
  return position;
}

function skipSpace(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit && isHtmlSpace(text.charCodeAt(position))) {
    position++;
  }
  return position;
}

/**
 * The end of the tag at `start` by the grammar of CommonMark 0.31, section 6.6 (open and closing tags),
 * or -1: this decides whether Markdown text holds a tag. Whatever it accepts, `scanTag` reads alike. One
 * name is taken beyond that grammar, as Hexo takes it too: forums write it, and no reader wants to see it.
 */
export function matchTag(text: string, start: number, limit: number): number {
  const closing = text.charCodeAt(start + 1) === slash;
  let position = closing ? start + 2 : start + 1;
  if (position >= limit || !isLetter(text.charCodeAt(position))) {
    return -1;
  }
  if (text.startsWith(forumName, position)) {
    position += forumName.length;
  }
  while (position < limit && isTagNameCharacter(text.charCodeAt(position))) {
    position++;
  }
  for (;;) {
    const gap = position;
    position = skipSpace(text, position, limit);
    if (position >= limit) {
      return -1;
    }
    const code = text.charCodeAt(position);
    if (code === greaterThan) {
      return position + 1;
    }
    if (code === slash) {
      return !closing && position + 1 < limit && text.charCodeAt(position + 1) === greaterThan
        ? position + 2
        : -1;
    }
    if (closing || position === gap || !isAttributeNameStart(code)) {
      return -1;
    }
    position = matchAttribute(text, position + 1, limit);
    if (position < 0) {
      return -1;
    }
  }
}

function matchAttribute(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit && isAttributeNameCharacter(text.charCodeAt(position))) {
    position++;
  }
  const afterName = position;
  position = skipSpace(text, position, limit);
  if (position >= limit || text.charCodeAt(position) !== equals) {
    return afterName;
  }
  position = skipSpace(text, position + 1, limit);
  if (position >= limit) {
    return -1;
  }
  const quote = text.charCodeAt(position);
  if (quote === doubleQuote || quote === singleQuote) {
    position++;
    while (position < limit && text.charCodeAt(position) !== quote) {
      position++;
    }
    return position < limit ? position + 1 : -1;
  }
  const valueStart = position;
  while (position < limit && isUnquotedCharacter(text.charCodeAt(position))) {
    position++;
  }
  return position > valueStart ? position : -1;
}

function isTagNameCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 45;
}

function isAttributeNameStart(code: number): boolean {
  return isLetter(code) || code === 95 || code === 58;
}

function isAttributeNameCharacter(code: number): boolean {
  return isAttributeNameStart(code) || isDigit(code) || code === 45 || code === 46;
}

function isUnquotedCharacter(code: number): boolean {
  return code > 32 && code !== 34 && code !== 39 && code !== 60 && code !== 61 && code !== 62 && code !== 96;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
