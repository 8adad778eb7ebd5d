import assert from 'node:assert/strict';
import { check, clean } from '../../src/core/engine';
import { render } from '../../src/core/render';
import { testDocument } from '../support/context';

const frontMatter = '---\ntitle: A title\ndate: 2022-05-15 13:10:40\n---\n';
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...Array.from('bcdefghi').map((level, index) => {
    const before = 'abcdefgh'[index] ?? 'a';
    return `${level}: &${level} [${Array(9).fill(`*${before}`).join(', ')}]`;
  }),
].join('\n');

/** Every text that the issue names, each with a rule that must speak of it, if one must. */
const inputs: readonly { readonly title: string; readonly text: string; readonly rule?: string }[] = [
  { title: 'an empty file', text: '' },
  { title: 'only front matter', text: frontMatter },
  { title: 'no front matter', text: '<p>Text.</p>\n', rule: 'frontmatter-missing' },
  { title: 'an unclosed fence', text: '---\ntitle: a\n\n<p>Text.</p>\n', rule: 'frontmatter-fence' },
  { title: 'a byte order mark', text: `\uFEFF${frontMatter}<p>Text.</p>\n` },
  { title: 'CRLF', text: `${frontMatter}<p>Text.</p>\n`.replace(/\n/g, '\r\n') },
  { title: 'mixed line ends', text: `${frontMatter}<p>a</p>\r\n<p>b</p>\n<p>c</p>\r<p>d</p>` },
  {
    title: 'front matter in JavaScript',
    text: '---js\n{ title: process.exit(3) }\n---\n<p>Text.</p>\n',
    rule: 'frontmatter-fence',
  },
  { title: 'a YAML alias bomb', text: `---\n${bomb}\n---\n<p>Text.</p>\n`, rule: 'frontmatter-syntax' },
  {
    title: 'a title of a million colons',
    text: `---\ntitle: ${'a: '.repeat(350_000)}\n---\n`,
    rule: 'frontmatter-syntax',
  },
  { title: '100,000 nested elements', text: `${frontMatter}${'<div>'.repeat(100_000)}x` },
  {
    title: '100,000 nested elements, closed',
    text: `${frontMatter}${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}`,
  },
  {
    title: '320 KB of comment openers',
    text: `${frontMatter}${'<!--'.repeat(80_000)}`,
    rule: 'unterminated-html',
  },
  { title: '80,000 style openers', text: `${frontMatter}${'<style '.repeat(80_000)}` },
  {
    title: '200,000 blank lines',
    text: `${'\n'.repeat(200_000)}${frontMatter}${'\n'.repeat(200_000)}x`,
    rule: 'blank-lines',
  },
  {
    title: '60,000 comments',
    text: `${frontMatter}${'<!-- a -->\n\ntext\n\n'.repeat(60_000)}`,
    rule: 'body-size',
  },
  { title: 'a lone surrogate, NUL and U+2028', text: `${frontMatter}<p>\uD800 \0 \u2028</p>\n<!-- a -->` },
];

describe('bad input', () => {
  for (const { title, text, rule } of inputs) {
    it(`${title} is checked, cleaned and rendered, and nothing is lost`, function () {
      this.timeout(120_000);
      const { article, context } = testDocument(text, { path: 'source/_posts/a.md' });
      const findings = check(article, context);
      if (rule !== undefined) {
        assert.ok(
          findings.some((finding) => finding.rule === rule),
          `${rule} does not speak; there is ${[...new Set(findings.map((finding) => finding.rule))].join(', ')}`,
        );
      }
      for (const finding of findings) {
        assert.ok(finding.start >= 0 && finding.start <= finding.end && finding.end <= text.length);
        assert.notEqual(finding.message, '');
      }
      const { text: cleaned } = clean(article, { level: 'thorough', frontMatter: true }, context);
      for (const word of ['Text.', 'A title']) {
        assert.equal(cleaned.includes(word), text.includes(word));
      }
      assert.equal(typeof render(article, {}, context).html, 'string');
    });
  }

  it('an article of 5 MB has its front matter checked and its limit announced, and is cleaned on command', function () {
    this.timeout(120_000);
    const text = `---\ntitle: ''\n---\n${'<p style="color:red">一段文字。</p>\n<!-- a -->\n\n'.repeat(120_000)}`;
    const { article, context } = testDocument(text);
    assert.ok(text.length > 5_000_000);
    const found = new Set(check(article, context).map((finding) => finding.rule));
    assert.ok(found.has('frontmatter-empty'));
    assert.ok(found.has('body-size'));
    assert.ok(!found.has('no-html-comment'));
    assert.ok(!clean(article, { level: 'standard' }, context).text.includes('<!--'));
  });
});
