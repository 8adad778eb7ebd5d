import type { StateBlock } from 'markdown-it';
import { matchAutolink } from './inline';
import { type BlockEnd, htmlStart } from './htmlStart';
import { type BodyScan, contentStart, indentationStart, indentOf, isOutdented } from './scan';
import { pushVerbatim, verbatimAt } from './verbatim';
import type { Container } from './container';
import type { Limits } from '../html/scanner';
import { isLetter } from '../html/names';
import { scanTag } from '../html/tag';

/** The lines of a region that are not yet pushed as a token. */
interface Progress {
  /** First line of the html that is pending; a fence in it has pushed what was before. */
  pending: number;
  /** Line after the last one read. */
  next: number;
}

/**
 * Reads the html region that begins in `line` and pushes its tokens: an `html_block` for each run of
 * lines, and a `fence` for each closed fence in between. Moves the parser behind it.
 */
export function readRegion(
  scan: BodyScan,
  state: StateBlock,
  line: number,
  start: BlockEnd | 'indented',
): void {
  const container = scan.container;
  const progress: Progress = { pending: line, next: line };
  let kind: BlockEnd | 'indented' | undefined = start;
  while (kind !== undefined) {
    if (kind === 'indented') {
      rememberIndented(scan, state, progress.next);
    }
    readChunk(scan, state, progress, kind === 'terminator' ? 'terminator' : 'blank line');
    kind = continuation(container, state, progress);
  }
  pushHtml(scan, state, progress);
  state.line = progress.next;
}

/** How the next chunk of the region begins; undefined when there is none. Moves to it. */
function continuation(
  container: Container,
  state: StateBlock,
  progress: Progress,
): BlockEnd | 'indented' | undefined {
  const last = progress.next - 1;
  const limit = container.extentEnd(last);
  let line = progress.next;
  while (line < limit && state.isEmpty(line)) {
    line++;
  }
  if (line >= limit || container.open.innermost(container.rest(last, container.end(last))) === undefined) {
    return undefined;
  }
  let kind: BlockEnd | 'indented' | undefined;
  if (indentOf(state, line) >= 4) {
    kind = isIndentedHtml(container, line) ? 'indented' : undefined;
  } else {
    kind = htmlStart(state.src, contentStart(state, line), state.eMarks[line] ?? 0)?.end;
  }
  if (kind !== undefined) {
    if (progress.pending === progress.next) {
      progress.pending = line;
    }
    progress.next = line;
  }
  return kind;
}

/**
 * Whether a chunk that is indented like code is html: an element is open, and the chunk begins with a tag
 * or a comment, holds the tag of a block element, or is the text of a table cell.
 */
export function isIndentedHtml(container: Container, line: number): boolean {
  const innermost = container.openElement(line);
  const start = container.start(line);
  if (innermost === undefined || container.open.expectsMarkdown(container.rest(line, start))) {
    return false;
  }
  const limit = container.end(container.paragraphEnd(line) - 1);
  return (
    innermost === 'table' ||
    beginsWithMarkup(container, line, limit) ||
    container.source.next('blockTag', start) < limit
  );
}

function beginsWithMarkup(container: Container, line: number, limit: number): boolean {
  const { source } = container;
  const { text } = source;
  const start = container.start(line);
  if (text.charCodeAt(start) !== 60) {
    return false;
  }
  if (text.startsWith('!--', start + 1)) {
    return source.next('commentEnd', start + 2) < container.rest(line, start).to;
  }
  const nameStart = text.charCodeAt(start + 1) === 47 ? start + 2 : start + 1;
  return (
    isLetter(text.charCodeAt(nameStart)) &&
    matchAutolink(text, start, limit) < 0 &&
    scanTag(source, start, limit) !== undefined
  );
}

/** Reads one chunk: to the line that holds its terminator, or to the next blank line. */
function readChunk(scan: BodyScan, state: StateBlock, progress: Progress, blockEnd: BlockEnd): void {
  const container = scan.container;
  const { scanner, source } = container;
  const limit = container.extentEnd(progress.next);
  const far = container.end(limit - 1);
  let end = blockEnd;
  let isFirst = true;
  let limits: Limits | undefined;
  let line = progress.next;
  let position = container.start(line);
  scanner.begin();
  for (;;) {
    const lineEnd = container.end(line);
    const found = Math.min(source.lessThan.next(position), source.next('templateStart', position));
    if (found < lineEnd) {
      const tagLimit =
        end === 'terminator' && !isFirst ? lineEnd : container.end(container.paragraphEnd(line) - 1);
      const codeLimit = Math.max(tagLimit, Math.min(scanner.reach, far));
      if (limits?.tag !== tagLimit || limits.code !== codeLimit) {
        limits = { tag: tagLimit, code: codeLimit, far };
      }
      const consumed =
        source.text.charCodeAt(found) === 60 ? scanner.html(found, limits) : scanner.template(found, far);
      if (isFirst && (consumed < 0 || !scanner.terminated)) {
        end = 'blank line';
      }
      isFirst = false;
      position = consumed < 0 ? found + 1 : consumed;
      while (container.end(line) < position) {
        line++;
      }
      continue;
    }
    if (end === 'terminator' && lineEnd >= scanner.reach) {
      break;
    }
    const next = nextLineOfChunk(scan, state, { line: line + 1, limit, end }, progress);
    if (next < 0) {
      break;
    }
    if (next > line + 1) {
      progress.pending = next;
    }
    line = next;
    position = container.start(line);
  }
  progress.next = Math.max(progress.next, line + 1);
}

/**
 * The line with which the chunk goes on, or -1. A closed fence or template block splits the html: what
 * was pending is pushed, and the chunk goes on behind it.
 */
function nextLineOfChunk(
  scan: BodyScan,
  state: StateBlock,
  { line: from, limit, end }: { readonly line: number; readonly limit: number; readonly end: BlockEnd },
  progress: Progress,
): number {
  const container = scan.container;
  const reach = container.scanner.reach;
  let line = from;
  while (line < limit && !isOutdented(state, line)) {
    const isReached = container.start(line) >= reach;
    if (state.isEmpty(line)) {
      return isReached ? -1 : line;
    }
    const verbatim = isReached && end === 'blank line' ? verbatimAt(container, state, line) : undefined;
    if (verbatim === undefined) {
      return line;
    }
    progress.next = line;
    pushHtml(scan, state, progress);
    pushVerbatim(scan, state, verbatim);
    line = progress.pending = progress.next = verbatim.endLine;
  }
  return -1;
}

function pushHtml(scan: BodyScan, state: StateBlock, { pending, next }: Progress): void {
  if (pending < next) {
    const token = state.push('html_block', '', 0);
    token.map = [pending, next];
    token.content = scan.withContent ? state.getLines(pending, next, state.blkIndent, true) : '';
  }
}

function rememberIndented(scan: BodyScan, state: StateBlock, line: number): void {
  scan.indentedChunks.push({
    start: scan.offsetOf(state, line, indentationStart(state, line)),
    end: scan.offsetOf(state, line, contentStart(state, line)),
  });
}
