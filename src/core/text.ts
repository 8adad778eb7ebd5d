import type { Lines } from './types';

/** Builds the line index of a text in one pass. LF, CRLF and CR end a line; U+2028 does not. */
export function indexLines(text: string): Lines {
  const starts: number[] = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10) {
      starts.push(index + 1);
    } else if (code === 13) {
      if (text.charCodeAt(index + 1) === 10) {
        index++;
      }
      starts.push(index + 1);
    }
  }

  const startOf = (line: number): number => {
    const start = starts[line - 1];
    if (start === undefined) {
      throw new RangeError(`Line ${line} is not between 1 and ${starts.length}.`);
    }
    return start;
  };

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  };

  const endOf = (line: number): number => {
    let end = line < starts.length ? startOf(line + 1) : text.length;
    const start = startOf(line);
    if (line < starts.length) {
      end--;
      if (end > start && text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13) {
        end--;
      }
    }
    return end;
  };

  return {
    count: starts.length,
    lineAt,
    startOf,
    endOf,
    positionAt(offset) {
      const line = lineAt(offset);
      return { line, column: offset - startOf(line) + 1 };
    },
  };
}

/** The line end that most lines of the text have; `\n` when there is none. */
export function detectEol(text: string): '\n' | '\r\n' | '\r' {
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10) {
      lf++;
    } else if (code === 13) {
      if (text.charCodeAt(index + 1) === 10) {
        crlf++;
        index++;
      } else {
        cr++;
      }
    }
  }
  if (crlf > lf && crlf >= cr) {
    return '\r\n';
  }
  return cr > lf ? '\r' : '\n';
}

/** Blank means only spaces and tabs: U+3000 and NBSP are text. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code !== 32 && code !== 9) {
      return false;
    }
  }
  return true;
}
