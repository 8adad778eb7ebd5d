import { classifyBody } from './body';
import { parseFrontMatter } from './frontMatter';
import { detectEol, indexLines } from './text';
import type { Article, Body, FrontMatter, Lines } from './types';

/**
 * Parses a document. Nothing is read before it is asked for, so a caller that only wants the front
 * matter pays for the front matter only. Never throws, whatever the text.
 */
export function parseArticle(text: string): Article {
  let lines: Lines | undefined;
  let eol: Article['eol'] | undefined;
  let frontMatter: { readonly value: FrontMatter | undefined } | undefined;
  let body: Body | undefined;
  return {
    text,
    get eol() {
      return (eol ??= detectEol(text));
    },
    get lines() {
      return (lines ??= indexLines(text));
    },
    get frontMatter() {
      frontMatter ??= { value: parseFrontMatter(text) };
      return frontMatter.value;
    },
    get body() {
      return (body ??= classifyBody(text, this.frontMatter?.end ?? afterByteOrderMark(text), this.lines));
    },
  };
}

/** A byte order mark is no part of the body: the line after it begins a block like any other. */
function afterByteOrderMark(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}
