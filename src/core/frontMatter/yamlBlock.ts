import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Node, Pair, YAMLMap } from 'yaml';
import type { Field, Span, YamlError } from '../types';
import { expandedSize, maxNodes, plainValues } from './plainValue';

/** What a block of YAML holds. All offsets are absolute: `at` was added. */
export interface YamlBlock {
  readonly errors: readonly YamlError[];
  /** Empty when there are errors. */
  readonly fields: readonly Field[];
}

/**
 * The parser needs about 4 µs for each of these, and 100 µs for one in error; a real block has a few dozen,
 * and more than this is an attack or not front matter at all. A data URI of any length counts as one.
 */
const maxTokens = 20_000;

/**
 * Parses the YAML between the fences with YAML's core schema: dates stay text. Never throws. Duplicate keys
 * are no error here: a rule reports them.
 */
export function parseYamlBlock(source: string, at: number): YamlBlock {
  if (countTokens(source) > maxTokens) {
    return failure(at, at + Math.min(source.length, 3), 'TOO_LARGE', 'More than 20,000 tokens.');
  }
  try {
    return readDocument(normalise(source), at);
  } catch (error) {
    // The parser is recursive: thousands of nested brackets exhaust the stack.
    const message = error instanceof Error ? error.message : String(error);
    return failure(at, at + Math.min(source.length, 3), 'NOT_PARSED', message);
  }
}

/** The errors only, without values: for trying a repair. */
export function yamlErrors(source: string): readonly YamlError[] {
  return parseYamlBlock(source, 0).errors;
}

function readDocument(source: string, at: number): YamlBlock {
  const doc = parseDocument(source, {
    schema: 'core',
    // Quadratic, and it reports only one place.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const errors = [
    ...doc.errors.map((error) => ({ code: error.code, message: error.message, pos: error.pos })),
    // An unknown tag is a warning to this parser and an error to those of the site generators.
    ...doc.warnings
      .filter((warning) => warning.code === 'TAG_RESOLVE_FAILED')
      .map((warning) => ({ code: warning.code, message: warning.message, pos: warning.pos })),
    ...unresolvedAliases(doc),
  ];
  if (errors.length === 0 && doc.contents !== null && !isMap(doc.contents)) {
    errors.push({
      code: 'NOT_A_MAP',
      message: 'The block is not a list of keys with values.',
      pos: [0, firstLineEnd(source)],
    });
  }
  if (errors.length === 0 && expandedSize(doc) > maxNodes) {
    return failure(at, at + Math.min(source.length, 3), 'TOO_LARGE', 'The aliases expand without end.');
  }
  if (errors.length > 0) {
    return {
      errors: errors.map(({ code, message, pos }) => yamlError(code, message, pos, at)).sort(byStart),
      fields: [],
    };
  }
  const fields = isMap(doc.contents) ? readFields(doc.contents, doc, { source, at }) : [];
  return { errors: [], fields };
}

interface Located {
  readonly source: string;
  readonly at: number;
}

function readFields(map: YAMLMap, doc: Document, located: Located): Field[] {
  const values = plainValues(doc);
  return map.items.map((pair) => readField(pair as Pair<Node, Node | null>, values, located));
}

function readField(
  pair: Pair<Node, Node | null>,
  value: (node: unknown) => unknown,
  located: Located,
): Field {
  const { source, at } = located;
  const [keyStart, keyEnd] = rangeOf(pair.key);
  const colon = source.indexOf(':', keyEnd);
  const span = pair.value === null ? undefined : valueSpan(source, pair.value);
  // A value that is missing behind an anchor or a tag is missing there, not before them.
  const isMarked = isScalar(pair.value) && (pair.value.anchor !== undefined || pair.value.tag !== undefined);
  const afterColon = colon >= 0 && isOnlyBlank(source, keyEnd, colon) ? colon + 1 : keyEnd;
  const nowhere = isMarked && span !== undefined ? trimmedEnd(source, afterColon, span.start) : afterColon;
  const present = span !== undefined && span.end > span.start;
  const node = pair.value;
  let cached: { readonly value: unknown } | undefined;
  return {
    key: keyName(pair.key, source),
    keySpan: { start: at + keyStart, end: at + keyEnd },
    valueSpan: present
      ? { start: at + span.start, end: at + span.end }
      : { start: at + nowhere, end: at + nowhere },
    get value() {
      cached ??= { value: value(node) };
      return cached.value;
    },
    node,
  };
}

function keyName(key: Node, source: string): string {
  if (isScalar(key) && typeof key.value === 'string') {
    return key.value;
  }
  const [start, end] = rangeOf(key);
  return source.slice(start, end);
}

/** From a block scalar or a block collection the line end after it is left out. */
function valueSpan(source: string, node: Node): Span {
  const [start, end] = rangeOf(node);
  return { start, end: trimmedEnd(source, start, end) };
}

function trimmedEnd(source: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && ' \t\r\n'.includes(source.charAt(trimmed - 1))) {
    trimmed--;
  }
  return trimmed;
}

function rangeOf(node: Node): readonly [number, number] {
  const range = node.range;
  return range ? [range[0], range[1]] : [0, 0];
}

function isOnlyBlank(source: string, start: number, end: number): boolean {
  return source.slice(start, end).trim() === '';
}

/** yaml finds an alias without its anchor only when values are built. */
function unresolvedAliases(
  doc: Document,
): { code: string; message: string; pos: readonly [number, number] }[] {
  const anchors = new Set<string>();
  const missing: Alias[] = [];
  const visit = (node: unknown): void => {
    if (isPair(node)) {
      visit(node.key);
      visit(node.value);
    } else if (isAlias(node)) {
      if (!anchors.has(node.source)) {
        missing.push(node);
      }
    } else if (isScalar(node) || isCollection(node)) {
      if (node.anchor !== undefined) {
        anchors.add(node.anchor);
      }
      if (isMap(node) || isSeq(node)) {
        node.items.forEach(visit);
      }
    }
  };
  visit(doc.contents);
  return missing.map((alias) => ({
    code: 'UNRESOLVED_ALIAS',
    message: `Unresolved alias ${alias.source}`,
    pos: rangeOf(alias),
  }));
}

function countTokens(source: string): number {
  let count = 0;
  for (let index = 0; index < source.length; index++) {
    if ('\n\r:,[]{}"?-#&*!|>'.includes(source.charAt(index))) {
      count++;
    }
  }
  return count;
}

/** The parser knows no CR line ends. Same length, so offsets stay. */
function normalise(source: string): string {
  return source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
}

function firstLineEnd(source: string): number {
  const end = source.search(/[\r\n]/);
  return end < 0 ? source.length : end;
}

function failure(start: number, end: number, code: string, message: string): YamlBlock {
  return { errors: [{ start, end, code, message }], fields: [] };
}

function yamlError(code: string, message: string, pos: readonly [number, number], at: number): YamlError {
  return { start: at + pos[0], end: at + Math.max(pos[0], pos[1]), code, message };
}

function byStart(first: YamlError, second: YamlError): number {
  return first.start - second.start;
}
