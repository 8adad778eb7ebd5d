import assert from 'node:assert/strict';
import fc from 'fast-check';
import matter from 'gray-matter';
import { parse as hexoParse } from 'hexo-front-matter';
import { escapeFileContent } from 'hexo-fs';
import { parseArticle } from '../../src/core/article';
import { check } from '../../src/core/engine';
import { parseFrontMatter } from '../../src/core/frontMatter';
import { locateFence } from '../../src/core/frontMatter/fence';
import type { FrontMatter } from '../../src/core/types';
import { testDocument } from '../support/context';

/** The front matter of a text that is known to have one. */
function frontMatterOf(text: string): FrontMatter {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter, `no front matter in ${JSON.stringify(text)}`);
  return frontMatter;
}

function valuesOf(text: string): Record<string, unknown> {
  return Object.fromEntries(frontMatterOf(text).fields.map(({ key, value }) => [key, value]));
}

/**
 * The title as Hexo gets it: hexo-fs strips the byte order mark and CR, hexo-front-matter splits and parses.
 */
function hexoTitle(text: string): unknown {
  try {
    return (hexoParse(escapeFileContent(text)) as { readonly title?: unknown }).title;
  } catch {
    return 'refused';
  }
}

function grayMatterTitle(text: string): unknown {
  try {
    return matter(text, {}).data.title;
  } catch {
    return 'refused';
  }
}

/** Every form of fence of the table in the documentation, with what stands after it. */
const fences: Readonly<Record<string, string>> = {
  plain: '---\ntitle: A\n---\nText.\n',
  'CRLF line ends': '---\r\ntitle: A\r\n---\r\nText.\r\n',
  'a byte order mark': '\uFEFF---\ntitle: A\n---\nText.\n',
  'a blank first line': '\n---\ntitle: A\n---\nText.\n',
  'a blank first line with CRLF': '\r\n---\r\ntitle: A\r\n---\r\nText.\r\n',
  'a byte order mark and a blank line': '\uFEFF\n---\ntitle: A\n---\nText.\n',
  'two blank lines': '\n\n---\ntitle: A\n---\nText.\n',
  'a line of blanks': '  \n---\ntitle: A\n---\nText.\n',
  'blanks after the opening fence': '--- \ntitle: A\n---\nText.\n',
  'blanks after the closing fence': '---\ntitle: A\n--- \nText.\n',
  'three dots': '---\ntitle: A\n...\nText.\n',
  'dashes in a value': '---\ntitle: A\nnote: a --- b\n---\nText.\n',
  'no opening fence': 'title: A\ndate: 2022-04-04\n---\nText.\n',
  'no closing fence': '---\ntitle: A\n\nText.\n',
  'the body on the closing line': '---\ntitle: A\n---<p>Text.</p>\n',
  'four dashes': '----\ntitle: A\n----\nText.\n',
  'four dashes, then three': '----\ntitle: A\n---\nText.\n',
  'three dashes, then four': '---\ntitle: A\n----\nText.\n',
  'a rule pair later in the body': '---\ntitle: A\n---\nText.\n\n---\n\ntitle: B\n\n---\n',
  'a closing fence at the end of the file': '---\ntitle: A\n---',
  'the name of YAML': '---yaml\ntitle: A\n---\nText.\n',
};

describe('The fence of the front matter', () => {
  for (const [name, text] of Object.entries(fences)) {
    it(`is found with ${name}`, () => {
      const { fields, content } = frontMatterOf(text);
      assert.ok(text.slice(content.start, content.end).includes('title: A'));
      assert.equal(fields.length > 0, name !== 'no closing fence');
    });

    for (const [profile, title] of [
      ['hexo', hexoTitle],
      ['generic', grayMatterTitle],
    ] as const) {
      it(`is an error for ${profile} with ${name} exactly when its reader finds no title`, () => {
        const { article, context } = testDocument(text, { profile });
        const errors = check(article, context).filter(
          ({ rule, severity }) => rule === 'frontmatter-fence' && severity === 'error',
        );
        // gray-matter 4 takes all of a file without a closing fence for front matter, the article too.
        const expected = name === 'no closing fence' ? 'unclosed' : title(text) === 'A' ? 'read' : 'not read';
        assert.equal(errors.length > 0, expected !== 'read', `${profile} has ${String(title(text))}`);
      });
    }
  }

  it('leaves the body to begin after the closing fence', () => {
    const bodies = Object.entries(fences).map(([name, text]) => [name, text.slice(frontMatterOf(text).end)]);
    for (const [name, body] of bodies) {
      assert.match(body ?? '', /^(?:\r?\n)?(?:<p>)?Text\.|^$/, name);
    }
  });

  it('is not found in prose', () => {
    for (const text of [
      '',
      '---',
      '---\n',
      '---\n\nSome prose.\n\n---\n\nMore.\n',
      '# A project\n\n---\n\ntitle: A\n\n---\n',
      'A heading\n---\nText.\n',
      '{% set a = 1 %}\n---\ntitle: A\n---\n',
      '---\n- a\n- b\n---\n',
      '--- a line ---\n\ntitle: A\n---\n',
      '***\ntitle: A\n***\n',
      'Note: this is text.\n---\n',
    ]) {
      assert.equal(parseFrontMatter(text), undefined, JSON.stringify(text));
    }
  });

  it('loses nothing when it is not closed: YAML is not body, and the body is not YAML', () => {
    const text = '---\ntitle: A\ncategories:\n  - B\n\ntags: [x]\n\n<div>\n---\n</div>\n';
    const { content, end, valid } = frontMatterOf(text);
    assert.equal(valid, false);
    assert.equal(text.slice(content.start, content.end), 'title: A\ncategories:\n  - B\n\ntags: [x]\n');
    assert.equal(text.slice(end), '\n<div>\n---\n</div>\n');
  });

  it('is where gray-matter finds it in every block that both read', () => {
    const line = fc.constantFrom(
      'title: A',
      'a: b',
      '',
      ' ',
      '# c',
      '  - x',
      'note: a --- b',
      '-- x',
      '\t',
      '...a',
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('', '\n'), fc.array(line), (lines, eol, body) => {
        const text = `---\ntitle: A\n${lines.map((one) => `${one}\n`).join('')}---${eol}${eol && body.join('\n')}`;
        const fence = locateFence(text);
        const file = matter(text, { engines: { yaml: () => ({}) } });
        if (fence && fence.closer !== 'none') {
          assert.equal(text.slice(fence.end), file.content);
        }
      }),
    );
  });
});

describe('Front matter in another language', () => {
  const leak = globalThis as { winnowRan?: boolean };
  const code = '{ title: (globalThis.winnowRan = true, "A") }';

  afterEach(() => {
    delete leak.winnowRan;
  });

  it('would be run by gray-matter alone', () => {
    matter(`---js\n${code}\n---\n`, {});
    assert.equal(leak.winnowRan, true);
  });

  for (const tag of ['js', 'javascript', 'JS', ' js ', 'coffee', 'cson', 'json', 'ts', 'toml']) {
    it(`is neither run nor read after “---${tag}”`, () => {
      const text = `---${tag}\n${code}\n---\nText.\n`;
      const { language, valid, fields } = frontMatterOf(text);
      assert.equal(leak.winnowRan, undefined);
      assert.deepEqual(
        { language, valid, fields },
        { language: tag.trim().toLowerCase(), valid: false, fields: [] },
      );
      const { article, context } = testDocument(text);
      check(article, context);
      assert.equal(leak.winnowRan, undefined);
    });
  }

  it('is not run when the tag stands behind blank lines or a byte order mark', () => {
    parseFrontMatter(`\uFEFF\n\n---js\n${code}\n---\n`);
    assert.equal(leak.winnowRan, undefined);
  });

  it('is named for TOML and for JSON between semicolons', () => {
    assert.equal(frontMatterOf('+++\ntitle = "A"\n+++\n').language, 'toml');
    assert.equal(frontMatterOf(';;;\n"title": "A"\n;;;\n').language, 'json');
  });
});

describe('The fields of the front matter', () => {
  const source = [
    'title: "A: b" # comment',
    'date:',
    'tags: [a, b]',
    '# a line',
    'categories:',
    '  - a',
    '  - b',
    '',
    'text: |',
    '  one',
    '  two',
    'same: &x 12',
    'again: *x',
    '404: y',
    '',
  ];

  for (const [name, eol, before] of [
    ['LF', '\n', ''],
    ['CRLF', '\r\n', '\uFEFF\r\n'],
    ['CR', '\r', '\r'],
  ] as const) {
    it(`have offsets in the document with ${name} line ends`, () => {
      const text = `${before}---${eol}${source.join(eol)}---${eol}Text.`;
      const seen = frontMatterOf(text).fields.map(({ keySpan, valueSpan }) => [
        text.slice(keySpan.start, keySpan.end),
        text.slice(valueSpan.start, valueSpan.end).replaceAll(eol, '\n'),
      ]);
      assert.deepEqual(seen, [
        ['title', '"A: b"'],
        ['date', ''],
        ['tags', '[a, b]'],
        ['categories', '- a\n  - b'],
        ['text', '|\n  one\n  two'],
        ['same', '12'],
        ['again', '*x'],
        ['404', 'y'],
      ]);
      const date = frontMatterOf(text).field('date');
      assert.equal(text.slice((date?.valueSpan.start ?? 0) - 1, date?.valueSpan.start), ':');
    });
  }

  it('have plain values, dates as text', () => {
    assert.deepEqual(valuesOf(`---\n${source.join('\n')}d: 2022-04-04\n---\n`), {
      title: 'A: b',
      date: null,
      tags: ['a', 'b'],
      categories: ['a', 'b'],
      text: 'one\ntwo\n',
      same: 12,
      again: 12,
      404: 'y',
      d: '2022-04-04',
    });
  });

  it('keep duplicates in their order, and the first answers to the name', () => {
    const frontMatter = frontMatterOf('---\na: 1\nb: 2\na: 3\n---\n');
    assert.deepEqual(
      frontMatter.fields.map(({ value }) => value),
      [1, 2, 3],
    );
    assert.equal(frontMatter.field('a')?.value, 1);
    assert.equal(frontMatter.field('c'), undefined);
  });

  it('are none when the YAML has an error, and each error has its place', () => {
    const text = '\n---\ntitle: A: B\n---\n';
    const { valid, fields, errors } = frontMatterOf(text);
    assert.equal(valid, false);
    assert.deepEqual(fields, []);
    assert.equal(text.slice(errors[0]?.start).slice(0, 1), 'A');
  });

  it('do not pollute a prototype', () => {
    const value = valuesOf('---\na: { __proto__: { polluted: true } }\n---\n').a as object;
    assert.equal('polluted' in value, false);
    assert.equal('polluted' in {}, false);
  });
});

describe('Hostile front matter', function () {
  // Each of these takes well under a second; what is not linear would take minutes.
  this.timeout(20_000);

  // mocha records whole stacks; the parser makes an error deep in its recursion for each mistake.
  const { stackTraceLimit } = Error;
  before(() => {
    Error.stackTraceLimit = 10;
  });
  after(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  const bomb = [
    'a: &a [x, x]',
    ...Array.from(
      { length: 40 },
      (_, i) => `k${i}: &k${i} [*${i ? `k${i - 1}` : 'a'}, *${i ? `k${i - 1}` : 'a'}]`,
    ),
  ];
  const block = (content: string): string => `---\ntitle: A\n${content}\n---\nText.\n`;
  const inputs: Readonly<Record<string, string>> = {
    'blank lines before it': `${'\n'.repeat(200_000)}---\ntitle: A\n---\n`,
    'blank lines in it': block('\n'.repeat(200_000)),
    'blank lines and no end': `---\ntitle: A\n${'\n'.repeat(200_000)}`,
    'opening brackets': block(`a: ${'['.repeat(5_000)}`),
    'very many opening brackets': block(`a: ${'['.repeat(200_000)}`),
    'opening braces': block(`a: ${'{a: '.repeat(20_000)}`),
    'a megabyte of colons': block(`a: ${'a: '.repeat(330_000)}`),
    'a megabyte of quotes': block(`a: ${'"'.repeat(1_000_000)}`),
    'a megabyte of mistakes': block('a: @b\n'.repeat(150_000)),
    'some mistakes': block('a: @b\n'.repeat(2_000)),
    'a long title of colons': block(`a: ${'b: '.repeat(3_000)}`),
    'twenty thousand keys': block(Array.from({ length: 20_000 }, (_, i) => `k${i}: v`).join('\n')),
    'five thousand keys': block(Array.from({ length: 5_000 }, (_, i) => `k${i}: v`).join('\n')),
    'five thousand anchors': block(
      Array.from({ length: 2_500 }, (_, i) => `k${i}: &a${i} v\nl${i}: *a${i}`).join('\n'),
    ),
    'an alias bomb': block(bomb.join('\n')),
    'an alias of itself': block('a: &a [*a]'),
    'fences without end': '---\n'.repeat(100_000),
    'a long data URI': block(`thumbnail: data:image/png;base64,${'A'.repeat(1_000_000)}`),
    'a long date': block(`date: ${'2'.repeat(100_000)}`),
    'a long date of blanks': block(`date: "2022${' '.repeat(100_000)}x"`),
    'long addresses': block(`headimg: "https://a.b/${'?http://'.repeat(50_000)}"`),
  };

  for (const [name, text] of Object.entries(inputs)) {
    it(`is checked, never thrown at: ${name}`, () => {
      const { article, context } = testDocument(text);
      const front = check(article, context).filter(({ group }) => group === 'frontmatter');
      for (const { start, end } of front) {
        assert.ok(start >= 0 && end <= text.length && start <= end);
      }
      article.frontMatter?.fields.forEach(({ value }) => value);
    });
  }

  it('gets a message when it is too much to read', () => {
    const { article, context } = testDocument(inputs['a megabyte of colons'] ?? '');
    const messages = check(article, context).filter(({ group }) => group === 'frontmatter');
    assert.deepEqual(
      messages.map(({ rule, message }) => [rule, message]),
      [['frontmatter-syntax', 'The front matter is too large or too deeply nested to be checked.']],
    );
  });

  it('is not read when its aliases expand without end', () => {
    for (const content of [bomb.join('\n'), 'a: &a [*a]', 'a: &a { b: *a }']) {
      const { article, context } = testDocument(block(content));
      assert.equal(article.frontMatter?.valid, false);
      const rules = check(article, context).filter(({ group }) => group === 'frontmatter');
      assert.deepEqual(
        rules.map(({ rule }) => rule),
        ['frontmatter-syntax'],
      );
    }
  });

  it('is read when its aliases are few', () => {
    const { fields } = frontMatterOf(block(bomb.slice(0, 8).join('\n')));
    const last = fields[fields.length - 1]?.value;
    assert.equal(JSON.stringify(last).match(/x/g)?.length, 2 ** 8);
  });

  it('never throws for any text', () => {
    const piece = fc.constantFrom(
      '---',
      '\n',
      '\r',
      ' ',
      '\t',
      'title',
      ':',
      '- ',
      '"',
      "'",
      '[',
      '{',
      '&a',
      '*a',
      '#',
      '|',
      '<p>',
      '\uFEFF',
      '...',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = `---\ntitle: ${pieces.join('')}\n---\n`;
        const article = parseArticle(text);
        article.frontMatter?.fields.forEach(({ value }) => value);
        assert.ok((article.frontMatter?.end ?? 0) <= text.length);
      }),
      { numRuns: 500 },
    );
  });
});
