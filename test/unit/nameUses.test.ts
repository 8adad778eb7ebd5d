import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/core/article';
import { applyEdits } from '../../src/core/edits';
import { nameUseAt, nameUses, renameEdits } from '../../src/core/language/nameUses';
import type { Profile } from '../../src/core/types';

const inFences = (yaml: string): string => `\n---\n${yaml}\n---\n\nText with News in it.\n`;

function renamed(yaml: string, from: string, to: string, profile: Profile = 'hexo'): string {
  const article = parseArticle(inFences(yaml));
  const edits = renameEdits(article, { field: 'categories', name: from }, { to, profile });
  return applyEdits(article.text, edits);
}

describe('A name that articles share', () => {
  const cases: readonly [title: string, yaml: string, expected: string][] = [
    ['a text by itself', 'categories: News', 'categories: Reports'],
    [
      'an item of a list',
      'categories:\n  - Code # first\n  - News',
      'categories:\n  - Code # first\n  - Reports',
    ],
    ['an item in brackets', 'categories: [Code, News]', 'categories: [Code, Reports]'],
    [
      'lists of lists',
      'categories:\n- [News, Sea]\n- [Land, News]',
      'categories:\n- [Reports, Sea]\n- [Land, Reports]',
    ],
    ['single quotes', "categories: ['News']", "categories: ['Reports']"],
    ['double quotes', 'category: "News"', 'category: "Reports"'],
    ['an anchor', 'categories: [&n News]', 'categories: [&n Reports]'],
  ];

  for (const [title, yaml, expected] of cases) {
    it(`is renamed in ${title}, and nothing else is`, () => {
      assert.equal(renamed(yaml, 'News', 'Reports'), inFences(expected));
    });
  }

  const left: readonly [title: string, yaml: string, profile?: Profile][] = [
    ['another field', 'tags: [News]'],
    ['a longer name', 'categories: [News of the day, Newsroom]'],
    ['a title', 'title: News'],
    ['a text of several lines', 'categories: |\n  News'],
    ['a text in quotes that goes on in the next line', "categories: 'News\n\n  '"],
    ['front matter with an error', 'title: [\ncategories: News'],
    ['words that Jekyll splits', 'categories: News Sea', 'jekyll'],
  ];

  for (const [title, yaml, profile] of left) {
    it(`is left alone in ${title}`, () => {
      assert.equal(renamed(yaml, 'News', 'Reports', profile), inFences(yaml));
    });
  }

  it('gets quotes when YAML needs them', () => {
    assert.equal(renamed('categories: [News]', 'News', 'a, b'), inFences("categories: ['a, b']"));
    assert.equal(renamed('categories: News', 'News', '2020'), inFences("categories: '2020'"));
  });

  it('is found at either end of it, and nowhere else', () => {
    const article = parseArticle(inFences('categories: [News]'));
    const uses = nameUses(article, 'hexo');
    const start = article.text.indexOf('News');
    assert.deepEqual(
      [start - 1, start, start + 4, start + 5].map((offset) => nameUseAt(uses, offset)?.name),
      [undefined, 'News', 'News', undefined],
    );
  });

  it('reads as the new name afterwards, whatever that is', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.trim());
    fc.assert(
      fc.property(
        name.filter((text) => text !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(text)),
        fc.constantFrom(
          'categories: [Sea, News]',
          "categories:\n  - 'News'",
          'categories: "News"',
          'category: News',
        ),
        (to, yaml) => {
          const article = parseArticle(renamed(yaml, 'News', to));
          assert.equal(article.frontMatter?.valid, true);
          assert.deepEqual(
            nameUses(article, 'hexo')
              .filter(({ name: found }) => found !== 'Sea')
              .map(({ name: found }) => found),
            [to === 'Sea' ? undefined : to].filter(
              (text) => text !== undefined && text !== '~' && text !== 'null',
            ),
          );
        },
      ),
    );
  });
});
