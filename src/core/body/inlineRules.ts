import type { StateInline } from 'markdown-it';
import { MarkupScanner } from '../html/scanner';
import { HtmlSource } from '../html/source';
import type { HtmlToken, Span } from '../types';

/** What one construct of inline HTML consists of. */
interface Pieces {
  readonly source: HtmlSource;
  readonly scanner: MarkupScanner;
  readonly tokens: HtmlToken[];
  readonly code: Span[];
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

/** `{% codeblock %}...{% endcodeblock %}` within a paragraph. */
export function inlineTemplateRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 123) {
    return false;
  }
  const pieces = piecesOf(state);
  if (pieces.source.next('templateStart', state.pos) !== state.pos) {
    return false;
  }
  return finish(state, pieces, pieces.scanner.template(state.pos, state.posMax), silent);
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
