import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import Hexo from 'hexo';
import { parse } from 'hexo-front-matter';
import { check } from '../../src/core/engine';
import { testDocument } from '../support/context';

/** What the rules claim about Hexo, asked of Hexo: its model of a post, without a site. */
interface HexoPost {
  readonly comments: boolean;
  readonly title: string;
  setCategories(names: readonly unknown[]): Promise<unknown>;
}

interface HexoCategory {
  readonly name: string;
  readonly slug: string;
}

async function postOf(
  fields: string,
): Promise<{ readonly post: HexoPost; readonly categories: readonly HexoCategory[] }> {
  const hexo = new Hexo(tmpdir(), { silent: true });
  const data = parse(`---\n${fields}\n---\n`) as { readonly categories?: unknown };
  const Post = hexo.model('Post') as unknown as { insert(data: object): Promise<HexoPost> };
  const { categories = [], ...rest } = data;
  const post = await Post.insert({ ...rest, date: new Date(0), source: 'a.md', slug: 'a' });
  // As in its post processor.
  await post.setCategories(Array.isArray(categories) ? categories : [categories]);
  return { post, categories: hexo.model('Category').toArray() as unknown as readonly HexoCategory[] };
}

function messagesOf(fields: string, rule: string): readonly string[] {
  const { article, context } = testDocument(`---\n${fields}\n---\n`);
  return check(article, context)
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
}

describe('What Hexo makes of a switch', () => {
  const values = [
    'no',
    'off',
    'No',
    'n',
    'yes',
    'on',
    'true',
    'True',
    "'false'",
    'false',
    "'0'",
    '0',
    '1',
    "'true'",
    'closed',
  ];

  for (const value of values) {
    it(`is what the rule says of comments: ${value}`, async () => {
      const { comments } = (await postOf(`comments: ${value}`)).post;
      const [message] = messagesOf(`comments: ${value}`, 'frontmatter-boolean');
      const meant = !/^'?(?:no|off|n|false|0)'?$/i.test(value);
      if (message === undefined) {
        assert.equal(comments, meant);
      } else {
        assert.match(message, new RegExp(`Hexo takes it for ${comments}`));
      }
    });
  }
});

describe('What Hexo makes of a title', () => {
  for (const value of [
    'A day',
    '404',
    '007',
    '1e3',
    '0x10',
    'true',
    '2015-10-11',
    "'007'",
    'Yes',
    '1_000',
    '12:30:45',
  ]) {
    it(`is the text itself, or the rule says so: ${value}`, async () => {
      const { title } = (await postOf(`title: ${value}`)).post;
      const severe = messagesOf(`title: ${value}`, 'frontmatter-type').filter(
        (message) => !message.includes('a theme that expects text'),
      );
      // `true` is shown as “true”, but is a truth value to every other reader.
      assert.equal(severe.length === 0, title === value.replaceAll("'", '') && value !== 'true', title);
    });
  }
});

describe('What Hexo makes of categories', () => {
  const pathsOf = async (fields: string): Promise<readonly string[]> =>
    (await postOf(fields)).categories.map(({ slug }) => slug);

  it('is a path for a list, and categories side by side for a list of lists', async () => {
    assert.deepEqual(await pathsOf('categories: [A, B]'), ['A', 'A/B']);
    assert.deepEqual(await pathsOf('categories: [[A], [B]]'), ['A', 'B']);
    assert.deepEqual(messagesOf('categories: [A, B]', 'frontmatter-categories'), []);
    assert.deepEqual(messagesOf('categories: [[A], [B]]', 'frontmatter-categories'), []);
  });

  it('is one more category down the path for a name that occurs twice', async () => {
    assert.deepEqual(await pathsOf('categories: [A, B, A]'), ['A', 'A/B', 'A/B/A']);
    assert.match(
      messagesOf('categories: [A, B, A]', 'frontmatter-categories')[0] ?? '',
      /further down the path/,
    );
  });

  it('is one category for a text with a comma or a slash', async () => {
    assert.equal((await pathsOf('categories: A, B')).length, 1);
    assert.deepEqual(await pathsOf('categories: 编程/前端'), ['编程-前端']);
    assert.match(messagesOf('categories: A, B', 'frontmatter-categories')[0] ?? '', /one category/);
    assert.match(messagesOf('categories: 编程/前端', 'frontmatter-categories')[0] ?? '', /one category/);
  });

  it('is nonsense for a map and for a list three deep', async () => {
    const names = async (fields: string): Promise<readonly string[]> =>
      (await postOf(fields)).categories.map(({ name }) => name);
    assert.deepEqual(await names('categories:\n  - A: B'), ['[object Object]']);
    assert.deepEqual(await names('categories:\n  - - [A, B]'), ['A,B']);
    assert.deepEqual(await names("categories: [A, '', ' ']"), ['A', ' ']);
  });
});
