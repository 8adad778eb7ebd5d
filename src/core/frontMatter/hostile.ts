import { knownFields } from '../fields';
import { quoteText } from './quote';
import { quotedRepairs } from './quotedValue';
import type { Repair, ValueRepair } from './repair';

/** `indent - - key: value`: where the parts of a line are. */
interface LineParts {
  readonly indentEnd: number;
  readonly key: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Characters that begin something else than text in YAML. `- `, `? ` and `: ` need their blank. */
const indicators = '[]{}#&*!|>%@`,';

/**
 * Best first; none when the line does not look like a key with a value or an item. Linear in the length of
 * the line.
 */
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
