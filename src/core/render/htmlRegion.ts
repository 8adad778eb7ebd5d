import * as l10n from '@vscode/l10n';
import { excerpt } from '../excerpt';
import { firstEndingAfter } from '../spans';
import type { Article, Body, Comment, EndTag, HtmlToken, RawText, Span, StartTag } from '../types';
import { decodeReferences, escapeLiteral, escapeText } from './characters';
import { renderCodeText } from './codeText';
import { attribute, attributeOf, renderStartTag } from './startTag';
import {
  blockElements,
  embeddedPages,
  silentRawText,
  swallowingElements,
  transparentElements,
} from './tagKinds';

export interface HtmlRenderOptions {
  /** 1-based line of the original document for an offset of the article that is rendered. */
  readonly lineOf: (offset: number) => number;
  /** Comments, style blocks and scripts are named in their place instead of left out. */
  readonly original: boolean;
}

/** Tags of Nunjucks and Liquid that only switch these off. */
const rawTemplateTag = /\{%-?\s*(?:end)?raw\s*-?%\}/g;

/**
 * Returns a function that renders ranges of html. What it writes holds exactly the tags that the
 * classifier sees: no character of text begins one, and nothing is left open that would make a browser
 * swallow what follows.
 */
export function createHtmlRenderer(
  article: Article,
  options: HtmlRenderOptions,
): (range: Span, prefixes?: readonly Span[]) => string {
  const { text, body } = article;
  const shownAsText = unclosedTags(body);
  const proseBlocks = findProse(text, body);

  return (range, prefixes = []) => {
    let result = '';
    let position = range.start;
    for (let index = firstEndingAfter(body.tokens, range.start); index < body.tokens.length; index++) {
      const token = body.tokens[index];
      if (!token || token.start >= range.end) {
        break;
      }
      result += between(position, token.start, prefixes);
      result += shownAsText.has(token.start)
        ? escapeText(text.slice(token.start, token.end))
        : renderToken(token);
      position = token.end;
    }
    return result + between(position, range.end, prefixes);
  };

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
      const inCode = /<code[^<]*$/i.test(text.slice(Math.max(0, code.start - 200), code.start));
      result += renderCodeText(slice(text, code, prefixes), { inCode });
      position = code.end;
    }
    return result + renderText(slice(text, { start: position, end }, prefixes));
  }

  function renderToken(token: HtmlToken): string {
    switch (token.kind) {
      case 'startTag':
        return renderStart(token);
      case 'endTag':
        return renderEnd(token);
      case 'comment':
        return options.original ? commentChip(text, token) : '';
      case 'rawText':
        return renderRawText(token);
      case 'declaration':
        return '';
    }
  }

  function renderStart(tag: StartTag): string {
    if (embeddedPages.has(tag.name)) {
      return embedPlace(tag, options.lineOf(tag.start));
    }
    if (silentRawText.has(tag.name) || transparentElements.has(tag.name)) {
      return '';
    }
    if (tag.name === 'textarea' || tag.name === 'xmp') {
      return '<pre>';
    }
    const line = blockElements.has(tag.name) ? attribute('data-line', options.lineOf(tag.start)) : '';
    const prose = proseBlocks.has(tag.start) ? attribute('data-winnow', 'prose') : '';
    return renderStartTag(text, tag, line + prose);
  }

  function renderRawText(token: RawText): string {
    const content = text.slice(token.start, token.end);
    if (!silentRawText.has(token.name)) {
      return escapeText(content);
    }
    return options.original ? rawTextChip(token, content) : '';
  }
}

function renderEnd(tag: EndTag): string {
  if (silentRawText.has(tag.name) || transparentElements.has(tag.name) || embeddedPages.has(tag.name)) {
    return '';
  }
  return tag.name === 'textarea' || tag.name === 'xmp' ? '</pre>' : `</${tag.name}>`;
}

function renderText(text: string): string {
  return escapeText(text.includes('{%') ? text.replace(rawTemplateTag, '') : text);
}

/** A range of the text without the markers of the quote or list around it. */
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
  return result + text.slice(position, range.end);
}

/** An iframe has no place under the preview's policy; the client puts a link to its page here. */
function embedPlace(tag: StartTag, line: number): string {
  const address = attributeOf(tag, 'src') || attributeOf(tag, 'data-src') || attributeOf(tag, 'data') || '';
  return `<div${attribute('data-line', line)}${attribute('data-winnow', 'embed')}${attribute('data-address', decodeReferences(address))}></div>`;
}

function commentChip(text: string, comment: Comment): string {
  const content = text.slice(comment.content.start, comment.content.end).trim();
  return chip(l10n.t('Comment: {0}', excerpt(content, 60)), content);
}

function rawTextChip(token: RawText, content: string): string {
  const length = content.trim().length;
  return chip(
    token.name === 'style'
      ? l10n.t('Style block, {0} characters', length)
      : token.name === 'script'
        ? l10n.t('Script, {0} characters', length)
        : l10n.t('<{0}>, {1} characters', token.name, length),
    content.trim(),
  );
}

function chip(label: string, content: string): string {
  return `<span${attribute('data-winnow', 'chip')}${attribute('title', excerpt(content, 300))}>${escapeLiteral(label)}</span>`;
}

/** Offsets of the tags that would swallow what follows, since nothing closes them. */
function unclosedTags(body: Body): ReadonlySet<number> {
  const unclosed = new Set(body.unterminated.map(({ start }) => start));
  const open = new Map<string, number[]>();
  for (const token of body.tokens) {
    if (token.kind === 'startTag' && token.name === 'plaintext') {
      unclosed.add(token.start);
    } else if (token.kind === 'startTag' && swallowingElements.has(token.name)) {
      const starts = open.get(token.name) ?? [];
      starts.push(token.start);
      open.set(token.name, starts);
    } else if (token.kind === 'endTag') {
      open.get(token.name)?.pop();
    }
  }
  for (const start of [...open.values()].flat()) {
    unclosed.add(start);
  }
  return unclosed;
}

/** Offsets of the `<pre>` tags whose content is prose: it is shown in the font of the article. */
function findProse(text: string, body: Body): ReadonlySet<number> {
  const prose = new Set<number>();
  for (const token of body.tokens) {
    if (token.kind === 'startTag' && token.name === 'pre') {
      const code = body.code[firstEndingAfter(body.code, token.end)];
      const isCode =
        code !== undefined &&
        /^\s*(?:<code\b[^<]*)?$/i.test(text.slice(token.end, Math.min(code.start, token.end + 1000)));
      if (!isCode) {
        prose.add(token.start);
      }
    }
  }
  return prose;
}
