import assert from 'node:assert/strict';
import { largestBody, modeFor, renderPreview, type Preview } from '../../src/core/renderPreview';
import { testDocument } from '../support/context';
import { showHtml } from '../support/shownHtml';

const frontMatter = '---\ntitle: a\n---\n';
const junk = '<div>\n<!-- note -->\n<p style="display: none">unseen</p>\n<p>text</p>\n</div>\n\n';

function preview(text: string, maxBodySize?: number): Preview {
  const { article, context } = testDocument(text, maxBodySize === undefined ? {} : { maxBodySize });
  return renderPreview(article, { level: 'thorough' }, context);
}

describe('The preview of an article', () => {
  it('is in full up to the size that rules look at, front matter not counted', () => {
    const { mode, rendered } = preview(frontMatter + junk, junk.length);
    assert.equal(mode, 'full');
    assert.doesNotMatch(rendered.html, /unseen/);
  });

  it('is light above it: whole, with only what level minimal leaves out', () => {
    const { mode, rendered } = preview(`${frontMatter}${junk}last words`, junk.length);
    assert.equal(mode, 'light');
    assert.match(rendered.html, /unseen/);
    assert.match(showHtml(rendered.html).text, /last words/);
    assert.deepEqual(
      rendered.hidden.map(({ rule }) => rule),
      ['no-html-comment'],
    );
  });

  it('is only the beginning of a larger one, in whole lines', () => {
    const line = `<p>${'字'.repeat(993)}</p>`;
    const text = `${frontMatter}${`${line}\n`.repeat(largestBody / 1000 + 2)}`;
    const { mode, rendered } = preview(text);
    assert.equal(mode, 'beginning');
    const { text: shown } = showHtml(rendered.html);
    assert.ok(shown.length < largestBody && shown.length > largestBody - 50_000, String(shown.length));
    assert.equal(shown.replaceAll('字', '').trim(), '');
    assert.equal(rendered.head.title?.text, 'a');
  });

  it('is cut within a line that is longer than that, never within a character', () => {
    const { mode, rendered } = preview(`a${'𠮷'.repeat(largestBody / 2 + 5)}`);
    assert.equal(mode, 'beginning');
    assert.doesNotMatch(showHtml(rendered.html).text, /\p{Surrogate}/u);
  });

  it('is in full when the setting knows no limit or a larger one', () => {
    assert.equal(modeFor(largestBody * 9, { maxBodySize: 0 }), 'full');
    assert.equal(modeFor(largestBody + 1, { maxBodySize: largestBody + 1 }), 'full');
    assert.equal(modeFor(largestBody + 2, { maxBodySize: largestBody + 1 }), 'beginning');
    assert.equal(modeFor(largestBody, { maxBodySize: 1 }), 'light');
  });
});
