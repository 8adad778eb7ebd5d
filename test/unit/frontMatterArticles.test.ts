import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../src/core/edits';
import { check } from '../../src/core/engine';
import { parseFrontMatter } from '../../src/core/frontMatter';
import { scoreFrontMatter } from '../score/frontMatter';
import { describeArticles } from '../support/articles';
import { testDocument } from '../support/context';

interface Gold {
  readonly frontMatter: {
    readonly fields: Readonly<Record<string, unknown>>;
    readonly problems: readonly string[];
  };
}

function goldOf(name: string): Gold | undefined {
  const file = join(process.env.WINNOW_ARTICLES ?? '', name.replace(/\.md$/, '.gold.json'));
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Gold) : undefined;
}

/**
 * What one editor names another passes over, though the article has it in the same words: that the author is the name of
 * the feed, and that YAML reads the date of a feed as text. They are told for all, never as a warning.
 */
const namedElsewhere = /^\d+:\d+ (?:hint frontmatter-author|information frontmatter-date)/;

describeArticles('The front matter of real articles', (articles) => {
  for (const { name, text } of articles) {
    const gold = goldOf(name);
    const { article, context } = testDocument(text);
    const found = check(article, context).filter(({ group }) => group === 'frontmatter');
    const keyAt = (offset: number): string =>
      /^([\w-]+):/.exec(text.slice(article.lines.startOf(article.lines.lineAt(offset))))?.[1] ?? '';

    it(`${name}: ${found.map(({ rule, start, severity }) => `${severity} ${rule} ${keyAt(start)}`.trim()).join(', ')}`, () => {
      assert.ok(found.length > 0);
    });

    if (gold === undefined) {
      continue;
    }

    it(`${name} has the fields that an editor sees`, () => {
      const values = Object.fromEntries(
        (article.frontMatter?.fields ?? []).map(({ key, value }) => [key, value]),
      );
      assert.deepEqual(values, article.frontMatter?.valid ? gold.frontMatter.fields : {});
    });

    const { reported, extra } = scoreFrontMatter(name, text, gold);

    for (const { problem, findings } of reported) {
      it(`${name} is told: ${problem.slice(0, 80)} (${findings.join(', ')})`, () => {
        assert.ok(findings.length > 0);
      });
    }

    it(`${name} has no finding at a field without a problem${extra.map((finding) => `; ${finding}`).join('')}`, () => {
      assert.deepEqual(
        extra.filter((finding) => !namedElsewhere.test(finding)),
        [],
      );
    });
  }

  it('has one finding where the title was quoted many times over, and a fix that restores it', () => {
    const nested = articles.filter(({ text }) => text.includes('title: """'));
    for (const { text } of nested) {
      const { article, context } = testDocument(text);
      const found = check(article, context).filter(({ group }) => group === 'frontmatter');
      assert.deepEqual(
        found.map(({ rule }) => rule),
        ['frontmatter-syntax'],
      );
      assert.equal(found[0]?.start, text.indexOf('title: """') + 'title: ""'.length);
      const [fix] = found.flatMap(({ fixes }) => fixes);
      const fixed = applyEdits(text, fix?.edits ?? []);
      const [, quoted] = /title: "+('[^"]*')"+/.exec(text) ?? [];
      assert.equal(fixed, text.replace(/title: "+('[^"]*')"+/, `title: ${quoted}`));
      assert.equal(parseFrontMatter(fixed)?.valid, true);
    }
  });
});
