import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '../../src/core/article';
import { check } from '../../src/core/engine';
import { insertFrontMatter, newFields } from '../../src/core/language/insertion';
import { articleStatus } from '../../src/core/language/status';
import { MemoryVocabulary } from '../../src/core/vocabulary';
import { testDocument } from '../support/context';

type Settings = Readonly<Record<string, unknown>>;

const path = '/blog/source/_posts/2021-03-02-a-walk.md';
const file = { created: Date.UTC(2023, 0, 2, 3, 4, 5), changed: Date.UTC(2023, 5, 6, 7, 8, 9) };

function insert(text: string, settings: Settings = {}): string | undefined {
  const { context } = testDocument(text, { path, 'date.timezone': 'Asia/Shanghai', ...settings });
  const edit = insertFrontMatter(parseArticle(text), {
    ...context,
    names: new MemoryVocabulary(),
    file,
    machineZone: 'UTC',
  });
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

describe('Inserting front matter', () => {
  it('writes the fields of the profile, the title of the first heading and the date of the file', () => {
    assert.equal(
      insert('# A: walk\n\nText.\n'),
      "---\ntitle: 'A: walk'\ndate: 2023-01-02 11:04:05\ncategories:\ntags:\nauthor:\nheadimg:\nthumbnail:\n---\n\n# A: walk\n\nText.\n",
    );
    assert.equal(
      insert('<h2>A <b>walk</b></h2>', { profile: 'hugo', 'date.format': 'ISO 8601' }),
      '---\ntitle: A walk\ndate: 2023-01-02T11:04:05+08:00\ndraft: false\ncategories:\ntags:\n---\n\n<h2>A <b>walk</b></h2>',
    );
  });

  it('falls back on the name of the file, and on an empty title', () => {
    assert.match(insert('Text.\n') ?? '', /^---\ntitle: a walk\n/);
    assert.match(insert('Text.\n', { path: undefined }) ?? '', /^---\ntitle: ''\n/);
  });

  it('keeps line ends, a byte order mark and the blank lines that there are', () => {
    const inserted = insert('\uFEFF\r\nText.\r\n', { profile: 'generic' });
    assert.equal(
      inserted,
      '\uFEFF---\r\ntitle: a walk\r\ndate: 2023-01-02 11:04:05 +08:00\r\ntags:\r\n---\r\n\r\nText.\r\n',
    );
    assert.ok(insert('', { profile: 'generic' })?.endsWith('tags:\n---\n'));
  });

  it('refuses where there is some, however broken', () => {
    for (const text of [
      '---\ntitle: A\n---\n',
      '\n---\ntitle: a: b\n---\n',
      '---\ntitle: A\n\nText.\n',
      'title: A\n---\n',
    ]) {
      assert.equal(insert(text), undefined, text);
    }
    assert.notEqual(insert('---\n\nText below a rule.\n'), undefined);
  });

  for (const profile of ['hexo', 'jekyll', 'hugo', 'generic'] as const) {
    it(`leaves nothing to complain about but empty fields for ${profile}`, () => {
      const text = insert('Text of the article.\n', { profile }) ?? '';
      const { article, context } = testDocument(text, { path, profile, 'date.timezone': 'Asia/Shanghai' });
      const found = check(article, context).filter(
        ({ rule }) => rule !== 'frontmatter-empty' && rule !== 'thin-content',
      );
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
      assert.equal(article.frontMatter?.valid, true);
    });

    it(`writes the fields that the snippet for ${profile} has`, () => {
      const snippets = JSON.parse(
        readFileSync(join(__dirname, '../../../media/snippets.json'), 'utf8'),
      ) as Readonly<Record<string, { readonly prefix: string; readonly body: readonly string[] }>>;
      const snippet = Object.values(snippets).find(({ prefix }) => prefix === `fm-${profile}`);
      assert.deepEqual(
        snippet?.body.slice(1, snippet.body.indexOf('---', 1)).map((line) => line.replace(/:.*/, '')),
        newFields[profile].map(([key]) => key),
      );
    });
  }
});

describe('The status of a document', () => {
  const status = (text: string, settings: Settings = {}): readonly unknown[] => {
    const { article, context } = testDocument(text, settings);
    const { text: shown, detail, canClean } = articleStatus(article, check(article, context), context);
    return [shown, detail, canClean];
  };
  const clean =
    '---\ntitle: A walk\ndate: 2020-01-01\n---\n\nA text that is long enough to be one. It has two sentences.\n';

  it('is the profile, the number of findings and what can be removed', () => {
    assert.deepEqual(status(`${clean}\n<!-- slot 7 -->\n`), [
      'Hexo: 1 finding',
      '16 bytes can be removed',
      true,
    ]);
    assert.deepEqual(status(clean), ['Hexo: no findings', 'Nothing to remove', false]);
  });

  it('follows the level', () => {
    assert.equal(
      status(`${clean}\n<p style="color:red">x</p>\n`, { 'clean.level': 'minimal' })[1],
      'Nothing to remove',
    );
  });

  it('is the profile alone for what is no article, and when Winnow is turned off', () => {
    assert.deepEqual(status('<!-- x -->\n', { profile: 'hugo' }), ['Hugo', 'Site generator', false]);
    assert.deepEqual(status(clean, { enable: false }), ['Hexo', 'Site generator', false]);
  });

  it('tries nothing out in a body above the limit, but offers to', () => {
    assert.deepEqual(status(clean, { maxBodySize: 10 }).slice(1), [
      'The body is too large to be tried out while you type',
      true,
    ]);
  });
});
