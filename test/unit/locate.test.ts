import assert from 'node:assert/strict';
import { render } from '../../src/core/render';
import { locate } from '../../src/core/render/locate';
import { VisibleText } from '../../src/core/render/visibleText';
import { describeArticles } from '../support/articles';
import { testDocument } from '../support/context';
import { textPlaces } from '../support/textPlaces';

/** Where the place before `word` in the preview is in the source. */
function offsetBefore(text: string, word: string): number {
  const { article, context } = testDocument(text);
  const { html } = render(article, {}, context);
  const places = textPlaces(html);
  const at = places.findIndex((place) => place.text.includes(word));
  const place = places[at];
  assert.ok(place, html);
  const index = place.text.indexOf(word);
  return locate(article, {
    anchor: place.anchor,
    textBefore: place.before + place.text.slice(0, index),
    textAfter: place.text.slice(index),
  });
}

describe('A place in the preview is found in the source', () => {
  const cases: readonly [title: string, text: string][] = [
    ['in a paragraph of html', '<p>one two TARGET three</p>'],
    ['in Chinese text', '<p>　　据英国《金融时报》报道，TARGET周二</p>'],
    ['after inline tags', '<p>one <b>two <i>three</i></b> <a href="/one/two">four</a> TARGET</p>'],
    ['after character references', '<p>a &amp; b&nbsp;&lt;c&gt; &#20013;&#x6587; &hellip; TARGET</p>'],
    ['after an ampersand that begins no reference', '<p>a=1&b=2&copyright TARGET</p>'],
    ['after emphasis of Markdown', 'one **two *three*** and ~~four~~ `five` TARGET'],
    [
      'after a link of Markdown whose address has the same words',
      'see [the page](https://a.example/the/page/TARGET-x) for the page TARGET',
    ],
    ['after a picture of Markdown', '![a picture](https://a.example/p.png "a title") TARGET'],
    ['after a comment that holds the same word', '<p>one <!-- TARGET two --> two TARGET</p>'],
    [
      'after chaff that the preview leaves out',
      '<div>\n<p>甲</p>\n<style>\n.TARGET {}\n</style>\n乙。<script>TARGET()</script>丙 TARGET 丁\n</div>',
    ],
    ['in bare text between line breaks', '<div>one<br><br>two<br/>three TARGET</div>'],
    ['in a list of Markdown', '- one\n- two *TARGET*\n'],
    ['in a quote with its markers', '> one\n> two\n> TARGET\n'],
    ['in a fence, where references are text', '```\na &amp; b\n<b>x</b>\nTARGET\n```\n'],
    [
      'in code of a highlighter',
      '<pre><code><span class="hljs-k">let</span> a = &lt;b&gt;;\n<i>\nTARGET</code></pre>',
    ],
    ['in a heading after escapes', '# 1\\. \\*one\\* TARGET\n'],
    ['with CRLF', '<div>\r\n<p>one\r\ntwo</p>\r\nthree TARGET\r\n</div>\r\n'],
    ['after front matter', '---\ntitle: TARGET\n---\n\n<p>one</p>\n\nTARGET\n'],
    ['in an element that shows its raw text', '<div><textarea>a <b>x</b> TARGET</textarea></div>'],
    ['after a comment without an end, which is shown', 'a <!-- b TARGET'],
  ];
  for (const [title, text] of cases) {
    it(title, () => {
      // The last one in the source is the one that is shown.
      assert.equal(offsetBefore(text, 'TARGET'), text.lastIndexOf('TARGET'));
    });
  }

  it('directly after a character, when no white space is between', () => {
    const { article } = testDocument('<p>ab<b>cd</b></p>');
    assert.equal(locate(article, { anchor: 0, textBefore: 'ab' }), 5);
    assert.equal(locate(article, { anchor: 0, textBefore: 'abc' }), 9);
  });

  it('before the text that follows it, when that is told', () => {
    const { article } = testDocument('<p>ab<b>cd</b></p>');
    assert.equal(locate(article, { anchor: 0, textBefore: 'ab', textAfter: 'cd' }), 8);
    assert.equal(locate(article, { anchor: 0, textBefore: 'ab', textAfter: 'xy' }), 5);
  });

  it('at the first text of the anchor, when there is none before', () => {
    const { article } = testDocument('<div>\n  <p class="a">one</p></div>');
    assert.equal(locate(article, { anchor: 8, textBefore: '' }), 21);
  });

  it('as far as the text agrees', () => {
    const { article } = testDocument('<p>one two</p>\n\nthree');
    assert.equal(locate(article, { anchor: 0, textBefore: 'one 说了什么 two' }), 10);
    assert.equal(locate(article, { anchor: 0, textBefore: '@@@@' }), 3);
  });

  it('within the document, whatever is asked', () => {
    const text = '---\ntitle: a\n---\n\n<p>one</p>';
    const { article } = testDocument(text);
    for (const anchor of [-5, 0, 1e9, Number.NaN, 0.5, Infinity]) {
      for (const before of ['', 'one', 'x'.repeat(1000)]) {
        const offset = locate(article, { anchor, textBefore: before });
        assert.ok(offset >= article.body.start && offset <= text.length, `${anchor} ${before}`);
      }
    }
  });

  it('in time, however the two texts differ', () => {
    const { article } = testDocument(`<p>${'ab<b>*'.repeat(60_000)}</p>`);
    // Each parting taken by a search through the whole would need hours.
    for (const before of ['ab*', 'a*b', 'ba', 'x', 'abx'].map((part) => part.repeat(60_000))) {
      const offset = locate(article, { anchor: 0, textBefore: before });
      assert.ok(offset <= article.text.length);
    }
  });
});

describeArticles('Places in the preview of real articles', (articles) => {
  for (const { name, text } of articles) {
    it(`${name}: each lies before the text that follows it`, () => {
      const { article, context } = testDocument(text);
      for (const original of [false, true]) {
        for (const place of textPlaces(render(article, { original }, context).html)) {
          const middle = place.text.length >> 1;
          const offset = locate(article, {
            anchor: place.anchor,
            textBefore: place.before + place.text.slice(0, middle),
          });
          const follows = place.text.slice(middle).replace(/\s+/g, '').slice(0, 6);
          const shown = new VisibleText(article, offset, Math.min(offset + 400, text.length)).text;
          const found = shown.indexOf(follows);
          // Marks of Markdown may stand between.
          assert.ok(found >= 0 && found <= 4, `${offset}: ${follows} is not at the beginning of ${shown}`);
        }
      }
    });
  }
});
