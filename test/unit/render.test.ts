import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, type Rendered, type RenderRequest } from '../../src/core/render';
import { outlinedElements } from '../../src/core/render/tagKinds';
import { testDocument } from '../support/context';
import { attributeOf, linesOf, showHtml } from '../support/shownHtml';

function renderText(
  text: string,
  request: RenderRequest = {},
  settings: Readonly<Record<string, unknown>> = {},
): Rendered {
  const { article, context } = testDocument(text, settings);
  return render(article, request, context);
}

/** The text that a browser shows of a body, white space folded. */
function shown(text: string, request: RenderRequest = {}): string {
  return showHtml(renderText(text, request).html).text.replace(/\s+/g, ' ').trim();
}

describe('The rendered body', () => {
  it('is that of the cleaned text, and never shows the front matter', () => {
    const { html } = renderText('\n---\ntitle: Rates\n---\n\n<div>\n<p>One.</p>\n<!-- ad -->\n</div>\n');
    assert.doesNotMatch(html, /Rates|ad/);
    assert.equal(showHtml(html).text.trim(), 'One.');
  });

  it('does not show front matter that is broken or not closed', () => {
    assert.equal(shown('---\ntitle: "a" b\n---\n\nText.'), 'Text.');
    assert.equal(shown('---\ntitle: a\n'), '');
  });

  it('shows no text of an indented style block after a blank line, which CommonMark would call code', () => {
    const text = '<div>\n<p>One.</p>\n\n    <style>\n    .qr { float: left }\n    </style>\n\n</div>';
    assert.equal(shown(text), 'One.');
    assert.equal(shown(text, { level: 'minimal' }), 'One.');
  });

  it('shows no text of a style block whose rule is turned off, since the preview never applies it', () => {
    const { html } = renderText(
      '<style>.a { color: red }</style>\n\nText.',
      {},
      { rules: { 'no-style-block': 'off' } },
    );
    assert.equal(showHtml(html).text.trim(), 'Text.');
  });

  for (const [kind, open, close] of [
    ['html', '<div><p>', '</p></div>'],
    ['Markdown', '', ''],
  ] as const) {
    it(`shows a script of which a sentence speaks as text, and none of another: ${kind}`, () => {
      const text = `${open}Type <script>alert(1)</script> or <script src="a.js"></script> there.<script>count()</script> So${close}\n`;
      for (const request of [{}, { original: true }]) {
        const { html } = renderText(text, request);
        assert.doesNotMatch(html, /<script/);
        assert.match(
          showHtml(html).text,
          /Type <script>alert\(1\)<\/script> or <script src="a\.js"><\/script> there\./,
        );
        assert.doesNotMatch(showHtml(html).text, /count\(\)/);
      }
    });
  }

  it('works where the findings are turned off', () => {
    const { html, hidden } = renderText('a <!-- b -->\n', {}, { enable: false });
    assert.equal(showHtml(html).text.trim(), 'a');
    assert.equal(hidden.length, 1);
  });

  it('aligns by an attribute and holds no style attribute, which the policy of the page would refuse', () => {
    const text =
      '<p style="color: red; text-align:center">a</p><p style="x: text-align">b</p>\n\n| a | b |\n| :-: | --: |\n| 1 | 2 |\n';
    const { html } = renderText(text, { level: 'minimal' });
    assert.doesNotMatch(html, /style=/);
    assert.deepEqual(html.match(/align="\w+"/g), [
      'align="center"',
      ...['align="center"', 'align="right"', 'align="center"', 'align="right"'],
    ]);
  });

  it('renders Markdown around and inside elements', () => {
    const { elements } = showHtml(renderText('# Head\n\n<div>\n\n**bold**\n\n</div>\n\n- item').html);
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      ['h1', 'div', 'p', 'strong', 'ul', 'li'],
    );
  });

  it('resolves a link that is defined in another part of the body', () => {
    const { html } = renderText('[text][1]\n\n<div>x</div>\n\n[1]: https://example.com/a');
    assert.match(html, /<a href="https:\/\/example\.com\/a">text<\/a>/);
  });
});

describe('Source lines in the rendered body', () => {
  it('are on every block, of Markdown and of html', () => {
    const text =
      '---\ntitle: a\n---\n\n# Head\n\ntext\n\n<div>\n<p>one</p>\n<p>two</p>\n</div>\n\n> quoted\n\n- item\n';
    assert.deepEqual(linesOf(showHtml(renderText(text).html)), [
      ...['h1@5', 'p@7', 'div@9', 'p@10', 'p@11', 'blockquote@14', 'p@14', 'ul@16', 'li@16'],
    ]);
  });

  it('are those of the document as it is, not of the cleaned text', () => {
    const text =
      '<div>\n<!-- one\ntwo -->\n<p>a</p>\n\n\n\n<style>\n.x {}\n</style>\n<p>b</p>\n</div>\n\n<!-- c -->\n\ntext';
    assert.deepEqual(linesOf(showHtml(renderText(text).html)), ['div@1', 'p@4', 'p@11', 'p@16']);
  });

  it('are right for code, tables and rules', () => {
    const text = 'a\n\n```js\nx\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n\n    indented\n';
    const lines = linesOf(showHtml(renderText(text).html));
    assert.deepEqual(
      lines.filter((line) => /^(?:p|pre|table|hr)@/.test(line)),
      ['p@1', 'pre@3', 'table@7', 'hr@11', 'pre@13'],
    );
  });

  it('are the same with CRLF', () => {
    const text = '---\ntitle: a\n---\n\n# Head\n\n<div>\n\n    <p>one</p>\n</div>\n\n- item\n';
    assert.deepEqual(
      linesOf(showHtml(renderText(text.replaceAll('\n', '\r\n')).html)),
      linesOf(showHtml(renderText(text).html)),
    );
  });

  it('cannot be forged by the article', () => {
    const { elements } = showHtml(
      renderText(
        'x\n\n<p data-line="99" DATA-START="9" data-chaff="0" data-chaff-tag="0" data-winnow="embed" title="t">a</p>',
      ).html,
    );
    const paragraph = elements.at(-1);
    assert.ok(paragraph);
    assert.deepEqual(paragraph.attrs, [
      { name: 'data-line', value: '3' },
      { name: 'data-start', value: '3' },
      { name: 'title', value: 't' },
    ]);
  });
});

describe('Text without a block of its own in the rendered body', () => {
  /** The markers as `line:the text after it`, white space folded. */
  const markers = (text: string): readonly string[] => {
    const marker = /<span data-winnow="text" data-line="(\d+)" data-start="(\d+)"><\/span>([^<]*)/g;
    return [...renderText(text).html.matchAll(marker)].map(([, line, start, shownText]) => {
      assert.equal(text.slice(Number(start), Number(start) + 3), shownText?.slice(0, 3));
      return `${line}:${shownText?.replace(/\s+/g, ' ').trim()}`;
    });
  };

  it('has its place, with line breaks and blocks around it', () => {
    const text =
      '<div>one<br><br>\n　　two <b>2</b><br/>three\n<p>p</p>\nfour\n<hr>five\n</div>\n\n<div>six</div>';
    assert.deepEqual(markers(text), ['2:two', '2:three', '4:four', '5:five']);
  });

  it('has its place inside an inline element', () => {
    assert.deepEqual(markers('<div><p>a</p><b>bold</b> more</div>'), ['1:bold']);
  });

  it('has the place of the document as it is', () => {
    assert.deepEqual(markers('<div>\n<!-- a\nb -->\n<p>c</p>\n<style>\n.x {}\n</style>\ntext\n</div>'), [
      '8:text',
    ]);
  });

  it('has none where it would be no text: in a drawing, in a pre, between rows', () => {
    assert.deepEqual(
      markers('<div><svg><g></g><br>one</svg></div>\n<table><tr><td>a</td></tr>\n</table>'),
      [],
    );
    assert.deepEqual(markers('<pre>\none\n\ntwo</pre>'), []);
  });
});

describe('Text of an article in the rendered body', () => {
  const literal: readonly [title: string, body: string, expected?: string][] = [
    ['comparisons in html', '<p>1 <= x <= 100, a > b, y<3</p>', '1 <= x <= 100, a > b, y<3'],
    ['comparisons in Markdown', '1 <= x <= 100, a > b and y<3'],
    [
      'a parameter that begins like an entity, in html',
      '<p>go?a=1&paramN=2&copy=3</p>',
      'go?a=1&paramN=2&copy=3',
    ],
    ['a parameter that begins like an entity, in Markdown', 'go?a=1&paramN=2&copy=3&mid=4'],
    ['bare text between elements', '<div>\n<p>a</p>b<br>c\n</div>', 'abc'],
    ['a tag without its end', '<p>a <b and more\n\n</p>', 'a <b and more'],
    ['an unfinished comment in html', '<div>a <!-- b</div>\n\n<p>c</p>', 'a <!-- b c'],
    ['an unfinished comment in Markdown', 'a <!-- b\n\nc', 'a <!-- b c'],
    ['an unclosed script', '<p>a</p>\n<script>\n\n**b**', 'a <script> b'],
    ['an unclosed style', '<p>a</p>\n<style>\n\nb', 'a <style> b'],
    ['an unclosed title', '<p>a</p>\n<title>\n\nb', 'a <title> b'],
    ['an unclosed pre', '<pre>a\n\n**b**', '<pre>a b'],
    ['a plaintext element', '<div>a<plaintext>b</div>\n\nc', 'a<plaintext>b c'],
    ['a textarea', '<div><textarea><b>x</b></textarea>y</div>', '<b>x</b>y'],
  ];
  for (const [title, body, expected = body] of literal) {
    it(`is shown as it is: ${title}`, () => {
      assert.equal(shown(body), expected);
    });
  }

  it('is not swallowed by elements that are never closed', () => {
    for (const name of [
      'svg',
      'math',
      'select',
      'template',
      'video',
      'audio',
      'object',
      'iframe',
      'button',
    ]) {
      assert.equal(shown(`<div>a <${name}> b</div>\n\nc\n\n<p>d</p>`), 'a b c d', name);
      assert.equal(shown(`a <${name}> b\n\nc`), 'a b c', `${name} in Markdown`);
    }
  });

  it('is not swallowed by lists or quotes in each other, however deep', () => {
    for (const marker of ['- ', '> ', '1. ', '> - ']) {
      assert.equal(
        shown(`${marker.repeat(300)}deep\n\nText.\n`).replace(/^.*?(?=deep)/, ''),
        'deep Text.',
        marker,
      );
    }
  });

  it('is not swallowed by an element whose end tag is only in a style block', () => {
    const { html } = renderText('a <template><style></template></style>\n\nText.\n', { level: 'minimal' });
    assert.doesNotMatch(html, /<template/);
  });

  it('is not swallowed by details that are never closed, which would be folded', () => {
    const { elements } = showHtml(renderText('<details><summary>a</summary>b\n\n<p>c</p>').html);
    assert.ok(!elements.some(({ tagName }) => tagName === 'details'));
    const closed = showHtml(renderText('<details><summary>a</summary>b</details>').html);
    assert.ok(closed.elements.some(({ tagName }) => tagName === 'details'));
  });

  it('is not swallowed by a broken quote', () => {
    assert.equal(shown('<div data-slot="{"a":"b","c>d"}">one</div>\n\n<p>two</p>').endsWith('two'), true);
    assert.equal(shown('<p title="unclosed>one</p>\n<p>two</p>'), 'one two');
  });

  it('is not taken for a tag of a whole page', () => {
    assert.equal(shown('<frameset><div>a</div>\n\n<body onload="x()"><p>b</p>'), 'a b');
  });

  it('loses template tags that only switch templates off, outside of code', () => {
    assert.equal(
      shown('{% raw %}\n<p>{{ a }}</p>\n{% endraw %}\n\n`{% raw %}` {%raw%}b{% endraw %}'),
      '{{ a }} {% raw %} b',
    );
  });

  it('decodes the escapes of the crawler', () => {
    assert.equal(shown('<p>&#123;&#123; a &#125;&#125; &amp; &lt;b&gt;</p>'), '{{ a }} & <b>');
  });

  it('keeps the words of an attribute as they are', () => {
    const { elements } = showHtml(renderText('<p title="a=1&copy=2 &amp; &#123;<b>">x</p>').html);
    assert.ok(elements[0]);
    assert.equal(attributeOf(elements[0], 'title'), 'a=1&copy=2 & {<b>');
  });
});

describe('The styles of an article in the rendered body', () => {
  /** Each is a breach of the page's policy, which a browser reports even before the client has taken it out. */
  const styled: readonly [where: string, text: string][] = [
    ['an element', '<p style="color:red">a</p>'],
    ['an element in a line of Markdown', 'a <b STYLE=color:red>b</b>'],
    ['a tag with a broken quote', '<p data-a="{"b":1}" style="color:red">a</p>'],
    ['a highlighter in code', '<pre><code><span style="color:red">a</span></code></pre>'],
    ['a cell of a Markdown table', '| a |\n| :-: |\n| b |'],
    ['a formula and a drawing', '<svg style="color:red"></svg><math style="color:red"></math>'],
  ];

  for (const [where, text] of styled) {
    it(`do not reach the page from ${where}`, () => {
      for (const request of [{ level: 'minimal' }, { level: 'thorough' }, { original: true }] as const) {
        const { elements } = showHtml(renderText(text, request).html);
        assert.ok(elements.length > 0);
        assert.deepEqual(
          elements.filter((element) => attributeOf(element, 'style') !== undefined),
          [],
          JSON.stringify(request),
        );
      }
    });
  }

  it('leave the alignment, which means something', () => {
    const alignments = (text: string): readonly (string | undefined)[] =>
      showHtml(renderText(text, { original: true }).html).elements.flatMap((element) =>
        ['p', 'th', 'td'].includes(element.tagName) ? [attributeOf(element, 'align')] : [],
      );
    assert.deepEqual(alignments('<p align="left" style="color:red; TEXT-ALIGN: Center !important">a</p>'), [
      'center',
    ]);
    assert.deepEqual(alignments('<p align="left" style="text-align:start">a</p>'), ['left']);
    assert.deepEqual(alignments('| a | b | c |\n| :- | -: | - |\n| d | e | f |'), [
      ...['left', 'right', undefined],
      ...['left', 'right', undefined],
    ]);
  });
});

describe('Code in the rendered body', () => {
  it('is verbatim in a pre, blank lines and decoded tags included', () => {
    const code =
      '<div id="app">\n\n    <script src="x"></script>\n\n<!-- c -->\n<style>.a{}</style>\n</div>\n';
    const { elements, text } = showHtml(
      renderText(`<p>a</p>\n<pre><code>${code}</code></pre>\n<p>b</p>`).html,
    );
    assert.equal(text, `a\n${code}\nb`);
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      ['p', 'pre', 'code', 'p'],
    );
  });

  it('keeps the spans of a highlighter', () => {
    const { elements, text } = showHtml(
      renderText(
        '<pre><code class="language-js"><span class="hljs-keyword">let</span> a = <b>;\n</code></pre>',
      ).html,
    );
    assert.equal(text, 'let a = <b>;\n');
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      ['pre', 'code', 'span'],
    );
  });

  it('is verbatim in an inline code element, in html and in Markdown', () => {
    assert.equal(
      shown('<p>use <code><script type="module"></code> here</p>\n\n<p>b</p>'),
      'use <script type="module"> here b',
    );
    assert.equal(shown('use <code>*a* <script></code> *here*'), 'use *a* <script> here');
  });

  it('is verbatim in fences and code tags of Hexo', () => {
    const { html } = renderText(
      '```html\n<b>&amp;</b>\n```\n\n{% codeblock a lang:js %}\n<!-- a -->\n\n**b**\n{% endcodeblock %}\n',
    );
    assert.equal(showHtml(html).text, '<b>&amp;</b>\n\n<!-- a -->\n\n**b**\n\n');
    assert.match(html, /class="language-html"/);
    assert.match(html, /class="language-js"/);
  });

  it('is verbatim in shortcodes, in the language they name', () => {
    const languages = [
      '{% code lang:css %}\n<!-- a -->\n{% endcode %}',
      '{{< highlight go "linenos=table" >}}\n<!-- a -->\n{{< /highlight >}}',
      '[code language="sql"]\n<!-- a -->\n[/code]',
      '[xml]\n<!-- a -->\n[/xml]',
    ].map((text) => {
      const { html } = renderText(text);
      assert.equal(showHtml(html).text.trim(), '<!-- a -->');
      return /language-(\w+)/.exec(html)?.[1];
    });
    assert.deepEqual(languages, ['css', 'go', 'sql', 'xml']);
  });

  it('keeps what stands behind the end of a shortcode', () => {
    assert.match(showHtml(renderText('{% code %}\na\n{% endcode %} b\n').html).text, /a\s+b/);
    assert.equal(showHtml(renderText('{% code %}a{% endcode %} *b*\n').html).text.trim(), 'a b');
  });

  it('marks a pre that holds prose, and not one that holds code', () => {
    const proseOf = (text: string): boolean => renderText(text).html.includes('data-winnow="prose"');
    assert.ok(proseOf('<pre>\n<p>a</p>\n\n<p>b</p></pre>'));
    assert.ok(!proseOf('<pre>a <b>b</b></pre>'));
    assert.ok(!proseOf('<pre>\n<code class="x">a</code></pre>'));
  });

  it('is without the markers of the quote around it', () => {
    assert.equal(showHtml(renderText('> <pre><code>a\n> b\n> </code></pre>\n').html).text.trim(), 'a\nb');
  });
});

describe('Lists and quotes around html in the rendered body', () => {
  it('keep their html apart from their markers', () => {
    const { elements, text } = showHtml(
      renderText('> <div>\n>\n>     <p>a</p>\n>\n> </div>\n\n- <div>\n\n      <p>b</p>\n\n  </div>\n- c')
        .html,
    );
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      ['blockquote', 'div', 'p', 'ul', 'li', 'div', 'p', 'li'],
    );
    assert.equal(text.replace(/\s+/g, ''), 'abc');
  });
});

describe('Embedded pages in the rendered body', () => {
  it('become a place with their address', () => {
    const { html } = renderText(
      '<p>a</p>\n<iframe src="https://example.com/v?a=1&amp;b=2" onload="x()"></iframe>\n<p>b</p>',
    );
    assert.match(
      html,
      /<span data-line="2" data-start="9" data-winnow="embed" data-address="https:\/\/example\.com\/v\?a=1&amp;b=2"><\/span>/,
    );
    assert.doesNotMatch(html, /iframe|onload/);
  });
});

/** Enough of an article for the rules to tell what is none. */
const prose =
  '<p>The bridge opened in May after two years of work in three shifts.</p>\n' +
  '<p>The architect put a tower of local stone on each bank of the river.</p>\n';
const share = '<div class="share-bar"><p><b><a href="#">Share on Twitter</a></b></p></div>\n';

describe('The list of what is hidden', () => {
  it('tells rule, reason, excerpt and line of each, in order', () => {
    const { hidden } = renderText('---\ntitle: a\n---\n\n<!-- one -->\n<p>a</p>\n<style>\n.a {}\n</style>\n');
    assert.deepEqual(
      hidden.map(({ rule, line, text }) => ({ rule, line, text })),
      [
        { rule: 'no-html-comment', line: 5, text: '<!-- one -->' },
        { rule: 'no-style-block', line: 7, text: '<style> .a {} </style>' },
      ],
    );
    assert.ok(hidden.every(({ message }) => message !== ''));
  });

  it('says where each is and which are comments', () => {
    const text = '<p>a</p>\n<!-- one -->\n<script>x()</script>\n<p>b</p>\n';
    assert.deepEqual(
      renderText(text).hidden.map(({ start, end, kind }) => [text.slice(start, end), kind]),
      [
        ['<!-- one -->', 'comment'],
        ['<script>x()</script>', 'other'],
      ],
    );
  });

  it('says what Clean at its own level would leave', () => {
    const body = `<div>\n${prose}${share}<!-- b -->\n<p style="color:red">c</p>\n</div>`;
    const kept = (request: RenderRequest, settings = {}): readonly string[] =>
      renderText(body, request, settings).hidden.flatMap((item) => (item.kept ? [item.rule] : []));
    assert.deepEqual(kept({}), ['no-promo-block']);
    assert.deepEqual(kept({ cleanLevel: 'minimal' }), ['no-promo-block', 'no-style-attribute']);
    assert.deepEqual(kept({ cleanLevel: 'thorough' }), []);
    assert.deepEqual(kept({}, { clean: { level: 'thorough' } }), []);
    assert.deepEqual(kept({ level: 'standard' }), []);
  });

  it('says that Clean leaves what is only empty without what it leaves', () => {
    const body = `<div>\n${prose}<section><p style="display:none">Some words</p></section>\n<p></p>\n</div>`;
    assert.deepEqual(
      renderText(body).hidden.map(({ rule, text, kept }) => [rule, text.slice(0, 9), kept]),
      [
        ['no-empty-element', '<section>', true],
        ['no-hidden-element', '<p style=', true],
        ['no-empty-element', '<p></p>', false],
      ],
    );
  });

  it('is shorter at a lower level and leaves out white space', () => {
    const text = '<p style="color:red">a</p>\n\n\n\n<!-- b -->\n\n\n\n<p>c</p>\n';
    const rulesAt = (level: 'minimal' | 'standard'): readonly string[] =>
      renderText(text, { level }).hidden.map(({ rule }) => rule);
    assert.deepEqual(rulesAt('minimal'), ['no-html-comment']);
    assert.deepEqual(rulesAt('standard'), ['no-style-attribute', 'no-html-comment']);
  });
});

describe('The original in the preview', () => {
  const text =
    'a <!-- note -->\n\n<style>\n.a { color: red }\n</style>\n\n<script>run()</script>\n\n<p>b</p>';

  it('leaves nothing out and names what has no place in it', () => {
    const { html, hidden } = renderText(text, { original: true });
    assert.deepEqual(hidden, renderText(text).hidden);
    assert.equal(
      showHtml(html).text.replace(/\s+/g, ' ').trim(),
      'a Comment: note Style block, 17 characters Script, 5 characters b',
    );
  });

  const withCredits = { rules: { 'no-credit-line': 'hint' } };

  /** What is marked, as the rule and the element, in the order of the document. */
  const marked = (body: string, attributeName = 'data-chaff'): readonly string[] => {
    const { html, hidden } = renderText(body, { original: true }, withCredits);
    return showHtml(html).elements.flatMap((element) => {
      const indices = attributeOf(element, attributeName)?.split(' ') ?? [];
      return indices.map((index) => `${hidden[Number(index)]?.rule} ${element.tagName}`);
    });
  };

  it('marks elements that would go, the outermost of each', () => {
    assert.deepEqual(marked(`<div>\n${prose}${share}</div>`), ['no-promo-block div']);
    assert.deepEqual(marked('<div><p>a</p><img src="/t.gif" width="1" height="1"></div>'), [
      'no-tracking-pixel img',
    ]);
  });

  it('wraps text that would go and has no element of its own', () => {
    const body =
      '<div>新桥在五月开通，施工用了两年时间。<br><br>\n（责编：甲乙、丙丁）<br>\n校对 | 戊己\n</div>';
    assert.deepEqual(
      marked(body),
      ['br', 'br', 'span', 'br', 'span'].map((name) => `no-credit-line ${name}`),
    );
    assert.match(
      renderText(body, { original: true }, withCredits).html,
      /<span data-chaff="0">校对 \| 戊己<\/span>/,
    );
  });

  it('marks the chips of comments, style blocks and scripts', () => {
    assert.deepEqual(marked(text), ['no-html-comment span', 'no-style-block span', 'no-script span']);
    assert.deepEqual(marked('<div>a <!-- b -->\n<script src="c"></script></div>'), [
      'no-html-comment span',
      'no-script span',
    ]);
  });

  it('names what the page shows nothing of', () => {
    const { html } = renderText('<div>a<link rel="stylesheet" href="b.css"></div>', { original: true });
    assert.match(html, /<span data-winnow="chip" data-chaff="0"[^>]*>Element link, 36 characters<\/span>/);
  });

  it('marks apart what is changed and stays', () => {
    const body = '<p style="color:red" onclick="x()">a</p>\n<p><font color="red">b</font> c</p>';
    assert.deepEqual(marked(body), []);
    assert.deepEqual(marked(body, 'data-chaff-tag'), [
      'no-style-attribute p',
      'no-event-handler p',
      'no-font font',
    ]);
  });

  it('marks whole blocks of Markdown, and those that change', () => {
    assert.deepEqual(
      marked(
        'The bridge opened in May after two years of work.\n\nSource: [The Daily](https://example.com/a)\n\n*Edited by: A. Person*\n',
      ),
      ['no-credit-line p', 'no-credit-line p'],
    );
    const link = '- [a](https://link.zhihu.com/?target=https%3A//b.example/)\n';
    assert.deepEqual(marked(link, 'data-chaff-tag'), ['no-redirect-link li']);
  });

  it('marks a part of code that would go', () => {
    const code =
      '<pre><code class="language-js">let a;<span class="copy-code-btn">复制代码</span></code></pre>';
    assert.deepEqual(marked(`<p>a</p>\n${code}`), ['no-promo-block span']);
  });

  it('outlines no element that the page does not keep', () => {
    const source = readFileSync(join(__dirname, '../../../src/webview/sanitize.ts'), 'utf8');
    const list = /const tags: readonly string\[\] = \[(.*?)\n\];/s.exec(source)?.[1] ?? '';
    const keptByPage = new Set([...list.matchAll(/'([a-z0-9]+)'/g)].map(([, name]) => name));
    const standIns = new Set(['iframe', 'embed', 'object', 'applet', 'textarea', 'xmp']);
    assert.deepEqual(
      [...outlinedElements].filter((name) => !keptByPage.has(name) && !standIns.has(name)),
      [],
    );
  });

  it('lets no code of the article pass for a mark', () => {
    const { elements } = showHtml(
      renderText('<pre><code><span data-chaff="0" data-line="9" class="k">a</span></code></pre>').html,
    );
    assert.deepEqual(elements.at(-1)?.attrs, []);
  });

  it('holds no style and no script that a browser could use', () => {
    const { elements } = showHtml(renderText(text, { original: true }).html);
    assert.ok(elements.every(({ tagName }) => tagName !== 'style' && tagName !== 'script'));
  });
});

describe('The title block', () => {
  const head = (yaml: string, settings: Readonly<Record<string, unknown>> = {}): Rendered['head'] =>
    renderText(`---\n${yaml}\n---\n\nText.\n`, {}, settings).head;

  it('has the fields of the article, with what is written', () => {
    const { title, author, headimg } = head(
      "title: 'It''s new'\nauthor: Li\nheadimg: https://example.com/a.png",
    );
    assert.deepEqual(title, { text: "It's new", raw: "'It''s new'" });
    assert.deepEqual(author, { text: 'Li', raw: 'Li' });
    assert.equal(headimg?.text, 'https://example.com/a.png');
  });

  it('reads a list of categories as one path in Hexo, and as several categories elsewhere', () => {
    const yaml = 'categories:\n  - a\n  - b';
    assert.deepEqual(head(yaml).categories, [['a', 'b']]);
    assert.deepEqual(head(yaml, { profile: 'jekyll' }).categories, [['a'], ['b']]);
    assert.deepEqual(head('categories:\n  - [a, b]\n  - c').categories, [['a', 'b'], ['c']]);
    assert.deepEqual(head('categories: a').categories, [['a']]);
    assert.deepEqual(head('categories:').categories, []);
  });

  it('reads a date with a zone as a moment, one without as a clock time', () => {
    assert.equal(head('date: Sun, 15 May 2022 05:10:40 GMT').date?.instant, Date.UTC(2022, 4, 15, 5, 10, 40));
    assert.equal(head('date: 2022-05-15 05:10:40').date?.clock, Date.UTC(2022, 4, 15, 5, 10, 40));
    assert.equal(
      head('date: 2022-05-15 05:10:40', { siteTimezone: 'Asia/Shanghai' }).date?.instant,
      Date.UTC(2022, 4, 14, 21, 10, 40),
    );
  });

  it('shows a date that is none as it is written', () => {
    assert.deepEqual(head('date: 2018-15-90').date, {
      text: '2018-15-90',
      raw: '2018-15-90',
      hasTime: false,
    });
  });

  it('is empty without front matter and for fields without a value', () => {
    assert.deepEqual(renderText('Text.').head, { categories: [] });
    assert.deepEqual(head("title: ' '\nauthor:\nheadimg: ''"), { categories: [] });
  });
});

describe('The language of an article', () => {
  const language = (text: string): string => renderText(text).language;

  it('is known by its script, whatever the tags are called', () => {
    assert.equal(language('<div class="wrapper-of-content"><p>中文的文章，还有 JavaScript</p></div>'), 'zh');
    assert.equal(language('これは日本語の文章です。'), 'ja');
    assert.equal(language('한국어 글입니다.'), 'ko');
  });

  it('is left open for Latin text with a word of Chinese, and for none', () => {
    assert.equal(
      language('The word 中文 means the Chinese language, as everyone knows who has read so far.'),
      '',
    );
    assert.equal(language(''), '');
  });
});
