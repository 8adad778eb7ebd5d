import { posix } from 'node:path';
import { applyEdits } from '../core/edits';
import type { Edit } from '../core/types';

/** Unchanged lines shown around each change, as `diff -u` and git do. */
const contextLines = 3;

/** The lines `[start, end)` of the old text, 0-based, give way to `added`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly added: readonly string[];
}

/**
 * A unified diff between a text and what sorted, non-overlapping edits make of it, in the form that
 * `git apply` and `patch -p1` read; '' when no line differs. It is made from the edits, not by
 * comparing two texts: linear time, and every change is shown where it was made.
 */
export function unifiedDiff(file: string, text: string, edits: readonly Edit[]): string {
  const lines = splitLines(text);
  const changes = findChanges(text, edits);
  if (changes.length === 0) {
    return '';
  }
  // As git names files: no `./` and no `/` in front, which `git apply` refuses.
  const name = posix.normalize(file).replace(/^\/+/, '');
  const output = [`--- ${quoteFile(`a/${name}`)}\n`, `+++ ${quoteFile(`b/${name}`)}\n`];
  let shift = 0;
  for (const hunk of groupIntoHunks(changes)) {
    shift = writeHunk(output, { lines, hunk, shift });
  }
  return output.join('');
}

/** Lines with their line feed, which the last may lack. A carriage return is part of its line, as in git. */
function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** Edits that touch the same lines make one change, without the lines at its two ends that stay the same. */
function findChanges(text: string, edits: readonly Edit[]): readonly Change[] {
  const changes: Change[] = [];
  const cursor = new LineCursor(text);
  let run: { readonly line: number; readonly start: number; end: number; readonly edits: Edit[] } | undefined;
  const close = (): void => {
    if (run !== undefined) {
      const { line, start, end } = run;
      const moved = run.edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      const before = text.slice(start, end);
      const change = trim(line, splitLines(before), splitLines(applyEdits(before, moved)));
      if (change.end > change.start || change.added.length > 0) {
        changes.push(change);
      }
    }
  };
  for (const [index, given] of edits.entries()) {
    const edit = alignToLines(text, given, edits[index + 1]?.start ?? Infinity);
    cursor.moveTo(edit.start);
    if (run === undefined || cursor.start >= run.end) {
      close();
      run = { line: cursor.line, start: cursor.start, end: cursor.end, edits: [] };
    }
    run.edits.push(edit);
    cursor.moveTo(lastTouched(text, edit, cursor.start));
    run.end = Math.max(run.end, cursor.end);
  }
  close();
  return changes;
}

/** Walks forward through the lines of a text. */
class LineCursor {
  readonly #text: string;
  line = 0;
  start = 0;
  end: number;

  constructor(text: string) {
    this.#text = text;
    this.end = this.#endFrom(0);
  }

  /** To the line that holds the offset; stays where it is for one that lies behind. */
  moveTo(offset: number): void {
    while (offset >= this.end && this.end < this.#text.length) {
      this.line++;
      this.start = this.end;
      this.end = this.#endFrom(this.start);
    }
  }

  #endFrom(start: number): number {
    const feed = this.#text.indexOf('\n', start);
    return feed === -1 ? this.#text.length : feed + 1;
  }
}

/**
 * Deleting a line end and the line after it, up to its line end, is the same as deleting that line:
 * said that way, the line before is not touched.
 */
function alignToLines(text: string, edit: Edit, nextStart: number): Edit {
  if (edit.text !== '') {
    return edit;
  }
  for (const feed of ['\r\n', '\n']) {
    const { start, end } = edit;
    if (text.startsWith(feed, start) && text.startsWith(feed, end) && end + feed.length <= nextStart) {
      return { start: start + feed.length, end: end + feed.length, text: '' };
    }
  }
  return edit;
}

/** An offset in the last line that the edit changes; an edit of whole lines does not change the next one. */
function lastTouched(text: string, edit: Edit, lineStart: number): number {
  const wholeLines =
    edit.end > edit.start &&
    text[edit.end - 1] === '\n' &&
    (edit.text === '' ? edit.start === lineStart : edit.text.endsWith('\n'));
  return wholeLines ? edit.end - 1 : edit.end;
}

function trim(line: number, before: readonly string[], after: readonly string[]): Change {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  return {
    start: line + head,
    end: line + before.length - tail,
    added: after.slice(head, after.length - tail),
  };
}

/** Changes whose context would meet share a hunk. */
function groupIntoHunks(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  let last: Change | undefined;
  for (const change of changes) {
    if (last !== undefined && change.start - last.end <= 2 * contextLines) {
      hunks[hunks.length - 1]?.push(change);
    } else {
      hunks.push([change]);
    }
    last = change;
  }
  return hunks;
}

interface HunkRequest {
  readonly lines: readonly string[];
  readonly hunk: readonly Change[];
  /** How many lines the hunks before have added (or, negative, removed). */
  readonly shift: number;
}

/** Returns the shift for the next hunk. */
function writeHunk(output: string[], { lines, hunk, shift }: HunkRequest): number {
  const first = hunk[0]?.start ?? 0;
  const last = hunk[hunk.length - 1]?.end ?? 0;
  const start = Math.max(0, first - contextLines);
  const end = Math.min(lines.length, last + contextLines);
  const growth = hunk.reduce((sum, change) => sum + change.added.length - (change.end - change.start), 0);
  const header = output.push('') - 1;
  let position = start;
  const copy = (mark: string, until: number): void => {
    for (; position < until; position++) {
      output.push(patchLine(mark, lines[position] ?? ''));
    }
  };
  for (const change of hunk) {
    copy(' ', change.start);
    copy('-', change.end);
    for (const line of change.added) {
      output.push(patchLine('+', line));
    }
  }
  copy(' ', end);
  output[header] = `@@ -${range(start, end - start)} +${range(start + shift, end - start + growth)} @@\n`;
  return shift + growth;
}

/** `start` is 0-based; an empty range names the line before it. */
function range(start: number, count: number): string {
  return count === 1 ? `${start + 1}` : `${count === 0 ? start : start + 1},${count}`;
}

function patchLine(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

/**
 * A file name as git writes it: in quotes with escapes when it holds a control character, a quote or
 * a backslash; followed by a tab when it holds a blank, or else `patch` ends it there.
 */
function quoteFile(file: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  const special = /[\u0000-\u001f\u007f"\\]/g;
  const escaped = file.replace(special, (character) => {
    const code = character.charCodeAt(0).toString(8).padStart(3, '0');
    return character === '"' || character === '\\' ? `\\${character}` : `\\${code}`;
  });
  return escaped !== file ? `"${escaped}"` : file.includes(' ') ? `${file}\t` : file;
}
