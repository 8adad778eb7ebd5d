/** Something in a title that does not belong to it. */
export interface TitleFault {
  readonly kind: 'lineBreak' | 'entity' | 'unseen' | 'blanks' | 'quotes' | 'author' | 'category';
  /** The characters or words it is about. */
  readonly shown: string;
  /** The title without it; undefined when only a person knows. */
  readonly better: string | undefined;
}

/** What the article says elsewhere, and a title need not say again. */
export interface TitleNames {
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

/** No title is longer, and nothing looks at more of it. */
const maxLength = 2000;

/** What is wrong with the text of a title; nothing for a blank one, which another rule reports. Linear in its length. */
export function titleFaults(title: string, names: TitleNames): readonly TitleFault[] {
  if (title.length > maxLength || /^[\s\u200B-\u200D\u2060]*$/.test(title)) {
    return [];
  }
  const checks = [lineBreak, entity, unseen, blanks, quotes];
  const found = checks.flatMap((check) => check(title) ?? []);
  return [...found, ...suffixes(title, names)];
}

function lineBreak(title: string): TitleFault | undefined {
  // The one at the end of a block scalar shows nowhere.
  return /[\r\n\u0085\u2028\u2029]/.test(title.trimEnd())
    ? {
        kind: 'lineBreak',
        shown: '',
        better: title
          .split(/[\r\n\u0085\u2028\u2029]+/)
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join(' '),
      }
    : undefined;
}

/**
 * The characters that exporters write as entities. `<`, `>` and braces are left as they are: decoded, a theme may take
 * them for a tag, and Hexo for a template.
 */
const characters: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  deg: '°',
  laquo: '«',
  raquo: '»',
  lt: '&lt;',
  gt: '&gt;',
};
const undecoded = new Set([0x3c, 0x3e, 0x7b, 0x7d]);
const entities = /&(?:([a-z]{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

function entity(title: string): TitleFault | undefined {
  const known = [...title.matchAll(entities)].filter(([whole]) => decodeEntity(whole) !== undefined);
  const [first] = known;
  if (first === undefined) {
    return undefined;
  }
  const better = title.replace(entities, (whole) => decodeEntity(whole) ?? whole);
  return { kind: 'entity', shown: first[0], better: better === title ? undefined : better };
}

/** Undefined for what is no entity; the entity itself for one that is better left. */
function decodeEntity(whole: string): string | undefined {
  const name = whole.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) {
    return Object.hasOwn(characters, name) ? characters[name] : undefined;
  }
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (
    code < 0x20 ||
    code > 0x10ffff ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0xd800 && code <= 0xdfff)
  ) {
    return undefined;
  }
  return undecoded.has(code) ? whole : code === 0xa0 ? ' ' : String.fromCodePoint(code);
}

/**
 * Zero-width space and no-break space, word joiner, byte order mark, soft hyphen. Not the joiners U+200C and U+200D,
 * which Persian and emoji are written with, nor the NBSP that French sets beside its punctuation.
 */
const unseenCharacters = /[\u00ad\u200b\u2060\ufeff]|\u00a0(?![!?:;»%€])(?<!«\u00a0)(?<!\d\u00a0)/g;

function unseen(title: string): TitleFault | undefined {
  const codes = new Set(
    [...title.matchAll(unseenCharacters)].map(([character]) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `U+${code}`;
    }),
  );
  return codes.size === 0
    ? undefined
    : {
        kind: 'unseen',
        shown: [...codes].join(', '),
        better: title
          .replace(unseenCharacters, (character) => (character === '\u00a0' ? ' ' : ''))
          .replace(/^ +| +$/g, ''),
      };
}

function blanks(title: string): TitleFault | undefined {
  const trimmed = title.replace(/^[ \t\u3000]+/, '').replace(/[ \t\u3000]+$/, '');
  return trimmed === title || /[\r\n]/.test(title)
    ? undefined
    : { kind: 'blanks', shown: '', better: trimmed };
}

/**
 * A title in one pair of double quotes may be a quotation. Single ones around all of it, or more than one layer, are
 * what is left of a template that was run more than once.
 */
function quotes(title: string): TitleFault | undefined {
  let layers = '';
  let inner = title.trim();
  for (;;) {
    const quote = inner.charAt(0);
    if ((quote !== "'" && quote !== '"') || inner.length < 3 || !inner.endsWith(quote)) {
      break;
    }
    layers += quote;
    inner = inner.slice(1, -1).trim();
  }
  // `'a' and 'b'` is in no quotes as a whole.
  const isWhole = !/(?:^|[\s\p{P}])['"]|['"](?:$|[\s\p{P}])/u.test(inner);
  return inner !== '' && (layers.length > 2 || (isWhole && (layers.length > 1 || layers === "'")))
    ? { kind: 'quotes', shown: layers, better: inner }
    : undefined;
}

/** Between a title and the name of its site; `_` is what a crawler writes for `|`. */
const separator = /\s+[-–—|｜_·•:：]+\s+|\s*[|｜_]+\s*|\s*[-–—]{2,}\s*/g;

/** A name may have some in it; a title with more of them is no title with the name of a site. */
const mostSeparators = 8;

/** `Title _ Column _ Site`: one name after the other from the end, as far as they are the author's or a category's. */
function* suffixes(title: string, { authors, categories }: TitleNames): Iterable<TitleFault> {
  const isAuthor = new Set(authors.map(bare));
  const isCategory = new Set(categories.map(bare));
  const at = [...title.matchAll(separator)];
  let end = title.length;
  let kind: 'author' | 'category' | undefined;
  let last = at.length;
  for (let index = at.length - 1; index >= Math.max(0, at.length - mostSeparators); index--) {
    const start = at[index]?.index ?? 0;
    const name = bare(title.slice(start + (at[index]?.[0].length ?? 0), end));
    const found = isAuthor.has(name) ? 'author' : isCategory.has(name) ? 'category' : undefined;
    if (name.length > 1 && found !== undefined && bare(title.slice(0, start)) !== '') {
      kind = kind === 'author' ? kind : found;
      end = start;
      last = index;
    }
  }
  if (kind !== undefined) {
    const shown = title.slice(end + (at[last]?.[0].length ?? 0)).trim();
    yield { kind, shown, better: title.slice(0, end).trim() };
  }
}

/** Letters and digits only: in a title the author `A - B` is `A B`. */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
