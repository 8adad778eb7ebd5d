import { clean, type Applied, type CleanResult } from './engine';
import { Rewrite } from './edits';
import { excerpt } from './excerpt';
import { parseArticle } from './article';
import { readHead, type Head } from './render/head';
import { languageOf } from './render/language';
import { renderBody } from './render/markdownBody';
import { readingOf, type Reading } from './render/reading';
import type { Article, Group, Level, RuleContext, Span } from './types';

export interface RenderRequest {
  /** What is left out; default `thorough`. */
  readonly level?: Level;
  /** Nothing is left out: what `level` would leave out is marked; comments, style blocks and scripts are named in their place. */
  readonly original?: boolean;
  /** The level that Clean would write at; default the setting `clean.level`. */
  readonly cleanLevel?: Level;
}

/** One thing that is left out, or that the original marks; its span is in the document as it is. */
export interface Hidden extends Span {
  readonly rule: string;
  readonly group: Group;
  /** Why, localised. */
  readonly message: string;
  /** The beginning of it, at most 80 characters on one line. */
  readonly text: string;
  /** 1-based, of `start`. */
  readonly line: number;
  /** Clean would leave it: only the level of the preview hides it. */
  readonly kept: boolean;
  readonly kind: 'comment' | 'other';
}

export interface Rendered {
  /**
   * The body as HTML, not yet sanitised. What the attributes say, all of the document as it is:
   * - `data-line`, `data-start`: the 1-based line and the offset where the block or the text begins; on every
   *   block, and on an empty `span` with `data-winnow="text"` before text that no start tag of a block precedes.
   * - `data-winnow`: what the preview itself put in: `embed`, `chip`, `prose`, `text`.
   * - `data-chaff`, in the original: the index in `hidden` of what would take all of this out. Several
   *   elements may have the same.
   * - `data-chaff-tag`, in the original: indices, with spaces between, of what would change the tag and
   *   leave the content.
   */
  readonly html: string;
  /** In the order of the document, the same in the original. White space and front matter are not told of. */
  readonly hidden: readonly Hidden[];
  /** Of the text that is left, in the original too. */
  readonly reading: Reading;
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
    reading: readingOf(html),
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
  const source = article.text.slice(start, end);
  return {
    ...{ rule, group, message, line, start, end },
    text: excerpt(source, excerptLength),
    kept: false,
    kind: source.startsWith('<!--') ? 'comment' : 'other',
  };
}
