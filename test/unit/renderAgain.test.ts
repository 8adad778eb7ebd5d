import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/edits';
import { render } from '../../src/core/render';
import { renderAgain } from '../../src/core/renderAgain';
import { generatedArticle } from '../support/articleGenerator';
import { testDocument } from '../support/context';

const article = `---
title: Low water
---

<div>
<p>The first paragraph of the article.</p>
<!-- an advertisement -->
<p style="color: red">The second one.</p>

<style>.a { color: red }</style>
<p>The last line.</p>
</div>

## A heading

Some *words* of Markdown.
`;

function look(text: string): ReturnType<typeof render> {
  const { article: parsed, context } = testDocument(text);
  return render(parsed, { level: 'thorough' }, context);
}

/** What is shown again after a change, and what is shown by judging the article anew. */
function change(text: string, from: string, to: string): readonly [again: string | undefined, anew: string] {
  const before = testDocument(text).article;
  const changed = text.replace(from, to);
  assert.notEqual(changed, text);
  const again = renderAgain({ article: before, edits: look(text).edits }, testDocument(changed).article);
  return [again, look(changed).html];
}

describe('An article that is rendered again after a change', () => {
  const same: readonly (readonly [name: string, from: string, to: string])[] = [
    ['a sign', 'first paragraph', 'first; paragraph'],
    ['an element', 'first paragraph', '<b>first</b> paragraph'],
    ['an element that is not closed yet', 'first paragraph', '<b>first paragraph'],
    ['a block', '<p>The last line.</p>', '<p>The last line.</p>\n<p>Or not.</p>'],
    ['a line of Markdown', 'Some *words*', 'Some **more**\nwords'],
    ['a block less', '## A heading\n\n', ''],
  ];
  for (const [name, from, to] of same) {
    it(`is shown as by judging it anew: ${name}`, () => {
      const [again, anew] = change(article, from, to);
      assert.equal(again, anew);
    });
  }

  const left: readonly (readonly [name: string, from: string, to: string])[] = [
    ['in the front matter', 'Low water', 'High water'],
    ['of the front matter to a text', '---\ntitle', 'x\n---\ntitle'],
    ['in what is left out', 'an advertisement', 'no advertisement'],
    ['of what is left out to a text', '<!-- an', '<- an'],
    ['right beside what is left out', '<p style="color: red"', '<p lang="en" style="color: red"'],
  ];
  for (const [name, from, to] of left) {
    it(`has to be judged anew after a change ${name}`, () => {
      assert.equal(change(article, from, to)[0], undefined);
    });
  }

  it('is shown as by judging it anew wherever the same is left out', () => {
    let compared = 0;
    const signs = fc.constantFrom(';', 'x', '<b>y</b>', '\n\n', '*', '<', '&amp;', '汉');
    fc.assert(
      fc.property(
        generatedArticle,
        fc.double({ min: 0, max: 1, noNaN: true }),
        signs,
        (text, share, sign) => {
          const at = Math.floor(share * text.length);
          const changed = text.slice(0, at) + sign + text.slice(at);
          const before = look(text);
          const anew = look(changed);
          const again = renderAgain(
            { article: testDocument(text).article, edits: before.edits },
            testDocument(changed).article,
          );
          const isSameLeft =
            applyEdits(changed, anew.edits) ===
            applyEdits(
              changed,
              before.edits.map((edit) => {
                const shift = edit.start >= at ? sign.length : 0;
                return { ...edit, start: edit.start + shift, end: edit.end + shift };
              }),
            );
          if (again !== undefined && isSameLeft) {
            compared++;
            assert.equal(again, anew.html);
          }
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(compared > 40, `only ${compared} were compared`);
  });
});
