import { trackedNames } from '../html/names';
import type { HtmlSource } from '../html/source';
import type { HtmlToken, StartTag } from '../types';

/** The part of a source that a question about open elements is about: from here to the container's end. */
export interface Rest {
  readonly source: HtmlSource;
  readonly from: number;
  readonly to: number;
}

/**
 * The tracked elements (see `trackedNames`) that are open at the current place of a container. One counts
 * as open only while its end tag still follows in the container; one that does not count now never will
 * again and is forgotten when it is met, so that every question costs amortised constant time.
 */
export class OpenElements {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();
  /** Depths at which `details` or an element with a `markdown` attribute stands. */
  readonly #markdown: number[] = [];

  feed(token: HtmlToken): void {
    if (token.kind === 'startTag') {
      this.#open(token);
    } else if (token.kind === 'endTag') {
      this.#close(token.name);
    }
  }

  /** The name of the innermost open element. */
  innermost(rest: Rest): string | undefined {
    for (let name = this.#names.at(-1); name !== undefined; name = this.#names.at(-1)) {
      if (rest.source.hasEndTag(name, rest.from, rest.to)) {
        return name;
      }
      this.#pop();
    }
    return undefined;
  }

  /** Whether Markdown is expected here: inside `details` or an element with a `markdown` attribute. */
  expectsMarkdown(rest: Rest): boolean {
    for (let depth = this.#markdown.at(-1); depth !== undefined; depth = this.#markdown.at(-1)) {
      if (rest.source.hasEndTag(this.#names[depth] ?? '', rest.from, rest.to)) {
        return true;
      }
      this.#markdown.pop();
    }
    return false;
  }

  #open(tag: StartTag): void {
    // A slash closes nothing in HTML, but does in SVG.
    if (!trackedNames.has(tag.name) || (tag.selfClosing && tag.name === 'svg')) {
      return;
    }
    if (tag.name === 'details' || tag.attributes.some((attribute) => attribute.name === 'markdown')) {
      this.#markdown.push(this.#names.length);
    }
    this.#names.push(tag.name);
    this.#counts.set(tag.name, (this.#counts.get(tag.name) ?? 0) + 1);
  }

  #close(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) {
      return;
    }
    while (this.#pop() !== name) {
      // What stands between an end tag and its start tag is closed with it.
    }
  }

  #pop(): string | undefined {
    const name = this.#names.pop();
    if (name !== undefined) {
      this.#counts.set(name, (this.#counts.get(name) ?? 0) - 1);
    }
    if (this.#markdown.at(-1) === this.#names.length) {
      this.#markdown.pop();
    }
    return name;
  }
}
