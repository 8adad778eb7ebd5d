import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { isBetweenWords } from '../html/samples';
import { HtmlSource } from '../html/source';
import { scanTag } from '../html/tag';
import { createMarkdown, parseBlocks, parseInline, type MarkdownEnv } from '../markdown';
import { indexLines } from '../text';
import type { Article, Span } from '../types';
import { chaffAttributes, type ChaffMarks } from './chaffMarks';
import { escapeLiteral } from './characters';
import { renderCodeText } from './codeText';
import { createHtmlRenderer, renderText, withoutRawTags, type HtmlRenderOptions } from './htmlRegion';
import { markBlocks, startOf } from './markdownMarks';
import { alignment, attribute } from './startTag';
import { elementChip, renderEndTag, renderHidden, renderStartTag } from './tags';
import { shownRawText, silentRawText, swallowingElements, unseenElements } from './tagKinds';

/** What the renderer rules need to know of the body in hand; travels in markdown-it's `env`. */
interface RenderEnv extends MarkdownEnv {
  readonly body: {
    /** Renders the html region of an `html_block` token. */
    readonly html: (token: Token) => string;
    readonly marks: ChaffMarks | undefined;
  };
}

let renderer: MarkdownIt | undefined;

/** Renders a body: Markdown by markdown-it, html and code as the classifier sees them. Linear in its length. */
export function renderBody(article: Article, options: HtmlRenderOptions): string {
  const { text, lines, body } = article;
  const { tokens, env } = parseBlocks(text, body.start, lines);
  parseInline(tokens, env);
  const rangeOf = rangesOfLines(article);
  const html = createHtmlRenderer(article, options);
  for (const token of tokens) {
    alignByAttribute(token);
  }
  markBlocks(article, tokens, rangeOf, options);
  const renderEnv: RenderEnv = {
    ...env,
    body: {
      html: (token) => {
        const range = rangeOf(token.map ?? [0, 0]);
        return html(range, prefixesIn(text, range, token.content));
      },
      marks: options.marks,
    },
  };
  renderer ??= createRenderer();
  return renderer.renderer.render([...tokens], renderer.options, renderEnv);
}

/** markdown-it aligns the cells of a table by a style attribute. */
function alignByAttribute(token: Token): void {
  const style = token.attrGet('style');
  if (style !== null) {
    token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
    token.attrSet('align', alignment(style) ?? 'left');
  }
}

/** From the lines of a block of the body, counted as markdown-it does, to what they hold in the article. */
export function rangesOfLines({ text, lines, body }: Article): (map: readonly [number, number]) => Span {
  const firstLine = lines.lineAt(body.start);
  return ([from, to]) => {
    const last = Math.min(firstLine + to - 1, lines.count);
    return {
      start: Math.max(lines.startOf(firstLine + from), body.start),
      end: last < lines.count ? lines.startOf(last + 1) : text.length,
    };
  };
}

function createRenderer(): MarkdownIt {
  const markdown = createMarkdown();
  const { rules } = markdown.renderer;
  const at = (tokens: readonly Token[], index: number): Token => {
    const token = tokens[index];
    if (!token) {
      throw new RangeError(`There is no token ${index}.`);
    }
    return token;
  };
  rules.html_block = (tokens, index, _options, env: RenderEnv) => env.body.html(at(tokens, index));
  rules.html_inline = (tokens, index, _options, env: RenderEnv) => renderInlineHtml(tokens, index, env);
  rules.fence = (tokens, index) => renderCodeBlock(at(tokens, index));
  rules.code_block = (tokens, index) => renderCodeBlock(at(tokens, index));
  rules.text = (tokens, index) => {
    const token = at(tokens, index);
    const { content } = token;
    return isCode(token.meta)
      ? renderCodeText(content, { inCode: true })
      : escapeLiteral(withoutRawTags(content));
  };
  return markdown;
}

function renderCodeBlock(token: Token): string {
  const language = /^[\w+#.-]+/.exec(token.info.trim())?.[0];
  const name = language === undefined ? '' : attribute('class', `language-${language}`);
  const extra = (token.attrs ?? []).map(([key, value]) => attribute(key, value)).join('');
  return `<pre${extra}><code${name}>${escapeLiteral(token.content)}</code></pre>\n`;
}

/** One tag, comment or raw text in a line of Markdown. */
function renderInlineHtml(tokens: readonly Token[], index: number, { body: { marks } }: RenderEnv): string {
  const inline = tokens[index];
  const source = inline?.content ?? '';
  const end = source.length;
  const start = startOf(inline?.meta);
  const hidden = {
    original: marks !== undefined,
    chaff: chaffAttributes(marks, 'chips', start),
  };
  if (isScriptSample(tokens, index)) {
    return escapeLiteral(source);
  }
  const rawName = rawNameOf(tokens, index);
  if (rawName !== undefined) {
    return renderHidden(source, { kind: 'rawText', name: rawName, start: 0, end }, hidden);
  }
  if (source.startsWith('<!--')) {
    const content = { start: 4, end: Math.max(4, end - 3) };
    return renderHidden(source, { kind: 'comment', start: 0, end, content }, hidden);
  }
  const tag = /^<\/?[a-z]/i.test(source) ? scanTag(new HtmlSource(source), 0, end) : undefined;
  if (!tag) {
    return source.startsWith('<') ? '' : renderText(source);
  }
  if (tag.kind === 'endTag') {
    return renderEndTag(tag.name);
  }
  const chip =
    marks?.chips.has(start ?? -1) && unseenElements.has(tag.name)
      ? elementChip(tag.name, source, hidden.chaff)
      : '';
  return (
    chip +
    renderStartTag(source, tag, {
      place: undefined,
      chaff: chaffAttributes(marks, 'whole', start),
      isUnclosed: swallowingElements.has(tag.name) && !closesLater(tokens, index, tag.name),
      isProse: false,
    })
  );
}

/** The element whose raw text the token is: it stands between its start and its end tag. */
function rawNameOf(tokens: readonly Token[], index: number): string | undefined {
  const before = nameOf(tokens[index - 1], '<');
  const isRaw = before !== undefined && (silentRawText.has(before) || shownRawText.has(before));
  return isRaw && nameOf(tokens[index + 1], '</') === before ? before : undefined;
}

/** Whether it is a part of a script in the middle of a sentence that speaks of it. */
function isScriptSample(tokens: readonly Token[], index: number): boolean {
  const isRaw = rawNameOf(tokens, index) === 'script';
  const isEnd = nameOf(tokens[index], '</') === 'script';
  const hasRaw = rawNameOf(tokens, index - 1) === 'script';
  const start = isRaw ? index - 1 : isEnd ? index - (hasRaw ? 2 : 1) : index;
  const end = start + (rawNameOf(tokens, start + 1) === 'script' ? 2 : 1);
  const before = tokens[start - 1];
  const after = tokens[end + 1];
  return (
    nameOf(tokens[start], '<') === 'script' &&
    nameOf(tokens[end], '</') === 'script' &&
    before?.type === 'text' &&
    after?.type === 'text' &&
    isBetweenWords(before.content, after.content)
  );
}

const lastEndTags = new WeakMap<readonly Token[], ReadonlyMap<string, number>>();

function closesLater(tokens: readonly Token[], index: number, name: string): boolean {
  let last = lastEndTags.get(tokens);
  if (!last) {
    last = new Map(
      tokens.flatMap((token, at) =>
        // The text of a style block or script may look like an end tag.
        token.type === 'html_inline' && rawNameOf(tokens, at) === undefined
          ? [[nameOf(token, '</') ?? '', at]]
          : [],
      ),
    );
    lastEndTags.set(tokens, last);
  }
  return (last.get(name) ?? -1) > index;
}

function nameOf(token: Token | undefined, opener: '<' | '</'): string | undefined {
  return token?.type === 'html_inline' && token.content.startsWith(opener)
    ? /^[a-z][^\s/>]*/i.exec(token.content.slice(opener.length))?.[0].toLowerCase()
    : undefined;
}

function isCode(meta: unknown): boolean {
  return typeof meta === 'object' && meta !== null && 'code' in meta && meta.code === true;
}

/**
 * What each line of a range has in front of its line of `content`: the markers of quotes and lists. Empty
 * when the range is its content.
 */
export function prefixesIn(text: string, range: Span, content: string): readonly Span[] {
  const source = text.slice(range.start, range.end);
  if (source === content || source.replace(/\r\n?/g, '\n').trimEnd() === content.trimEnd()) {
    return [];
  }
  const lines = indexLines(source);
  return content
    .split('\n')
    .slice(0, lines.count)
    .flatMap((shown, index) => {
      const start = lines.startOf(index + 1);
      const end = lines.endOf(index + 1);
      const length = end - start - shown.length;
      return length > 0 && source.slice(end - shown.length, end) === shown
        ? [{ start: range.start + start, end: range.start + start + length }]
        : [];
    });
}
