import type { StateBlock } from 'markdown-it';
import { templateContent } from '../html/template';
import type { Container } from './container';
import { type BodyScan, contentStart, indentOf } from './scan';

/** A run of lines that are code: a fence or a shortcode. */
export interface Verbatim {
  readonly line: number;
  /** The line after the last one. */
  readonly endLine: number;
  readonly isClosed: boolean;
  /** ``` ` ``` or `~` repeated, or the template's opening tag. */
  readonly markup: string;
  readonly info: string;
  /** The code itself, for a fence the lines between the fences. */
  content(): string;
}

/** The closed fence or template block that begins in a line at up to three columns. */
export function verbatimAt(container: Container, state: StateBlock, line: number): Verbatim | undefined {
  if (indentOf(state, line) >= 4) {
    return undefined;
  }
  const fence = fenceAt(container, state, line);
  return fence?.isClosed === true ? fence : templateAt(container, state, line);
}

/** The fence that begins in a line, closed or not; the line is indented by up to three columns. */
export function fenceAt(container: Container, state: StateBlock, line: number): Verbatim | undefined {
  const start = contentStart(state, line);
  const marker = state.src.charCodeAt(start);
  if (marker !== 96 && marker !== 126) {
    return undefined;
  }
  const end = state.skipChars(start, marker);
  const info = state.src.slice(end, state.eMarks[line]);
  if (end - start < 3 || (marker === 96 && info.includes('`'))) {
    return undefined;
  }
  const closed = container.fenceEnd(line, marker, end - start);
  const contentEnd = closed < 0 ? container.extentEnd(line) : closed;
  return {
    line,
    endLine: closed < 0 ? contentEnd : closed + 1,
    isClosed: closed >= 0,
    markup: state.src.slice(start, end),
    info,
    content: () => state.getLines(line + 1, contentEnd, state.sCount[line] ?? 0, true),
  };
}

/** A shortcode that holds code (`{% codeblock %}`) at the beginning of a line, to the line of its end tag. */
export function templateAt(container: Container, state: StateBlock, line: number): Verbatim | undefined {
  const start = contentStart(state, line);
  const opener = state.src.charCodeAt(start);
  if (opener !== 123 && opener !== 91) {
    return undefined;
  }
  const { source } = container;
  const local = container.start(line);
  if (source.next('templateStart', local) !== local) {
    return undefined;
  }
  const found = templateContent(source, local, container.rest(line, local).to);
  if (found === undefined) {
    return undefined;
  }
  let last = line;
  while (container.end(last) < found.close) {
    last++;
  }
  const after = source.text.slice(found.close, container.end(last)).trim();
  if (after !== '' && last === line) {
    return undefined;
  }
  return {
    line,
    endLine: last + 1,
    isClosed: true,
    markup: '{%',
    info: templateLanguage(source.text.slice(local, found.start)),
    content: () =>
      (source.text.slice(found.start, found.end) + after).replace(/\r\n?/g, '\n').replace(/^\n/, ''),
  };
}

/** The language that `{% codeblock title lang:html %}`, `{% highlight html %}` or `[code lang="html"]` names. */
function templateLanguage(opener: string): string {
  const named =
    /\slang(?:uage)?[:=]\s*["']?([\w+#-]+)/.exec(opener) ??
    /(?:highlight|prettify)\s+([\w+#-]+)/.exec(opener) ??
    /^\[(?!code|sourcecode)([a-z]+)/.exec(opener);
  return named?.[1] ?? '';
}

export function pushVerbatim(scan: BodyScan, state: StateBlock, verbatim: Verbatim): void {
  const token = state.push('fence', 'code', 0);
  token.info = verbatim.info;
  token.markup = verbatim.markup;
  token.content = scan.withContent ? verbatim.content() : '';
  token.map = [verbatim.line, verbatim.endLine];
}
