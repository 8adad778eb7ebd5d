import { classifyBody } from './body';
import { applyEdits } from './edits';
import { parseFrontMatter } from './frontMatter';
import { detectEol, indexLines } from './text';
import type { Article, Body, Edit, FrontMatter, Lines } from './types';

/**
 * Parses a document. Nothing is read before it is asked for, so a caller that only wants the front
 * matter pays for the front matter only. Never throws, whatever the text.
 */
export function parseArticle(text: string): Article {
  return articleOf(text, undefined);
}

/** The article that sorted, non-overlapping edits make of another; what they leave alone for certain is not read again. */
export function editArticle(article: Article, edits: readonly Edit[]): Article {
  const { frontMatter } = article;
  const isUntouched =
    frontMatter?.closeFence !== undefined &&
    // Not the end of the text, nor a closing fence with text on its line: what follows then has a part in it.
    article.text[frontMatter.end - 1] === '\n' &&
    (edits[0]?.start ?? Infinity) >= frontMatter.end;
  return articleOf(applyEdits(article.text, edits), isUntouched ? { value: frontMatter } : undefined);
}

function articleOf(text: string, known: { readonly value: FrontMatter } | undefined): Article {
  let lines: Lines | undefined;
  let eol: Article['eol'] | undefined;
  let frontMatter: { readonly value: FrontMatter | undefined } | undefined = known;
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
