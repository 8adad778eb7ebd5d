import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Token } from 'markdown-it';
import { parseArticle } from '../../src/core/article';
import { parseBlocks, parseInline } from '../../src/core/markdown';
import { joinsMarkdown, markdownLinks } from '../../src/core/markdownLinks';

function ours(text: string): readonly string[] {
  return [...markdownLinks(parseArticle(text))].map(
    ({ isImage, destination }) => (isImage ? '!' : '') + text.slice(destination.start, destination.end),
  );
}

/** The addresses that markdown-it makes links and pictures of. */
function theirs(text: string): readonly string[] {
  const { lines } = parseArticle(text);
  const { tokens, env } = parseBlocks(text, 0, lines);
  parseInline(tokens, env);
  const addresses = (list: readonly Token[]): readonly string[] =>
    list.flatMap((token) => [
      ...(token.type === 'link_open' ? [token.attrGet('href') ?? ''] : []),
      ...(token.type === 'image' ? [`!${token.attrGet('src') ?? ''}`] : []),
      ...addresses(token.children ?? []),
    ]);
  return addresses(tokens);
}

/** Pieces of links; none of them changes what an address says, and none is code, a tag or a block of its own. */
const pieces = [
  '[',
  ']',
  '](',
  ')',
  '](a)',
  '](b "t")',
  '![x](c)',
  '\\',
  ' ',
  'x',
  '(',
  '\n',
  '\n\n',
  "'",
  '"',
];

describe('the links and pictures of Markdown', () => {
  it('are found where markdown-it finds them', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const text = `p${parts.join('')}`;
        // markdown-it takes a line end after a backslash into a destination.
        fc.pre(!/\\[\\\n]/.test(text) && !/\n {4}/.test(text));
        const plain = theirs(text).map((address) => decodeURIComponent(address));
        const found = ours(text).map((address) => address.replace(/\\([[\]()'"!\\])/g, '$1'));
        assert.deepEqual(found.sort(), plain.sort(), JSON.stringify(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('are not found in code, tags and html', () => {
    const text = '`[a](b)` <i title="[a](b)">x</i> [c](d)\n\n<div>[e](f)</div>\n\n    [g](h)\n';
    assert.deepEqual(ours(text), ['d']);
  });

  it('have destinations in angle brackets, with parentheses and before titles', () => {
    assert.deepEqual(ours('[a](<b c>) [d](e(f)g "t") ![h]( i )'), ['b c', 'e(f)g', '!i']);
  });
});

describe('what stands apart in Markdown', () => {
  it('is joined when a deletion makes two characters touch that Markdown may read otherwise', () => {
    const joins = (text: string): boolean => {
      const start = text.indexOf('<b>');
      return joinsMarkdown(parseArticle(text.replace('<b>', '   ')), { start, end: start + 3 });
    };
    assert.equal(joins('x *a<b>*y'), true);
    assert.equal(joins('x a<b>b'), false);
    assert.equal(joins('x *a* <b>*b*'), false);
  });
});
