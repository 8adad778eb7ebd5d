import type { HtmlToken, StartTag } from '../types';
import { nowhere } from './finder';
import { isLetter, rawTextNames } from './names';
import { findPreformatted } from './preformatted';
import type { HtmlSource } from './source';
import { matchTag, scanTag } from './tag';
import { templateContent } from './template';

const exclamation = 33;
const question = 63;
const slash = 47;

/** Where a scan delivers what it finds; offsets are those of the document. */
export interface MarkupSink {
  token(token: HtmlToken): void;
  code(start: number, end: number): void;
  unterminated(what: string, start: number, end: number): void;
}

/** How far a construct may look for its end, as local offsets. */
export interface Limits {
  /** For tags: where the next blank line, or the container, ends the text. */
  readonly tag: number;
  /** For the content of `code`: the chunk or paragraph. */
  readonly code: number;
  /** For comments, raw text and `pre`: the container. */
  readonly far: number;
}

/**
 * Reads one construct of HTML at a time: a tag, together with its content when that is raw text or code,
 * a comment or a declaration. The only tokenizer of the project: the classifier, the rules (through
 * `Body.tokens`) and the preview see HTML as it does. It follows the states of the HTML standard, but
 *
 * - nothing unclosed swallows what follows: a comment or raw text without end is only reported, a tag
 *   without `>` before the blank line is text, an unclosed quote ends its tag at the first `>`;
 * - raw text that holds its own start tag again counts as unclosed: a crawler decoded `&lt;script&gt;`;
 * - `<?` runs to `?>` and `<![CDATA[` to `]]>` where there is one, as the generator takes them;
 * - the content of `code`, and of a `pre` that is code, is text.
 */
export class MarkupScanner {
  /** The text up to here belongs to a `pre` that holds prose: no blank line before it ends a chunk. */
  reach = 0;
  /** Whether the last construct has its end. */
  terminated = true;
  readonly #source: HtmlSource;
  readonly #sink: MarkupSink;
  readonly #reported = new Set<string>();

  constructor(source: HtmlSource, sink: MarkupSink) {
    this.#source = source;
    this.#sink = sink;
  }

  /** A chunk or paragraph begins: of several unclosed constructs of a kind, each reports the first. */
  begin(): void {
    this.#reported.clear();
  }

  /** Reads what `<` at `start` begins in HTML. Returns its end, or -1 when the `<` is text. */
  html(start: number, limits: Limits): number {
    const code = this.#source.text.charCodeAt(start + 1);
    this.terminated = true;
    if (isLetter(code)) {
      return this.#startTag(start, limits);
    }
    if (code === slash) {
      return isLetter(this.#source.text.charCodeAt(start + 2))
        ? this.#endTag(start, limits.tag)
        : this.#bogusComment(start, limits.tag);
    }
    if (code === exclamation || code === question) {
      return this.#declaration(start, limits);
    }
    return -1;
  }

  /** The same in Markdown text, where CommonMark's grammar decides what is a tag. */
  inline(start: number, limits: Limits): number {
    const { text } = this.#source;
    const code = text.charCodeAt(start + 1);
    this.terminated = true;
    if (code === exclamation || code === question) {
      return this.#inlineDeclaration(start, limits.tag);
    }
    if (matchTag(text, start, limits.tag) < 0) {
      return -1;
    }
    return code === slash ? this.#endTag(start, limits.tag) : this.#startTag(start, limits);
  }

  /** Reads a shortcode that holds code at `start`, a template start landmark. */
  template(start: number, limit: number): number {
    const content = templateContent(this.#source, start, limit);
    if (content === undefined) {
      return -1;
    }
    this.#code(content.start, content.end);
    return content.close;
  }

  #startTag(start: number, limits: Limits): number {
    const tag = scanTag(this.#source, start, limits.tag);
    if (tag?.kind !== 'startTag') {
      return -1;
    }
    const end = tag.end - this.#source.base;
    if (tag.name === 'pre') {
      return this.#preformatted(tag, end, limits);
    }
    this.#sink.token(tag);
    if (tag.name === 'code') {
      return this.#codeElement(end, limits.code);
    }
    return rawTextNames.has(tag.name) ? this.#rawText(tag, end, limits.far) : end;
  }

  #endTag(start: number, limit: number): number {
    const tag = scanTag(this.#source, start, limit);
    if (tag === undefined) {
      return -1;
    }
    this.#sink.token(tag);
    return tag.end - this.#source.base;
  }

  /**
   * Raw text without an end tag, or with a second start tag before it (one that a crawler decoded from
   * `&lt;script&gt;`, most likely), is reported and its start tag hides nothing.
   */
  #rawText(tag: StartTag, contentStart: number, limit: number): number {
    const source = this.#source;
    const contentEnd = source.nextRawEnd(tag.name, contentStart);
    const endTag =
      contentEnd < limit && source.nextRawStart(tag.name, contentStart) > contentEnd
        ? scanTag(source, contentEnd, limit)
        : undefined;
    if (endTag === undefined) {
      this.#report(tag.name, tag.start, tag.end);
      return contentStart;
    }
    const { base } = source;
    this.#sink.token({
      kind: 'rawText',
      name: tag.name,
      start: base + contentStart,
      end: base + contentEnd,
    });
    this.#sink.token(endTag);
    return endTag.end - base;
  }

  #preformatted(tag: StartTag, end: number, limits: Limits): number {
    const source = this.#source;
    this.#sink.token(tag);
    const found = findPreformatted(source, tag, end, limits.far);
    if (found === undefined) {
      this.#report('pre', tag.start, tag.end);
      return end;
    }
    if (found.codeTag !== undefined) {
      this.#sink.token(found.codeTag);
    }
    if (found.code === undefined) {
      this.reach = Math.max(this.reach, found.end);
      return found.codeTag === undefined ? end : found.codeTag.end - source.base;
    }
    this.#code(found.code.start, found.code.end);
    let position = found.code.end;
    for (const closeAt of found.endTags) {
      position = this.#endTag(closeAt, limits.far);
      if (position < 0) {
        // `</pre` without `>`: what is left of it is text.
        return closeAt + 2;
      }
    }
    return position;
  }

  #codeElement(contentStart: number, limit: number): number {
    const source = this.#source;
    const contentEnd = source.next('codeEnd', contentStart);
    const endTag = contentEnd < limit ? scanTag(source, contentEnd, limit) : undefined;
    if (endTag === undefined) {
      return contentStart;
    }
    this.#code(contentStart, contentEnd);
    this.#sink.token(endTag);
    return endTag.end - source.base;
  }

  #declaration(start: number, limits: Limits): number {
    const { text } = this.#source;
    if (text.startsWith('<!--', start)) {
      const end = this.#comment(start, limits.far);
      if (end < 0) {
        this.#report('comment', this.#source.base + start, this.#source.base + start + 4);
      }
      return end;
    }
    // A browser ends `<?...` and, outside SVG, `<![CDATA[` at the first `>`. The generator takes them for
    // one piece up to their own terminator; we do so too where there is one, and touch nothing in it. Word's
    // `<?xml:namespace ... />` has none, and another's would be far behind the text of the article.
    const end = /^<\?xml:/i.test(this.#source.text.slice(start, start + 6))
      ? -1
      : declarationEnd(this.#source, start, limits.far);
    if (end > 0) {
      return this.#declared(start, end);
    }
    this.terminated = false;
    return this.#bogusComment(start, limits.tag);
  }

  #inlineDeclaration(start: number, limit: number): number {
    if (this.#source.text.startsWith('<!--', start)) {
      return this.#comment(start, limit);
    }
    const end = declarationEnd(this.#source, start, limit);
    return end > 0 ? this.#declared(start, end) : -1;
  }

  /** `<!--` to `-->` or `--!>`; `<!-->` and `<!--->` are whole comments. -1 when there is no end. */
  #comment(start: number, limit: number): number {
    const { text, base } = this.#source;
    let contentEnd = start + 4;
    let end: number;
    if (text.startsWith('>', start + 4)) {
      end = start + 5;
    } else if (text.startsWith('->', start + 4)) {
      end = start + 6;
    } else {
      contentEnd = this.#source.next('commentEnd', start + 4);
      end = contentEnd + (text.charCodeAt(contentEnd + 2) === exclamation ? 4 : 3);
    }
    if (end > limit) {
      this.terminated = false;
      return -1;
    }
    this.#sink.token({
      kind: 'comment',
      start: base + start,
      end: base + end,
      content: { start: base + start + 4, end: base + contentEnd },
    });
    return end;
  }

  #bogusComment(start: number, limit: number): number {
    const end = this.#source.greaterThan.next(start + 2);
    return end < limit ? this.#declared(start, end + 1) : -1;
  }

  #declared(start: number, end: number): number {
    const { base } = this.#source;
    this.#sink.token({ kind: 'declaration', start: base + start, end: base + end });
    return end;
  }

  #code(start: number, end: number): void {
    if (start < end) {
      this.#sink.code(this.#source.base + start, this.#source.base + end);
    }
  }

  #report(what: string, start: number, end: number): void {
    this.terminated = false;
    if (!this.#reported.has(what)) {
      this.#reported.add(what);
      this.#sink.unterminated(what, start, end);
    }
  }
}

/** The end of `<?...?>`, `<![CDATA[...]]>` or `<!name...>`; -1 when it is none of them or has no end. */
function declarationEnd(source: HtmlSource, start: number, limit: number): number {
  const { text } = source;
  let end = nowhere;
  if (text.charCodeAt(start + 1) === question) {
    end = source.next('instructionEnd', start + 2) + 2;
  } else if (text.startsWith('<![CDATA[', start)) {
    end = source.next('cdataEnd', start + 9) + 3;
  } else if (isLetter(text.charCodeAt(start + 2))) {
    end = source.greaterThan.next(start + 2) + 1;
  }
  return end <= limit ? end : -1;
}
