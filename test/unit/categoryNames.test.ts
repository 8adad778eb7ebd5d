import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findLookAlike, plainForm } from '../../src/core/categories/lookAlikes';
import { scriptMix, simplify } from '../../src/core/categories/script';

const names = fc.constantFrom(
  'News',
  'news',
  'Code',
  'code ',
  '新聞',
  '新闻',
  'Front-End',
  'frontend',
  'Angular',
  'Angulars',
);

describe('the characters of two scripts', () => {
  it('are told apart, and what both share says nothing', () => {
    assert.equal(scriptMix('国內')?.characters, '內');
    assert.equal(scriptMix('后台')?.characters, undefined);
    assert.equal(scriptMix('著名作家'), undefined);
    assert.equal(scriptMix('國際新聞'), undefined);
  });

  it('become one when they are simplified, and stay so', () => {
    assert.equal(simplify('國際後臺新聞'), '国际后台新闻');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(simplify(simplify(text)), simplify(text));
      }),
    );
  });

  it('are of one script once the mix is repaired', () => {
    const character = fc.constantFrom(
      '國',
      '際',
      '財',
      '經',
      '報',
      '导',
      '观',
      '点',
      '內',
      '外',
      '国',
      '问',
      '题',
      '後',
      '台',
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const mix = scriptMix(characters.join(''));
        assert.equal(scriptMix(mix?.better ?? ''), undefined);
      }),
    );
  });
});

describe('a look-alike', () => {
  it('is used more than the name itself, and has none in its turn', () => {
    const counts = fc.dictionary(names, fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(names, counts, (name, given) => {
        const categories = Object.entries(given)
          .map(([term, count]) => ({ name: term, count }))
          .sort((a, b) => b.count - a.count);
        const found = findLookAlike(name, { categories });
        if (found === undefined) {
          return;
        }
        assert.ok(found.count > (given[name] ?? 0));
        assert.notEqual(found.name, name);
        if (found.by === 'form') {
          assert.equal(plainForm(found.name), plainForm(name));
        }
      }),
    );
  });
});
