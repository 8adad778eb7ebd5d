import assert from 'node:assert/strict';
import fc from 'fast-check';
import { render } from '../../src/core/render';
import { testDocument } from '../support/context';
import { attributeOf, showHtml } from '../support/shownHtml';

/** What crawled bodies are made of, whole and broken. */
const pieces = fc.constantFrom(
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<pre>',
    '</pre>',
    '<code>',
    '</code>',
    '<b>',
    '</b>',
    '<br>',
    '<table>',
  ],
  ...[
    '<td>',
    '</table>',
    '<style>',
    '</style>',
    '<script>',
    '</script>',
    '<textarea>',
    '</textarea>',
    '<title>',
  ],
  ...[
    '<!--',
    '-->',
    '<!-->',
    '--!>',
    '<svg>',
    '</svg>',
    '<select>',
    '<template>',
    '<iframe src=a>',
    '<plaintext>',
  ],
  ...[
    '<noscript>',
    '<object>',
    '<video>',
    '<xmp>',
    '</xmp>',
    '<math>',
    '<button>',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
  ],
  ...[
    '<a href="',
    '">',
    "'",
    '"',
    '<',
    '>',
    '&copy',
    '&lt;',
    '{% raw %}',
    '{% codeblock %}',
    '{% endcodeblock %}',
  ],
  ...[
    '\n',
    '\n\n',
    '    ',
    '> ',
    '- ',
    '# ',
    '`',
    '```',
    '~~~',
    'word',
    '**',
    ' ',
    '\t',
    '\r\n',
    '\u0000',
    '<body>',
  ],
);
const soup = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

describe('Whatever the body, the preview', () => {
  it('shows the paragraph that follows it', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (before, original) => {
        const { article, context } = testDocument(`x\n\n${before}\n\nlast words`);
        const { html } = render(article, { level: 'minimal', original }, context);
        assert.ok(showHtml(html).text.includes('last words'), html);
      }),
      { numRuns: 1500 },
    );
  });

  it('holds no element that runs, frames, styles or submits', () => {
    const banned = new Set([
      'script',
      'style',
      'iframe',
      'object',
      'embed',
      'base',
      'meta',
      'link',
      'plaintext',
    ]);
    fc.assert(
      fc.property(soup, fc.boolean(), (body, original) => {
        const { article, context } = testDocument(body);
        const { elements } = showHtml(render(article, { level: 'minimal', original }, context).html);
        assert.deepEqual(
          elements.map(({ tagName }) => tagName).filter((name) => banned.has(name)),
          [],
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('has only lines that the document has', () => {
    fc.assert(
      fc.property(soup, (body) => {
        const { article, context } = testDocument(`---\ntitle: a\n---\n${body}`);
        for (const element of showHtml(render(article, {}, context).html).elements) {
          const line = Number(attributeOf(element, 'data-line') ?? 4);
          assert.ok(line >= 4 && line <= article.lines.count, String(line));
        }
      }),
      { numRuns: 1500 },
    );
  });
});
