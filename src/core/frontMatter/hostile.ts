import { knownFields } from '../fields';
import type { FixKind } from '../types';
import { quoteText } from './quote';

/** Why YAML does not read a line as its author meant it. */
export type HostileKind =
  /** `"""'text'"""`: a template quoted the value at each run. */
  | 'nested quotes'
  /** A quote of the same kind inside of the quotes. */
  | 'inner quote'
  /** `"C:\path"`. */
  | 'escape'
  /** The closing quote is missing. */
  | 'open quote'
  /** `tags: [a, b`. */
  | 'open bracket'
  /** A key that is indented below one that has a value. */
  | 'indentation'
  /** `title: What: a title`. */
  | 'colon'
  /** `[`, `{`, `%`, `@`, `*` ... at the beginning. */
  | 'indicator'
  /** A tab in the indentation. */
  | 'tab'
  /** `title:text` or `title：text`. */
  | 'separator';

/** Mistakes that a look at the line alone proves, even when the block cannot be repaired. */
export const evidentKinds: ReadonlySet<HostileKind> = new Set([
  'nested quotes',
  'colon',
  'indicator',
  'escape',
]);

/** A way to write a line so that it says what it seems to say. */
export interface Repair {
  readonly kind: HostileKind;
  /** Where in the line the fault is; columns from 0. Undefined: where the parser stopped. */
  readonly fault: { readonly start: number; readonly end: number } | undefined;
  /** What to replace in the line. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly fixKind: FixKind;
  /** The key, or '' for a list item. */
  readonly key: string;
  /** How many pairs of quotes are around the text, for `nested quotes`. */
  readonly pairs?: number;
}

/** `indent - - key: value`: where the parts of a line are. */
interface LineParts {
  readonly indentEnd: number;
  readonly key: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Characters that begin something else than text in YAML. `- `, `? ` and `: ` need their blank. */
const indicators = '[]{}#&*!|>%@`,';

/** Best first; none when the line does not look like a key with a value or an item. Linear in the length of the line. */
export function repairsOf(line: string): readonly Repair[] {
  const separator = separatorRepairs(line);
  const parts = partsOf(line);
  if (parts === undefined) {
    return [...tabRepairs(line), ...separator];
  }
  const value = line.slice(parts.valueStart, parts.valueEnd);
  const quote = value[0];
  const repairs =
    quote === '"' || quote === "'" ? quotedRepairs(value, quote) : plainRepairs(value, parts.key);
  return [
    ...tabRepairs(line),
    ...separator,
    ...repairs.map(({ fault, length, ...repair }) => ({
      ...repair,
      fault: fault && { start: parts.valueStart + fault.start, end: parts.valueStart + fault.end },
      start: parts.valueStart,
      end: parts.valueStart + (length ?? value.length),
      key: parts.key,
    })),
  ];
}

/** A repair of a value, with places relative to its start; `length` is how much of it is replaced. */
type ValueRepair = Pick<Repair, 'kind' | 'fault' | 'text' | 'fixKind' | 'pairs'> & {
  readonly length?: number;
};

function quotedRepairs(value: string, quote: string): readonly ValueRepair[] {
  const nested = nestedQuotes(value);
  if (nested !== undefined) {
    return [nested];
  }
  const escape = value.endsWith(quote) && quote === '"' ? badEscape(value) : undefined;
  const inner = innerQuote(value, quote);
  if (inner === undefined && escape === undefined) {
    return value.length > 1 && value.endsWith(quote) ? [] : openQuote(value, quote);
  }
  const fault = escape ?? (inner === undefined ? undefined : { start: inner, end: inner + 1 });
  const kind = escape === undefined ? 'inner quote' : 'escape';
  const verbatim: ValueRepair = { kind, fault, text: quoteText(value), fixKind: 'safe' };
  if (!value.endsWith(quote) || value.length < 2) {
    return [verbatim];
  }
  const unwrapped: ValueRepair = { ...verbatim, text: quoteText(unquote(value, quote)) };
  return inner !== undefined && closesBefore(value, inner) ? [verbatim, unwrapped] : [unwrapped, verbatim];
}

/** `"""""'text'"""""`: the same run of quotes mirrored at both ends, at least three deep or with an empty pair. */
function nestedQuotes(value: string): ValueRepair | undefined {
  let depth = 0;
  let pairs = 0;
  const isQuote = (index: number): boolean => '"\''.includes(value.charAt(index));
  while (
    depth < value.length - 1 - depth &&
    isQuote(depth) &&
    value.charAt(value.length - 1 - depth) === value.charAt(depth)
  ) {
    pairs++;
    depth++;
  }
  const text = value.slice(depth, value.length - depth).trim();
  // Of an odd number of quotes one is left in the middle.
  const onlyQuotes = text === '' || text === '"' || text === "'";
  const [outer, next] = [value.charAt(0), value.charAt(1)];
  if (depth < 2 || (outer !== next && depth < 3)) {
    return undefined;
  }
  return {
    kind: 'nested quotes',
    fault: undefined,
    text: quoteText(onlyQuotes ? '' : text),
    fixKind: 'safe',
    pairs,
  };
}

/** The first quote inside that YAML takes for the end; undefined when there is none before the last character. */
function innerQuote(value: string, quote: string): number | undefined {
  for (let index = 1; index < value.length - 1; index++) {
    if (quote === '"' && value[index] === '\\') {
      index++;
    } else if (value[index] === quote) {
      if (quote === "'" && value[index + 1] === "'" && index + 1 < value.length - 1) {
        index++;
      } else {
        return index;
      }
    }
  }
  return undefined;
}

/** `"Foo" and "Bar"`: the quote inside closes, as a blank follows and none is before it; so the quotes are the text's own. */
function closesBefore(value: string, inner: number): boolean {
  const before = value.charAt(inner - 1);
  const after = value.charAt(inner + 1);
  return before.trim() !== '' && /[\s,.;:!?，。；：！？)）]/.test(after);
}

/** The escapes of a double-quoted scalar, YAML 1.2 section 5.7. */
const escapes = '0abt\tnvfre "/\\N_LP';

function badEscape(value: string): { readonly start: number; readonly end: number } | undefined {
  for (let index = 1; index < value.length - 1; index++) {
    if (value[index] !== '\\') {
      continue;
    }
    const next = value.charAt(index + 1);
    const digits = { x: 2, u: 4, U: 8 }[next];
    const isHex =
      digits !== undefined &&
      /^[\da-fA-F]+$/.test(value.slice(index + 2, index + 2 + digits).padEnd(digits, '-'));
    if (!isHex && !escapes.includes(next)) {
      return { start: index, end: index + 2 };
    }
    index++;
  }
  return undefined;
}

/** What stands in the quotes as its author meant it: programs escape the quote and the backslash, if anything. */
function unquote(value: string, quote: string): string {
  const inner = value.slice(1, -1);
  return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\])/g, '$1');
}

/** Two guesses: that the closing quote was lost, that the quote belongs to the text. */
function openQuote(value: string, quote: string): readonly ValueRepair[] {
  const common = { kind: 'open quote', fault: { start: 0, end: 1 }, fixKind: 'suggestion' } as const;
  return [
    { ...common, text: value + quote },
    { ...common, text: quoteText(value) },
  ];
}

function plainRepairs(value: string, key: string): readonly ValueRepair[] {
  const length = lengthWithoutComment(value);
  const text = value.slice(0, length);
  const first = value.charAt(0);
  const isList = knownFields.get(key)?.type === 'categories' || knownFields.get(key)?.type === 'tags';
  const bracket = closingBracketOf(text);
  if (text === '' || (isList && (first === '[' || first === '{') && bracket === '')) {
    return [];
  }
  const repair = { text: quoteText(text), length, fixKind: 'safe' } as const;
  if (bracket !== '') {
    const open = { ...repair, kind: 'open bracket', fault: { start: 0, end: 1 } } as const;
    return isList ? [{ ...open, text: text + bracket, fixKind: 'suggestion' }] : [open];
  }
  if (indicators.includes(first) || /^[-?:](?:\s|$)/.test(value)) {
    return [{ ...repair, kind: 'indicator', fault: { start: 0, end: 1 } }];
  }
  const colon = colonIn(text);
  return colon === undefined ? [] : [{ ...repair, kind: 'colon', fault: { start: colon, end: colon + 1 } }];
}

/** The bracket that is missing at the end of a list or map in brackets; '' when none is, or more than one. */
function closingBracketOf(text: string): string {
  const [open, close] = text.startsWith('[') ? ['[', ']'] : text.startsWith('{') ? ['{', '}'] : ['', ''];
  if (open === '') {
    return '';
  }
  let depth = 0;
  for (const character of text) {
    depth += character === open ? 1 : character === close ? -1 : 0;
  }
  return depth === 1 ? close : '';
}

/** A comment is ` # ` with a blank after it; `C #1` is how titles write a number. */
function lengthWithoutComment(value: string): number {
  const comment = /[ \t]+#(?:[ \t]|$)/.exec(value);
  return comment === null || comment.index === 0 ? value.length : comment.index;
}

function colonIn(text: string): number | undefined {
  for (let index = text.indexOf(':'); index >= 0; index = text.indexOf(':', index + 1)) {
    const next = text[index + 1];
    if (next === undefined || next === ' ' || next === '\t') {
      return index;
    }
  }
  return undefined;
}

function tabRepairs(line: string): readonly Repair[] {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const tab = indent.indexOf('\t');
  if (tab < 0) {
    return [];
  }
  return [
    {
      kind: 'tab',
      fault: { start: tab, end: indent.length },
      start: 0,
      end: indent.length,
      // As Hexo does before it parses.
      text: indent.replaceAll('\t', '  '),
      fixKind: 'safe',
      key: '',
    },
  ];
}

/** Only after a known key: elsewhere a colon in a word is part of it. */
function separatorRepairs(line: string): readonly Repair[] {
  const match = /^([A-Za-z_][\w-]*)([ \t]*(?:：[ \t]*|:))(?=[^\s])/.exec(line);
  const [, key = '', colon = ''] = match ?? [];
  if (match === null || !knownFields.has(key)) {
    return [];
  }
  const start = key.length;
  const end = start + colon.length;
  return [{ kind: 'separator', fault: { start, end }, start, end, text: ': ', fixKind: 'safe', key }];
}

/** For a line with a known key that is indented below a line of the given indentation. */
export function dedent(line: string, indent: string): Repair | undefined {
  const match = /^([ \t]+)([A-Za-z_][\w-]*):(?:[ \t]|$)/.exec(line);
  const [, blanks = '', key = ''] = match ?? [];
  if (match === null || !knownFields.has(key) || blanks.length <= indent.length) {
    return undefined;
  }
  const fault = { start: 0, end: blanks.length };
  return { kind: 'indentation', fault, ...fault, text: indent, fixKind: 'suggestion', key };
}

function partsOf(line: string): LineParts | undefined {
  let index = skipBlanks(line, 0);
  const indentEnd = index;
  let item = false;
  while (line[index] === '-' && (line[index + 1] === ' ' || line[index + 1] === '\t')) {
    index = skipBlanks(line, index + 1);
    item = true;
  }
  const valueEnd = line.trimEnd().length;
  if (item) {
    return index < valueEnd ? { indentEnd, key: '', valueStart: index, valueEnd } : undefined;
  }
  const colon = colonIn(line.slice(index));
  if (colon === undefined || colon === 0) {
    return undefined;
  }
  const key = line.slice(index, index + colon).trim();
  const valueStart = skipBlanks(line, index + colon + 1);
  return valueStart < valueEnd ? { indentEnd, key, valueStart, valueEnd } : undefined;
}

function skipBlanks(line: string, start: number): number {
  let index = start;
  while (line[index] === ' ' || line[index] === '\t') {
    index++;
  }
  return index;
}
