import assert from 'node:assert/strict';
import { render } from '../../src/core/render';
import { testDocument } from '../support/context';

/** Something that looked back or ahead from each of these would need hours. */
const repeated: readonly [title: string, part: string, before?: string][] = [
  ['comments in each other', '<!-- <div>'],
  ['hidden elements in each other', '<div hidden>a'],
  ['styles and handlers', '<p style="color:red" onclick="a()">a'],
  ['inline styles on one line of Markdown', '<b style="color:red">a</b> ', 'x '],
  ['comments on one line of Markdown', '<!-- a --> b ', 'x '],
  ['tags that are in no order', '</p><td></div>a<br>'],
  ['drawings that are not closed', '<svg><br>a'],
  ['line breaks', 'a<br>'],
  ['quotes', '> a <br> '],
  ['list items', '- <b style="color:red">a</b>\n'],
  ['code of a highlighter', '<span data-line="1">a</span>', '<pre><code>'],
  ['lines of a highlighter', '<li class="L1">a</li> ', '<pre class="prettyprint"><ol class="linenums">'],
];

describe('The original is marked in time', () => {
  for (const [title, part, before = ''] of repeated) {
    it(`with many ${title}`, () => {
      const { article, context } = testDocument(`${before}${part.repeat(20_000)}`);
      const { html, hidden } = render(article, { original: true, cleanLevel: 'minimal' }, context);
      // One mark for each thing and each text, not one for each pair of them.
      assert.ok(html.length < article.text.length * 20 + hidden.length * 100);
    });
  }
});
