import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, offsetsAfter, Rewrite, utf8Length } from '../../src/core/edits';
import type { Edit } from '../../src/core/types';

/** Sorted, non-overlapping edits over a text of the given length. */
const editsOver = (length: number): fc.Arbitrary<readonly Edit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length), fc.string({ maxLength: 4 })), { maxLength: 6 })
    .map((raw) => {
      const edits: Edit[] = [];
      for (const [a, b, text] of raw.sort((x, y) => x[0] - y[0])) {
        const start = Math.max(a, edits[edits.length - 1]?.end ?? 0);
        edits.push({ start, end: Math.max(start, b), text });
      }
      return edits;
    });

describe('applyEdits', () => {
  it('refuses edits that overlap or leave the text', () => {
    assert.throws(
      () =>
        applyEdits('abc', [
          { start: 0, end: 2, text: '' },
          { start: 1, end: 3, text: '' },
        ]),
      RangeError,
    );
    assert.throws(() => applyEdits('abc', [{ start: 2, end: 4, text: '' }]), RangeError);
    assert.throws(() => applyEdits('abc', [{ start: 2, end: 1, text: '' }]), RangeError);
  });

  it('copies what is outside the edits', () => {
    assert.equal(
      applyEdits('\uFEFFa\r\nb\u00A0', [{ start: 1, end: 2, text: 'xyz' }]),
      '\uFEFFxyz\r\nb\u00A0',
    );
  });
});

describe('Rewrite', () => {
  const passes = fc
    .string({ maxLength: 30 })
    .chain((text) =>
      fc
        .tuple(fc.constant(text), editsOver(text.length))
        .chain(([original, first]) =>
          fc.tuple(fc.constant(original), fc.constant(first), editsOver(applyEdits(original, first).length)),
        ),
    );

  it('turns several passes into edits of the original that make the same text', () => {
    fc.assert(
      fc.property(passes, ([original, first, second]) => {
        const rewrite = new Rewrite(original);
        rewrite.apply(first);
        rewrite.apply(second);
        assert.equal(rewrite.text, applyEdits(applyEdits(original, first), second));
        assert.equal(applyEdits(original, rewrite.toEdits()), rewrite.text);
      }),
    );
  });

  it('knows where each kept character was', () => {
    const rewrite = new Rewrite('0123456789');
    rewrite.apply([{ start: 2, end: 4, text: 'ab' }]);
    rewrite.apply([{ start: 0, end: 1, text: '' }]);
    const original = rewrite.originalOffsets();
    assert.equal(rewrite.text, '1ab456789');
    assert.deepEqual([0, 3, 8].map(original), [1, 4, 9]);
    assert.equal(original(9), 10);
  });

  it('maps offsets of the present text to offsets that never go back', () => {
    fc.assert(
      fc.property(passes, ([original, first, second]) => {
        const rewrite = new Rewrite(original);
        rewrite.apply(first);
        rewrite.apply(second);
        const map = rewrite.originalOffsets();
        const mapped = Array.from({ length: rewrite.text.length + 1 }, (_, offset) => map(offset));
        assert.deepEqual(
          mapped,
          [...mapped].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('gives no edit when nothing changed', () => {
    assert.deepEqual(new Rewrite('abc').toEdits(), []);
  });
});

describe('offsetsAfter', () => {
  it('moves an offset behind an edit by what the edit adds, one inside to the end of the replacement', () => {
    const map = offsetsAfter([
      { start: 2, end: 4, text: '' },
      { start: 6, end: 6, text: 'xy' },
    ]);
    assert.deepEqual([0, 2, 3, 4, 5, 6, 7].map(map), [0, 2, 2, 2, 3, 6, 7]);
  });
});

describe('utf8Length', () => {
  it('counts the bytes of any well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(utf8Length(text), Buffer.byteLength(text, 'utf8'));
      }),
    );
    assert.equal(utf8Length('\uD800a'), Buffer.byteLength('\uD800a', 'utf8'));
  });
});
