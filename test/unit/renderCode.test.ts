import assert from 'node:assert/strict';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { escapeText } from '../../src/core/render/characters';
import { renderCodeText } from '../../src/core/render/codeText';

/** What a browser shows of some HTML. */
function shown(html: string): string {
  const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
  return textOf(parseFragment(html));
}

describe('Text of an article in the preview', () => {
  const verbatim: readonly string[] = [
    'https://example.com/?a=1&paramN=2&copy=3&lt=4',
    '1 <= x <= 100, a > b, <<span>, &mid=, AT&T, & alone',
    '<script>alert(1)</script> <!-- never closed',
    'half a reference: &#123 &#x7b &amp',
    '&notit; is not a name, although &not begins it',
  ];
  for (const text of verbatim) {
    it(`shows ${JSON.stringify(text)} as it is`, () => {
      assert.equal(shown(escapeText(text)), text);
    });
  }

  it('decodes complete references, those of the crawler among them', () => {
    assert.equal(
      shown(escapeText('&#123;a&#125; &lt;b&gt; &amp; &nbsp;&hellip;&semi;&#59;')),
      '{a} <b> & \u00a0…;;',
    );
  });
});

describe('Code of an article in the preview', () => {
  const code = (content: string): string => renderCodeText(content, { inCode: true });

  it('shows links and bold type of code that is HTML, and keeps a highlighter’s', () => {
    const text = '<div>\n<a href="http://bad.example/">casino</a> <b>x</b>\n</div>';
    assert.equal(shown(code(text)), text);
    assert.equal(shown(code('<span class="t">let</span> <a href="/x">Map</a> <b>x</b>')), 'let Map x');
    assert.equal(shown(code('<div><span class="t">y</span></div>')), '<div>y</div>');
  });

  it('shows decoded tags as text', () => {
    const text = '<script type="module">\nimport x\n</script>\n<div class="a">{{ b }}</div><!-- c -->';
    assert.equal(shown(code(text)), text);
  });

  it('keeps what a highlighter put in', () => {
    const text = '<span class="hljs-keyword">const</span> a = <em>1</em>;<br>b';
    assert.equal(code(text), text);
  });

  it('shows comparisons and type parameters that look like tags of a highlighter', () => {
    const text = 'if (a <b && c> d) vector<a> x; // </span>';
    assert.equal(shown(code(text)), text);
    assert.equal(code('<span>vector<a></span>'), '<span>vector&lt;a></span>');
  });

  it('keeps a code element that is closed and opened again after each line', () => {
    const text = 'line 1</code>\n<code>line 2';
    assert.equal(code(text), text);
  });

  const framed: readonly (readonly [string, string])[] = [
    [
      '<ol class="linenums"><li class="L0"><span class="kwd">let</span> a;</li><li class="L1"></li><li class="L2"><span class="tag"><li></span>b</li></ol>',
      'let a;\n\n<li>b',
    ],
    [
      '<ol class="hljs-ln"><li><div class="hljs-ln-numbers"><div class="hljs-ln-line hljs-ln-n" data-line-number="1"></div></div><div class="hljs-ln-code"><div class="hljs-ln-line">a\n</div></div></li><li><div class="hljs-ln-numbers"><div class="hljs-ln-line hljs-ln-n" data-line-number="2"></div></div><div class="hljs-ln-code"><div class="hljs-ln-line"> b</div></div></li></ol>',
      'a\n b',
    ],
    [
      '<table class="hljs-ln"><tbody><tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="1"><div class="hljs-ln-n" data-line-number="1"></div></td><td class="hljs-ln-line hljs-ln-code" data-line-number="1">a</td></tr><tr><td class="hljs-ln-line hljs-ln-numbers" data-line-number="2"><div class="hljs-ln-n" data-line-number="2"></div></td><td class="hljs-ln-line hljs-ln-code" data-line-number="2"><td>b</td></tr></tbody></table>',
      'a\n<td>b',
    ],
  ];
  for (const [content, expected] of framed) {
    it(`shows the lines of a highlighter's ${content.slice(0, content.indexOf('>') + 1)} as lines`, () => {
      assert.equal(shown(code(content)), expected);
    });
  }

  it('shows a list and a table that are the code', () => {
    for (const text of [
      '<ol class="steps"><li>a</li></ol>',
      '<ol class="linenums"><li>a',
      '<table class="hljs-ln">',
    ]) {
      assert.equal(shown(code(text)), text);
    }
  });

  it('shows a code element inside code as text', () => {
    assert.equal(shown(code('use <code>x</code> here')), 'use <code>x</code> here');
  });

  it('keeps the code elements inside a pre that is not one itself', () => {
    const text = '<code>a</code>\n<code>b</code>';
    assert.equal(renderCodeText(text, { inCode: false }), text);
  });

  it('never shows less than the text of what it is given, tags apart', () => {
    assert.equal(shown(code('a<span title="<b>">c</span>')), 'a<span title="<b>">c</span>');
  });
});
