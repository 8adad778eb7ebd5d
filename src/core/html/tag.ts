import type { EndTag, HtmlAttribute, Span, StartTag } from '../types';
import { isHtmlSpace, isLetter } from './names';
import type { HtmlSource } from './source';

const slash = 47;
const equals = 61;
const greaterThan = 62;
const doubleQuote = 34;
const singleQuote = 39;

/** A tag whose attributes are still being collected. */
interface Draft {
  readonly attributes: HtmlAttribute[];
  selfClosing: boolean;
}

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
  const draft: Draft = { attributes: [], selfClosing: false };
  const end = scanAttributes(source, nameEnd, limit, draft);
  if (end < 0) {
    rememberFailure(source, limit, { start, end: nameEnd }, draft.attributes);
    return undefined;
  }
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const span = { start: base + start, end: base + end };
  return closing
    ? { kind: 'endTag', name, ...span }
    : { kind: 'startTag', name, attributes: draft.attributes, selfClosing: draft.selfClosing, ...span };
}

/** From after the tag's name to after its `>`; -1 when there is none before `limit`. */
function scanAttributes(source: HtmlSource, from: number, limit: number, draft: Draft): number {
  const { text, base } = source;
  const failed = source.failures?.limit === limit ? source.failures.attributes : undefined;
  let position = from;
  for (;;) {
    const gap = position;
    let code = text.charCodeAt(position);
    while (position < limit && (isHtmlSpace(code) || code === slash)) {
      code = text.charCodeAt(++position);
    }
    if (position >= limit || failed?.has(position) === true) {
      return -1;
    }
    if (code === greaterThan) {
      draft.selfClosing = position > gap && text.charCodeAt(position - 1) === slash;
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
        const finder = code === doubleQuote ? source.doubleQuote : source.singleQuote;
        valueEnd = finder.next(valueStart);
        position = valueEnd + 1;
        if (valueEnd >= limit) {
          valueEnd = position = source.greaterThan.next(valueStart);
        }
      } else {
        valueStart = next;
        valueEnd = position = skipUnquoted(text, next, limit);
      }
    }
    draft.attributes.push({
      start: base + nameStart,
      end: base + position,
      name: text.slice(nameStart, nameEnd).toLowerCase(),
      nameEnd: base + nameEnd,
      value: text.slice(valueStart, valueEnd),
      valueStart: base + valueStart,
      valueEnd: base + valueEnd,
    });
    if (position >= limit) {
      return -1;
    }
  }
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
 * or -1: this decides whether Markdown text holds a tag. Whatever it accepts, `scanTag` reads alike.
 */
export function matchTag(text: string, start: number, limit: number): number {
  const closing = text.charCodeAt(start + 1) === slash;
  let position = closing ? start + 2 : start + 1;
  if (position >= limit || !isLetter(text.charCodeAt(position))) {
    return -1;
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
