import assert from 'node:assert/strict';
import type { Removal } from '../../src/core/engine';
import { formatBytes, summariseRemovals } from '../../src/core/summary';

const comments = (count: number, bytes: number): Removal => ({
  rule: 'no-html-comment',
  group: 'comments',
  count,
  bytes,
});

describe('the summary of what was removed', () => {
  it('counts each kind and ends with the size', () => {
    const removed: readonly Removal[] = [
      comments(8, 1000),
      { rule: 'no-style-block', group: 'styles', count: 1, bytes: 229 },
    ];
    assert.equal(summariseRemovals(removed), '8 comments, 1 style block, 1.2 KB');
  });

  it('names comments before blank lines, whatever the order of the rules', () => {
    const removed: readonly Removal[] = [
      { rule: 'blank-lines', group: 'whitespace', count: 2, bytes: 2 },
      comments(1, 8),
    ];
    assert.equal(summariseRemovals(removed), '1 comment, 2 runs of blank lines, 10 bytes');
  });

  it('is nothing when nothing was removed', () => {
    assert.equal(summariseRemovals([]), undefined);
    assert.equal(summariseRemovals([comments(0, 0)]), undefined);
  });

  it('says one comment, not one comments', () => {
    assert.equal(summariseRemovals([comments(1, 1)]), '1 comment, 1 byte');
  });

  it('tells the attributes of one group apart where people do', () => {
    const removed: readonly Removal[] = [
      { rule: 'no-style-attribute', group: 'attributes', count: 2, bytes: 40 },
      { rule: 'no-event-handler', group: 'attributes', count: 1, bytes: 20 },
    ];
    assert.equal(summariseRemovals(removed), '2 inline styles, 1 event handler, 60 bytes');
  });

  it('adds up the rules that go by the name of their group', () => {
    const removed: readonly Removal[] = [
      { rule: 'a-new-rule', group: 'chaff', count: 2, bytes: 10 },
      { rule: 'another-new-rule', group: 'chaff', count: 3, bytes: 10 },
    ];
    assert.equal(summariseRemovals(removed), '5 pieces of chaff, 20 bytes');
  });

  it('leaves the size out when the document did not become smaller', () => {
    assert.equal(
      summariseRemovals([{ rule: 'blank-lines', group: 'whitespace', count: 1, bytes: -1 }]),
      '1 run of blank lines',
    );
  });
});

describe('a size', () => {
  const sizes: readonly (readonly [number, string])[] = [
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1024, '1.0 KB'],
    [1229, '1.2 KB'],
    [1024 * 1024 - 1, '1.0 MB'],
    [3_500_000, '3.3 MB'],
  ];
  for (const [bytes, text] of sizes) {
    it(`of ${bytes} is shown as ${text}`, () => {
      assert.equal(formatBytes(bytes), text);
    });
  }
});
