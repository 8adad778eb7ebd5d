import * as l10n from '@vscode/l10n';
import { excerpt } from '../excerpt';
import type { Comment, Declaration, RawText, StartTag } from '../types';
import { decodeReferences, escapeLiteral, escapeText } from './characters';
import { placeAttributes, type Place } from './places';
import { attribute, writeStartTag } from './startTag';
import {
  blockElements,
  embeddedPages,
  shownRawText,
  silentRawText,
  swallowingElements,
  transparentElements,
} from './tagKinds';

/** What is known of the place of a tag. */
export interface TagContext {
  /** Where it is; undefined where nobody knows, in a line of Markdown. */
  readonly place: Place | undefined;
  /** The attributes that say what of it would go. */
  readonly chaff: string;
  /** It would take in what follows, for want of an end tag. */
  readonly isUnclosed: boolean;
  /** A `pre` that holds prose. */
  readonly isProse: boolean;
}

/** A start tag as the preview has it. `source` is the tag as written. */
export function renderStartTag(source: string, tag: StartTag, context: TagContext): string {
  const { name } = tag;
  const place =
    context.place && (blockElements.has(name) || embeddedPages.has(name))
      ? placeAttributes(context.place)
      : '';
  const extra = place + context.chaff;
  if (embeddedPages.has(name)) {
    return embedPlace(tag, extra);
  }
  if (shownRawText.has(name)) {
    return `<pre${extra}>`;
  }
  if (silentRawText.has(name) || transparentElements.has(name)) {
    return '';
  }
  if (name === 'plaintext') {
    return escapeText(source);
  }
  if (context.isUnclosed && swallowingElements.get(name) === 'omit') {
    return '';
  }
  const prose = context.isProse ? attribute('data-winnow', 'prose') : '';
  const end = context.isUnclosed ? `</${name}>` : '';
  return writeStartTag(source, tag, extra + prose) + end;
}

export function renderEndTag(name: string): string {
  if (silentRawText.has(name) || transparentElements.has(name) || embeddedPages.has(name)) {
    return '';
  }
  return shownRawText.has(name) ? '</pre>' : `</${name}>`;
}

/** What is no text of the article: nothing, or a word about it when the original is shown. */
export function renderHidden(
  source: string,
  token: Comment | Declaration | RawText,
  { original, chaff }: { readonly original: boolean; readonly chaff: string },
): string {
  if (token.kind === 'rawText' && shownRawText.has(token.name)) {
    return escapeText(source);
  }
  if (!original || (token.kind === 'declaration' && chaff === '')) {
    return '';
  }
  if (token.kind === 'declaration') {
    return chip(l10n.t('Comment: {0}', excerpt(source, 60)), source, chaff);
  }
  const length = source.trim().length;
  if (token.kind === 'comment') {
    const content = source.slice(token.content.start - token.start, token.content.end - token.start);
    return chip(l10n.t('Comment: {0}', excerpt(content, 60)), content, chaff);
  }
  switch (token.name) {
    case 'style':
      return chip(l10n.t('Style block, {0} characters', length), source, chaff);
    case 'script':
      return chip(l10n.t('Script, {0} characters', length), source, chaff);
    default:
      return elementChip(token.name, source, chaff);
  }
}

/** Names an element of which the page shows nothing. */
export function elementChip(name: string, source: string, chaff: string): string {
  return chip(l10n.t('Element {0}, {1} characters', name, source.trim().length), source, chaff);
}

function chip(label: string, content: string, chaff: string): string {
  return `<span${attribute('data-winnow', 'chip')}${chaff}${attribute('title', excerpt(content, 300))}>${escapeLiteral(label)}</span>`;
}

/** An embedded page has no place under the preview's policy; the client puts a link to it here. */
function embedPlace(tag: StartTag, extra: string): string {
  const addresses = ['src', 'data-src', 'data']
    .map((name) => tag.attributes.find((candidate) => candidate.name === name)?.value ?? '')
    .filter((value) => value !== '' && value !== 'about:blank');
  const address = decodeReferences(addresses[0] ?? '');
  return `<span${extra}${attribute('data-winnow', 'embed')}${attribute('data-address', address)}></span>`;
}
