import { isBlank } from './text';
import type { Article, Edit, Span } from './types';

/** An edit of the plan, and which fixes (by their index) it carries out. */
export interface PlannedEdit extends Edit {
  readonly owners: readonly number[];
  /** What to do instead when this edit turns out to change what it leaves; the same owners. */
  readonly plainer?: readonly PlannedEdit[];
}

/** The edits of several fixes, made to fit together. */
export interface Arrangement {
  /** Sorted, not overlapping. */
  readonly edits: readonly PlannedEdit[];
  /** Fixes all of whose edits are in `edits`. */
  readonly applied: ReadonlySet<number>;
}

/**
 * Puts the edits of several fixes side by side. A fix that lies wholly in what another deletes needs
 * nothing; one that overlaps another in part waits for the next pass. An `undefined` fix is passed over.
 */
export function arrange(fixes: readonly (readonly Edit[] | undefined)[]): Arrangement {
  const all: PlannedEdit[] = fixes.flatMap((edits, owner) =>
    (edits ?? []).map((edit) => ({ ...edit, owners: [owner] })),
  );
  // At the same start the longer edit first, so that it can take in what lies inside it.
  all.sort((a, b) => a.start - b.start || b.end - a.end);

  const accepted: PlannedEdit[] = [];
  const waiting = new Set<number>();
  for (const edit of all) {
    const last = accepted[accepted.length - 1];
    if (last === undefined || edit.start >= last.end) {
      accepted.push(edit);
    } else {
      edit.owners.forEach((owner) => waiting.add(owner));
    }
  }
  const edits = accepted.filter((edit) => !edit.owners.some((owner) => waiting.has(owner)));
  return { edits, applied: new Set(edits.flatMap((edit) => edit.owners)) };
}

/**
 * Lets deletions take with them the line that they leave blank, and a second run of blank lines that
 * would come to stand beside the first. Never inside `kept` (the content of `pre`, where white space shows).
 */
export function tidyLines(
  article: Article,
  edits: readonly PlannedEdit[],
  kept: (offset: number) => boolean,
): readonly PlannedEdit[] {
  const { text, lines, body } = article;
  const result: PlannedEdit[] = [];
  /** Where the last whole-line deletion ended, and whether the line before it is blank. */
  let last: { readonly end: number; readonly blankBefore: boolean } | undefined;

  let index = 0;
  while (index < edits.length) {
    const group = sameLines(article, edits, index);
    index += group.length;
    const first = group[0];
    const final = group[group.length - 1];
    if (first === undefined || final === undefined) {
      break;
    }
    const startLine = lines.lineAt(first.start);
    const endLine = lines.lineAt(Math.max(final.end - 1, final.start));
    const start = lines.startOf(startLine);
    const end = lines.endOf(endLine);
    const whole =
      start >= body.start &&
      !kept(first.start) &&
      group.every((edit) => edit.text === '' && edit.end > edit.start) &&
      isBlankOutside(text, start, end, group) &&
      !isBlank(text, start, end);
    if (!whole) {
      result.push(...group.map((edit) => withoutTrailingBlanks(article, edit)));
      continue;
    }
    const blankBefore: boolean =
      last?.end === start
        ? last.blankBefore
        : startLine > lines.lineAt(body.start) && isBlankLine(article, startLine - 1);
    let nextLine = endLine + 1;
    while (blankBefore && nextLine < lines.count && isBlankLine(article, nextLine)) {
      nextLine++;
    }
    if (nextLine > lines.count) {
      // The last line has no line end of its own: the one before it goes instead.
      const before = startLine > lines.lineAt(body.start) ? lines.endOf(startLine - 1) : start;
      const from = before < (result.at(-1)?.end ?? 0) ? start : before;
      result.push({ start: from, end: text.length, text: '', owners: ownersOf(group), plainer: group });
      continue;
    }
    let until = lines.startOf(nextLine);
    const taken = [...group];
    let next = edits[index];
    // What another fix deletes of those blank lines goes along.
    while (next !== undefined && next.start < until && next.text === '') {
      until = Math.max(until, next.end);
      taken.push(next);
      next = edits[++index];
    }
    result.push({ start, end: until, text: '', owners: ownersOf(taken), plainer: taken });
    last = { end: until, blankBefore };
  }
  return result;
}

function ownersOf(edits: readonly PlannedEdit[]): readonly number[] {
  return [...new Set(edits.flatMap((edit) => edit.owners))];
}

/** The edits from `index` on that stand on the same lines, each connected to the one before it. */
function sameLines(article: Article, edits: readonly PlannedEdit[], index: number): readonly PlannedEdit[] {
  const group: PlannedEdit[] = [];
  let line = -1;
  for (let at = index; at < edits.length; at++) {
    const edit = edits[at];
    if (edit === undefined || (group.length > 0 && article.lines.lineAt(edit.start) !== line)) {
      break;
    }
    group.push(edit);
    line = article.lines.lineAt(Math.max(edit.end - 1, edit.start));
  }
  return group;
}

function isBlankOutside(text: string, start: number, end: number, deletions: readonly Span[]): boolean {
  let position = start;
  for (const deletion of deletions) {
    if (!isBlank(text, position, Math.min(deletion.start, end))) {
      return false;
    }
    position = Math.max(position, deletion.end);
  }
  return position >= end || isBlank(text, position, end);
}

function isBlankLine(article: Article, line: number): boolean {
  return isBlank(article.text, article.lines.startOf(line), article.lines.endOf(line));
}

/**
 * In Markdown two blanks at the end of a line are a line break, so a deletion at the end of a line
 * takes the blanks before it along.
 */
function withoutTrailingBlanks(article: Article, edit: PlannedEdit): PlannedEdit {
  const { text, lines, body } = article;
  if (
    edit.text !== '' ||
    edit.end === edit.start ||
    edit.start < body.start ||
    body.kindAt(edit.start) !== 'markdown'
  ) {
    return edit;
  }
  const line = lines.lineAt(edit.end);
  const lineStart = lines.startOf(line);
  const lineEnd = lines.endOf(line);
  if (edit.start < lineStart || !isBlank(text, edit.end, lineEnd)) {
    return edit;
  }
  let start = edit.start;
  while (start > lineStart && isBlank(text, start - 1, start)) {
    start--;
  }
  return start === lineStart ? edit : { ...edit, start, end: lineEnd };
}
