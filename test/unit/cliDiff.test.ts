import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unifiedDiff } from '../../src/cli/diff';
import { applyEdits } from '../../src/core/edits';
import type { Edit } from '../../src/core/types';

const numbers = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`).join('');

/** The edit that replaces the only occurrence of a text. */
function replace(text: string, from: string, to: string): Edit {
  const start = text.indexOf(from);
  assert.ok(start >= 0 && !text.includes(from, start + 1), `${JSON.stringify(from)} occurs once`);
  return { start, end: start + from.length, text: to };
}

describe('unified diff', () => {
  it('shows a removed line between three lines of context', () => {
    assert.equal(
      unifiedDiff('a.md', numbers, [replace(numbers, '\n10\n', '\n')]),
      '--- a/a.md\n+++ b/a.md\n@@ -7,7 +7,6 @@\n 7\n 8\n 9\n-10\n 11\n 12\n 13\n',
    );
  });

  it('counts the lines that earlier hunks took away', () => {
    const edits = [replace(numbers, '\n2\n', '\n'), replace(numbers, '18\n', 'eighteen\n')];
    const headers = unifiedDiff('a.md', numbers, edits).match(/^@@.*$/gm);
    assert.deepEqual(headers, ['@@ -1,5 +1,4 @@', '@@ -15,6 +14,6 @@']);
  });

  it('puts changes whose context meets into one hunk, and others not', () => {
    const near = [replace(numbers, '\n5\n', '\n'), replace(numbers, '\n12\n', '\n')];
    const far = [replace(numbers, '\n5\n', '\n'), replace(numbers, '\n13\n', '\n')];
    assert.equal(unifiedDiff('a.md', numbers, near).match(/^@@/gm)?.length, 1);
    assert.equal(unifiedDiff('a.md', numbers, far).match(/^@@/gm)?.length, 2);
  });

  it('does not touch the line before when a line goes with the line end before it', () => {
    const text = 'a\n<!-- b -->\nc\n';
    assert.equal(
      unifiedDiff('a.md', text, [replace(text, '\n<!-- b -->', '')]),
      '--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,2 @@\n a\n-<!-- b -->\n c\n',
    );
  });

  it('tells a missing final line feed', () => {
    assert.equal(
      unifiedDiff('a.md', 'a\nb', [{ start: 3, end: 3, text: '\n' }]),
      '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n',
    );
  });

  it('names the line before an empty range', () => {
    assert.match(unifiedDiff('a.md', '', [{ start: 0, end: 0, text: 'x\n' }]), /^@@ -0,0 \+1 @@$/m);
    assert.match(unifiedDiff('a.md', 'x\n', [{ start: 0, end: 2, text: '' }]), /^@@ -1 \+0,0 @@$/m);
  });

  it('is empty when the edits change nothing', () => {
    assert.equal(unifiedDiff('a.md', 'a\n', []), '');
    assert.equal(unifiedDiff('a.md', 'a\n', [{ start: 0, end: 1, text: 'a' }]), '');
  });

  it('keeps carriage returns as part of their lines', () => {
    const text = 'a\r\nb\r\nc\r\n';
    assert.equal(
      unifiedDiff('a.md', text, [replace(text, '\r\nb', '')]),
      '--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,2 @@\n a\r\n-b\r\n c\r\n',
    );
  });

  it('names files as git does', () => {
    const header = (file: string): string | undefined =>
      unifiedDiff(file, 'a\n', [{ start: 0, end: 2, text: '' }]).split('\n')[0];
    assert.equal(header('文章 #1.md'), '--- a/文章 #1.md\t');
    assert.equal(header('./p//a.md'), '--- a/p/a.md');
    assert.equal(header('/home/p/a.md'), '--- a/home/p/a.md');
    assert.equal(header('a"b\\c\td.md'), '--- "a/a\\"b\\\\c\\011d.md"');
  });

  it('patches the text to what the edits make of it, whatever they are', () => {
    const line = fc.constantFrom('a\n', 'b\n', '\n', '\r\n', 'c', '\r', '<!-- x -->\n');
    const cut = fc.tuple(fc.nat(80), fc.nat(12), fc.constantFrom('', '', '\n', 'x', 'x\ny', '\nz\n'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.array(cut, { maxLength: 8 }), (lines, cuts) => {
        const text = lines.join('');
        const edits = toEdits(text, cuts);
        const diff = unifiedDiff('f', text, edits);
        assert.equal(patch(text, diff), applyEdits(text, edits));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes linear time for 100,000 changed lines', () => {
    const text = '<!-- a -->\n'.repeat(100_000);
    const edits = Array.from({ length: 100_000 }, (_, index) => ({
      start: index * 11,
      end: index * 11 + 10,
      text: '',
    }));
    assert.equal(patch(text, unifiedDiff('f', text, edits)), '\n'.repeat(100_000));
  });
});

/** Sorted edits without overlap from a random list of places, lengths and replacements. */
function toEdits(text: string, cuts: readonly (readonly [number, number, string])[]): readonly Edit[] {
  const edits: Edit[] = [];
  let free = 0;
  for (const [at, length, replacement] of [...cuts].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(free, at);
    if (start <= text.length) {
      const end = Math.min(text.length, start + length);
      edits.push({ start, end, text: replacement });
      free = end + 1;
    }
  }
  return edits;
}

/** A strict `patch`: every context and removed line must be where the hunk says. */
function patch(text: string, diff: string): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let position = 0;
  const rows = diff.match(/[^\n]*\n/g) ?? [];
  for (const [index, row] of rows.entries()) {
    const content = rows[index + 1]?.startsWith('\\') === true ? row.slice(1, -1) : row.slice(1);
    const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n$/.exec(row);
    if (header) {
      const start = Number(header[1]) - (header[2] === '0' ? 0 : 1);
      result.push(...old.slice(position, start));
      position = start;
      assert.equal(Number(header[3]), result.length + (header[4] === '0' ? 0 : 1));
    } else if (row.startsWith(' ') || (row.startsWith('-') && !row.startsWith('--- '))) {
      assert.equal(old[position++], content);
      if (row.startsWith(' ')) {
        result.push(content);
      }
    } else if (row.startsWith('+') && !row.startsWith('+++ ')) {
      result.push(content);
    }
  }
  return [...result, ...old.slice(position)].join('');
}
