import assert from 'node:assert/strict';
import { classifyBody } from '../../src/core/body';
import { indexLines } from '../../src/core/text';
import type { HtmlElement } from '../../src/core/types';

function elementsOf(text: string): readonly HtmlElement[] {
  return classifyBody(text, 0, indexLines(text)).elements;
}

/** `div(p "<p>a</p>" b "<b>")`: the elements with their children; an element without end tag has a `?`. */
function outline(elements: readonly HtmlElement[]): string {
  return elements
    .map(({ name, endTag, children }) => {
      const content = children.length > 0 ? `(${outline(children)})` : '';
      return `${name}${endTag === undefined ? '?' : ''}${content}`;
    })
    .join(' ');
}

describe('The elements of a body', () => {
  const cases: readonly (readonly [title: string, text: string, expected: string])[] = [
    ['may have any name', '<constructor><b>a</b></constructor>', 'constructor(b)'],
    ['nest as their tags do', '<div><p>a <b>b</b></p><p>c</p></div>', 'div(p(b) p)'],
    ['may be void', '<p>a<br>b<img src="c"><hr></p>', 'p?(br? img?) hr?'],
    ['are closed by their parent', '<div><span><b>a</div><i>b</i>', 'div(span?(b?)) i'],
    ['ignore a stray end tag', '<div></p></section>a</div></div><p>b</p>', 'div p'],
    ['a paragraph ends where a block begins', '<p>a<div>b</div><p>c<ul><li>d</ul>', 'p? div p? ul(li?)'],
    [
      'a paragraph does not end within a table cell of its own',
      '<p>a<b><table><td><p>b</table>',
      'p?(b?) table(td?(p?))',
    ],
    [
      'an item ends where the next begins',
      '<ul><li>a<li>b<ul><li>c</ul><li>d</ul>',
      'ul(li? li?(ul(li?)) li?)',
    ],
    ['so do terms and definitions', '<dl><dt>a<dd>b<dt>c<dd>d</dl>', 'dl(dt? dd? dt? dd?)'],
    [
      'so do rows and cells',
      '<table><tr><td>a<td>b<tr><th>c<table><tr><td>d</table></table>',
      'table(tr?(td? td?) tr?(th?(table(tr?(td?)))))',
    ],
    [
      'so do options',
      '<select><option>a<option>b<optgroup><option>c</select>',
      'select(option? option? optgroup?(option?))',
    ],
    [
      'an end tag does not reach out of a cell',
      '<div><table><td></div>a</td></table></div>',
      'div(table(td))',
    ],
    [
      'an inline end tag closes a paragraph in its element',
      '<strong><p>a</strong></p><i>b</i>',
      'strong(p?) i',
    ],
    ['but no block', '<div><b><section>a</b>b</section></b></div>', 'div(b(section))'],
    [
      'a slash closes in SVG only',
      '<div/><svg><path/><g><circle/></g></svg><b/>a',
      'div?(svg(path? g(circle?)) b?)',
    ],
    [
      'have no children in raw text',
      '<div><style><b></style><script>"</div>"</script></div>',
      'div(style script)',
    ],
    ['a raw text element without end has no content', '<div><script><b>a</b></div>', 'div(script? b)'],
    ['have no children in code', '<div><code><b></code><pre>a <i>b</i></pre></div>', 'div(code pre)'],
    ['go on behind Markdown', '<div>\n\n*a* <b>b</b>\n\n</div>', 'div(b)'],
    ['an inline element ends with its block of Markdown', 'a <b>b\n\nc <i>d</i>', 'b? i'],
    ['a block in Markdown text does not', 'a <div>b <b>c\n\nd <i>e</i>\n\n</div>', 'div(b? i)'],
    ['a paragraph ends where Markdown begins', '<p>a\n\nb <i>c</i>', 'p? i'],
    ['an element ends with its list item', '- <div>\n\n  <b>a</b>\n- <i>b</i>\n\n</div>', 'div?(b) i'],
    ['an end tag does not reach out of its list item', '<div>\n\n- a </div> <b>b</b>\n\n</div>', 'div(b)'],
    ['an element around a quote holds what is in it', '<div>\n\n> a <b>b</b>\n\n</div>', 'div(b)'],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => {
      assert.equal(outline(elementsOf(text)), expected);
    });
  }

  it('know their places', () => {
    const text = '<div>\n<p>a\n<p class="x">b</p>\n\n</div>\n';
    const [div] = elementsOf(text);
    const [first, second] = div?.children ?? [];
    const source = ({ start, end }: HtmlElement): string => text.slice(start, end);
    assert.ok(div !== undefined && first !== undefined && second !== undefined);
    assert.equal(source(div), '<div>\n<p>a\n<p class="x">b</p>\n\n</div>');
    assert.equal(source(first), '<p>a\n');
    assert.equal(source(second), '<p class="x">b</p>');
    assert.equal(first.parent, div);
    assert.equal(div.parent, undefined);
    assert.equal(second.endTag?.start, text.indexOf('</p>'));
  });
});
