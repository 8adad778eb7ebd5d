import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPerfect, scoreArticle, type Gold } from '../score/score';

const folder = join(__dirname, '../../../test/score/articles');

/** Articles of our own in the shapes that sites leave: what an editor keeps of each is in its `.gold.json`. */
describe('the preview and the cleaned file of our own articles', () => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => file.slice(0, -'.gold.json'.length));

  it('are of ten shapes', () => {
    assert.equal(names.length, 10);
  });

  for (const name of names) {
    it(`are what an editor would have kept: ${name}`, () => {
      const source = readFileSync(join(folder, `${name}.md`), 'utf8');
      const gold = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Gold;
      const score = scoreArticle(name, source, gold);
      assert.deepEqual(score.wrong, []);
      assert.ok(isPerfect(score), `recall ${score.recall}, precision ${score.precision}`);
    });
  }
});
