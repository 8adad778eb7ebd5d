import assert from 'node:assert/strict';
import { parseArticle } from '../../src/core/article';
import { describeArticles } from '../support/articles';

/** For each real article: the lines of its one html region, and how many `pre` and inline pieces of code it has. */
const expected: Readonly<Record<string, readonly [lines: string, pre: readonly string[], inline: number]>> = {
  'algocasts.md': ['13-15', [], 0],
  'anquanke.md': ['15-17', [], 0],
  'dockone.md': ['15-70', [], 0],
  'gameres.md': ['15-70', [], 0],
  'idownloadblog.md': ['13-31', ['25'], 0],
  'juejin-petite-vue.md': ['15-92', ['31-38', '46-50', '52-56', '67-89'], 15],
  'oschina.md': ['15-23', [], 0],
  'sina-finance-seed.md': ['15-88', [], 0],
  'sina-finance.md': ['15-93', [], 0],
  'sspai.md': ['15-46', ['16-18', '18-32', '32-45'], 12],
  'zaker.md': ['15-17', [], 0],
};

describeArticles('The classifier on the real articles', (articles) => {
  for (const { name, text } of articles) {
    const judgement = expected[name];
    if (judgement === undefined) {
      continue;
    }
    it(`${name} is one html region, with its code`, () => {
      const { body, lines } = parseArticle(text);
      const linesOf = ({ start, end }: { start: number; end: number }): string => {
        const first = lines.lineAt(start);
        const last = lines.lineAt(end - 1);
        return first === last ? `${first}` : `${first}-${last}`;
      };
      const isInPre = (offset: number): boolean =>
        /<pre\b[^>]*>\s*(?:<code\b[^>]*>)?$/i.test(text.slice(Math.max(0, offset - 200), offset));
      const [region, pre, inline] = judgement;
      assert.deepEqual(
        body.regions.map((found) => `${found.kind} ${linesOf(found)}`),
        [`html ${region}`],
      );
      assert.deepEqual(body.code.filter(({ start }) => isInPre(start)).map(linesOf), pre);
      assert.equal(body.code.filter(({ start }) => !isInPre(start)).length, inline);
      assert.deepEqual(body.unterminated, []);
    });
  }

  it('the eleven articles are there', () => {
    const names = new Set(articles.map(({ name }) => name));
    assert.deepEqual(
      Object.keys(expected).filter((name) => !names.has(name)),
      [],
    );
  });
});
