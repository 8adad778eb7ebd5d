import assert from 'node:assert/strict';
import { isAlwaysKept, keepPatternFor, patternsThatKeep } from '../../src/core/keepList';

describe('the pattern that keeps a comment', () => {
  it('keeps it, and those that differ in their numbers only', () => {
    const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
      [' ad slot 3 ', ['ad slot 3', 'AD slot 12'], ['ad slot', 'ad slot 3 b', 'ad slot x']],
      ['note', ['note', ' Note '], ['notes']],
      ['2024', ['2024', '7'], ['2024-05', 'x']],
      ['a*b', ['a*b'], ['axb', 'a*b*']],
      ['/x/', ['/x/'], ['x']],
      ['(a) [b]{1}.$^|\\', ['(a) [b]{2}.$^|\\'], ['a b1']],
      ['two\nlines', ['two\nlines'], ['two lines']],
      ['', ['', ' '], ['x']],
    ];
    for (const [comment, kept, others] of cases) {
      const pattern = keepPatternFor(comment);
      for (const text of [comment, ...kept]) {
        assert.deepEqual(patternsThatKeep(text, [pattern]), [pattern], `${pattern} on ${text}`);
      }
      for (const text of others) {
        assert.deepEqual(patternsThatKeep(text, [pattern]), [], `${pattern} on ${text}`);
      }
    }
  });

  it('is the text itself where that is enough', () => {
    assert.equal(keepPatternFor(' editor’s note '), 'editor’s note');
    assert.equal(keepPatternFor('ad slot 3'), '/^ad slot \\d+$/i');
  });

  it('is not needed for what linters, spell checkers, link checkers and generators read', () => {
    const read = [
      'lint disable maximum-line-length',
      'lint enable',
      'lint ignore no-html',
      'alex disable he-she',
      'textlint-disable',
      'textlint-enable prh',
      'cspell:disable',
      'cSpell:ignore winnow',
      'spell-checker:disable',
      'markdown-link-check-disable-next-line',
      'vale off',
      'vale Style.Rule = NO',
      'eslint-disable no-undef',
      'omit in toc',
      'endexcerpt',
      'excerpt-end',
      'end_excerpt',
    ];
    for (const comment of read) {
      assert.ok(isAlwaysKept(` ${comment} `), comment);
    }
    for (const comment of ['linter', 'lint', 'valentine', 'excerpts of today', 'spell-checker', 'omit']) {
      assert.ok(!isAlwaysKept(comment), comment);
    }
  });

  it('is not needed for what a program reads', () => {
    assert.ok(isAlwaysKept(' more '));
    assert.ok(isAlwaysKept('{% raw %}'));
    assert.ok(!isAlwaysKept('read more'));
  });
});
