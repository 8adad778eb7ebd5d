import type { Token } from 'markdown-it';
import { isBlank } from '../text';
import type { Lines, Region, RegionKind } from '../types';

export interface RegionInput {
  readonly text: string;
  readonly lines: Lines;
  /** Offset where the body begins. */
  readonly start: number;
  readonly tokens: readonly Token[];
}

const kinds: Readonly<Record<string, RegionKind>> = { html_block: 'html', fence: 'code', code_block: 'code' };

/**
 * The regions of a body from its block tokens: each html or code block is one, and so is each run of other
 * lines from the first to the last that is not blank.
 */
export function buildRegions({ text, lines, start, tokens }: RegionInput): Region[] {
  const regions: Region[] = [];
  const bodyLine = lines.lineAt(start);
  const startOf = (line: number): number => (line === bodyLine ? start : lines.startOf(line));
  const push = (kind: RegionKind, from: number, to: number): void => {
    let startLine = from;
    let endLine = to;
    while (startLine <= endLine && isBlank(text, startOf(startLine), lines.endOf(startLine))) {
      startLine++;
    }
    while (endLine > startLine && isBlank(text, startOf(endLine), lines.endOf(endLine))) {
      endLine--;
    }
    if (startLine <= endLine) {
      regions.push({ kind, start: startOf(startLine), end: lines.endOf(endLine), startLine, endLine });
    }
  };
  let next = bodyLine;
  for (const { type, map } of tokens) {
    const kind = kinds[type];
    if (kind !== undefined && map !== null) {
      push('markdown', next, bodyLine + map[0] - 1);
      push(kind, bodyLine + map[0], bodyLine + map[1] - 1);
      next = bodyLine + map[1];
    }
  }
  push('markdown', next, lines.count);
  return regions;
}

/** The last of sorted spans that begins at or before an offset and ends after it. */
export function spanAt<T extends { readonly start: number; readonly end: number }>(
  spans: readonly T[],
  offset: number,
): T | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const span = spans[low - 1];
  return span !== undefined && offset < span.end ? span : undefined;
}
