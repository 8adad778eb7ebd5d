import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/core/article';
import { namesOfSite } from '../../src/core/packs/siteNames';

const namesFor = (author: string): RegExp | undefined =>
  namesOfSite(parseArticle(`---\nauthor: ${JSON.stringify(author)}\n---\n\nText.\n`).frontMatter);

describe('The names of the site that the front matter gives', () => {
  const cases: readonly (readonly [author: string, text: string, found: readonly string[]])[] = [
    ['桥边网', '打开桥边网，或者桥边客户端', ['桥边网', '桥边']],
    ['bridge-side', 'Read bridge-side, not a bridge-sider.', ['bridge-side']],
    ['桥边 - 最新', '桥边的文章', ['桥边']],
    ['C++ (daily) [old]', 'C++ (daily) [old]', []],
    ['博客', '博客', []],
  ];
  for (const [author, text, found] of cases) {
    it(`are looked for as they are written: ${author}`, () => {
      const names = namesFor(author);
      assert.deepEqual(names === undefined ? [] : text.match(names), found.length === 0 ? [] : found);
    });
  }

  it('can be any text', () => {
    const characters = fc.constantFrom(...Array.from('桥边网abcXYZ019 -_.+*?^$|/\\()[]{}\'"&<>#'));
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 20 }), (author) => {
        assert.doesNotThrow(() => namesFor(author)?.test('桥边'));
      }),
      { numRuns: 2000 },
    );
  });
});
