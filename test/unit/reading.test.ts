import assert from 'node:assert/strict';
import { render } from '../../src/core/render';
import { readingOf, type Reading } from '../../src/core/render/reading';
import { testDocument } from '../support/context';

function reading(text: string, original = false): Reading {
  const { article, context } = testDocument(text);
  return render(article, { original }, context).reading;
}

describe('The length of an article', () => {
  const cases: readonly [title: string, body: string, cjkCharacters: number, words: number][] = [
    ['counts words of Latin text', "<p>It isn't a well-known number: 3.14.</p>", 0, 6],
    ['counts Chinese characters without punctuation', '<p>据《金融时报》报道，周二。</p>', 9, 0],
    ['counts kana and hangul like Han', 'ひらカナ 한글', 6, 0],
    ['counts characters outside the basic plane once', '<p>𠮷野家</p>', 3, 0],
    ['counts both in a mixed text', '<p>用 Vue.js 写的 3 个例子</p>', 6, 2],
    ['counts words of other alphabets and with accents', '<p>Привет, café naïve</p>', 0, 3],
    [
      'joins a word over inline tags, not over blocks and line breaks',
      '<p><b>W</b>ord</p><p>a</p>b<br>c',
      0,
      4,
    ],
    ['decodes character references', '<p>caf&eacute;&nbsp;a&amp;b &#20013;</p>', 1, 3],
    ['takes no word from tags, attributes and comments', '<p title="a > b">x</p><!-- one two -->', 0, 1],
    [
      'leaves out blocks of code, not code in a line',
      '<p>a <code>b</code></p>\n<pre><code>c d</code></pre>\n<p>e</p>',
      0,
      3,
    ],
    ['leaves out fences', 'a\n\n```js\nb c\n```\n\nd', 0, 2],
    ['takes a pre that holds prose for prose', '<pre><p>one two</p></pre>', 0, 2],
    ['leaves out the front matter', '---\ntitle: one two\n---\n\nthree', 0, 1],
    ['is nothing for nothing', '', 0, 0],
  ];
  for (const [title, body, cjkCharacters, words] of cases) {
    it(title, () => {
      const { minutes, ...counts } = reading(body);
      assert.deepEqual(counts, { cjkCharacters, words });
      assert.equal(minutes > 0, cjkCharacters + words > 0);
    });
  }

  it('is that of the cleaned text, in the original too', () => {
    const text = '<p>one two</p>\n<!-- three -->\n<p>four</p><style>.a{}</style>';
    assert.equal(reading(text).words, 3);
    assert.deepEqual(reading(text, true), reading(text));
  });
});

describe('The reading time of an article', () => {
  it('is in whole minutes, rounded up', () => {
    assert.equal(readingOf('word').minutes, 1);
    assert.equal(readingOf('word '.repeat(238)).minutes, 1);
    assert.equal(readingOf('word '.repeat(239)).minutes, 2);
    assert.equal(readingOf('字'.repeat(450)).minutes, 1);
    assert.equal(readingOf('字'.repeat(451)).minutes, 2);
    assert.equal(readingOf(`${'字'.repeat(450)} ${'word '.repeat(238)}`).minutes, 2);
  });

  it('is found for any html, in time', () => {
    for (const part of ['<', '<p', '<pre>', '<pre ', '<a b="', '</pre', '&', '&amp', "<a b='>"]) {
      assert.ok(readingOf(part.repeat(50_000)).words >= 0, part);
    }
  });
});
