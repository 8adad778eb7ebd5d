import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { classifyBody } from '../../src/core/body';
import { parseBlocks, parseInline, sharedMarkdown } from '../../src/core/markdown';
import { indexLines } from '../../src/core/text';
import { textOf } from '../support/bodyTexts';

interface Inline {
  readonly html: readonly string[];
  readonly code: readonly string[];
}

function inlineOf(tokens: readonly Token[]): Inline {
  const html: string[] = [];
  const code: string[] = [];
  const collect = (list: readonly Token[]): void => {
    for (const { type, content, children, meta } of list) {
      if (type === 'html_inline') {
        html.push(content);
      } else if (type === 'code_inline' || (meta as { code?: boolean } | null)?.code === true) {
        code.push(content.trim());
      } else if (type !== 'image') {
        collect(children ?? []);
      }
    }
  };
  collect(tokens);
  return { html, code };
}

function classified(text: string): Inline {
  const { tokens, code } = classifyBody(text, 0, indexLines(text));
  return {
    html: tokens.map(({ start, end }) => text.slice(start, end)),
    code: code.map(({ start, end }) => text.slice(start, end).replace(/\n/g, ' ').trim()),
  };
}

function rendered(text: string): Inline {
  const { tokens, env } = parseBlocks(text, 0, indexLines(text));
  parseInline(tokens, env);
  return inlineOf(tokens);
}

describe('Inline HTML', function () {
  this.timeout(20_000);

  const pieces = [
    ...[
      'a',
      'b ',
      '*',
      '_',
      '\\',
      '"',
      "'",
      '(',
      ')',
      '[',
      '![',
      ']',
      '](',
      '](<',
      '](<c>)',
      ' "t"',
      '|',
      '&lt;',
    ],
    ...[
      '<',
      '>',
      '<b>',
      '</b>',
      '<i x="',
      '<a href=c>',
      '<x y=z/>',
      '<!-- c -->',
      '<!-->',
      '<?p?>',
      '<!X y>',
    ],
    ...['<![CDATA[z]]>', '<http://x.y>', '<me@x.y>'],
  ];
  /** A paragraph: the letter keeps the line from being anything else. */
  const paragraph = (more: readonly string[]): fc.Arbitrary<string> =>
    textOf([...pieces, ...more], 16).map((text) => `x${text}`);
  const isComplete = (text: string): boolean =>
    !/<\?(?!p\?>)|<!(?!-- c -->|-->|X y>|\[CDATA\[z\]\]>)/.test(text);

  it('is where markdown-it sees it', () => {
    const stock = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(
        // markdown-it reads no markup declaration after an unclosed one, CommonMark does.
        paragraph([]).filter(isComplete),
        (text) => {
          assert.deepEqual(classified(text).html, inlineOf(stock.parse(text, {})).html);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('and code spans exclude each other as in markdown-it', () => {
    const stock = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(
        // A bracket before a code span can hide it from markdown-it's own rule (see codeSpans.ts).
        paragraph(['`', '``', '```'])
          .filter(isComplete)
          .filter((text) => !text.includes('[')),
        (text) => {
          assert.deepEqual(classified(text), inlineOf(stock.parse(text, {})));
        },
      ),
      { numRuns: 800 },
    );
  });

  it('is the same to the classifier and to the preview', () => {
    fc.assert(
      fc.property(
        paragraph([
          '`',
          '``',
          '<code>',
          '</code>',
          '<script>',
          '</script>',
          '<pre>',
          '</pre>',
          '--!>',
          '<!-- ',
        ]),
        (text) => {
          const expected = classified(text);
          const found = rendered(text);
          assert.deepEqual(
            found.html.filter((html) => html !== ''),
            expected.html.filter((html) => html !== ''),
          );
          // A description of an image is text in the page, but code in it is still code.
          if (!text.includes('![')) {
            assert.deepEqual(found.code, expected.code);
          }
        },
      ),
      { numRuns: 800 },
    );
  });

  const cases: readonly (readonly [
    title: string,
    text: string,
    html: readonly string[],
    code: readonly string[],
  ])[] = [
    ['a tag in a code span is code', 'a `<b>` c', [], ['<b>']],
    ['a backtick in an attribute opens nothing', 'a <b title="`"> `c`', ['<b title="`">'], ['c']],
    ['an autolink is not a tag', 'see <https://example.com/a?b=<c>> <i>', ['<c>', '<i>'], []],
    ['an escaped `<` is text', 'a \\<b> <i>', ['<i>'], []],
    ['a tag with broken quoting is text', 'a <b c="d"e> <i>', ['<i>'], []],
    ['a tag may go on over lines', 'a <b\nc="d"> e', ['<b\nc="d">'], []],
    ['a destination in angle brackets is no tag', '[a](<b>) <i>', ['<i>'], []],
    ['but it is when the bracket is escaped', '\\[a](<b>) <i>', ['<b>', '<i>'], []],
    ['a tag in a title is text', '[a](b "<c>") <i>', ['<i>'], []],
    ['a description of an image has no tags', '![<b>](c) <i>', ['<i>'], []],
    ['a link in a link: the outer is none', '[a [b](c) d](<e>)', ['<e>'], []],
    ['the content of `<code>` is code', 'a <code>*b* <i></code> c', ['<code>', '</code>'], ['*b* <i>']],
    ['`<code>` without an end is a tag', 'a <code> <b>', ['<code>', '<b>'], []],
    [
      'raw text is not looked into',
      'a <style>`<b>`</style> <i>',
      ['<style>', '`<b>`', '</style>', '<i>'],
      [],
    ],
    ['a bracket does not hide a code span', '![``a``<b>``', ['<b>'], ['a']],
  ];
  for (const [title, text, html, code] of cases) {
    it(title, () => {
      assert.deepEqual(classified(text), { html, code });
      assert.deepEqual(rendered(text), { html, code });
    });
  }

  it('in a cell of a table ends with the cell', () => {
    const text = '| `a | b` | c |\n|---|---|---|\n| <b x="|"> | <i> `c` |\n';
    assert.deepEqual(classified(text), { html: ['<i>'], code: ['c'] });
    assert.deepEqual(rendered(text), { html: ['<i>'], code: ['c'] });
  });

  it('in a quote or list has exact offsets', () => {
    const text = '> a <b\n> c="d"> `e`\n> - <i> f\n>   <u>\n';
    assert.deepEqual(classified(text).html, ['<b\n> c="d">', '<i>', '<u>']);
    assert.deepEqual(classified(text).code, ['e']);
  });

  it('reports a raw text element without end, and says nothing of a comment without end', () => {
    const reported = (text: string): readonly string[] =>
      classifyBody(text, 0, indexLines(text)).unterminated.map(
        ({ what, start, end }) => `${what} ${start}-${end}`,
      );
    assert.deepEqual(reported('a <script> b <!-- c\n\nd'), ['script 2-10']);
    assert.deepEqual(reported('a <script>\n\nb </script>'), []);
  });

  it('renders a Hexo code tag in a paragraph as code', () => {
    const { tokens, env } = parseBlocks('a {% codeblock %}<b>{% endcodeblock %} c', 0, indexLines(''));
    parseInline(tokens, env);
    const markdown = sharedMarkdown();
    assert.equal(
      markdown.renderer.render([...tokens], markdown.options, env),
      '<p>a <code>&lt;b&gt;</code> c</p>\n',
    );
  });
});
