import { firstEndingAfter } from '../spans';
import type { Article, Body, HtmlToken, Span } from '../types';
import { escapeText } from './characters';
import { renderCodeText } from './codeText';
import { swallowingElements } from './tagKinds';
import { renderEndTag, renderHidden, renderStartTag, type TagContext } from './tags';

/** Tags of Nunjucks and Liquid that only switch these off. */
const rawTemplateTag = /\{%-?\s*(?:end)?raw\s*-?%\}/g;

/** How far before code its own start tag is looked for, and how long the tag of a `pre` around it may be. */
const tagReach = 1000;

export interface HtmlRenderOptions {
  /** 1-based line of the original document for an offset of the article that is rendered. */
  readonly lineOf: (offset: number) => number;
  /** Comments, style blocks and scripts are named in their place instead of left out. */
  readonly original: boolean;
}

/** Renders a range of html; `prefixes` are the markers of the quotes and lists around it. */
export type HtmlRenderer = (range: Span, prefixes: readonly Span[]) => string;

/**
 * What the renderer writes holds exactly the tags that the classifier sees: no character of text begins
 * one, and nothing is left open that would make a browser swallow what follows.
 */
export function createHtmlRenderer(article: Article, options: HtmlRenderOptions): HtmlRenderer {
  const { text, body } = article;
  const shownAsText = new Set(body.unterminated.map(({ start }) => start));
  const unclosed = unclosedTags(body);
  const prose = proseTags(text, body);

  return (range, prefixes) => {
    let result = '';
    let position = range.start;
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
    const context: TagContext = {
      line: options.lineOf(token.start),
      isUnclosed: unclosed.has(token.start),
      isProse: prose.has(token.start),
    };
    switch (token.kind) {
      case 'startTag':
        return renderStartTag(source, token, context);
      case 'endTag':
        return renderEndTag(token.name);
      case 'comment':
      case 'declaration':
      case 'rawText':
        return renderHidden(source, token, options);
    }
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
      result += renderText(slice(text, { start: position, end: code.start }, prefixes));
      result += renderCodeText(slice(text, code, prefixes), { inCode: followsCodeTag(text, code.start) });
      position = code.end;
    }
    return result + renderText(slice(text, { start: position, end }, prefixes));
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
