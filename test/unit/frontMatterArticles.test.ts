import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../src/core/edits';
import { check } from '../../src/core/engine';
import { parseFrontMatter } from '../../src/core/frontMatter';
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
 * What an editor was told, as far as a rule can know it: words of the judgement -> rule and line that report
 * it.
 */
const knowable: readonly { readonly words: RegExp; readonly rule: string; readonly key: string }[] = [
  { words: /blank line before|empty line before/, rule: 'frontmatter-fence', key: '' },
  { words: /`title` is not valid YAML/, rule: 'frontmatter-syntax', key: 'title' },
  { words: /`title` is a single space/, rule: 'frontmatter-empty', key: 'title' },
  { words: /RFC 1123/, rule: 'frontmatter-date', key: 'date' },
  { words: /without time zone|has no time zone/, rule: 'frontmatter-date', key: 'date' },
  { words: /no real time/, rule: 'frontmatter-date', key: 'date' },
  { words: /random placeholder/, rule: 'frontmatter-image', key: 'headimg' },
  { words: /random placeholder/, rule: 'frontmatter-image', key: 'thumbnail' },
  { words: /proxy/, rule: 'frontmatter-image', key: 'headimg' },
  { words: /mixes the traditional/, rule: 'frontmatter-categories', key: '' },
  { words: /no headimg field/, rule: 'frontmatter-required', key: 'thumbnail' },
];

/**
 * In the one article whose YAML nobody can read the title comes first; the rest is told when it is repaired.
 */
const afterRepair = /blank line before|has no time zone/;

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

    for (const problem of gold.frontMatter.problems) {
      const known = knowable.filter(({ words }) => words.test(problem));
      if (known.length === 0) {
        // Who the author is, what a category should be called, when the article really was written: for a
        // person.
        continue;
      }
      if (!article.frontMatter?.valid && afterRepair.test(problem)) {
        it(`${name} tells once the YAML is repaired: ${problem.slice(0, 60)}`, () => {
          const [syntax] = found.flatMap(({ fixes }) => fixes);
          const repaired = testDocument(applyEdits(text, syntax?.edits ?? []));
          const rules = check(repaired.article, repaired.context).map(({ rule }) => rule);
          assert.ok(known.every(({ rule }) => rules.includes(rule)));
        });
      } else {
        it(`${name} is told: ${problem.slice(0, 80)}`, () => {
          for (const { rule, key } of known) {
            assert.ok(
              found.some((finding) => finding.rule === rule && keyAt(finding.start) === key),
              `${rule} at ${key}`,
            );
          }
        });
      }
    }

    it(`${name} has no finding at a field without a problem`, () => {
      const problems = gold.frontMatter.problems.join('\n');
      // The judgements differ on dates of feeds; what Hexo makes of them is told for all.
      const judged = new Set(knowable.filter(({ words }) => words.test(problems)).map(({ key }) => key));
      const feedDate = /^date: \w{3}, .* GMT$/m.test(text) ? ['date'] : [];
      const proxied = problems.includes('proxy') ? ['thumbnail'] : [];
      // `thumbnail` is an empty string.
      const empty = problems.includes('`thumbnail` is an empty') ? ['thumbnail'] : [];
      const expected = new Set([...judged, ...feedDate, ...proxied, ...empty]);
      assert.deepEqual(
        found.map(({ start }) => keyAt(start)).filter((key) => !expected.has(key)),
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
