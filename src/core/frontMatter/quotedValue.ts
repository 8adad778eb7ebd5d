import { quoteText } from './quote';
import type { ValueRepair } from './repair';

/** Repairs of a value that begins with a quote; none when its quotes are right. */
export function quotedRepairs(value: string, quote: string): readonly ValueRepair[] {
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

/**
 * `"""""'text'"""""`: the same run of quotes mirrored at both ends, at least three deep or with an empty
 * pair.
 */
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

/**
 * The first quote inside that YAML takes for the end; undefined when there is none before the last character.
 */
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

/**
 * `"Foo" and "Bar"`: the quote inside closes, as a blank follows and none is before it; so the quotes are the
 * text's own.
 */
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

/**
 * What stands in the quotes as its author meant it: programs escape the quote and the backslash, if anything.
 */
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
