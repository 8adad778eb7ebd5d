import { isMap, isPair, isScalar, parseDocument, type Pair } from 'yaml';
import { parseConfig, resolveOptions, type OptionProblem } from './options';
import type { Span } from './types';

/** The file whose settings hold for its folder and everything below. */
export const configName = '.winnow.yaml';

/** A mistake in a `.winnow.yaml`, at its place. */
export interface ConfigMistake extends Span {
  /** The option, such as `clean.level`; '' for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** Everything that is wrong in the text of a `.winnow.yaml`. */
export function checkConfig(text: string): readonly ConfigMistake[] {
  const { value, problems } = parseConfig(text, configName);
  const wrong = [...problems, ...resolveOptions([{ source: configName, value }]).problems];
  return wrong.map((problem) => ({
    ...placeOf(text, problem),
    path: problem.path,
    message: problem.message,
  }));
}

/**
 * The options whose texts become regular expressions or selectors, or hold such. A workspace that is not trusted may
 * not supply them: an expression can be made to run for hours.
 */
export const restrictedOptions: readonly string[] = ['comments.keep', 'packs', 'frontMatter.schema'];

/** The value of a `.winnow.yaml` without the restricted options, in either way of writing them. */
export function withoutPatterns(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  const isRestricted = (key: string): boolean =>
    restrictedOptions.some((option) => option === key || option.startsWith(`${key}.`));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !isRestricted(key)));
}

/** The key and value a problem is about; for a file that is not YAML, from where the parser gave up to the end of the line. */
function placeOf(text: string, problem: OptionProblem): Span {
  if (problem.line !== undefined) {
    const start = offsetOf(text, problem.line, problem.column ?? 1);
    return { start, end: Math.max(start, endOfLine(text, start)) };
  }
  return (
    findOption(parseDocument(text, { logLevel: 'silent' }).contents, problem.path) ?? {
      start: 0,
      end: endOfLine(text, 0),
    }
  );
}

/** Finds `clean.level` written as `clean: {level: x}` or as `clean.level: x`; the last key of equal ones counts. */
function findOption(node: unknown, path: string): Span | undefined {
  if (path === '' || !isMap(node)) {
    return undefined;
  }
  let span: Span | undefined;
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) {
      continue;
    }
    const key = String(pair.key.value);
    if (key === path) {
      span = spanOf(pair);
    } else if (path.startsWith(`${key}.`)) {
      span = findOption(pair.value, path.slice(key.length + 1)) ?? span;
    }
  }
  return span;
}

/** The key, and its value when that is a scalar: a list or a map would mark many lines. */
function spanOf({ key, value }: Pair): Span | undefined {
  const [start, keyEnd] = (isScalar(key) ? key.range : undefined) ?? [];
  const [, valueEnd = 0] = (isScalar(value) ? value.range : undefined) ?? [];
  return start === undefined || keyEnd === undefined ? undefined : { start, end: Math.max(keyEnd, valueEnd) };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let current = 1; current < line; current++) {
    const end = text.indexOf('\n', start);
    if (end < 0) {
      break;
    }
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
