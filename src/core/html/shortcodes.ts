/** One way of writing shortcodes that hold code, and the names it has for them. */
export interface Notation {
  readonly opener: string;
  readonly closer: string;
  readonly names: readonly string[];
  /** The source of an expression for the end tag of a name. */
  readonly end: (name: string) => string;
}

const blank = '[\\t\\n\\r ]*';

/**
 * Sources: Hexo `lib/plugins/tag` (`code` is `codeblock`; `prettify` is what the Liquid of documentation sites has),
 * Hugo's `highlight` and the `code` of its documentation, WordPress's SyntaxHighlighter Evolved, whose shortcodes are
 * named after `code` or the language.
 */
export const notations: readonly Notation[] = [
  {
    opener: '{%',
    closer: '%}',
    names: ['codeblock', 'code', 'highlight', 'prettify'],
    end: (name) => `\\{%-?${blank}end${name}${blank}-?%\\}`,
  },
  {
    opener: '{{<',
    closer: '>}}',
    names: ['highlight', 'code'],
    end: (name) => `\\{\\{<${blank}/${blank}${name}${blank}>\\}\\}`,
  },
  {
    opener: '{{%',
    closer: '%}}',
    names: ['highlight', 'code'],
    end: (name) => `\\{\\{%${blank}/${blank}${name}${blank}%\\}\\}`,
  },
  {
    opener: '[',
    closer: ']',
    names:
      'code sourcecode bash c cpp csharp css go html java javascript js json objc perl php python ruby shell sql swift vb xml yaml'.split(
        ' ',
      ),
    end: (name) => `\\[/${name}\\]`,
  },
];

/** An attribute of a bracket ends on its line; one that is longer is none. */
const bracketEnd = '(?:[\\t ][^\\[\\]\\n\\r]{0,200})?\\](?![(\\[:])';

/** The start tag of a shortcode in brackets: prose may speak of one and have no end tag for it. */
export function bracketStart(name: string): string {
  return `\\[${name}${bracketEnd}`;
}

/** Where a shortcode that holds code may begin. `[code](a.html)` is a link of Markdown. */
export const shortcodeStart = new RegExp(
  notations
    .map(({ opener, names }) =>
      opener === '['
        ? bracketStart(`(?:${names.join('|')})`)
        : `(?<!\\{)${opener.replace(/[{]/g, '\\{')}-?${blank}(?:${names.join('|')})(?![\\w-])`,
    )
    .join('|'),
  'g',
);

/** The notation and the name of the shortcode at an offset where one may begin. */
export function shortcodeAt(
  text: string,
  start: number,
): { readonly notation: Notation; readonly name: string } | undefined {
  const notation = notations.find(({ opener }) => text.startsWith(opener, start));
  if (notation === undefined) {
    return undefined;
  }
  let nameStart = start + notation.opener.length;
  while (/[^a-z]/.test(text[nameStart] ?? 'a')) {
    nameStart++;
  }
  let nameEnd = nameStart;
  while (/[a-z]/.test(text[nameEnd] ?? '')) {
    nameEnd++;
  }
  return { notation, name: text.slice(nameStart, nameEnd) };
}
