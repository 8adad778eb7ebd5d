/**
 * Rule fixtures: plain text files of cases.
 *
 *     === a sentence that says what holds
 *     --- options      optional YAML: any option, and path, siteTimezone, now, article, others, files
 *     --- input
 *     --- findings     `line:column-line:column severity message`, one a line
 *     --- output       the text after all first fixes of the rule; left out when nothing changes
 *
 * A section's text has no final newline unless its last line ends in `¶`. `␠` is a space, `␉` a tab,
 * `␍` a carriage return, `⟪U+FEFF⟫` any character; a backslash goes before a line's own `---` or `===`.
 */
export interface FixtureCase {
  readonly title: string;
  readonly line: number;
  readonly options: string;
  readonly input: string;
  readonly findings: readonly string[];
  /** Undefined when the input is expected to stay as it is. */
  readonly output: string | undefined;
}

const sections = ['options', 'input', 'findings', 'output'] as const;
type Section = (typeof sections)[number];

export function parseFixtures(file: string, source: string): readonly FixtureCase[] {
  const cases: FixtureCase[] = [];
  let title = '';
  let titleLine = 0;
  let parts = new Map<Section, string[]>();
  let current: string[] | undefined;
  const finish = (): void => {
    if (titleLine === 0) {
      return;
    }
    const input = parts.get('input');
    const findings = parts.get('findings');
    if (input === undefined || findings === undefined) {
      throw new Error(`${file}:${titleLine}: a case needs an input and a findings section.`);
    }
    const output = parts.get('output');
    cases.push({
      title,
      line: titleLine,
      options: (parts.get('options') ?? []).join('\n'),
      input: decode(input),
      findings: findings.map((line) => line.trim()).filter((line) => line !== ''),
      output: output && decode(output),
    });
  };
  source.split(/\r?\n/).forEach((line, index) => {
    if (line.startsWith('=== ')) {
      finish();
      title = line.slice(4).trim();
      titleLine = index + 1;
      parts = new Map();
      current = undefined;
    } else if (line.startsWith('--- ')) {
      const name = line.slice(4).trim() as Section;
      if (!sections.includes(name) || titleLine === 0) {
        throw new Error(`${file}:${index + 1}: ${line} is not one of ${sections.join(', ')}.`);
      }
      current = [];
      parts.set(name, current);
    } else if (current !== undefined) {
      current.push(line);
    } else if (line.trim() !== '' && titleLine > 0) {
      throw new Error(`${file}:${index + 1}: text outside a section.`);
    }
  });
  finish();
  return cases;
}

/** Blank lines at the end of a section only set the cases apart. */
export function decode(lines: readonly string[]): string {
  let count = lines.length;
  while (count > 0 && lines[count - 1] === '') {
    count--;
  }
  return lines
    .slice(0, count)
    .join('\n')
    .replace(/¶$/, '\n')
    .replace(/^\\(?=---|===|\\)/gm, '')
    .replace(/␠/g, ' ')
    .replace(/␉/g, '\t')
    .replace(/␍/g, '\r')
    .replace(/⟪BOM⟫/g, '\uFEFF')
    .replace(/⟪NBSP⟫/g, '\u00A0')
    .replace(/⟪U\+([0-9A-F]{4,6})⟫/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

/** The inverse of what `parseFixtures` reads, for `UPDATE=1`. */
export function encodeSection(text: string): string {
  return text
    .replace(/^(?=---|===|\\)/gm, '\\')
    .replace(/\r/g, '␍')
    .replace(/\t/g, '␉')
    .replace(/ +(?=\n|$)/g, (blanks) => '␠'.repeat(blanks.length))
    .replace(/\uFEFF/g, '⟪BOM⟫')
    .replace(/\u00A0/g, '⟪NBSP⟫')
    .replace(/\n$/, '¶');
}
