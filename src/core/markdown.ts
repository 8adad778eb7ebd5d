import MarkdownIt, { type StateBlock, type Token } from 'markdown-it';
import { codeRule, fenceRule, htmlBlockRule, templateRule } from './body/blockRules';
import { codeSpanRule, inlineHtmlRule, inlineTemplateRule } from './body/inlineRules';
import { BodyScan, type ParsedText } from './body/scan';
import type { Lines } from './types';

/** Lists and quotes in each other, two levels each; below the 100 at which markdown-it drops what follows. */
const deepestLevel = 90;

/** What a parse leaves in markdown-it's `env`. Take a new object for each parse. */
export interface MarkdownEnv {
  /** HTML tokens, code spans and what else the block rules found out; offsets are the document's. */
  scan?: BodyScan;
}

/** Block tokens of a body and what was found out on the way. */
export interface ParsedBlocks {
  readonly tokens: readonly Token[];
  readonly scan: BodyScan;
  /** For the inline parser and the renderer: holds the link reference definitions. */
  readonly env: MarkdownEnv;
}

/**
 * A markdown-it whose block parser is the classifier of html, code and Markdown: the preview renders with
 * the same instance and cannot disagree with the rules about what is code.
 *
 * Block tokens: an `html_block` is a run of lines of an html region (all of it, blank lines included, or
 * the part before or after a closed fence); its `content` is the text without the prefixes of quotes and
 * list items. `fence` and `code_block` are code; a shortcode that holds code (`{% codeblock %}`) is a `fence` with markup `{%`
 * and the language it names as `info`. `token.map` counts lines of the parsed text from 0. Everything
 * else is markdown-it's own.
 *
 * Inline tokens: tags, comments and raw text elements (with their content) come as `html_inline`, one
 * token each. `<code>`, a `pre` that holds code and inline code tags of Hexo come as `html_inline`, `text`
 * with `meta.code === true`, `html_inline`: their content is text and is escaped by the renderer.
 *
 * To render a body: `const {tokens, env} = parseBlocks(text, start, lines)`, then `parseInline(tokens, env)`,
 * then `markdown.renderer.render(tokens, markdown.options, env)` with renderer rules of your own. In the
 * range of an `html_block` (its lines are `lines.lineAt(start) + token.map[0]` and so on), `Body.tokens`
 * and `Body.code` say what is a tag and what is code.
 */
export function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: true });
  const { block, inline } = markdown;
  const interrupting = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
  block.ruler.at('code', codeRule(scanOf));
  block.ruler.at('fence', fenceRule(scanOf), interrupting);
  block.ruler.at('html_block', htmlBlockRule(scanOf), { alt: ['paragraph', 'reference', 'blockquote'] });
  block.ruler.before('fence', 'template', templateRule(scanOf), interrupting);
  inline.ruler.at('backticks', codeSpanRule);
  inline.ruler.at('html_inline', inlineHtmlRule);
  inline.ruler.before('html_inline', 'template', inlineTemplateRule);
  const tokenize = block.tokenize.bind(block);
  block.tokenize = (state, startLine, endLine) => {
    const scan = scanOf(state);
    scan.enter(state, startLine, endLine);
    if (state.level < deepestLevel) {
      tokenize(state, startLine, endLine);
    } else {
      keepAsText(state, startLine, endLine);
    }
    scan.leave(state);
  };
  return markdown;
}

/**
 * What is nested too deeply to be parsed, as a paragraph. markdown-it itself would drop it, and with it everything
 * after it, since it skips to the end of the text.
 */
function keepAsText(state: StateBlock, startLine: number, endLine: number): void {
  let line = startLine;
  while (line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent)) {
    line++;
  }
  const map: [number, number] = [startLine, line];
  state.push('paragraph_open', 'p', 1).map = map;
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, line, state.blkIndent, false).trim();
  inline.map = map;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = line;
}

/** The scan of the running parse; one is begun when the text comes from `markdown.parse` itself. */
function scanOf(state: StateBlock): BodyScan {
  const env = state.env as MarkdownEnv;
  env.scan ??= new BodyScan({
    text: state.src,
    startOfLine: (line) => (line === 0 ? 0 : (state.eMarks[line - 1] ?? 0) + 1),
    withContent: true,
  });
  return env.scan;
}

let shared: MarkdownIt | undefined;

/** The instance that the classifier uses. It holds no state between parses. */
export function sharedMarkdown(): MarkdownIt {
  return (shared ??= createMarkdown());
}

/** Parses the blocks of the body that begins at `start`. Inline tokens have no children yet. */
export function parseBlocks(text: string, start: number, lines: Lines): ParsedBlocks {
  return parse(text, start, lines, { withContent: true });
}

/** The same when nothing will be rendered: html and code tokens have lines, but no content. */
export function scanBlocks(text: string, start: number, lines: Lines): ParsedBlocks {
  return parse(text, start, lines, { withContent: false });
}

function parse(
  text: string,
  start: number,
  lines: Lines,
  { withContent }: Pick<ParsedText, 'withContent'>,
): ParsedBlocks {
  const markdown = sharedMarkdown();
  const body = start === 0 ? text : text.slice(start);
  const firstLine = lines.lineAt(start);
  const scan = new BodyScan({
    text,
    startOfLine: (line) => (line === 0 ? start : lines.startOf(firstLine + line)),
    withContent,
  });
  const env: MarkdownEnv = { scan };
  const tokens: Token[] = [];
  markdown.block.parse(body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body, markdown, env, tokens);
  return { tokens, scan, env };
}

/** Fills the children of the inline tokens. */
export function parseInline(tokens: readonly Token[], env: MarkdownEnv): void {
  const markdown = sharedMarkdown();
  const state = new markdown.core.State('', markdown, env);
  state.tokens = [...tokens];
  for (const rule of markdown.core.ruler.getRules('').slice(2)) {
    rule(state);
  }
}
