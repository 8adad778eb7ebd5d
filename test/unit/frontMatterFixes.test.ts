import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as hexoParse } from 'hexo-front-matter';
import { applyEdits } from '../../src/core/edits';
import { parseFrontMatter } from '../../src/core/frontMatter';
import { rules } from '../../src/core/rules';
import type { Field, Fix, Problem } from '../../src/core/types';
import { testDocument } from '../support/context';

/** Values as crawlers, people and broken programs write them. */
const values = [
  'A title',
  "'quoted'",
  '"double"',
  "' '",
  "''",
  '',
  '404',
  '2015-10-11',
  'true',
  'A: B',
  'A:',
  '[News] a day',
  '[a, b, a]',
  '[[a], [b]]',
  '{ a: b }',
  '@someone',
  '%d',
  '*bold*',
  '&anchor text',
  '!tag text',
  '#1 of it',
  'Track #1',
  'C # a comment',
  '"He said "no" to me"',
  "'It's'",
  '"C:\\path"',
  '"""\'nested\'"""',
  "''''''",
  '"open',
  "'open",
  '[open',
  '{{ title }}',
  '{{ title }} x',
  'no',
  "'false'",
  'Code, News',
  '编程/前端',
  'Sun, 15 May 2022 05:10:40 GMT',
  '2022-04-04 03:30:45',
  '2022-04-04 03:30:45 +08:00',
  '2018-30-05',
  '2022年9月26日',
  '1652591440',
  'https://picsum.photos/400/300?random=1',
  'https://proxy.example.com/?http://example.com/a.png',
  'http://example.com/a.png',
  'undefined',
  '|\n  one\n  two',
  '\n  - a\n  -\n  - a\n  - b: c',
  '\n\t- a',
  'Cats &amp; dogs',
  "'A\u200B title\u00A0of words _ Ann'",
  '"line\\nbreak"',
  '"\'nested\'"',
  'A _ Ann',
  'Ann',
  '&anchor A &amp; B',
  '新浪财经－国內',
];
const keys = [
  'title',
  'date',
  'updated',
  'categories',
  'tags',
  'headimg',
  'thumbnail',
  'author',
  'comments',
  'other',
  'titel',
  'Date',
  'catagories',
  'author\uFF1A',
  '"headimage"',
];

const entry = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...keys), fc.constantFrom(...values))
      .map(([key, value]) => `${key}: ${value}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '# a comment',
      '',
      '  date: 2022-04-04',
      'title:x',
      'title：x',
      'nonsense',
      '- item',
    ),
  },
);
const openers = ['---', '\n---', '\uFEFF---', '\n\n---', '--- ', '----', '---yaml', ' ---', ''];
const closers = ['\n---\n', '\n--- \n', '\n...\n', '\n---<p>x</p>\n', '\n----\n', '\n'];
const documents = fc
  .record({
    opener: fc.oneof({ weight: 4, arbitrary: fc.constant('---') }, fc.constantFrom(...openers)),
    entries: fc.array(entry, { minLength: 1, maxLength: 6 }),
    closer: fc.oneof({ weight: 4, arbitrary: fc.constant('\n---\n') }, fc.constantFrom(...closers)),
    body: fc.constantFrom('Text.\n', '', '<p><img src="https://example.com/a.png"></p>\n', '\n---\nmore\n'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ opener, entries, closer, body, eol }) =>
    `${opener}\n${entries.join('\n')}${closer}${body}`.replaceAll('\n', eol),
  );
const settings = fc.record({
  profile: fc.constantFrom('hexo', 'jekyll', 'hugo', 'generic'),
  siteTimezone: fc.constantFrom(undefined, 'Asia/Shanghai'),
  path: fc.constantFrom('source/_posts/a day.md', 'a.md'),
  others: fc.constantFrom(undefined, { CODE: 7, 'a.': 2, 新浪财经: 3, '编程-前端: all': 9, '404s': 3 }),
  files: fc.constantFrom(undefined, []),
  frontMatter: fc.constantFrom(undefined, {
    schema: {
      properties: {
        other: { enum: ['B', 'C # d', 7] },
        tags: { items: { enum: ['x: y'] } },
        author: { const: 'Ann' },
      },
    },
  }),
});

interface Found extends Problem {
  readonly rule: string;
  readonly fixes: readonly Fix[];
}

const own = rules.filter(({ meta }) => meta.group === 'frontmatter');

/** Not through the engine, which would look at the body as well. */
function findingsOf(text: string, given: Readonly<Record<string, unknown>>): readonly Found[] {
  const { article, context } = testDocument(text, given);
  return own.flatMap((rule) =>
    [...rule.detect(article, context)].map((problem) => ({
      ...problem,
      rule: rule.meta.id,
      fixes: rule.fix?.(problem, article, context) ?? [],
    })),
  );
}

/** The lines of a text, without the ones that an edit touches. */
function untouched(text: string, { edits }: Fix): { readonly before: string; readonly after: string } {
  const first = edits[0];
  const last = edits[edits.length - 1];
  assert.ok(first && last, 'a fix without an edit');
  return { before: text.slice(0, first.start), after: text.slice(last.end) };
}

const isRepair = ({ rule }: Found): boolean => rule === 'frontmatter-syntax' || rule === 'frontmatter-fence';

describe('The fixes of the front matter', function () {
  this.timeout(60_000);

  it('edit a few places of the front matter and nothing else', () => {
    fc.assert(
      fc.property(documents, settings, (text, given) => {
        const end = testDocument(text).article.frontMatter?.end ?? 0;
        for (const finding of findingsOf(text, given)) {
          for (const fix of finding.fixes) {
            const { before, after } = untouched(text, fix);
            const fixed = applyEdits(text, fix.edits);
            assert.ok(fixed.startsWith(before) && fixed.endsWith(after));
            assert.ok(
              fix.edits.every((edit) => edit.end <= end),
              fix.title,
            );
            assert.notEqual(fixed, text, `${finding.rule} "${fix.title}" changes nothing`);
            assert.equal(
              /(?<!\r)\n/.test(text) || !/(?<!\r)\n/.test(fixed),
              true,
              'a lone LF in a CRLF document',
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave front matter that can be read readable, with the other fields as they were', () => {
    fc.assert(
      fc.property(documents, settings, (text, given) => {
        const { article } = testDocument(text);
        if (!article.frontMatter?.valid) {
          return;
        }
        for (const finding of findingsOf(text, given)) {
          for (const fix of finding.fixes) {
            const fixed = parseFrontMatter(applyEdits(text, fix.edits));
            assert.ok(fixed?.valid, `${finding.rule} "${fix.title}" breaks the YAML`);
            const lineOf = (offset: number): number => article.lines.lineAt(offset);
            const touched = ({ keySpan, valueSpan }: Field): boolean =>
              fix.edits.some(
                ({ start, end }) =>
                  lineOf(start) <= lineOf(valueSpan.end) && lineOf(end) >= lineOf(keySpan.start),
              );
            const kept = article.frontMatter.fields.filter((field) => !touched(field));
            const values = kept.map(({ key, value }) => JSON.stringify([key, value]));
            const after = fixed.fields.map(({ key, value }) => JSON.stringify([key, value]));
            for (const value of values) {
              assert.ok(after.includes(value), `${finding.rule} "${fix.title}" changes ${value}`);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are repairs only where the YAML is broken, and every repair makes it readable', () => {
    fc.assert(
      fc.property(documents, settings, (text, given) => {
        const frontMatter = parseFrontMatter(text);
        if (frontMatter === undefined || frontMatter.valid) {
          return;
        }
        for (const finding of findingsOf(text, given)) {
          assert.ok(finding.fixes.length === 0 || isRepair(finding), `${finding.rule} offers a fix`);
          for (const fix of finding.fixes) {
            const fixed = parseFrontMatter(applyEdits(text, fix.edits));
            assert.ok(fixed, fix.title);
            // An unclosed block whose YAML was repaired is still to be closed.
            assert.equal(fixed.errors.length, 0, `"${fix.title}" leaves an error in ${JSON.stringify(text)}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('change no line but the ones of their fault when the YAML is broken', () => {
    fc.assert(
      fc.property(documents, settings, (text, given) => {
        const { article } = testDocument(text);
        if (article.frontMatter?.valid !== false) {
          return;
        }
        const findings = findingsOf(text, given).filter(({ rule }) => rule === 'frontmatter-syntax');
        const faulty = new Set(findings.map(({ start }) => article.lines.lineAt(start)));
        for (const { edits } of findings.flatMap(({ fixes }) => fixes.slice(0, 1))) {
          const lines = edits.map(({ start }) => article.lines.lineAt(start));
          // One more line at most for each open quote: the one that has the quote which was missing.
          assert.ok(lines.filter((line) => !faulty.has(line)).length <= faulty.size);
        }
      }),
    );
  });

  it('leave nothing to fix when they are applied again and again', () => {
    fc.assert(
      fc.property(documents, settings, (text, given) => {
        let current = text;
        for (let round = 0; round < 40; round++) {
          const fix = findingsOf(current, given).flatMap(({ fixes }) => fixes.slice(0, 1))[0];
          if (fix === undefined) {
            return;
          }
          current = applyEdits(current, fix.edits);
        }
        assert.fail(
          `still something to fix in ${JSON.stringify(current)}, which was ${JSON.stringify(text)}`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are never more than a suggestion for a date, a picture or a category', () => {
    fc.assert(
      fc.property(documents, settings, (text, given) => {
        for (const { rule, fixes } of findingsOf(text, given)) {
          const safe = fixes.some(({ kind }) => kind === 'safe');
          assert.ok(
            !safe || ['frontmatter-fence', 'frontmatter-syntax', 'frontmatter-type'].includes(rule),
            rule,
          );
        }
      }),
    );
  });
});

describe('Front matter that Winnow can read', function () {
  this.timeout(60_000);

  it('is read by the YAML reader of Hexo, but for keys that occur twice', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const frontMatter = parseFrontMatter(text);
        const duplicate = findingsOf(text, {}).some(({ rule }) => rule === 'frontmatter-duplicate-key');
        if (!frontMatter?.valid || duplicate) {
          return;
        }
        const content = text
          .slice(frontMatter.content.start, frontMatter.content.end)
          .replaceAll('\r\n', '\n');
        assert.doesNotThrow(() => hexoParse(`---\n${content}---\n`));
      }),
      { numRuns: 300 },
    );
  });
});
