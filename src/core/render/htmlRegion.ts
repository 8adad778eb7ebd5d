import { firstVisible } from '../html/blank';
import { scriptSamples } from '../html/samples';
import { firstEndingAfter } from '../spans';
import type { Article, Body, HtmlToken, Span, StartTag } from '../types';
import { chaffAttributes, wholeAttribute, type ChaffMarks } from './chaffMarks';
import { escapeText } from './characters';
import { renderCodeText } from './codeText';
import { textMarker, type PlaceOf } from './places';
import { blockElements, foreignElements, swallowingElements, unseenElements } from './tagKinds';
import { elementChip, renderEndTag, renderHidden, renderStartTag } from './tags';

/** Tags of Nunjucks and Liquid that only switch these off. */
const rawTemplateTag = /\{%-?\s*(?:end)?raw\s*-?%\}/g;

/** How far before code its own start tag is looked for, and how long the tag of a `pre` around it may be. */
const tagReach = 1000;

export interface HtmlRenderOptions {
  readonly placeOf: PlaceOf;
  /** Comments, style blocks and scripts are named in their place instead of left out, and this is marked. */
  readonly marks?: ChaffMarks | undefined;
}

/** Renders a range of html; `prefixes` are the markers of the quotes and lists around it. */
export type HtmlRenderer = (range: Span, prefixes: readonly Span[]) => string;

/**
 * What the renderer writes holds exactly the tags that the classifier sees: no character of text begins
 * one, and nothing is left open that would make a browser swallow what follows.
 */
export function createHtmlRenderer(article: Article, options: HtmlRenderOptions): HtmlRenderer {
  const { text, body } = article;
  const shownAsText = new Set([...body.unterminated.map(({ start }) => start), ...scriptSamples(article)]);
  const unclosed = unclosedTags(body);
  const prose = proseTags(text, body);

  const { placeOf, marks } = options;
  /** Text that comes now has no start tag of a block before it. */
  let isApart = true;
  /** How many drawings and formulas are open: an element of HTML would end them. */
  let foreign = 0;

  return (range, prefixes) => {
    let result = '';
    let position = range.start;
    isApart = true;
    for (let index = firstEndingAfter(body.tokens, range.start); index < body.tokens.length; index++) {
      const token = body.tokens[index];
      if (!token || token.start >= range.end) {
        break;
      }
      result += between(position, token.start, prefixes) + renderToken(token);
      position = token.end;
    }
    return result + between(position, range.end, prefixes);
  };

  function renderToken(token: HtmlToken): string {
    const source = text.slice(token.start, token.end);
    if (shownAsText.has(token.start)) {
      return escapeText(source);
    }
    note(token);
    switch (token.kind) {
      case 'startTag':
        return (
          chipBefore(token) +
          renderStartTag(source, token, {
            place: placeOf(token.start),
            chaff: chaffAttributes(marks, 'whole', token.start),
            isUnclosed: unclosed.has(token.start),
            isProse: prose.has(token.start),
          })
        );
      case 'endTag':
        return renderEndTag(token.name);
      case 'comment':
      case 'declaration':
      case 'rawText':
        return renderHidden(source, token, {
          original: marks !== undefined,
          chaff: chaffAttributes(marks, 'chips', token.start),
        });
    }
  }

  function note(token: HtmlToken): void {
    if (token.kind !== 'startTag' && token.kind !== 'endTag') {
      return;
    }
    const opens = token.kind === 'startTag';
    if (foreignElements.has(token.name) && !(opens && (token.selfClosing || unclosed.has(token.start)))) {
      foreign = Math.max(0, foreign + (opens ? 1 : -1));
    }
    if (token.name === 'br' || token.name === 'hr') {
      isApart = true;
    } else if (blockElements.has(token.name)) {
      isApart = !opens;
    }
  }

  function chipBefore({ name, start, end }: StartTag): string {
    const index = unseenElements.has(name) ? marks?.chips.get(start) : undefined;
    return index === undefined ? '' : elementChip(name, text.slice(start, end), wholeAttribute(index));
  }

  /** Text and code between two tags. */
  function between(start: number, end: number, prefixes: readonly Span[]): string {
    let result = '';
    let position = start;
    for (let index = firstEndingAfter(body.code, start); index < body.code.length; index++) {
      const code = body.code[index];
      if (!code || code.start >= end) {
        break;
      }
      result += textOf(position, code.start, prefixes) + markerAt(code.start);
      const content = slice(text, code, prefixes);
      const isWhole = content.length === code.end - code.start;
      const inCode = followsCodeTag(text, code.start);
      // Where the code is not all of a piece, nothing in it is marked.
      const box = isWhole ? boxAtEnd(code) : undefined;
      const rest = box === undefined ? code.end : box.start;
      result += renderCodeText(isWhole ? text.slice(code.start, rest) : content, {
        inCode,
        attributesAt: (offset) => (isWhole ? bareAttribute(code.start + offset) : ''),
      });
      if (box !== undefined) {
        result += `<span${wholeAttribute(box.index)}>${escapeText(text.slice(rest, code.end))}</span>`;
      }
      position = code.end;
    }
    return result + textOf(position, end, prefixes);
  }

  /** Text with a marker before it where it needs one; the parts of it that would go are wrapped. */
  function textOf(start: number, end: number, prefixes: readonly Span[]): string {
    const render = (from: number, to: number): string =>
      renderText(slice(text, { start: from, end: to }, prefixes));
    const first = isApart || marks !== undefined ? firstVisible(text, start, end, prefixes) : -1;
    if (first < 0) {
      return render(start, end);
    }
    let result = render(start, first) + markerAt(first);
    let position = first;
    const bare = foreign > 0 ? [] : (marks?.bare ?? []);
    for (let index = firstEndingAfter(bare, first); index < bare.length; index++) {
      const change = bare[index];
      if (!change || change.start >= end) {
        break;
      }
      const from = Math.max(change.start, position);
      const to = Math.min(change.end, end);
      result += render(position, from);
      result +=
        firstVisible(text, from, to, prefixes) < 0
          ? render(from, to)
          : `<span${wholeAttribute(change.index)}>${render(from, to)}</span>`;
      position = to;
    }
    return result + render(position, end);
  }

  /** For a tag in code that goes with what it holds: tags in code are no elements for anyone else. */
  function bareAttribute(offset: number): string {
    const bare = marks?.bare ?? [];
    const change = bare[firstEndingAfter(bare, offset)];
    return change?.start === offset ? wholeAttribute(change.index) : '';
  }

  /** A box, not a highlighter's tag, that would go from the end of the code: its tags are shown as text. */
  function boxAtEnd(code: Span): { readonly start: number; readonly index: number } | undefined {
    const bare = marks?.bare ?? [];
    const change = bare[firstEndingAfter(bare, code.end - 1)];
    return change !== undefined &&
      change.start > code.start &&
      change.end === code.end &&
      /^<(?:div|ul|ol|button|section|table|p)[\s>]/i.test(text.slice(change.start, change.start + 9))
      ? change
      : undefined;
  }

  function markerAt(offset: number): string {
    if (!isApart || foreign > 0) {
      return '';
    }
    isApart = false;
    return textMarker(placeOf(offset));
  }
}

/** Text of the article, without the template tags that nobody is meant to see. */
export function renderText(text: string): string {
  return escapeText(withoutRawTags(text));
}

export function withoutRawTags(text: string): string {
  return text.includes('{%') ? text.replace(rawTemplateTag, '') : text;
}

/** A range of the text without the prefixes in it. */
function slice(text: string, range: Span, prefixes: readonly Span[]): string {
  let result = '';
  let position = range.start;
  for (let index = firstEndingAfter(prefixes, range.start); index < prefixes.length; index++) {
    const prefix = prefixes[index];
    if (!prefix || prefix.start >= range.end) {
      break;
    }
    result += text.slice(position, Math.max(position, prefix.start));
    position = Math.max(position, prefix.end);
  }
  return result + text.slice(position, Math.max(position, range.end));
}

function followsCodeTag(text: string, start: number): boolean {
  return /<code\b[^<]*>$/i.test(text.slice(Math.max(0, start - tagReach), start));
}

/** Offsets of the start tags that take in what follows and have no end tag. */
function unclosedTags(body: Body): ReadonlySet<number> {
  const open = new Map<string, number[]>();
  for (const token of body.tokens) {
    if (token.kind === 'startTag' && swallowingElements.has(token.name) && !token.selfClosing) {
      const starts = open.get(token.name) ?? [];
      starts.push(token.start);
      open.set(token.name, starts);
    } else if (token.kind === 'endTag') {
      open.get(token.name)?.pop();
    }
  }
  return new Set([...open.values()].flat());
}

/** Offsets of the `pre` tags whose content is prose. */
function proseTags(text: string, body: Body): ReadonlySet<number> {
  const prose = new Set<number>();
  for (const token of body.tokens) {
    if (token.kind === 'startTag' && token.name === 'pre') {
      const code = body.code[firstEndingAfter(body.code, token.end)];
      const before = code && text.slice(token.end, Math.min(code.start, token.end + tagReach));
      if (before === undefined || !/^\s*(?:<code\b[^<]*>)?$/i.test(before)) {
        prose.add(token.start);
      }
    }
  }
  return prose;
}
