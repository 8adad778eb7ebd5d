import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clean } from '../../src/core/engine';
import { render } from '../../src/core/render';
import { generatedArticle } from '../support/articleGenerator';
import { describeArticles } from '../support/articles';
import { testDocument } from '../support/context';
import { showHtml } from '../support/shownHtml';

/** What the preview puts in for comments, scripts and style blocks. */
const chips = /<span data-winnow="chip"[^>]*>[^<]*<\/span>/g;

/** Tags between which a reader sees two words, white space or not. */
const breaks =
  /<(?=\/?(?:p|div|section|article|header|footer|figure|figcaption|br|li|ul|ol|td|tr|table|pre|h\d|hr|blockquote|details|summary)\b)/g;

/** The words that a reader sees, in order. */
function words(text: string): readonly string[] {
  const { article, context } = testDocument(text, { maxBodySize: 0 });
  return (
    showHtml(render(article, { original: true }, context).html.replace(chips, '').replace(breaks, ' <'))
      .text.split(/[\s\u00A0\u3000]+/)
      // A joiner alone joins nothing.
      .filter((word) => !/^[\u200B-\u200D\uFEFF]*$/.test(word))
  );
}

function assertSameWords(text: string): void {
  const { article, context } = testDocument(text, { maxBodySize: 0 });
  for (const level of ['minimal', 'standard'] as const) {
    assert.deepEqual(words(clean(article, { level }, context).text), words(text), `at level ${level}`);
  }
}

describe('Cleaning at the levels that ask nobody', () => {
  it('leaves every word that a reader sees, and joins none', function () {
    this.timeout(60_000);
    fc.assert(fc.property(generatedArticle, assertSameWords), { numRuns: 300 });
  });

  describeArticles('over the real articles', (articles) => {
    for (const { name, text } of articles) {
      it(`leaves every word of ${name}`, () => {
        assertSameWords(text);
      });
    }
  });
});
