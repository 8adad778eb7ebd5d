import type { StateBlock } from 'markdown-it';
import { isIndentedHtml, readRegion } from './htmlRegion';
import { htmlStart } from './htmlStart';
import { type BodyScan, contentStart, indentOf } from './scan';
import { fenceAt, pushVerbatim, templateAt } from './verbatim';

/** The scan of the parse that a rule is called from. */
export type ScanOf = (state: StateBlock) => BodyScan;

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** An html region (regions.md 2 to 9 in one token per run of lines). */
export function htmlBlockRule(scanOf: ScanOf): BlockRule {
  return (state, line, _endLine, silent) => {
    if (indentOf(state, line) >= 4) {
      return false;
    }
    const start = htmlStart(state.src, contentStart(state, line), state.eMarks[line] ?? 0);
    if (start === undefined || silent) {
      return start?.interruptsParagraph === true;
    }
    const scan = scanOf(state);
    scan.catchUp(state);
    readRegion(scan, state, line, start.end);
    return true;
  };
}

/** Indented code, unless an open element makes it html that happens to be indented. */
export function codeRule(scanOf: ScanOf): BlockRule {
  return (state, line, endLine) => {
    if (indentOf(state, line) < 4) {
      return false;
    }
    const scan = scanOf(state);
    scan.catchUp(state);
    const { container } = scan;
    if (isIndentedHtml(container, line)) {
      readRegion(scan, state, line, 'indented');
      return true;
    }
    let end = line + 1;
    for (let next = end; next < endLine; next++) {
      if (state.isEmpty(next)) {
        continue;
      }
      if (indentOf(state, next) < 4 || (next > end && isIndentedHtml(container, next))) {
        break;
      }
      end = next + 1;
    }
    state.line = end;
    const token = state.push('code_block', 'code', 0);
    token.content = scan.withContent ? state.getLines(line, end, 4 + state.blkIndent, false) + '\n' : '';
    token.map = [line, end];
    return true;
  };
}

/** A fence. While an element is open, one without an end is text. */
export function fenceRule(scanOf: ScanOf): BlockRule {
  return (state, line, _endLine, silent) => {
    const code = state.src.charCodeAt(contentStart(state, line));
    if ((code !== 96 && code !== 126) || indentOf(state, line) >= 4) {
      return false;
    }
    const scan = scanOf(state);
    scan.catchUp(state);
    const { container } = scan;
    const fence = fenceAt(container, state, line);
    if (fence === undefined || (!fence.isClosed && container.openElement(line) !== undefined)) {
      return false;
    }
    if (!silent) {
      pushVerbatim(scan, state, fence);
      state.line = fence.endLine;
    }
    return true;
  };
}

/** A shortcode that holds code and begins a line. */
export function templateRule(scanOf: ScanOf): BlockRule {
  return (state, line, _endLine, silent) => {
    if (indentOf(state, line) >= 4) {
      return false;
    }
    const scan = scanOf(state);
    const template = templateAt(scan.container, state, line);
    if (template === undefined) {
      return false;
    }
    if (!silent) {
      pushVerbatim(scan, state, template);
      state.line = template.endLine;
    }
    return true;
  };
}
