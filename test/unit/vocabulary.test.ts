import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/core/article';
import type { Profile } from '../../src/core/types';
import { MemoryVocabulary, termsOf, type ArticleTerms } from '../../src/core/vocabulary';

const terms = (given: Partial<ArticleTerms>): ArticleTerms => ({
  categories: [],
  tags: [],
  author: [],
  ...given,
});

const read = (yaml: string, profile: Profile = 'hexo'): ArticleTerms =>
  termsOf(parseArticle(`\n---\n${yaml}\n---\nText.\n`), profile);

describe('The vocabulary', () => {
  it('has the most used name first, then the order of the code units', () => {
    const vocabulary = new MemoryVocabulary();
    vocabulary.add('1', terms({ categories: ['News', 'Code'] }));
    vocabulary.add('2', terms({ categories: ['Code', 'Art'] }));
    assert.deepEqual(vocabulary.terms('categories'), [
      { name: 'Code', count: 2 },
      { name: 'Art', count: 1 },
      { name: 'News', count: 1 },
    ]);
    assert.deepEqual(vocabulary.terms('tags'), []);
  });

  it('counts an article once, whatever it said before', () => {
    const vocabulary = new MemoryVocabulary();
    vocabulary.add('1', terms({ author: ['Ann'] }));
    vocabulary.add('1', terms({ author: ['Bob'] }));
    assert.deepEqual(vocabulary.terms('author'), [{ name: 'Bob', count: 1 }]);
    assert.equal(vocabulary.size, 1);
    assert.deepEqual(vocabulary.articlesWith('author', 'Bob'), ['1']);
    assert.deepEqual(vocabulary.articlesWith('author', 'Ann'), []);
  });

  it('leaves the article out that is being written', () => {
    const vocabulary = new MemoryVocabulary();
    vocabulary.add('1', terms({ categories: ['Code', 'Typo'] }));
    vocabulary.add('2', terms({ categories: ['Code'] }));
    assert.deepEqual(vocabulary.terms('categories', { except: '1' }), [{ name: 'Code', count: 1 }]);
    assert.equal(vocabulary.count('categories', 'Typo', { except: '1' }), 0);
    assert.equal(vocabulary.count('categories', 'Code', { except: '3' }), 2);
  });

  it('is as if an article that was removed had never been there', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const change = fc.record({
      id: fc.constantFrom('1', '2', '3'),
      names: fc.option(fc.uniqueArray(name), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const vocabulary = new MemoryVocabulary();
        const model = new Map<string, readonly string[]>();
        for (const { id, names } of changes) {
          if (names === undefined) {
            vocabulary.remove(id);
            model.delete(id);
          } else {
            vocabulary.add(id, terms({ tags: names }));
            model.set(id, names);
          }
          // The list is kept between questions, so ask after each change.
          const expected = ['a', 'b', 'c', 'd']
            .map((it) => ({ name: it, count: [...model.values()].filter((all) => all.includes(it)).length }))
            .filter(({ count }) => count > 0)
            .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
          assert.deepEqual(vocabulary.terms('tags'), expected);
          assert.equal(vocabulary.size, model.size);
        }
      }),
    );
  });
});

describe('The names of an article', () => {
  it('are those of a list, a list in brackets, a list of lists and a text', () => {
    assert.deepEqual(read('categories:\n  - 编程\n  - Node.js').categories, ['编程', 'Node.js']);
    assert.deepEqual(read("categories: [a, 'b c']").categories, ['a', 'b c']);
    assert.deepEqual(read('categories:\n  - [a, b]\n  - [a, c]').categories, ['a', 'b', 'c']);
    assert.deepEqual(read('categories: a b').categories, ['a b']);
    assert.deepEqual(read('tags: [x]\nauthor: Ann').tags, ['x']);
    assert.deepEqual(read('tags: [x]\nauthor: Ann').author, ['Ann']);
  });

  it('are as written where YAML would make something else of them', () => {
    assert.deepEqual(read('tags: [007, 2020-01-01, true]').tags, ['007', '2020-01-01', 'true']);
  });

  it('count a single category with the others', () => {
    assert.deepEqual(read('category: a').categories, ['a']);
  });

  it('are told apart by blanks in a text that Jekyll reads', () => {
    assert.deepEqual(read('categories: a  b', 'jekyll').categories, ['a', 'b']);
    assert.deepEqual(read('category: a b', 'jekyll').categories, ['a b']);
    assert.deepEqual(read('categories: [a b]', 'jekyll').categories, ['a b']);
  });

  it('follow an alias', () => {
    assert.deepEqual(read('tags: &t [x, y]\ncategories: *t').categories, ['x', 'y']);
  });

  it('are none where there is nothing, a map, no front matter or broken YAML', () => {
    for (const yaml of ['categories:', 'categories: ~', 'categories: []', 'categories: {a: b}', 'tags: [a']) {
      assert.deepEqual(read(yaml), terms({}), yaml);
    }
    assert.deepEqual(termsOf(parseArticle('Text.\n'), 'hexo'), terms({}));
  });

  it('are no essays', () => {
    assert.deepEqual(read(`tags: [${'x'.repeat(201)}, y]`).tags, ['y']);
  });
});
