import { scriptSamples } from '../html/samples';
import { renderCodeText } from '../render/codeText';
import { escapeText, escapeLiteral } from '../render/characters';
import { writeStartTag } from '../render/startTag';
import { shownRawText, silentRawText, transparentElements } from '../render/tagKinds';
import { firstEndingAfter } from '../spans';
import type { Article, HtmlElement, HtmlToken, RawText, Span, StartTag } from '../types';
import { classifyTable, isGutter, isCodeTable } from './tables';

/** Stands in the HTML for what goes into the Markdown as it is; its text is an index. */
export const verbatimElement = 'winnow-verbatim';
/** The same for what makes a block of its own. */
export const verbatimBlock = 'winnow-verbatim-block';

/**
 * Braces that the crawler wrote as references, so that no template engine sees them; references again in
 * the Markdown. The characters are of the private use area and are looked for in the article first.
 */
export interface Braces {
  readonly open: string;
  readonly close: string;
}

/** What goes into the Markdown as it is. */
export interface Verbatim {
  readonly html: string;
  /** Makes a block of its own. */
  readonly block: boolean;
}

export interface Source {
  /** HTML that holds exactly the tags which the classifier sees. */
  readonly html: string;
  readonly verbatim: readonly Verbatim[];
}

/** Elements that Markdown has no form for, and those that are one of these only with their tags. */
const kept: ReadonlyMap<string, 'block' | 'inline'> = new Map([
  ['audio', 'block'],
  ['details', 'block'],
  ['embed', 'block'],
  ['iframe', 'block'],
  ['math', 'inline'],
  ['object', 'block'],
  ['svg', 'inline'],
  ['video', 'block'],
]);

/** Elements that without an end tag take in what follows. */
const swallowing: ReadonlySet<string> = new Set([
  ...['audio', 'button', 'embed', 'iframe', 'listing', 'math', 'object', 'plaintext', 'select'],
  ...['svg', 'template', 'video'],
]);

type Treatment = 'block' | 'inline' | 'drop' | 'unwrap';

/** Makes a range of html ready for a parser that knows nothing of code without escapes and missing end tags. */
export function createSource(
  article: Article,
  { braces, isKept }: { readonly braces: Braces; readonly isKept: (comment: string) => boolean },
): (range: Span) => Source {
  const { text, body } = article;
  const elements = elementsByStart(body.elements);
  const asText = new Set([...body.unterminated.map(({ start }) => start), ...scriptSamples(article)]);
  const treatments = treat([...elements.values()]);

  return (range) => {
    const verbatim: Verbatim[] = [];
    const keep = (source: string, block: boolean): string => {
      verbatim.push({ html: withoutBlankLines(source), block });
      const name = block ? verbatimBlock : verbatimElement;
      return `<${name}>${verbatim.length - 1}</${name}>`;
    };
    let html = '';
    let position = range.start;
    /** Ends of the elements around that hold prose in a `pre`. */
    let proseEnd = -1;
    for (let index = firstEndingAfter(body.tokens, range.start); index < body.tokens.length; index++) {
      const token = body.tokens[index];
      if (token === undefined || token.start >= range.end) {
        break;
      }
      if (token.start < position) {
        continue;
      }
      html += between(position, token.start, position < proseEnd);
      position = token.end;
      const element = token.kind === 'startTag' ? elements.get(token.start) : undefined;
      const treatment = element && treatments.get(element);
      if (element !== undefined && treatment !== undefined && treatment !== 'unwrap') {
        const end = Math.min(element.end, range.end);
        html += treatment === 'drop' ? '' : keep(text.slice(element.start, end), treatment === 'block');
        position = end;
      } else if (element?.name === 'pre' && isProse(element)) {
        proseEnd = Math.max(proseEnd, element.end);
        html += '<div>';
      } else {
        html += write(token, element, treatment);
      }
    }
    html += between(position, range.end, position < proseEnd);
    return { html, verbatim };

    function write(
      token: HtmlToken,
      element: HtmlElement | undefined,
      treatment: Treatment | undefined,
    ): string {
      const source = text.slice(token.start, token.end);
      if (asText.has(token.start)) {
        return escapeText(source);
      }
      switch (token.kind) {
        case 'comment':
          return isKept(text.slice(token.content.start, token.content.end)) ? keep(source, false) : '';
        case 'declaration':
          return '';
        case 'rawText':
          return writeRawText(source, token);
        case 'startTag':
          return writeStart(source, token, element, treatment);
        case 'endTag':
          return omitted(token.name) ? '' : `</${shownRawText.has(token.name) ? 'pre' : token.name}>`;
      }
    }

    function writeRawText(source: string, { name, start }: RawText): string {
      if (shownRawText.has(name)) {
        return escapeLiteral(source);
      }
      const tag = body.tokens[firstEndingAfter(body.tokens, start - 1)];
      // MathJax reads formulas from scripts; they are words of the article.
      return tag?.kind === 'startTag' && isFormula(tag)
        ? keep(`${text.slice(tag.start, tag.end)}${source}</script>`, false)
        : '';
    }
  };

  function writeStart(
    source: string,
    tag: StartTag,
    element: HtmlElement | undefined,
    treatment: Treatment | undefined,
  ): string {
    const { name } = tag;
    if (treatment === 'unwrap') {
      return '<div>';
    }
    if (omitted(name) || (element?.endTag === undefined && swallowing.has(name))) {
      return '';
    }
    return shownRawText.has(name) ? '<pre>' : writeStartTag(source, tag, '');
  }

  function between(start: number, end: number, lineBreaks: boolean): string {
    const shown = (from: number, to: number): string => {
      const escaped = escapeText(text.slice(from, to))
        .replace(/&(?:#123|#x7b|lbrace|lcub);/gi, braces.open)
        .replace(/&(?:#125|#x7d|rbrace|rcub);/gi, braces.close);
      return lineBreaks ? escaped.replace(/\r\n?|\n/g, '<br>$&') : escaped;
    };
    let result = '';
    let position = start;
    for (let index = firstEndingAfter(body.code, start); index < body.code.length; index++) {
      const code = body.code[index];
      if (code === undefined || code.start >= end) {
        break;
      }
      const to = Math.min(code.end, end);
      const inCode = /<code\b[^<]*>$/i.test(text.slice(Math.max(0, code.start - 1000), code.start));
      result += shown(position, code.start) + renderCodeText(text.slice(code.start, to), { inCode });
      position = to;
    }
    return result + shown(position, end);
  }

  /** A `pre` without code in it right away is prose with line breaks. */
  function isProse({ startTag }: HtmlElement): boolean {
    const code = body.code[firstEndingAfter(body.code, startTag.end)];
    return (
      code === undefined ||
      !/^\s*(?:<code\b[^<]*>)?$/i.test(text.slice(startTag.end, Math.min(code.start, startTag.end + 1000)))
    );
  }
}

function omitted(name: string): boolean {
  return silentRawText.has(name) || transparentElements.has(name);
}

function isFormula({ name, attributes }: StartTag): boolean {
  return name === 'script' && attributes.some((it) => it.name === 'type' && /^math\//i.test(it.value));
}

function elementsByStart(roots: readonly HtmlElement[]): ReadonlyMap<number, HtmlElement> {
  const result = new Map<number, HtmlElement>();
  const open = [...roots];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    result.set(element.start, element);
    for (const child of element.children) {
      open.push(child);
    }
  }
  return result;
}

/** What becomes of the elements that have no simple counterpart. */
function treat(elements: readonly HtmlElement[]): ReadonlyMap<HtmlElement, Treatment> {
  const result = new Map<HtmlElement, Treatment>();
  for (const element of elements) {
    const form = kept.get(element.name);
    if (form !== undefined && (element.endTag !== undefined || element.name === 'embed')) {
      result.set(element, form);
    } else if (element.name === 'table' && element.endTag !== undefined) {
      treatTable(element, result);
    }
  }
  return result;
}

function treatTable(table: HtmlElement, result: Map<HtmlElement, Treatment>): void {
  const { kind, parts } = classifyTable(table);
  if (kind === 'html') {
    result.set(table, 'block');
  } else if (kind === 'layout') {
    const isCode = isCodeTable(parts);
    for (const part of parts) {
      result.set(part, isCode && isGutter(part) ? 'drop' : 'unwrap');
    }
  }
}

/** A blank line would end the HTML block; in a `pre` the reference keeps the line. */
function withoutBlankLines(source: string): string {
  const lines = source.split(/\r\n?|\n/);
  const inPre = /<pre\b/i.test(source);
  return lines
    .flatMap((line) => (line.trim() !== '' ? [line] : inPre ? ['&#10;'] : []))
    .join('\n')
    .replaceAll('\n&#10;\n', inPre ? '\n&#10;' : '\n');
}
