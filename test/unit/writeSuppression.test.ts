import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/edits';
import { check } from '../../src/core/engine';
import { silencingFix } from '../../src/core/writeSuppression';
import { generatedArticle } from '../support/articleGenerator';
import { testDocument } from '../support/context';

/** The text with the finding of the rule silenced; undefined when nothing can be written. */
function silenced(text: string, rule: string, settings = {}): string | undefined {
  const { article, context } = testDocument(text, { article: true, ...settings });
  const finding = check(article, context).find((found) => found.rule === rule);
  assert.ok(finding, `${rule} is not reported`);
  const fix = silencingFix(article, finding, context);
  return fix && applyEdits(text, fix.edits);
}

const frontMatter = (yaml: string): string => `---\n${yaml}\n---\n\nText.\n`;

describe('a comment that silences a finding', () => {
  const image = 'frontmatter-image';
  const cases: readonly (readonly [title: string, before: string, after: string | undefined])[] = [
    [
      'stands at the end of the line',
      'headimg: undefined',
      `headimg: undefined # winnow-disable-line ${image}`,
    ],
    [
      'stands before a comment, which becomes the reason',
      'headimg: undefined # why',
      `headimg: undefined # winnow-disable-line ${image} # why`,
    ],
    [
      'joins one that is there',
      'headimg: undefined # winnow-disable-line no-font',
      `headimg: undefined # winnow-disable-line ${image}, no-font`,
    ],
    [
      'is not mistaken in a text with a # in it',
      `headimg: 'http://a.example/a #b.png'`,
      `headimg: 'http://a.example/a #b.png' # winnow-disable-line ${image}`,
    ],
    ['does not stand in a text of several lines', 'headimg: "undefined\n  "', undefined],
    [
      'does not stand in a block of text',
      'headimg: |\n  http://a.example/a.png',
      `headimg: | # winnow-disable-line ${image}\n  http://a.example/a.png`,
    ],
    [
      'stands in a list',
      'categories:\n  - a\n  - a',
      'categories:\n  - a\n  - a # winnow-disable-line frontmatter-categories',
    ],
  ];
  for (const [title, before, after] of cases) {
    it(`${title} (front matter)`, () => {
      const rule = before.startsWith('categories') ? 'frontmatter-categories' : image;
      assert.equal(silenced(frontMatter(before), rule), after && frontMatter(after));
    });
  }

  it('stands neither on a fence nor in front matter that has an error', () => {
    assert.equal(silenced('---\ndate: 2022-04-04\n---\nText.\n', 'frontmatter-required'), undefined);
    assert.equal(silenced('---\ntitle: "A\n---\nText.\n', 'frontmatter-syntax'), undefined);
  });

  const next = '<!-- winnow-disable-next-line no-font -->';
  const bodies: readonly (readonly [title: string, before: string, after: string | undefined])[] = [
    ['stands on the line above', '<p>a</p>\n<font>b</font>\n', `<p>a</p>\n${next}\n<font>b</font>\n`],
    [
      'has the indentation of its line',
      '<div>\n\n    <p><font>b</font></p>\n</div>\n',
      `<div>\n\n    ${next}\n    <p><font>b</font></p>\n</div>\n`,
    ],
    [
      'stands in the same quote',
      '> <div>\n> <font>b</font></div>\n',
      `> <div>\n> ${next}\n> <font>b</font></div>\n`,
    ],
    [
      'stands at the end of the line above within a paragraph',
      'a *b*\nc <font>d</font>\n',
      `a *b* ${next}\nc <font>d</font>\n`,
    ],
    ['does not stand within a tag', '<p\nid="a"><font>b</font></p>\n', undefined],
    ['does not split a list', '- a\n- <font>b</font>\n', `- a ${next}\n- <font>b</font>\n`],
    ['stands before everything else', '<font>b</font>\n\nText\n', `${next}\n<font>b</font>\n\nText\n`],
  ];
  for (const [title, before, after] of bodies) {
    for (const eol of ['\n', '\r\n']) {
      it(`${title} (body, ${JSON.stringify(eol)})`, () => {
        const text = silenced(before.replaceAll('\n', eol), 'no-font');
        assert.equal(text, after?.replaceAll('\n', eol));
      });
    }
  }

  it('silences its finding and is never unused, whatever the article', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(generatedArticle, fc.nat(), (text, choice) => {
        const settings = { path: 'source/_posts/a.md', rules: { 'unused-suppression': 'off' } };
        const { article, context } = testDocument(text, settings);
        const found = check(article, context);
        const finding = found[choice % Math.max(1, found.length)];
        const fix = finding && silencingFix(article, finding, context);
        if (finding === undefined || fix === undefined) {
          return;
        }
        const after = testDocument(applyEdits(text, fix.edits), { path: settings.path });
        const left = check(after.article, after.context);
        const count = (list: typeof found): number => list.filter(({ rule }) => rule === finding.rule).length;
        assert.ok(count(left) < count(found), finding.rule);
        assert.equal(count(left.filter(({ rule }) => rule === 'unused-suppression')), 0);
      }),
      { numRuns: 100 },
    );
  });
});
