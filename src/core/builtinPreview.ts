import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { parseArticle } from './article';
import { classifierRules, withClassifier } from './body/guestRules';
import { clean } from './engine';
import { placesIn } from './render';
import { createHtmlRenderer } from './render/htmlRegion';
import { prefixesIn, rangesOfLines } from './render/markdownBody';
import { contentOf } from './render/markdownMarks';
import type { PlaceOf } from './render/places';
import type { Article, RuleContext } from './types';

/** The article that a markdown-it of someone else is about to render, and the settings for it. */
export interface BuiltinRequest {
  readonly article: Article;
  readonly context: RuleContext;
}

/** The class of the element around a rendered article, for the style sheet. */
export const articleClass = 'winnow-article';

/**
 * Makes a markdown-it that is not ours, VS Code's own preview, render articles as `clean` at the level of
 * `preview.level` would leave them. `requestOf` is asked with the `env` of each rendering; where it answers
 * nothing, the instance behaves as if nobody had touched it.
 *
 * Only rendering is changed, never `parse` on its own: VS Code makes its outline, folding and links of the
 * tokens, and these are about the file as it is. All other plugins take part, since the instance itself
 * parses what is left; tokens and their `data-line` have the lines of the document as it is.
 */
export function hideChaff(
  markdown: MarkdownIt,
  requestOf: (env: unknown) => BuiltinRequest | undefined,
): MarkdownIt {
  classifierRules(markdown);
  const { renderer } = markdown;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env: unknown) => {
    const request = requestOf(env);
    if (request === undefined) {
      return render(tokens, options, env);
    }
    const html = render(cleanTokens(markdown, request, env), options, env);
    return `<div class="${articleClass}">\n${html}</div>\n`;
  };
  return markdown;
}

function cleanTokens(markdown: MarkdownIt, { article, context }: BuiltinRequest, env: unknown): Token[] {
  const { level } = context.options.preview;
  const result = clean(article, { level }, { ...context, options: { ...context.options, enable: true } });
  const shown = result.text === article.text ? article : parseArticle(result.text);
  const placeOf = placesIn(article, result);
  return [...frontMatterTokens(markdown, shown, placeOf, env), ...bodyTokens(markdown, shown, placeOf, env)];
}

/**
 * Parsed alone: VS Code's own rule knows it at the very beginning of a text only, and crawlers leave blank
 * lines before it.
 */
function frontMatterTokens(markdown: MarkdownIt, article: Article, placeOf: PlaceOf, env: unknown): Token[] {
  const { frontMatter, text, lines } = article;
  if (frontMatter === undefined) {
    return [];
  }
  const tokens = markdown.parse(text.slice(frontMatter.start, frontMatter.end), copyOf(env));
  const firstLine = lines.lineAt(frontMatter.start);
  for (const token of tokens) {
    if (token.map) {
      const [from, to] = token.map;
      place(
        token,
        placeOf(lines.startOf(firstLine + from)).line,
        placeOf(lines.startOf(firstLine + to - 1)).line,
      );
    }
  }
  return tokens;
}

function bodyTokens(markdown: MarkdownIt, article: Article, placeOf: PlaceOf, env: unknown): Token[] {
  const { text, body } = article;
  const tokens = withClassifier(markdown, article, (scan) =>
    markdown.parse(text.slice(body.start), { ...copyOf(env), scan }),
  );
  const html = createHtmlRenderer(article, { placeOf });
  const rangeOf = rangesOfLines(article);
  for (const token of tokens) {
    if (token.map) {
      const range = rangeOf(token.map);
      if (token.type === 'html_block') {
        token.content = withAnchors(html(range, prefixesIn(text, range, token.content)));
      }
      const content = contentOf(text, range);
      place(token, placeOf(content.start).line, placeOf(Math.max(content.start, content.end - 1)).line);
    }
  }
  return tokens;
}

/** A start tag to which our renderer has given its place; in what it writes, no `<` of the text is left as it is. */
const anchor = /<([a-z][^\s/>]*)(?: data-winnow="text")? data-line="(\d+)" data-start="\d+"/gi;

/**
 * VS Code scrolls by elements of this class, with lines from 0. A whole article is often one block of html,
 * which would have one such place.
 */
function withAnchors(html: string): string {
  return html.replace(
    anchor,
    (_tag, name: string, line: string) => `<${name} class="code-line" data-line="${Number(line) - 1}"`,
  );
}

/** Gives a token the 1-based lines of the document that it begins and ends on. */
function place(token: Token, first: number, last: number): void {
  token.map = [first - 1, Math.max(first, last)];
  if (token.attrGet('data-line') !== null) {
    token.attrSet('data-line', String(first - 1));
  }
}

/** What a parse leaves in its `env` is not for the rendering, which VS Code gives an `env` of its own. */
function copyOf(env: unknown): Record<string, unknown> {
  return typeof env === 'object' ? { ...env } : {};
}
