import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { parseArticle } from '../../src/core/article';
import { applyEdits, offsetsAfter } from '../../src/core/edits';
import { check, clean, resolveFixes } from '../../src/core/engine';
import { levels } from '../../src/core/options';
import type { Article, Edit, Level } from '../../src/core/types';
import { generatedArticle } from '../support/articleGenerator';
import { describeArticles } from '../support/articles';
import { testDocument } from '../support/context';
import { parseFixtures } from '../support/fixtures';

const fixtures = globSync('test/rules/*.txt', { cwd: join(__dirname, '../../..'), absolute: true }).flatMap(
  (file) => parseFixtures(file, readFileSync(file, 'utf8')).map(({ input }) => input),
);

/** What is outside the edits is in the result, in the same order, byte for byte. */
function assertLossless(text: string, edits: readonly Edit[], result: string): void {
  let position = 0;
  let inResult = 0;
  for (const { start, end, text: inserted } of edits) {
    const kept = text.slice(position, start);
    assert.equal(result.slice(inResult, inResult + kept.length), kept);
    inResult += kept.length + inserted.length;
    position = end;
  }
  assert.equal(result.slice(inResult), text.slice(position));
}

/** Every character that is left, white space apart, is of the kind it was. */
function assertStable(article: Article, edits: readonly Edit[]): void {
  const after = parseArticle(applyEdits(article.text, edits));
  const map = offsetsAfter(edits);
  let next = 0;
  for (let offset = article.body.start; offset < article.text.length; offset++) {
    while ((edits[next]?.end ?? Infinity) <= offset) {
      next++;
    }
    const edit = edits[next];
    const beforeOnLine = article.text.slice(article.lines.startOf(article.lines.lineAt(offset)), offset + 1);
    // White space and the prefixes of quotes have no kind of their own.
    if (
      /^[\s>]*$/.test(beforeOnLine) ||
      /\s$/.test(beforeOnLine) ||
      (edit !== undefined && offset >= edit.start)
    ) {
      continue;
    }
    const before = article.body.kindAt(offset);
    const now = after.body.kindAt(map(offset));
    // With a button after it the code reaches to the end of its `pre`, without one its own tags are markup.
    const isOwnTag = before === 'code' && now === 'html' && isInTagOfCode(article.text, offset);
    if (before !== now && !isOwnTag) {
      const line = article.lines.lineAt(offset);
      assert.fail(
        `line ${line} (${JSON.stringify(article.text.slice(offset, offset + 20))}) was ${before} and is ${now} in\n${after.text}`,
      );
    }
  }
}

function isInTagOfCode(text: string, offset: number): boolean {
  const start = text.lastIndexOf('<', offset);
  const tag = /^<\/?code(?=[\s>])[^<>]*>/i.exec(text.slice(start, start + 2020))?.[0];
  return tag !== undefined && offset < start + tag.length;
}

function assertInvariants(text: string, level: Level): void {
  const { article, context } = testDocument(text, { path: 'source/_posts/a.md', maxBodySize: 0 });
  const request = { level, frontMatter: true };
  const result = clean(article, request, context);
  assert.equal(applyEdits(text, result.edits), result.text);
  assertLossless(text, result.edits, result.text);
  assertStable(article, result.edits);

  const again = testDocument(result.text, { path: 'source/_posts/a.md', maxBodySize: 0 });
  assert.deepEqual(clean(again.article, request, again.context).edits, [], 'cleaning twice changes it again');
  if (level === 'standard') {
    const left = check(again.article, again.context).filter((finding) => finding.fixes[0]?.kind === 'safe');
    assert.deepEqual(
      left.map(({ rule, start }) => `${rule} at ${start}`),
      [],
      'fixable findings are left',
    );
  }
}

function assertFixesAlone(text: string): void {
  const { article, context } = testDocument(text, { path: 'source/_posts/a.md', maxBodySize: 0 });
  for (const finding of check(article, context)) {
    for (const fix of finding.fixes) {
      const edits = resolveFixes(article, [fix]);
      assertLossless(text, edits, applyEdits(text, edits));
      assertStable(article, edits);
    }
  }
}

describe('the invariants of cleaning (lossless, idempotent, stable)', () => {
  for (const level of levels) {
    it(`hold for every fixture at level ${level}`, function () {
      this.timeout(60_000);
      for (const text of fixtures) {
        assertInvariants(text, level);
      }
    });

    it(`hold for generated articles at level ${level}`, function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(generatedArticle, (text) => {
          assertInvariants(text, level);
        }),
        { numRuns: 150 },
      );
    });
  }

  it('hold for each fix applied alone', function () {
    this.timeout(60_000);
    fc.assert(fc.property(generatedArticle, assertFixesAlone), { numRuns: 100 });
  });

  describeArticles('over the real articles', (articles) => {
    for (const { name, text } of articles) {
      it(`hold for ${name}`, () => {
        for (const level of levels) {
          assertInvariants(text, level);
        }
        assertFixesAlone(text);
      });
    }
  });
});
