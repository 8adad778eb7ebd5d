import assert from 'node:assert/strict';
import { generateCorpus } from '../bench/corpus';
import { shapes } from '../bench/shapes';

describe('the generated corpus of the benchmark', () => {
  it('is the same for the same seed, begins the same when it is larger, and differs for another', () => {
    const ten = generateCorpus(10, 7);
    assert.deepEqual(generateCorpus(20, 7).slice(0, 10), ten);
    assert.notDeepEqual(generateCorpus(10, 8), ten);
  });

  it('has every shape, and sizes that are log-normal around 5 KB', () => {
    const corpus = generateCorpus(600);
    assert.deepEqual(new Set(corpus.map(({ shape }) => shape)), new Set(shapes.map(({ name }) => name)));
    const logs = corpus.map(({ text }) => Math.log(Buffer.byteLength(text))).sort((a, b) => a - b);
    const at = (share: number): number => Math.exp(logs[Math.floor(share * logs.length)] ?? 0);
    assert.ok(at(0.5) > 4_300 && at(0.5) < 6_000, `median ${at(0.5)}`);
    assert.ok(at(0.84) > 9_000 && at(0.84) < 14_000, `one deviation above ${at(0.84)}`);
  });
});
