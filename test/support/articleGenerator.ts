import fc from 'fast-check';

/** Pieces that articles are made of, each a whole block of lines; words of our own. */
const blocks: readonly string[] = [
  '<p>　　第一段文字，有“引号”和 & 号。</p>',
  '<p>Some <b>bold</b> words, 1 <= x, a > b and <<span>.</p>',
  '<!-- ad slot 3 -->',
  '<!---->',
  '<p>One.</p><!-- end --><p>Two.</p>',
  '<div class="wrap">',
  '</div>',
  '            <!-- qr start -->',
  '            <style>',
  '            .qr{float:left}',
  '            </style>',
  '<style>.a&#123;color:red&#125;</style>',
  '<script>var a = "<p>";</script>',
  '<p style="color:red" onclick="a()">Red.</p>',
  '<p style="text-align:center;color:red">Centred.</p>',
  '<div style="display:none">hidden</div>',
  '<img class="lazy" src="data:image/gif;base64,AA" data-src="https://img.example/a.png">',
  '<p><img src="/blank.gif" data-src="a.png" data-w="1"><noscript><img src="a.png"></noscript></p>',
  '<img src="https://medium.com/_/stat?a=b">',
  '<table cellspacing="0"><tbody><tr><td>\n<p>1</p>\n\n<p>2</p>\n<p>3</p>\n</td></tr></tbody></table>',
  '<font color="red">\n<p>Red.</p>\n</font>',
  'A <font color="red">red</font> word and **<font size="2">bold：</font>**后',
  '<p id="img_1" data-v-1a2b3c4d\n   data-pid="x">Text.</p>',
  '> <p data-v-1a2b3c4d\n>    data-pid="x" class="y">Text.</p>',
  '- ![](https://pixel.wp.com/b.gif)\n- [a](https://link.zhihu.com/?target=https%3A//b.example/) ![]()',
  '![]()',
  '<img src="">',
  'a {{ b }} c <b>never closed',
  '<pre><code>const a = b &lt; c;\n\n<!-- shown -->\n</code></pre>',
  '<pre>kept   white\n\n\nspace</pre>',
  '<p>use <code><script type="module"></code> here</p>',
  '```html\n<!-- shown -->\n<style>.x{}</style>\n```',
  '    indented code',
  '- an item\n- another item',
  '- item\n\n  <!-- in an item -->\n\n  more',
  '1. one\n\n       code in an item',
  '> quoted\n> <!-- in a quote -->',
  '## A heading',
  'Plain *text* with `<!-- code -->` and <!-- a comment --> in it.',
  '<!-- c --> **b**',
  '<p>vector<<font color="red">int</font>> v, <<!-- c -->b> and <<b></b>i>, &l<!-- -->t; e</p>',
  'Plain <<font>script</font>> and a <<!-- c -->!-- d --> or <<span></span>style>',
  '<p>输入 <script>alert(1)</script> 即可，<img src=x onerror=alert(1)> 也是。</p>',
  '<div>\n<ignore_js_op>\n\n<img src="a.png">\n\n</ignore_js_op>\n<br>\n后\n</div>',
  '<p>one<!-- a -->two<span></span>three <b> </b>four<a id="x"></a>five</p>',
  'six<p></p>seven<br><br>eight<div style="display:none">hidden</div>nine',
  '<p>NBSP\u00A0between\u00A0<!-- c -->words\u00A0</p>',
  '<!--[if gte mso 9]><xml>\n\n</xml><![endif]-->',
  '<p><!--[if !supportLists]-->1.<!--[endif]-->One<o:p></o:p></p>',
  '<![if !vml]><b>b</b><![endif]><?xml:namespace prefix = o />',
  'text <!-- never closed',
  '<!-- never closed',
  '<script>',
  '<p><a href="https://a.example/">[1] and c]</a> [2] <a href="#b">d</a></p>',
  '<table>\n<tr>\n\n    <td>cell</td>\n\n</tr>\n</table>',
  '{% raw %}\n{{ x }}\n{% endraw %}',
  '{% codeblock %}\n<!-- shown -->\n{% endcodeblock %}',
  '<p>　　</p>',
  '\u00A0',
  '   ',
  '',
  '',
  '😀 astral 𠮷 text',
  '---',
  'setext\n===',
  '<details>\n<summary>s</summary>\n\n    <p>sample</p>\n\n</details>',
];

const frontMatters: readonly string[] = [
  '',
  '---\ntitle: 一个标题\ndate: 2022-05-15 13:10:40\ncategories:\n  - 新闻\n---\n',
  "\n---\ntitle: 'A: title'\ndate: Sun, 15 May 2022 05:10:40 GMT\nthumbnail: ''\n---\n\n",
  '---\ntitle: a: b\n---\n',
];

/** Articles of all shapes, with every kind of line end, with and without a byte order mark and a final newline. */
export const generatedArticle: fc.Arbitrary<string> = fc
  .record({
    frontMatter: fc.constantFrom(...frontMatters),
    body: fc.array(fc.constantFrom(...blocks), { maxLength: 12 }),
    eol: fc.constantFrom('\n', '\r\n', 'mixed'),
    bom: fc.constantFrom('', '', '', '\uFEFF'),
    last: fc.constantFrom('', '\n', '\n            '),
  })
  .map(({ frontMatter, body, eol, bom, last }) => {
    const text = bom + frontMatter + body.join('\n') + last;
    let line = 0;
    return text.replace(/\n/g, () => (eol === 'mixed' ? (['\n', '\r\n', '\n'][line++ % 3] ?? '\n') : eol));
  });
