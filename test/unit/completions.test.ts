import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { parseArticle } from '../../src/core/article';
import { completionsAt, type Completion, type WritingContext } from '../../src/core/language/completions';
import { writeScalar } from '../../src/core/language/writeScalar';
import { MemoryVocabulary } from '../../src/core/vocabulary';
import { testDocument } from '../support/context';
import { atCursor } from '../support/cursor';

const vocabulary = new MemoryVocabulary();
const article = (id: string, categories: string[], author: string): void => {
  vocabulary.add(id, { categories, tags: ['t 1', 't2'], author: [author] });
};
article('1', ['News', 'Code'], 'Ann');
article('2', ['Code', '404', 'C#: notes'], 'Ann');
article('3', ['Code', 'a, b', '编程'], "O'Neil");
article('me', ['Typo', 'Code'], 'Me');

const file = { created: Date.UTC(2023, 0, 2, 3, 4, 5), changed: Date.UTC(2023, 5, 6, 7, 8, 9) };

function complete(
  marked: string,
  settings: Readonly<Record<string, unknown>> = {},
  isTyping = false,
): readonly Completion[] {
  const { text, offset } = atCursor(marked);
  const { context } = testDocument(text, { 'date.timezone': 'Asia/Shanghai', ...settings });
  const writing: WritingContext = {
    ...context,
    names: vocabulary,
    id: 'me',
    file,
    machineZone: 'Europe/Berlin',
  };
  return completionsAt(parseArticle(text), offset, writing, { isTyping });
}

const labels = (marked: string, settings?: Readonly<Record<string, unknown>>): readonly string[] =>
  complete(marked, settings).map(({ label }) => label);

/** The text after the entry of that label was chosen. */
function choose(marked: string, label: string, settings?: Readonly<Record<string, unknown>>): string {
  const { text } = atCursor(marked);
  const entries = complete(marked, settings);
  const entry = entries.find((it) => it.label === label);
  assert.ok(entry, `${label} is not among ${entries.map((it) => it.label).join(', ')} at ${marked}`);
  return text.slice(0, entry.replace.start) + entry.text + text.slice(entry.replace.end);
}

describe('Completion of keys', () => {
  it('has the required ones first and hides what is there', () => {
    assert.deepEqual(labels('---\n|\n---\n').slice(0, 2), ['title', 'date']);
    assert.equal(labels('---\ntitle: A\n|\n---\n')[0], 'date');
    assert.ok(!labels('---\ntitle: A\n|\ncategories: [x\n---\n').includes('categories'));
  });

  it('has what only another generator reads last', () => {
    const hexo = labels('---\n|\n---\n');
    assert.ok(hexo.indexOf('lastmod') > hexo.indexOf('updated'));
    const hugo = labels('---\n|\n---\n', { profile: 'hugo' });
    assert.ok(hugo.indexOf('lastmod') < hugo.indexOf('updated'));
  });

  it('tells what each is for and how its value looks', () => {
    const date = complete('---\n|\n---\n').find(({ label }) => label === 'date');
    assert.equal(date?.detail, 'date, required');
    assert.match(date.documentation ?? '', /published[^]*2024-05-06 07:08:09/);
    assert.equal(date.opensNext, true);
  });

  const offered: readonly string[] = [
    '---\n|',
    '---\n|\n---',
    '---\nda|\n---\nText.\n',
    '\n---\nda|\n---\nText.\n',
    '\n \n\n---\ntitle: A\nda|\n---\n',
    '\uFEFF---\nda|\n---\n',
    '\uFEFF\n---\nda|\n---\n',
    '---\r\ntitle: A\r\nda|\r\n---\r\n',
    '---\ntitle: A\n\nda|\n---\nText.\n',
    '---\nda|\ntitle: A\n---\n',
    '---\ntitle: What: a title\nda|\n---\n',
    '---\ntitle: "open\nda|\n---\n',
    '---\ncategories: [a\nda|\n---\n',
    '---\ncategories:\n  - a\nda|\n---\n',
    '---\ncategories:\n- a\nda|\n---\n',
    '---\ndescription: >\n  text\nda|\n---\n',
    '---\n# comment\nda|\n---\n',
    '---\nd|a: 2020\n---\n',
    '---yaml\nda|\n---\n',
    '--- \nda|\n---\n',
    '---\ntitle: A\nda|\n',
    '---\nda|\n\nText of the article.\n',
    'title: A\nda|\n---\nText.\n',
    '---\nda|\n...\nText.\n',
  ];
  for (const marked of offered) {
    it(`works at ${JSON.stringify(marked)}`, () => {
      assert.ok(labels(marked).includes('date'), labels(marked).join());
    });
  }

  const silent: readonly string[] = [
    '|---\ntitle: A\n---\n',
    '---|\ntitle: A\n---\n',
    '|\n---\ntitle: A\n---\n',
    '---\ntitle: A\n---|\n',
    '---\ntitle: A\n|---\n',
    '---\ntitle: A\n---\n|',
    '---\ntitle: A\n---\nda|\n',
    '---\ntitle: A\n---\n\n---\nda|\n---\n',
    '---\n# da|\n---\n',
    '---\n#|\n---\n',
    '---\ntitle: A # da|\n---\n',
    '---\nextra:\n  da|\n---\n',
    '---\nextra:\n  inner: |\n---\n',
    '---\ndescription: >\n  da|\n---\n',
    '---\ndescription: "one\n  da|"\n---\n',
    '---\ntitle and da|\n---\n',
    '---\n  da|\n---\n',
    '---js\nda|\n---\n',
    '+++\nda|\n+++\n',
    ';;;\nda|\n;;;\n',
    '# Heading\n\nda|\n',
    'da|\n---\n',
    'da|',
    '|',
    '---\nHello wor|\n',
    '---\n\nProse about rules.\n\nda|\n',
    '<p>\n---\nda|\n---\n</p>\n',
  ];
  for (const marked of silent) {
    it(`offers nothing at ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(labels(marked), []);
    });
  }

  it('replaces the key alone where a value follows', () => {
    assert.equal(choose('---\nda|\n---\n', 'date'), '---\ndate: \n---\n');
    assert.equal(choose('---\nd|te: 2020 # x\n---\n', 'date'), '---\ndate: 2020 # x\n---\n');
    assert.equal(choose('---\r\nda|\r\n---\r\n', 'date'), '---\r\ndate: \r\n---\r\n');
  });

  it('offers the key that stands at the cursor itself', () => {
    assert.ok(labels('---\ntit|le: A\n---\n').includes('title'));
  });
});

describe('Completion of names', () => {
  it('has the most used first, with their number, and not what only this article uses', () => {
    const found = complete('---\ncategories:\n  - |\n---\n');
    assert.deepEqual(
      found.map(({ label, detail }) => [label, detail]),
      [
        ['Code', '3 articles'],
        ['404', '1 article'],
        ['C#: notes', '1 article'],
        ['News', '1 article'],
        ['a, b', '1 article'],
        ['编程', '1 article'],
      ],
    );
    assert.deepEqual(labels('---\nauthor: |\n---\n'), ['Ann', "O'Neil"]);
  });

  it('leaves out what the list has already', () => {
    assert.ok(!labels('---\ncategories:\n  - Code\n  - |\n---\n').includes('Code'));
    assert.ok(!labels('---\ncategories:\n  - |\n  - "Code"\ntags: [x]\n---\n').includes('Code'));
    assert.ok(!labels('---\ncategories: [Code, |]\n---\n').includes('Code'));
    assert.ok(labels('---\ncategories:\n  - - Code\n    - News\n  - - |\n---\n').includes('Code'));
    assert.ok(labels('---\ncategories: [[Code, News], [|]]\n---\n').includes('Code'));
    assert.ok(labels('---\ntags: [Code]\ncategories: [|]\n---\n').includes('Code'));
  });

  const cases: readonly (readonly [marked: string, label: string, result: string])[] = [
    ['categories: |', 'Code', 'categories: Code'],
    ['categories:|', 'Code', 'categories: Code'],
    ['categories: |Old', 'Code', 'categories: Code'],
    ['categories: Co|d # note', 'Code', 'categories: Code # note'],
    ["categories: 'Co|d'", 'Code', "categories: 'Code'"],
    ['categories: "Co|', 'Code', 'categories: "Code"'],
    ['categories: |', '404', "categories: '404'"],
    ['categories: |', 'C#: notes', "categories: 'C#: notes'"],
    ['categories: |', 'a, b', 'categories: a, b'],
    ['categories: [|]', 'a, b', "categories: ['a, b']"],
    ['categories: [|', 'Code', 'categories: [Code'],
    ['categories: [x,|]', 'Code', 'categories: [x, Code]'],
    ['categories: [x, |]', 'Code', 'categories: [x, Code]'],
    ['categories: [x, C|o, y]', 'Code', 'categories: [x, Code, y]'],
    ['categories: [ | ]', 'Code', 'categories: [ Code ]'],
    ['categories: [x,\n  C|o]', 'Code', 'categories: [x,\n  Code]'],
    ['categories: [x,\n  |', 'Code', 'categories: [x,\n  Code'],
    ['categories:\n  - |', '编程', 'categories:\n  - 编程'],
    ['categories:\n  -|', 'Code', 'categories:\n  - Code'],
    ['categories:\n  - Co|de # x', 'News', 'categories:\n  - News # x'],
    ['categories:\n- |', 'Code', 'categories:\n- Code'],
    ['categories:\n  - x\n  |', 'Code', 'categories:\n  - x\n  - Code'],
    ['categories:\n  - - x\n    - |', 'Code', 'categories:\n  - - x\n    - Code'],
    ['categories:\n  - [x, |]', 'Code', 'categories:\n  - [x, Code]'],
    ["categories:\n  - 'O|ld'", 'a, b', "categories:\n  - 'a, b'"],
    ['category: |', 'Code', 'category: Code'],
    ['author: |', "O'Neil", "author: O'Neil"],
    ['categories: "x" |y', 'Code', 'categories: "Code"'],
    ["author: '|'", "O'Neil", "author: 'O''Neil'"],
    ['tags:\n  # first\n\n  - |', 't2', 'tags:\n  # first\n\n  - t2'],
  ];
  for (const [marked, label, result] of cases) {
    for (const [name, around] of [
      ['', (yaml: string) => `---\n${yaml}\n---\nText.\n`],
      [' after a blank line', (yaml: string) => `\n---\ntitle: A\n${yaml}\ndate: 2020-01-01\n---\n`],
      [' with CRLF', (yaml: string) => `---\n${yaml}\n---\n`.replaceAll('\n', '\r\n')],
      [' beside broken YAML', (yaml: string) => `---\ntitle: a: b\n${yaml}\nmore: "x\n---\n`],
    ] as const) {
      it(`writes ${label} at ${JSON.stringify(marked)}${name}`, () => {
        assert.equal(choose(around(marked), label), around(result));
      });
    }
  }

  const silent: readonly string[] = [
    'categories: [x]|',
    'categories: [x] |',
    'categories: {|}',
    'categories: [{a: |}]',
    'categories:\n  sub:\n    - |',
    'categories:\n  - name: |',
    'categories: &x |',
    'categories: *|',
    'categories: x # |',
    'categories:\n  - x # |',
    'categories:\n  # - |',
    'categories: >\n  - |',
    'extra:\n  - |',
    'extra: |',
    'title:\n  - |',
    'categories: x\n  - |',
  ];
  for (const marked of silent) {
    it(`offers nothing at ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(labels(`---\n${marked}\n---\n`), []);
    });
  }

  it('is a list in brackets where Jekyll would take a text apart', () => {
    const jekyll = { profile: 'jekyll' };
    assert.equal(choose('---\ntags: |\n---\n', 't 1', jekyll), '---\ntags: [t 1]\n---\n');
    assert.equal(choose('---\ntags: |\n---\n', 't2', jekyll), '---\ntags: t2\n---\n');
    assert.equal(choose('---\ntags:\n  - |\n---\n', 't 1', jekyll), '---\ntags:\n  - t 1\n---\n');
  });

  it('goes by what was typed, but shows all at the end of a finished value', () => {
    const filters = (marked: string): readonly string[] => complete(marked).map(({ filter }) => filter);
    assert.ok(filters('---\ncategories: Co|\n---\n').includes('News'));
    assert.ok(filters('---\ncategories: "Co|"\n---\n').includes('"News'));
    assert.ok(filters('---\ncategories: Code|\n---\n').every((filter) => filter === 'Code'));
    assert.ok(filters('---\ncategories: Unheard of|\n---\n').every((filter) => filter === 'Unheard of'));
  });

  it('does not open by itself within a text', () => {
    assert.deepEqual(complete('---\ncategories: New |\n---\n', {}, true), []);
    assert.deepEqual(complete('---\nfoo-|\n---\n', {}, true), []);
    assert.notDeepEqual(complete('---\ncategories: |\n---\n', {}, true), []);
    assert.notDeepEqual(complete("---\ncategories: '|\n---\n", {}, true), []);
    assert.notDeepEqual(complete('---\n|\n---\n', {}, true), []);
  });
});

describe('Completion of dates', () => {
  it('has now and the times of the file in the zone of the settings', () => {
    assert.deepEqual(
      complete('---\ndate: |\n---\n').map(({ label, detail }) => [label, detail]),
      [
        ['2024-01-01 08:00:00', 'now'],
        ['2023-01-02 11:04:05', 'the file’s creation'],
        ['2023-06-06 15:08:09', 'the file’s last change'],
      ],
    );
  });

  it('has the last change first for the date of the last change', () => {
    assert.deepEqual(labels('---\nupdated: |\n---\n').slice(1), [
      '2023-06-06 15:08:09',
      '2023-01-02 11:04:05',
    ]);
  });

  it('prefers the zone of the site, and falls back on that of the computer', () => {
    assert.equal(
      labels('---\ndate: |\n---\n', { siteTimezone: 'America/New_York' })[0],
      '2023-12-31 19:00:00',
    );
    assert.equal(labels('---\ndate: |\n---\n', { 'date.timezone': '' })[0], '2024-01-01 01:00:00');
  });

  it('follows the configured form, with a zone where the reader keeps one', () => {
    const first = (profile: string, format: string): string | undefined =>
      labels('---\ndate: |\n---\n', { profile, 'date.format': format })[0];
    assert.equal(first('hugo', 'ISO 8601'), '2024-01-01T08:00:00+08:00');
    assert.equal(first('hexo', 'ISO 8601'), '2024-01-01T08:00:00');
    assert.equal(first('jekyll', 'YYYY-MM-DD HH:mm:ss'), '2024-01-01 08:00:00 +08:00');
    assert.equal(first('generic', 'RFC 3339 date'), '2024-01-01');
  });

  it('knows the day in the name of the file', () => {
    const settings = { path: '/posts/2021-3-02-streams.md' };
    assert.deepEqual(labels('---\ndate: |\n---\n', settings).at(-1), '2021-03-02');
    assert.ok(!labels('---\ndate: |\n---\n', { path: '/2021-13-02-x.md' }).includes('2022-01-02'));
  });

  it('takes the quotes away, in which a date would be text', () => {
    const chosen = choose("---\ndate: '2020|'\n---\n", '2024-01-01 08:00:00');
    assert.equal(chosen, '---\ndate: 2024-01-01 08:00:00\n---\n');
    assert.equal(
      choose('---\ndate:|2020\n---\n', '2024-01-01 08:00:00'),
      '---\ndate: 2024-01-01 08:00:00\n---\n',
    );
  });
});

describe('Completion of other values', () => {
  it('has true and false for a switch', () => {
    assert.deepEqual(labels('---\ncomments: |\n---\n'), ['true', 'false']);
    assert.equal(choose("---\ncomments: 'n|o'\n---\n", 'false'), '---\ncomments: false\n---\n');
  });

  const body = [
    '<p><img src="/spinner.gif" data-src="https://example.com/a.png?x=1&amp;y=2"></p>',
    '<p><img src="https://example.com/p.gif" width="1"></p>',
    '',
    '![a](https://example.com/b.png "t") and `![c](https://example.com/c.png)`',
    '',
    '<img src="javascript:alert(1)"><img src="https://example.com/a.png?x=1&amp;y=2">',
    '',
  ].join('\n');

  it('has the pictures of the article, those of other fields first', () => {
    const marked = `---\nthumbnail: https://example.com/t.png\nheadimg: |\n---\n${body}`;
    assert.deepEqual(labels(marked), [
      'https://example.com/t.png',
      'https://example.com/a.png?x=1&y=2',
      'https://example.com/b.png',
    ]);
    assert.deepEqual(labels(`---\nheadimg: '|\n---\n${body}`), [
      'https://example.com/a.png?x=1&y=2',
      'https://example.com/b.png',
    ]);
  });

  it('does not look for pictures in a body above the limit', () => {
    assert.deepEqual(labels(`---\nheadimg: |\n---\n${body}`, { maxBodySize: 10 }), []);
  });

  it('has the first heading and the name of the file for a title', () => {
    const settings = { path: '/posts/2021-03-02-a-walk.md' };
    assert.deepEqual(labels('---\ntitle: |\n---\n<h2>A &amp; <b>B</b>: C</h2>\n', settings), [
      'A & B: C',
      'a walk',
    ]);
    assert.equal(
      choose('---\ntitle: |\n---\n# A: `b`\n', 'A: b', settings),
      "---\ntitle: 'A: b'\n---\n# A: `b`\n",
    );
  });

  it('has nothing for a field it knows nothing about', () => {
    assert.deepEqual(labels('---\ndescription: |\n---\n'), []);
  });
});

describe('A value written as YAML', () => {
  it('is read as the same text, in brackets and out of them', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...': #-[]{},\'"&*!|>%@`?~yesno0123.:/编程'.split('')) }),
      fc.constantFrom(
        '404',
        '2020-01-01',
        'true',
        'no',
        '~',
        'null',
        '',
        ' a',
        'a ',
        '1:30',
        '- a',
        '1e3',
        '0x1F',
        '<<',
        '---',
        '\ud800',
      ),
    );
    const written = fc.constantFrom('', "'x'", '"x"', 'x');
    fc.assert(
      fc.property(text, written, fc.boolean(), (value, old, isFlow) => {
        const scalar = writeScalar(value, { written: old, isFlow });
        const source = isFlow ? `k: [a, ${scalar}, b]\n` : `k: ${scalar} # c\n`;
        for (const schema of ['core', 'yaml-1.1'] as const) {
          const document = parseDocument(source, { schema });
          assert.deepEqual(document.errors, [], source);
          const read = (document.toJS() as { k: unknown }).k;
          assert.deepEqual(isFlow ? read : ['a', read, 'b'], ['a', value, 'b'], source);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has quotes only where it needs them', () => {
    const plain = (value: string): string => writeScalar(value, { written: '', isFlow: false });
    assert.equal(plain('编程、Node.js'), '编程、Node.js');
    assert.equal(plain('https://example.com/a.png?x=1#y'), 'https://example.com/a.png?x=1#y');
    assert.equal(plain('a: b'), "'a: b'");
    assert.equal(plain('no'), "'no'");
  });
});

describe('Completion anywhere', () => {
  it('never throws and replaces a range on the line of the cursor', () => {
    const piece = fc.constantFrom(
      ...[
        '---\n',
        '\n',
        '\r\n',
        'title: ',
        'categories:',
        ' [',
        ']',
        ',',
        '- ',
        '  ',
        '"',
        "'",
        '#',
        'a',
        ':',
        '|'.replace('|', '>'),
        '{',
        '}',
        '&x',
        '\uFEFF',
        '...',
        '<p>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), (pieces, at) => {
        const text = pieces.join('');
        const offset = at % (text.length + 1);
        const { context } = testDocument(text);
        const found = completionsAt(parseArticle(text), offset, {
          ...context,
          names: vocabulary,
          machineZone: 'UTC',
        });
        const { lines } = parseArticle(text);
        for (const { replace } of found) {
          assert.ok(replace.start <= offset && offset <= replace.end);
          assert.equal(lines.lineAt(replace.start), lines.lineAt(replace.end));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
