import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { parse as parseYaml } from 'yaml';
import { parseArticle } from '../../src/core/article';
import { clean } from '../../src/core/engine';
import { render } from '../../src/core/render';
import { markChaff } from '../../src/core/render/chaffMarks';
import { renderBody } from '../../src/core/render/markdownBody';
import type { Article, RuleContext } from '../../src/core/types';
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

const profiles = ['hexo', 'jekyll', 'hugo', 'generic'] as const;
const fixtureFiles = globSync('test/rules/*.txt', { cwd: root });

interface FixtureCase {
  readonly input: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

function casesOf(file: string): readonly FixtureCase[] {
  return parseFixtures(file, readFileSync(join(root, file), 'utf8')).map(({ input, options }) => ({
    input,
    settings: (parseYaml(options) ?? {}) as Readonly<Record<string, unknown>>,
  }));
}

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
  for (const file of fixtureFiles) {
    it(`of every case of ${file}, whatever generator the article is for`, () => {
      for (const { input, settings } of casesOf(file)) {
        for (const profile of settings.profile === undefined ? profiles : [undefined]) {
          assertSameAsCleaned(input, profile === undefined ? settings : { ...settings, profile });
        }
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

/** Compares the original with and without its marks: but for chips and spans both must be the same. */
function assertMarksOnly(article: Article, context: RuleContext): void {
  const { html, hidden } = render(article, { original: true }, context);
  const plain = renderBody(article, {
    placeOf: (start) => ({ start, line: article.lines.lineAt(start) }),
    marks: markChaff(article, []),
  });
  const withoutChips = (shown: string): string =>
    shown.replace(/<span data-winnow="chip"[^>]*>[^<]*<\/span>/g, '');
  const [marked, unmarked] = [showHtml(withoutChips(html)), showHtml(withoutChips(plain))];
  const names = ({ elements }: ReturnType<typeof showHtml>): readonly string[] =>
    elements.map(({ tagName }) => tagName).filter((name) => name !== 'span');
  assert.equal(marked.text, unmarked.text);
  assert.deepEqual(names(marked), names(unmarked));
  for (const element of showHtml(html).elements) {
    const indices = ['data-chaff', 'data-chaff-tag'].flatMap(
      (name) => attributeOf(element, name)?.split(' ') ?? [],
    );
    assert.ok(indices.every((index) => /^\d+$/.test(index) && Number(index) < hidden.length));
  }
}

describe('The marks of the original change nothing of what is shown', () => {
  for (const file of fixtureFiles) {
    it(`in every case of ${file}`, () => {
      for (const { input, settings } of casesOf(file)) {
        const { article, context } = testDocument(input, settings);
        assertMarksOnly(article, context);
      }
    });
  }

  it('in any soup of tags', () => {
    fc.assert(
      fc.property(soup, (body) => {
        const { article, context } = testDocument(body);
        assertMarksOnly(article, context);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever the ranges are', () => {
    const range = fc.record({ start: fc.nat(200), length: fc.nat(80) });
    fc.assert(
      fc.property(soup, fc.array(range, { maxLength: 8 }), (body, ranges) => {
        const { article } = testDocument(body);
        const end = article.text.length;
        const changes = ranges.map(({ start, length }, index) => ({
          start: Math.min(start, end),
          end: Math.min(start + length, end),
          index,
        }));
        const { tags, whole, bare } = markChaff(article, changes);
        assert.ok(bare.every((span, at) => span.start < span.end && span.start >= (bare[at - 1]?.end ?? 0)));
        const starts = new Set(article.body.tokens.map((token) => token.start));
        assert.ok([...tags.keys(), ...whole.keys()].every((start) => starts.has(start)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('In the cases of the rules, the list of what is hidden', () => {
  /** Those of which the page shows nothing at all, and nothing can be said where they are. */
  const unseen = /^<(?:noscript|o:p|v:shape|source|html|head|body)\b/;
  const definition = /^\[[^\]]+\]:[ \t]*<?$/m;

  for (const file of fixtureFiles) {
    it(`is marked in the original: ${file}`, () => {
      for (const { input, settings } of casesOf(file)) {
        const { article, context } = testDocument(input, settings);
        const { html, hidden } = render(article, { original: true }, context);
        const marked = new Set(
          [...html.matchAll(/ data-chaff(?:-tag)?="([\d ]+)"/g)].flatMap(
            ([, indices]) => indices?.split(' ') ?? [],
          ),
        );
        for (const [index, { rule, text, start }] of hidden.entries()) {
          const lineStart = article.text.lastIndexOf('\n', start - 1) + 1;
          const isUnseen = unseen.test(text) || definition.test(article.text.slice(lineStart, start));
          assert.ok(marked.has(String(index)) || isUnseen, `${rule}: ${text}`);
        }
      }
    });

    it(`tells which of it Clean would leave: ${file}`, () => {
      for (const { input, settings } of casesOf(file)) {
        const { article, context } = testDocument(input, settings);
        for (const cleanLevel of levels) {
          const written = clean(article, { level: cleanLevel }, context).applied;
          for (const item of render(article, { cleanLevel }, context).hidden) {
            const isWritten = written.some(({ rule, start }) => rule === item.rule && start === item.start);
            assert.equal(item.kept, !isWritten, `${item.rule} at ${item.start} in ${input}`);
          }
        }
      }
    });
  }
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
