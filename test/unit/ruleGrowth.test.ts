import assert from 'node:assert/strict';
import { rules } from '../../src/core/rules';
import { testDocument } from '../support/context';

interface Growth {
  readonly rule: string;
  /** What makes the rule speak, or nearly so. */
  readonly trigger: string;
  /** How many problems each repetition makes; 1 unless said otherwise. */
  readonly each?: number;
  /** What stands before and after the repetitions. */
  readonly before?: string;
  readonly after?: string;
}

const repetitions = 100_000;
const frontMatter = '---\ntitle: A title\n---\n\n';

/** A scanner that looks ahead from each place it stops at would need days for these. */
const table: readonly Growth[] = [
  { rule: 'ideographic-indent', trigger: '<p>　　a</p>\n' },
  { rule: 'ideographic-indent', trigger: '　', before: '<p>', after: '</p>', each: 0 },
  { rule: 'insecure-url', trigger: '<img src="http://a.example/b">' },
  { rule: 'insecure-url', trigger: '![a](http://a.example/b) ' },
  { rule: 'lazy-image', trigger: '<img src="" data-src="/a.png">' },
  { rule: 'lazy-image', trigger: '<img src="/a.png"><noscript><img src="/a.png"></noscript>' },
  { rule: 'lazy-image', trigger: '<noscript>', each: 0 },
  { rule: 'lazy-image', trigger: 'a 1w, ', before: '<img srcset="', after: '">', each: 0 },
  { rule: 'no-auto-link', trigger: '<a class="keyword" href="/k">a</a>' },
  { rule: 'no-font', trigger: '<font color="red">a</font>' },
  { rule: 'no-font', trigger: '<font>', each: 0 },
  { rule: 'no-junk-attribute', trigger: '<p data-v-1="">' },
  { rule: 'no-junk-attribute', trigger: ' data-v-1=""', before: '<p', after: '>', each: 0 },
  { rule: 'no-junk-attribute', trigger: '<p id="img_1"></p><a href="#a">b</a>' },
  { rule: 'no-layout-table', trigger: '<table><tr><td><p>a<p>b<p>c</td></tr></table>' },
  { rule: 'no-layout-table', trigger: '<table><tr><td>', each: 0 },
  { rule: 'no-placeholder-image', trigger: '<img src="/blank.gif">' },
  {
    rule: 'no-credit-line',
    trigger: '<p>责任编辑：甲</p>',
    before: '<p>A line of the article, long enough.</p>',
  },
  { rule: 'no-empty-element', trigger: '<p></p>', before: '<p>a</p>' },
  { rule: 'no-empty-element', trigger: '<p>', before: '<p>a</p>', each: 0 },
  { rule: 'no-empty-element', trigger: '<span> </span>', before: 'a', after: 'b' },
  { rule: 'no-hidden-element', trigger: '<p hidden>a</p>', before: '<p>a</p>' },
  { rule: 'no-hidden-element', trigger: '<div style="opacity:0">', before: '<p>a</p>', each: 0 },
  { rule: 'no-promo-block', trigger: '<div class="share">分享到</div>', before: '<p>a</p>', each: 0 },
  {
    rule: 'no-promo-block',
    trigger: '<div class="related">',
    before: '<p>a</p>',
    after: '<a href="b">c</a>',
    each: 0,
  },
  { rule: 'no-promo-block', trigger: '扫码关注公众号<br>', before: '<p>a</p>', each: 0 },
  { rule: 'no-promo-block', trigger: '相关阅读：<a href="b">c</a><br>\n', before: '<p>a</p>', each: 0 },
  {
    rule: 'no-promo-block',
    trigger: '<span class="copy-code-btn">',
    before: '<pre><code>',
    after: '</code></pre>',
    each: 0,
  },
  { rule: 'no-redirect-link', trigger: '[a](https://link.zhihu.com/?target=https%3A//b.example/) ' },
  { rule: 'no-redirect-link', trigger: '[', each: 0 },
  { rule: 'no-redirect-link', trigger: '![', after: '](a)'.repeat(1000), each: 0 },
  { rule: 'no-redirect-link', trigger: '[a](b "', each: 0 },
  { rule: 'no-redirect-link', trigger: '](', before: '[', each: 0 },
  { rule: 'no-tracking-pixel', trigger: '<img src="/a" width="1" height="1">' },
  { rule: 'no-tracking-pixel', trigger: '![]() ' },
  { rule: 'template-braces', trigger: '{{ a }} ' },
  { rule: 'template-braces', trigger: '{% x %} ' },
  { rule: 'template-braces', trigger: '{{{%{#', each: 0 },
  { rule: 'thin-content', trigger: '<p>', each: 1 / repetitions },
  { rule: 'unbalanced-html', trigger: '<b>' },
  { rule: 'unbalanced-html', trigger: '</div>' },
  { rule: 'undefined-leak', trigger: '<img src="undefined">' },
  { rule: 'undefined-leak', trigger: '{{', before: '<img src="', after: '">', each: 0 },
];

describe('100,000 repetitions', () => {
  for (const { rule: id, trigger, each = 1, before = '', after = '' } of table) {
    const shown = JSON.stringify(before + trigger);
    it(`of ${shown} are seen by ${id}, each once, and each fix is made`, function () {
      this.timeout(60_000);
      const rule = rules.find(({ meta }) => meta.id === id);
      assert.ok(rule, `there is no rule ${id}`);
      const body = before + trigger.repeat(repetitions) + after;
      const { article, context } = testDocument(frontMatter + body, { path: 'source/_posts/a.md' });
      const problems = [...rule.detect(article, context)];
      if (each > 0) {
        assert.equal(problems.length, Math.round(each * repetitions));
      }
      for (const problem of problems) {
        const edits = rule.fix?.(problem, article, context).flatMap((fix) => fix.edits) ?? [];
        assert.ok(edits.every(({ start, end }) => start <= end && end <= article.text.length));
      }
    });
  }
});
