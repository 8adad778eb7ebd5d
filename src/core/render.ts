import { clean, type Applied, type CleanResult } from './engine';
import { Rewrite } from './edits';
import { excerpt } from './excerpt';
import { parseArticle } from './article';
import { markChaff } from './render/chaffMarks';
import { readHead, type Head } from './render/head';
import { keepTest } from './render/kept';
import { languageOf } from './render/language';
import { renderBody } from './render/markdownBody';
import type { PlaceOf } from './render/places';
import { readingOf, type Reading } from './render/reading';
import type { Article, Edit, Group, Level, RuleContext, Span } from './types';

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
  /** What was done to the text before it was rendered; nothing of it was done for the original. */
  readonly edits: readonly Edit[];
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
  const level = request.level ?? 'thorough';
  const result = clean(article, { level }, context);
  const told = result.applied.filter(isTold);
  const cleaned = result.text === article.text ? article : parseArticle(result.text);
  const html = renderBody(cleaned, { placeOf: placesIn(article, result) });
  const isKept = keepTest(article, { result, level, cleanLevel: request.cleanLevel }, context);
  return {
    html: request.original ? renderOriginal(article, told) : html,
    edits: result.edits,
    hidden: told.map((applied) => describe(article, applied, isKept(applied))),
    reading: readingOf(html),
    head: readHead(withFrontMatter(article, context), context),
    language: languageOf(visibleText(html)),
  };
}

function renderOriginal(article: Article, told: readonly Applied[]): string {
  const changes = told.flatMap((applied, index) => applied.changes.map((span) => ({ ...span, index })));
  return renderBody(article, {
    placeOf: (start) => ({ start, line: article.lines.lineAt(start) }),
    marks: markChaff(article, changes),
  });
}

/** Tags would count as Latin text. The sample is short, since only its language is asked for. */
function visibleText(html: string): string {
  return html.slice(0, sampleLength).replace(/<[^>]*>/g, '');
}

/** From an offset of the cleaned text to its place in the original. */
export function placesIn({ text, lines }: Article, { edits }: Pick<CleanResult, 'edits'>): PlaceOf {
  let toOriginal = (offset: number): number => offset;
  if (edits.length > 0) {
    const rewrite = new Rewrite(text);
    rewrite.apply(edits);
    toOriginal = rewrite.originalOffsets();
  }
  return (offset) => {
    const start = toOriginal(offset);
    return { start, line: lines.lineAt(start) };
  };
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

function describe(
  article: Article,
  { rule, group, message, line, start, end }: Applied,
  kept: boolean,
): Hidden {
  const source = article.text.slice(start, end);
  return {
    ...{ rule, group, message, line, start, end },
    text: excerpt(source, excerptLength),
    kept,
    kind: source.startsWith('<!--') ? 'comment' : 'other',
  };
}
