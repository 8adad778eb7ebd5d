import { decodeReferences } from './characters';
import { endOfTag } from './startTag';
import { blockElements } from './tagKinds';

/** How long a text is, and how long it takes to read it. */
export interface Reading {
  /** Han, kana and hangul; no punctuation. */
  readonly cjkCharacters: number;
  /** Words and numbers of every other script. */
  readonly words: number;
  /** Whole minutes, rounded up; 0 for no text. */
  readonly minutes: number;
}

/** Brysbaert 2019, "How many words do we read per minute?": 238 for non-fiction, the mean of 190 studies. */
const wordsPerMinute = 238;

/**
 * The middle of what is usual for Chinese and Japanese read in silence, 400 to 500; Medium counts 500
 * (help.medium.com, "Read time"). Aloud it is 255 (IReST, Trauzettel-Klosinski and Dietz 2012).
 */
const charactersPerMinute = 450;

/** The reading time of a body as the preview has it, without its blocks of code. Linear in its length. */
export function readingOf(html: string): Reading {
  const counter = new Counter();
  const lastPreEnd = html.lastIndexOf('</pre');
  let position = 0;
  while (position < html.length) {
    const tag = html.indexOf('<', position);
    counter.add(html.slice(position, tag === -1 ? html.length : tag));
    if (tag === -1) {
      break;
    }
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(tag, tag + 32))?.[1]?.toLowerCase() ?? '';
    if (name === 'br' || blockElements.has(name)) {
      counter.endWord();
    }
    position = endOfTag(html, tag);
    if (position === -1) {
      break;
    }
    if (name === 'pre' && html[tag + 1] !== '/' && tag < lastPreEnd && !isProse(html, tag, position)) {
      position = html.indexOf('</pre', position);
    }
  }
  const { cjkCharacters, words } = counter;
  return {
    cjkCharacters,
    words,
    minutes: Math.ceil(cjkCharacters / charactersPerMinute + words / wordsPerMinute),
  };
}

/** A `pre` that the renderer found to hold prose. */
function isProse(html: string, start: number, end: number): boolean {
  return html.slice(start, end).includes(' data-winnow="prose"');
}

class Counter {
  cjkCharacters = 0;
  words = 0;
  #inWord = false;

  add(text: string): void {
    const shown = decodeReferences(text);
    for (let index = 0; index < shown.length; index++) {
      const code = shown.codePointAt(index) ?? 0;
      if (code > 0xffff) {
        index++;
      }
      if (isCjk(code)) {
        this.cjkCharacters++;
        this.#inWord = false;
      } else if (isLetter(code)) {
        this.words += this.#inWord ? 0 : 1;
        this.#inWord = true;
      } else if (!isInside(code)) {
        this.#inWord = false;
      }
    }
  }

  endWord(): void {
    this.#inWord = false;
  }
}

/** Kana, Han with its extensions and compatibility forms, hangul; not their punctuation. */
function isCjk(code: number): boolean {
  return (
    code >= 0x1100 &&
    (code <= 0x11ff ||
      (code >= 0x3005 && code <= 0x3007) ||
      (code >= 0x3041 && code <= 0x318e && code !== 0x30fb) ||
      (code >= 0x31f0 && code <= 0x31ff) ||
      (code >= 0x3400 && code <= 0x4dbf) ||
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0x20000 && code <= 0x3ffff))
  );
}

const letter = /[\p{L}\p{N}\p{M}]/u;

function isLetter(code: number): boolean {
  return code < 0x80
    ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
    : letter.test(String.fromCodePoint(code));
}

/** An apostrophe, a hyphen or a point does not end a word: `isn't`, `well-known`, `3.14`. */
function isInside(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 45 || code === 46;
}
