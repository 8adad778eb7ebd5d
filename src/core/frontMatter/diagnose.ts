import type { Edit, Span, YamlError } from '../types';
import { dedent, repairsOf } from './hostile';
import { evidentKinds, type HostileKind, type Repair } from './repair';
import { yamlErrors } from './yamlBlock';

/** A fault of the YAML, and how to write its line so that the block can be read. */
export interface SyntaxFault extends Span {
  /** Undefined for what no known mistake explains: then the parser's own code and message count. */
  readonly kind: HostileKind | undefined;
  readonly error: YamlError;
  readonly key: string;
  readonly pairs: number;
  /** Best first; each makes this fault go. */
  readonly repairs: readonly { readonly edits: readonly Edit[]; readonly fixKind: Repair['fixKind'] }[];
}

export interface Diagnosis {
  /** In source order, one per mistake, however many errors it causes in the parser. */
  readonly faults: readonly SyntaxFault[];
  /** True when the block parses with the first repair of every fault. */
  readonly repairable: boolean;
}

/** A block with more mistakes is not worth a list of them. */
const maxFaults = 20;

/** Each try parses the whole block, so a large one gets few: some 0.5 s in all. */
const maxParsedLength = 400_000;

/**
 * Explains the errors of a YAML block: tries to repair the line of the first error, goes on behind it, and
 * blanks out what it cannot repair. `at` is the offset of the source in the document.
 */
export function diagnose(source: string, at: number): Diagnosis {
  const original = splitLines(source);
  let lines = original.map(({ text }) => text);
  const faults: SyntaxFault[] = [];
  const budget = { left: Math.max(maxParsedLength, source.length) };
  let errors = parse(lines, budget);
  let repairable = true;
  let lastLine = -1;

  while (errors !== undefined && errors.length > 0 && faults.length < maxFaults) {
    const error = errors[0];
    const stopped = error === undefined ? -1 : lineOf(lines, error.start);
    if (error === undefined || stopped <= lastLine) {
      break;
    }
    const { line, repairs } = suspectOf(lines, { from: lastLine + 1, to: stopped });
    const attempt = tryRepairs(lines, { line, repairs }, budget);
    const column = line === stopped ? error.start - startOf(lines, line) : 0;
    faults.push(faultOf({ error, column, attempt, original, line, at }));
    if (attempt === undefined) {
      repairable = false;
      lines = blankOut(lines, line);
    } else {
      lines = attempt.lines;
    }
    lastLine = line;
    errors = parse(lines, budget);
  }
  return { faults, repairable: repairable && errors?.length === 0 };
}

interface Attempt {
  readonly repairs: readonly (Repair & { readonly also?: LineChange })[];
  readonly lines: string[];
}

/** A second line that a repair touches: the closing quote that a swallowed key was left with. */
interface LineChange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface Suspect {
  readonly line: number;
  readonly repairs: readonly Repair[];
}

/** The line to repair when the parser stopped in line `to`; lines before `from` are done. */
function suspectOf(
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Suspect {
  const open = openBefore(lines, { from, to });
  const line = open ?? to;
  const next = dedent(lines[line + 1] ?? '', /^[ \t]*/.exec(lines[line] ?? '')?.[0] ?? '');
  return open === undefined && next !== undefined
    ? { line: line + 1, repairs: [next] }
    : { line, repairs: repairsOf(lines[line] ?? '') };
}

function tryRepairs(
  lines: readonly string[],
  { line, repairs }: Suspect,
  budget: Budget,
): Attempt | undefined {
  const accepted: (Repair & { readonly also?: LineChange })[] = [];
  let first: string[] | undefined;
  for (const repair of repairs) {
    const dangling = repair.kind === 'open quote' ? danglingQuote(lines, line, repair.text) : undefined;
    const trial = apply(lines, line, repair, dangling);
    const errors = parse(trial, budget);
    if (errors === undefined) {
      break;
    }
    const next = errors[0];
    const last = dangling?.line ?? lastContinuation(trial, line);
    if (next === undefined || lineOf(trial, next.start) > last) {
      accepted.push(dangling === undefined ? repair : { ...repair, also: dangling });
      first ??= trial;
    }
  }
  return first === undefined ? undefined : { repairs: accepted, lines: first };
}

/** The last of the lines that go on with the value of this one, since they are indented more. */
function lastContinuation(lines: readonly string[], line: number): number {
  const indent = indentOf(lines[line] ?? '');
  let last = line;
  while (last + 1 < lines.length && indentOf(lines[last + 1] ?? '') > indent) {
    last++;
  }
  return last;
}

function indentOf(line: string): number {
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  return blanks.replaceAll('\t', '  ').length;
}

/**
 * A quote or bracket without its partner makes the parser stop far below, or nowhere: the first line before
 * that place whose value begins with one that its line does not close.
 */
function openBefore(
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  for (let line = from; line < to; line++) {
    const text = lines[line] ?? '';
    const kind = /:[ \t]+["'[{]/.test(text) ? repairsOf(text)[0]?.kind : undefined;
    if (kind === 'open quote' || kind === 'open bracket') {
      return line;
    }
  }
  return undefined;
}

function apply(
  lines: readonly string[],
  line: number,
  repair: Repair,
  also: LineChange | undefined,
): string[] {
  const result = [...lines];
  const text = result[line] ?? '';
  result[line] = text.slice(0, repair.start) + repair.text + text.slice(repair.end);
  if (also !== undefined) {
    const other = result[also.line] ?? '';
    result[also.line] = other.slice(0, also.start) + other.slice(also.end);
  }
  return result;
}

/**
 * `title: "text` and below it `date: 2022-04-04"`: the quote at the end of a later key is the one that is
 * missing.
 */
function danglingQuote(lines: readonly string[], line: number, repaired: string): LineChange | undefined {
  const quote = repaired.charAt(0);
  if (repaired.length < 2 || !repaired.endsWith(quote) || repaired.slice(1, -1).includes(quote)) {
    return undefined;
  }
  for (let index = line + 1; index < Math.min(lines.length, line + 6); index++) {
    const text = (lines[index] ?? '').trimEnd();
    const at = text.indexOf(quote);
    if (at >= 0) {
      const isLast = at === text.length - 1 && /^[A-Za-z_][\w-]*:[ \t]/.test(text);
      return isLast ? { line: index, start: at, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

interface FaultInput {
  readonly error: YamlError;
  /** Where the parser stopped in the line as it is tried. */
  readonly column: number;
  readonly attempt: Attempt | undefined;
  readonly original: readonly SourceLine[];
  readonly line: number;
  readonly at: number;
}

function faultOf({ error, column, attempt, original, line, at }: FaultInput): SyntaxFault {
  const source = original[line] ?? { text: '', start: 0 };
  const lineStart = at + source.start;
  const seen = repairsOf(source.text)[0];
  const repair = attempt?.repairs[0] ?? (seen && evidentKinds.has(seen.kind) ? seen : undefined);
  const length = repair?.kind === 'nested quotes' ? 1 : Math.max(1, error.end - error.start);
  const from = Math.min(column, source.text.length);
  const fault = repair?.fault ?? { start: from, end: Math.min(from + length, source.text.length) };
  return {
    start: lineStart + fault.start,
    end: lineStart + Math.max(fault.start, fault.end),
    kind: repair?.kind,
    error,
    key: repair?.key ?? '',
    pairs: repair?.pairs ?? 0,
    repairs: (attempt?.repairs ?? []).map((one) => ({
      fixKind: one.fixKind,
      edits: editsOf(one, original, line, at),
    })),
  };
}

function editsOf(
  repair: Repair & { readonly also?: LineChange },
  original: readonly SourceLine[],
  line: number,
  at: number,
): readonly Edit[] {
  const start = at + (original[line]?.start ?? 0);
  const edit = { start: start + repair.start, end: start + repair.end, text: repair.text };
  if (repair.also === undefined) {
    return [edit];
  }
  const other = at + (original[repair.also.line]?.start ?? 0);
  return [edit, { start: other + repair.also.start, end: other + repair.also.end, text: '' }];
}

/** The line and what belongs to it, up to the next key in the first column, as comments. */
function blankOut(lines: readonly string[], line: number): string[] {
  const result = [...lines];
  for (let index = line; index < result.length; index++) {
    if (index > line && /^[^\s#\-\]}]/.test(result[index] ?? '')) {
      break;
    }
    result[index] = '#';
  }
  return result;
}

interface Budget {
  left: number;
}

/** Undefined when the budget is spent. */
function parse(lines: readonly string[], budget: Budget): readonly YamlError[] | undefined {
  const source = lines.join('\n');
  if (budget.left < source.length) {
    return undefined;
  }
  const errors = yamlErrors(source);
  // Making an error object takes as long as parsing some 200 characters.
  budget.left -= source.length + 200 * errors.length;
  return errors;
}

interface SourceLine {
  readonly text: string;
  readonly start: number;
}

function splitLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const end = /\r\n|\r|\n/g;
  let start = 0;
  for (let match = end.exec(source); match !== null; match = end.exec(source)) {
    lines.push({ text: source.slice(start, match.index), start });
    start = end.lastIndex;
  }
  lines.push({ text: source.slice(start), start });
  return lines;
}

function lineOf(lines: readonly string[], offset: number): number {
  let start = 0;
  for (let line = 0; line < lines.length; line++) {
    start += (lines[line]?.length ?? 0) + 1;
    if (offset < start) {
      return line;
    }
  }
  return lines.length - 1;
}

function startOf(lines: readonly string[], line: number): number {
  let start = 0;
  for (let index = 0; index < line; index++) {
    start += (lines[index]?.length ?? 0) + 1;
  }
  return start;
}
