import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classifyBody } from '../../src/core/body';
import { indexLines } from '../../src/core/text';
import type { Body, HtmlToken } from '../../src/core/types';
import { textOf } from '../support/bodyTexts';
import { parse5Tokens, type ComparableToken } from '../support/parse5Tokens';

function classify(text: string): Body {
  return classifyBody(text, 0, indexLines(text));
}

/** The tokens of an html text, as the pieces of text they stand for. */
function pieces(text: string): readonly string[] {
  return classify(text).tokens.map((token) => `${token.kind} ${text.slice(token.start, token.end)}`);
}

function comparable(token: HtmlToken): ComparableToken {
  const { start, end } = token;
  switch (token.kind) {
    case 'startTag': {
      const seen = new Set<string>();
      return {
        kind: 'startTag',
        start,
        end,
        name: token.name,
        selfClosing: token.selfClosing,
        attributes: token.attributes
          .filter(({ name }) => !seen.has(name) && seen.add(name))
          .map((attribute) => ({ name: attribute.name, value: attribute.value, start: attribute.start })),
      };
    }
    case 'endTag':
      return { kind: 'endTag', start, end, name: token.name };
    case 'comment':
    case 'declaration':
      return { kind: token.kind, start, end };
    case 'rawText':
      throw new Error('The oracle has no such token.');
  }
}

describe('The HTML tokenizer', function () {
  this.timeout(20_000);

  const fragments = [
    ...[
      'text',
      ' ',
      '\n',
      '=',
      '"',
      "'",
      '/',
      '>',
      '<',
      '</',
      'a',
      '<p>',
      '</p>',
      '<b class="x">',
      '<BR/>',
      '<a href=',
    ],
    ...[
      '<img alt=">" src=x/>',
      "<i x y='z'z/ >",
      '<div data-a="<p>b</p>"',
      '</p a="b>">',
      '<svg/>',
      '</3',
      '</>',
    ],
    ...[
      '<!--',
      '-->',
      '--!>',
      '-',
      '<!-->',
      '<!--->',
      '<!---->',
      '<!-- a --!>',
      '<!DOCTYPE html>',
      '<!a',
      '<?',
      '<! ',
    ],
    ...[
      '<script>',
      '</script>',
      '<STYLE a="b">',
      '</style >',
      '<title>',
      '</title\n>',
      '<textarea>',
      '</textarea>',
    ],
    ...['<xmp>', '</xmp/>', '<noembed>', '</noembed>', '<![CDATA['],
  ];

  it('finds the tags, comments and declarations that parse5 finds', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        // `?>` ends more for us than for a browser, see below.
        textOf(fragments, 14).filter((text) => !/\n[ \t]*\n|\?>/.test(text)),
        (text) => {
          const html = `<div>${text}</div>`;
          const oracle = parse5Tokens(html);
          const body = classify(html);
          // What has no end, and a raw text element with its own start tag in it, is where we deviate.
          fc.pre(!oracle.isIncomplete && body.unterminated.length === 0);
          compared++;
          assert.deepEqual(
            // `</>` shows nothing, and the standard has no token for it.
            body.tokens
              .filter(({ kind, start, end }) => kind !== 'rawText' && html.slice(start, end) !== '</>')
              .map(comparable),
            oracle.tokens,
          );
        },
      ),
      { numRuns: 1500 },
    );
    assert.ok(compared > 300, `${compared} texts were compared`);
  });

  it('reports what parse5 finds open at the end', () => {
    fc.assert(
      fc.property(
        textOf(
          fragments.filter((fragment) => !/["'=]|<[a-z/!?]*$/i.test(fragment)),
          14,
        ).filter((text) => !/\n[ \t]*\n/.test(text)),
        (text) => {
          const html = `<div>${text}</div>`;
          const { isIncomplete } = parse5Tokens(html);
          assert.ok(!isIncomplete || classify(html).unterminated.length > 0);
        },
      ),
      { numRuns: 1500 },
    );
  });

  describe('deviates from the HTML standard on purpose', () => {
    const cases: readonly (readonly [title: string, html: string, expected: readonly string[]])[] = [
      [
        'a quote without end ends its tag at the first `>`',
        '<p title="a>b</p>\n\n<p>c</p>',
        ['startTag <p title="a>', 'endTag </p>', 'startTag <p>', 'endTag </p>'],
      ],
      [
        'a tag without `>` before the blank line is text',
        '<div>\n<p class="a"\n\n<b>c</b>',
        ['startTag <div>', 'startTag <b>', 'endTag </b>'],
      ],
      [
        'a comment without end hides nothing',
        '<div><!-- a <b>c</b></div>',
        ['startTag <div>', 'startTag <b>', 'endTag </b>', 'endTag </div>'],
      ],
      [
        'raw text without end hides nothing',
        '<div><style> a <b>c</b></div>',
        ['startTag <div>', 'startTag <style>', 'startTag <b>', 'endTag </b>', 'endTag </div>'],
      ],
      [
        'raw text that holds its own start tag again is taken for two',
        '<p><script>a<script>b</script></p>',
        [
          'startTag <p>',
          'startTag <script>',
          'startTag <script>',
          'rawText b',
          'endTag </script>',
          'endTag </p>',
        ],
      ],
      [
        'a processing instruction runs to `?>` and a CDATA section to `]]>`',
        '<div><?php echo "<b>" ?><![CDATA[ <i> ]]></div>',
        [
          'startTag <div>',
          'declaration <?php echo "<b>" ?>',
          'declaration <![CDATA[ <i> ]]>',
          'endTag </div>',
        ],
      ],
      [
        'Word’s `<?xml:namespace>`, which has no `?>` of its own, ends at the first `>` as in a browser',
        '<div><?xml:namespace prefix = o /><b>a</b><?php ?></div>',
        [
          'startTag <div>',
          'declaration <?xml:namespace prefix = o />',
          'startTag <b>',
          'endTag </b>',
          'declaration <?php ?>',
          'endTag </div>',
        ],
      ],
      [
        'tags in code are text',
        '<p><code><b></code></p>',
        ['startTag <p>', 'startTag <code>', 'endTag </code>', 'endTag </p>'],
      ],
    ];
    for (const [title, html, expected] of cases) {
      it(title, () => {
        assert.deepEqual(pieces(html), expected);
      });
    }
  });

  it('gives every attribute with the place of its name and value', () => {
    const html = `<p id=a  CLASS = "b c" data-x='<i>"' hidden/title=d/>`;
    const [tag] = classify(html).tokens;
    assert.ok(tag?.kind === 'startTag');
    assert.deepEqual(
      tag.attributes.map(({ name, value, start, end, nameEnd, valueStart, valueEnd }) => [
        name,
        value,
        html.slice(start, end),
        html.slice(start, nameEnd),
        html.slice(valueStart, valueEnd),
      ]),
      [
        ['id', 'a', 'id=a', 'id', 'a'],
        ['class', 'b c', 'CLASS = "b c"', 'CLASS', 'b c'],
        ['data-x', '<i>"', `data-x='<i>"'`, 'data-x', '<i>"'],
        ['hidden', '', 'hidden', 'hidden', ''],
        ['title', 'd/', 'title=d/', 'title', 'd/'],
      ],
    );
    assert.equal(tag.selfClosing, false);
  });

  it('gives the content of comments without their marks', () => {
    const html = '<div><!-- a --><!--b--!><!--><!---><!----></div>';
    const contents = classify(html).tokens.flatMap((token) =>
      token.kind === 'comment' ? [html.slice(token.content.start, token.content.end)] : [],
    );
    assert.deepEqual(contents, [' a ', 'b', '', '', '']);
  });

  it('tells raw text from what it looks like', () => {
    const html = '<div><style>/* <!-- */ <p>`</style><script>"<!-- </b>"</script><!-- <style> --></div>';
    assert.deepEqual(pieces(html), [
      'startTag <div>',
      'startTag <style>',
      'rawText /* <!-- */ <p>`',
      'endTag </style>',
      'startTag <script>',
      'rawText "<!-- </b>"',
      'endTag </script>',
      'comment <!-- <style> -->',
      'endTag </div>',
    ]);
  });

  it('leaves comparisons, shift operators and entities alone', () => {
    assert.deepEqual(pieces('<p>1 <= x <= 100, a > b, 1 << 2, i <3, &mid=</p>'), [
      'startTag <p>',
      'endTag </p>',
    ]);
  });
});

describe('A pre element', () => {
  const codeIn = (html: string): readonly string[] =>
    classify(html).code.map(({ start, end }) => html.slice(start, end));

  const cases: readonly (readonly [title: string, html: string, expected: readonly string[]])[] = [
    ['holds code when it has no block in it', '<pre>a <b>b</b></pre>', ['a <b>b</b>']],
    ['holds prose when it has a block in it', '<pre>a <p>b</p></pre>', []],
    ['holds code when the block is in a comment', '<pre>a <!-- <p> --> b</pre>', ['a <!-- <p> --> b']],
    ['holds code when its class names a language', '<pre class="language-html"><p>b</p></pre>', ['<p>b</p>']],
    ['holds code when its class is a language', '<pre class="xml"><p>b</p></pre>', ['<p>b</p>']],
    ['holds code when an attribute names the language', '<pre data-lang="html"><p>b</p></pre>', ['<p>b</p>']],
    ['holds prose whatever its natural language', '<pre lang="zh"><p>b</p></pre>', []],
    ['holds code when it begins with code', '<pre>\n <code><p>b</p></code>\n</pre>', ['<p>b</p>']],
    ['holds code although the code has no end tag', '<pre><code><p>b</p></pre>', ['<p>b</p>']],
    [
      'holds code up to the last line of code',
      '<pre><code>a</code>\n<code><p></code></pre>',
      ['a</code>\n<code><p>'],
    ],
    ['may show a pre', '<pre><code></pre> ends it</code></pre>', ['</pre> ends it']],
    [
      'ends before another one begins',
      '<pre><code>a</code> b</pre> <p>c</p> <pre><code>d</code></pre>',
      ['a</code> b', 'd'],
    ],
    [
      'ends at its end tag although a button follows the code',
      '<pre><code><p>a</code><button>copy</button></pre>',
      ['<p>a</code><button>copy</button>'],
    ],
    [
      'holds code when a block is in the line of a highlighter',
      '<pre><span class="line">a</span><br><span class="line"><p class="b"></span><br></pre>',
      ['<span class="line">a</span><br><span class="line"><p class="b"></span><br>'],
    ],
    [
      'holds code when a block is in a span of the highlighter around it',
      '<div class="highlight"><pre><span></span><span class="n"><p></span>a</pre></div>',
      ['<span></span><span class="n"><p></span>a'],
    ],
    [
      'holds code in the cell beside the line numbers',
      '<table><tr><td class="gutter"><pre>1</pre></td><td class="code">\n<pre><p>a</p></pre></td></tr></table>',
      ['1', '<p>a</p>'],
    ],
    [
      'holds code up to the end of the cell',
      '<table><tr><td class="code"><pre>a</pre> <p>b</pre></td><td class="code"><pre>c</pre> d</td></tr></table>',
      ['a</pre> <p>b', 'c'],
    ],
    [
      'holds code when it begins as that of Pygments',
      '<div class="highlight"><pre><span></span><ul>\na</pre></div>',
      ['<span></span><ul>\na'],
    ],
    [
      'holds the table of a highlighter that puts it into the code',
      '<pre class="highlight"><code><table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n</pre></td><td class="code"><pre><span class="nt"><p></span>\n</pre></td></tr></tbody></table></code></pre>',
      ['1\n', '<span class="nt"><p></span>\n'],
    ],
    ['holds code that shows a table', '<pre><code><table class="a"></code></pre>', ['<table class="a">']],
    [
      'holds prose although an editor put a block into a span',
      '<pre><span style="color: red"><p>a</p></span></pre>',
      [],
    ],
    [
      'holds prose although it has lines before a block',
      '<pre><span class="line">a</span><p>b</p></pre>',
      [],
    ],
    ['holds prose in another cell', '<table><tr><td class="coded"><pre><p>a</p></pre></td></tr></table>', []],
    [
      'holds prose in a box that is highlighted',
      '<div class="highlight"><pre><p>a <span>b</span></p></pre></div>',
      [],
    ],
  ];
  for (const [title, html, expected] of cases) {
    it(title, () => {
      assert.deepEqual(codeIn(html), expected);
      assert.deepEqual(codeIn(`<div>\n${html}\n</div>`), expected);
    });
  }
});
