import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { parse as parseYaml } from 'yaml';
import { parseArticle } from '../../src/core/article';
import { clean } from '../../src/core/engine';
import { render } from '../../src/core/render';
import { testDocument } from '../support/context';
import { parseFixtures } from '../support/fixtures';
import { attributeOf, showHtml } from '../support/shownHtml';

const root = join(__dirname, '../../..');

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

const levels = ['minimal', 'standard', 'thorough'] as const;
const withoutLines = (html: string): string => html.replace(/ data-(?:line|start)="\d+"/g, '');

/** Compares the preview of a text with the preview of what Clean writes at the same level. */
function assertSameAsCleaned(text: string, settings: Readonly<Record<string, unknown>> = {}): void {
  const { article, context } = testDocument(text, settings);
  for (const level of levels) {
    const cleaned = parseArticle(clean(article, { level }, context).text);
    assert.equal(
      withoutLines(render(article, { level }, context).html),
      withoutLines(render(cleaned, { level }, context).html),
      level,
    );
  }
}

describe('At each level the preview shows what Clean writes', () => {
  for (const file of globSync('test/rules/*.txt', { cwd: root })) {
    it(`of every case of ${file}`, () => {
      for (const { input, options } of parseFixtures(file, readFileSync(join(root, file), 'utf8'))) {
        assertSameAsCleaned(input, (parseYaml(options) ?? {}) as Readonly<Record<string, unknown>>);
      }
    });
  }

  it('of any soup of tags', () => {
    fc.assert(
      fc.property(soup, (body) => {
        assertSameAsCleaned(body);
      }),
      { numRuns: 500 },
    );
  });
});

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
