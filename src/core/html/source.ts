import { Finder, findPattern, findString, nowhere } from './finder';
import { blockNames, rawTextNames, trackedNames } from './names';
import { bracketStart, notations, shortcodeStart, type Notation } from './shortcodes';

const blockAlternatives = [...blockNames].join('|');

/** Ends of names in tags: the HTML tokenizer's white space, a slash or the end of the tag. */
const boundary = '(?=[\\t\\n\\f\\r />])';

/** Places that a scan looks for ahead of where it is. */
const landmarks = {
  commentEnd: /--!?>/g,
  instructionEnd: /\?>/g,
  cdataEnd: /\]\]>/g,
  codeEnd: new RegExp(`</code${boundary}`, 'gi'),
  preEnd: new RegExp(`</pre${boundary}`, 'gi'),
  /** `<pre><code>` and its end, white space between the tags allowed. */
  preCodeStart: /<pre(?:[\t\n\f\r /][^<>]*)?>[\t\n\f\r ]*<code(?=[\t\n\f\r />])/gi,
  preCodeEnd: /<\/code[\t\n\f\r ]*>[\t\n\f\r ]*<\/pre(?=[\t\n\f\r />])/gi,
  /** The end of a cell, and that of a `pre` which is the last thing in one. */
  cellEnd: new RegExp(`</td${boundary}`, 'gi'),
  preCellEnd: /<\/pre[\t\n\f\r ]*>[\t\n\f\r ]*<\/td(?=[\t\n\f\r />])/gi,
  blockTag: new RegExp(`</?(?:${blockAlternatives})${boundary}`, 'gi'),
  /** What may begin code in Markdown text: a backtick or a shortcode. */
  codeMark: new RegExp(`\`|${shortcodeStart.source}`, 'g'),
  templateStart: shortcodeStart,
} as const;

export type Landmark = keyof typeof landmarks;

const blockStart = new RegExp(`<!--|<(?:${blockAlternatives})${boundary}`, 'gi');
const rawStarts = new Map(
  [...rawTextNames].map((name) => [name, new RegExp(`<${name}${boundary}`, 'gi')] as const),
);
const rawEnds = new Map(
  [...rawTextNames].map((name) => [name, new RegExp(`</${name}${boundary}`, 'gi')] as const),
);
const templateEnds = new Map(
  notations.flatMap(({ opener, names, end }) =>
    names.map((name) => [`${opener}${name}`, new RegExp(end(name), 'g')] as const),
  ),
);

/** Where tag scans with this limit failed: the name of the last such tag, and where attributes began. */
interface TagFailures {
  readonly limit: number;
  start: number;
  nameEnd: number;
  readonly attributes: Set<number>;
}

/**
 * A text that HTML is scanned in, with the memory that keeps the scan linear. Offsets in it are local;
 * `base` is added to those that leave it. In a block quote the text is a copy of the quote's lines in
 * which spaces stand for the prefixes, so that local offsets and the document's differ by `base` only.
 */
export class HtmlSource {
  readonly text: string;
  readonly base: number;
  readonly lessThan: Finder;
  readonly greaterThan: Finder;
  readonly doubleQuote: Finder;
  readonly singleQuote: Finder;
  readonly #finders = new Map<string, Finder>();
  #endTags: Map<string, number[]> | undefined;

  /** What tag scans that found no end learned: it holds for scans with the same limit. */
  failures: TagFailures | undefined;

  constructor(text: string, base = 0) {
    this.text = text;
    this.base = base;
    this.lessThan = findString(text, '<');
    this.greaterThan = findString(text, '>');
    this.doubleQuote = findString(text, '"');
    this.singleQuote = findString(text, "'");
  }

  /** Where the next landmark begins; `nowhere` when there is none. */
  next(landmark: Landmark, from: number): number {
    return this.#finder(landmark, () => findPattern(this.text, landmarks[landmark])).next(from);
  }

  /** Where the next start tag of that raw text element begins. */
  nextRawStart(name: string, from: number): number {
    return this.#named(`<${name}`, rawStarts.get(name), from);
  }

  /** Where the next end tag of that raw text element begins. */
  nextRawEnd(name: string, from: number): number {
    return this.#named(`</${name}`, rawEnds.get(name), from);
  }

  /** Where the next end tag of a shortcode begins, such as `{% endcodeblock %}`. */
  nextTemplateEnd({ opener }: Notation, name: string, from: number): number {
    const key = `${opener}${name}`;
    return this.#named(key, templateEnds.get(key), from);
  }

  /** Where the next start tag of that shortcode in brackets begins. */
  nextBracketStart(name: string, from: number): number {
    return this.#finder(`[[${name}`, () => findPattern(this.text, new RegExp(bracketStart(name), 'g'))).next(
      from,
    );
  }

  /** Where a string occurs next. */
  nextString(needle: string, from: number): number {
    return this.#finder(`=${needle}`, () => findString(this.text, needle)).next(from);
  }

  /** Where the next start tag of a block element outside comments begins; `from` is outside comments. */
  nextBlockStart(from: number): number {
    return this.#finder('blockStart', () => new Finder((start) => this.#searchBlockStart(start))).next(from);
  }

  /** Whether an end tag of that tracked element begins in `[from, to)`. */
  hasEndTag(name: string, from: number, to: number): boolean {
    this.#endTags ??= indexEndTags(this.text);
    const positions = this.#endTags.get(name) ?? [];
    let low = 0;
    let high = positions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[middle] ?? nowhere) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (positions[low] ?? nowhere) < to;
  }

  #named(key: string, pattern: RegExp | undefined, from: number): number {
    return pattern === undefined
      ? nowhere
      : this.#finder(key, () => findPattern(this.text, pattern)).next(from);
  }

  #finder(key: string, create: () => Finder): Finder {
    let finder = this.#finders.get(key);
    if (finder === undefined) {
      finder = create();
      this.#finders.set(key, finder);
    }
    return finder;
  }

  #searchBlockStart(from: number): number {
    blockStart.lastIndex = from;
    for (;;) {
      const match = blockStart.exec(this.text);
      if (match === null) {
        return -1;
      }
      if (match[0] !== '<!--') {
        return match.index;
      }
      const end = this.next('commentEnd', match.index + 4);
      if (end < nowhere) {
        blockStart.lastIndex = end;
      }
    }
  }
}

function indexEndTags(text: string): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let start = text.indexOf('</'); start >= 0; start = text.indexOf('</', start + 2)) {
    let end = start + 2;
    // The longest tracked name has ten letters.
    while (end < start + 13 && isNameCharacter(text.charCodeAt(end))) {
      end++;
    }
    const name = text.slice(start + 2, end).toLowerCase();
    if (trackedNames.has(name)) {
      const positions = index.get(name);
      if (positions === undefined) {
        index.set(name, [start]);
      } else {
        positions.push(start);
      }
    }
  }
  return index;
}

function isNameCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
