import { indexLines } from '../../src/core/text';
import { classifyBody } from '../../src/core/body';
import type { Span } from '../../src/core/types';
import { decode } from './fixtures';

/**
 * A case of the body classifier: text, and what the classifier makes of it, one a line:
 *
 *     html 1-3            a region of lines, 1-based
 *     code in 2: text     code inside a region, with the lines it is in
 *     reported: what      a comment or element without an end
 *     indented 4          a chunk of html that CommonMark alone would take for code
 */
export interface RegionCase {
  readonly title: string;
  readonly line: number;
  readonly input: string;
  readonly expected: readonly string[];
}

/** Reads cases in the form `=== title`, `--- input`, `--- regions`; escapes are those of rule fixtures. */
export function parseRegionCases(source: string): readonly RegionCase[] {
  return source
    .split(/^(?==== )/m)
    .filter((part) => part.startsWith('=== '))
    .map((part) => {
      const line = source.slice(0, source.indexOf(part)).split('\n').length;
      const [head = '', rest = ''] = part.split('\n--- input\n');
      const [input = '', regions = ''] = rest.split('\n--- regions\n');
      return {
        title: head.slice(4).trim(),
        line,
        input: decode(input.split('\n')),
        expected: regions.split('\n').filter((expectation) => expectation !== ''),
      };
    });
}

/** What the classifier says about a text, in the form of a case's expectation. */
export function describeRegions(text: string): readonly string[] {
  const lines = indexLines(text);
  const body = classifyBody(text, 0, lines);
  const linesOf = ({ start, end }: Span): string => {
    const first = lines.lineAt(start);
    const last = lines.lineAt(Math.max(start, end - 1));
    return first === last ? `${first}` : `${first}-${last}`;
  };
  return [
    ...body.regions.map((region) => `${region.kind} ${linesOf(region)}`),
    ...body.code.map((span) => `code in ${linesOf(span)}: ${escape(text.slice(span.start, span.end))}`),
    ...body.unterminated.map(({ what }) => `reported: ${what}`),
    ...body.indentedChunks.map((span) => `indented ${linesOf(span)}`),
  ];
}

function escape(text: string): string {
  return text.replace(/\r/g, '\\r').replace(/\n/g, '\\n');
}
