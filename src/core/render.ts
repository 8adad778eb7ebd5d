import { clean, type Applied, type CleanResult } from './engine';
import { Rewrite } from './edits';
import { excerpt } from './excerpt';
import { parseArticle } from './article';
import { readHead, type Head } from './render/head';
import { languageOf } from './render/language';
import { renderBody } from './render/markdownBody';
import type { Article, Group, Level, RuleContext } from './types';

export interface RenderRequest {
  /** What is left out; default `thorough`. */
  readonly level?: Level;
  /** Nothing is left out: style blocks, scripts and comments are named in their place. */
  readonly original?: boolean;
}

/** One thing that is left out. */
export interface Hidden {
  readonly rule: string;
  readonly group: Group;
  /** Why, localised. */
  readonly message: string;
  /** The beginning of what is left out. */
  readonly text: string;
  /** 1-based, in the document as it is. */
  readonly line: number;
}

export interface Rendered {
  /**
   * The body as HTML, not yet sanitised. Blocks carry `data-line`, the 1-based line of the document as it
   * is. `data-winnow` marks what the preview itself put in: `embed`, `chip`, `prose`.
   */
  readonly html: string;
  /** In the order of the document. White space and front matter are not told of. */
  readonly hidden: readonly Hidden[];
  readonly head: Head;
  /** BCP 47 tag of the article's language, '' when it is not clear. */
  readonly language: string;
}

/** Characters of HTML by which the language of the article is known. */
const sampleLength = 20_000;

/** Characters of what is left out that the list of it shows. */
const excerptLength = 80;

/**
 * What the preview shows: the text that `clean` at the same level would leave, as HTML. Never throws for
 * any text, linear in its length.
 */
export function render(article: Article, request: RenderRequest, given: RuleContext): Rendered {
  // `winnow.enable` is about findings; the preview works either way.
  const context: RuleContext = { ...given, options: { ...given.options, enable: true } };
  const original = request.original ?? false;
  const result = original
    ? unchanged(article)
    : clean(article, { level: request.level ?? 'thorough' }, context);
  const shown = result.text === article.text ? article : parseArticle(result.text);
  const html = renderBody(shown, { lineOf: lineMap(article, result), original });
  return {
    html,
    hidden: result.applied.filter(isTold).map((applied) => describe(article, applied)),
    head: readHead(withFrontMatter(article, context), context),
    language: languageOf(visibleText(html)),
  };
}

/** Tags would count as Latin text. The sample is short, since only its language is asked for. */
function visibleText(html: string): string {
  return html.slice(0, sampleLength).replace(/<[^>]*>/g, '');
}

function unchanged({ text }: Article): Pick<CleanResult, 'text' | 'edits' | 'applied'> {
  return { text, edits: [], applied: [] };
}

/** From an offset of the cleaned text to a line of the original. */
function lineMap(article: Article, { edits }: Pick<CleanResult, 'edits'>): (offset: number) => number {
  if (edits.length === 0) {
    return (offset) => article.lines.lineAt(offset);
  }
  const rewrite = new Rewrite(article.text);
  rewrite.apply(edits);
  const toOriginal = rewrite.originalOffsets();
  return (offset) => article.lines.lineAt(toOriginal(offset));
}

/** The article itself, or with broken front matter what the fixes would make of it: a reader wants the title. */
function withFrontMatter(article: Article, context: RuleContext): Article {
  if (article.frontMatter?.valid !== false) {
    return article;
  }
  return parseArticle(clean(article, { only: [], frontMatter: true }, context).text);
}

function isTold({ group }: Applied): boolean {
  return group !== 'whitespace' && group !== 'frontmatter';
}

function describe(article: Article, { rule, group, message, line, start, end }: Applied): Hidden {
  return { rule, group, message, line, text: excerpt(article.text.slice(start, end), excerptLength) };
}
