import type { StateInline } from 'markdown-it';
import { MarkupScanner } from '../html/scanner';
import { HtmlSource } from '../html/source';
import type { HtmlToken, Span } from '../types';
import { BacktickRuns } from './codeSpans';

/** What one construct of inline HTML consists of. */
interface Pieces {
  readonly source: HtmlSource;
  readonly scanner: MarkupScanner;
  readonly tokens: HtmlToken[];
  readonly code: Span[];
  runs?: BacktickRuns;
}

const piecesOfStates = new WeakMap<StateInline, Pieces>();

/** Inline HTML by the tokenizer of the classifier; see `createMarkdown` for the tokens. */
export function inlineHtmlRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 60) {
    return false;
  }
  const pieces = piecesOf(state);
  const limit = state.posMax;
  const end = pieces.scanner.inline(state.pos, { tag: limit, code: limit, far: limit });
  return finish(state, pieces, end, silent);
}

/** A code span, or a run of backticks that begins none. */
export function codeSpanRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 96) {
    return false;
  }
  const pieces = piecesOf(state);
  const runs = (pieces.runs ??= new BacktickRuns(src, 0, src.length));
  const length = runs.length(pos);
  const closer = runs.closer(length, pos + length);
  const isSpan = closer >= 0 && closer + length <= state.posMax;
  const markup = src.slice(pos, pos + length);
  if (!silent && isSpan) {
    const token = state.push('code_inline', 'code', 0);
    token.markup = markup;
    token.content = src
      .slice(pos + length, closer)
      .replace(/\n/g, ' ')
      .replace(/^ (.+) $/, '$1');
  } else if (!silent) {
    state.pending += markup;
  }
  state.pos = isSpan ? closer + length : pos + length;
  return true;
}

/** A shortcode that holds code, such as `{% codeblock %}...{% endcodeblock %}`, within a paragraph. */
export function inlineTemplateRule(state: StateInline, silent: boolean): boolean {
  const opener = state.src.charCodeAt(state.pos);
  if (opener !== 123 && opener !== 91) {
    return false;
  }
  const pieces = piecesOf(state);
  if (pieces.source.next('templateStart', state.pos) !== state.pos) {
    return false;
  }
  const end = pieces.scanner.template(state.pos, state.posMax);
  if (end >= 0 && !silent) {
    state.push('html_inline', '', 0).content = '<code>';
  }
  const found = finish(state, pieces, end, silent);
  if (found && !silent) {
    state.push('html_inline', '', 0).content = '</code>';
  }
  return found;
}

function piecesOf(state: StateInline): Pieces {
  let pieces = piecesOfStates.get(state);
  if (pieces === undefined) {
    const source = new HtmlSource(state.src);
    const tokens: HtmlToken[] = [];
    const code: Span[] = [];
    const scanner = new MarkupScanner(source, {
      token: (token) => tokens.push(token),
      code: (start, end) => code.push({ start, end }),
      unterminated: () => undefined,
    });
    pieces = { source, scanner, tokens, code };
    piecesOfStates.set(state, pieces);
  }
  return pieces;
}

function finish(state: StateInline, { tokens, code }: Pieces, end: number, silent: boolean): boolean {
  if (end >= 0) {
    if (!silent) {
      const parts = [
        ...tokens.map((token) => ({ ...spanOf(token), isCode: false })),
        ...code.map((span) => ({ ...spanOf(span), isCode: true })),
      ].sort((a, b) => a.start - b.start);
      for (const part of parts) {
        const token = state.push(part.isCode ? 'text' : 'html_inline', '', 0);
        token.content = state.src.slice(part.start, part.end);
        if (part.isCode) {
          token.meta = { code: true };
        }
      }
    }
    state.pos = end;
  }
  tokens.length = 0;
  code.length = 0;
  return end >= 0;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
