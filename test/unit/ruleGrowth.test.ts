import assert from 'node:assert/strict';
import { parseArticle } from '../../src/core/article';
import { dedentHtml } from '../../src/core/dedent';
import { applyEdits } from '../../src/core/edits';
import { clean } from '../../src/core/engine';
import { rules } from '../../src/core/rules';
import { convertToMarkdown } from '../../src/core/toMarkdown';
import { unwrap } from '../../src/core/unwrap';
import type { Edit } from '../../src/core/types';
import { testDocument, type TestDocument } from '../support/context';

interface Growth {
  readonly rule: string;
  /** What makes the rule speak, or nearly so. */
  readonly trigger: string;
  /** How many problems each repetition makes; 1 unless said otherwise. */
  readonly each?: number;
  /** What stands before and after the repetitions. */
  readonly before?: string;
  readonly after?: string;
  /** Where the repetitions stand; the body unless said otherwise. `whole` is a document without a head of its own. */
  readonly in?: 'front matter' | 'whole';
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Fewer repetitions, for a trigger that only counts in YAML of a size that is read at all. */
  readonly times?: number;
}

const repetitions = 100_000;
const frontMatter = '---\ntitle: A title\n---\n\n';

/** A scanner that looks ahead from each place it stops at would need days for these. */
const table: readonly Growth[] = [
  { rule: 'blank-lines', trigger: '\n', before: 'a\n', after: 'b', each: 1 / repetitions },
  { rule: 'blank-lines', trigger: '<p>a</p>\n\n\n' },
  {
    rule: 'blank-lines',
    trigger: ' \n\t\n\u3000\n',
    before: '<p>',
    after: '</p>',
    each: 1 - 1 / repetitions,
  },
  { rule: 'blank-lines', trigger: '<p style="white-space:pre">\n\n\n', each: 0 },
  { rule: 'body-size', trigger: 'a', each: 1 / repetitions, settings: { maxBodySize: 1000 } },
  { rule: 'indented-html', trigger: '\n\n    <p>a</p>', before: '<div>', after: '\n</div>' },
  { rule: 'indented-html', trigger: '<div>\n\n    ', each: 0 },
  { rule: 'no-event-handler', trigger: '<p onclick="a()">' },
  { rule: 'no-event-handler', trigger: ' onclick', before: '<p', after: '>', each: 1 },
  { rule: 'no-script', trigger: '<script>a</script>' },
  { rule: 'no-script', trigger: '<script>', each: 0 },
  { rule: 'no-style-attribute', trigger: '<p style="color:red">' },
  {
    rule: 'no-style-attribute',
    trigger: 'color:red;',
    before: '<p style="',
    after: '">',
    each: 1 / repetitions,
  },
  { rule: 'no-style-attribute', trigger: '<p style="margin-left:4em">a', before: '<p>a', each: 1 },
  { rule: 'no-style-attribute', trigger: '<div style="margin-left:4em">a', each: 1 },
  { rule: 'no-style-attribute', trigger: 'bold ', before: '<p style="font:', after: '">', each: 0 },
  { rule: 'no-style-attribute', trigger: 'a:url(', before: '<p style="', after: '">', each: 0 },
  { rule: 'no-style-block', trigger: '<style>a</style>' },
  { rule: 'no-style-block', trigger: '<style ', each: 0 },
  { rule: 'unterminated-html', trigger: '<pre>a\n\n', each: 1 },
  { rule: 'unterminated-html', trigger: '<!--', before: '<p>', each: 1 / repetitions },
  { rule: 'frontmatter-missing', trigger: 'a ', in: 'whole', each: 1 / repetitions },
  {
    rule: 'frontmatter-fence',
    trigger: '\n',
    in: 'whole',
    after: '---\ntitle: a\n---\n',
    each: 1 / repetitions,
  },
  { rule: 'frontmatter-fence', trigger: '---\n', in: 'whole', each: 0 },
  {
    rule: 'frontmatter-boolean',
    trigger: 'x',
    before: 'comments: ',
    each: 1 / repetitions,
    in: 'front matter',
  },
  {
    rule: 'frontmatter-categories',
    trigger: '  - a\n',
    before: 'categories:\n',
    each: 1 - 1 / 4000,
    times: 4000,
    in: 'front matter',
  },
  { rule: 'frontmatter-author', trigger: '[bot] ', before: 'author: x', each: 0, in: 'front matter' },
  { rule: 'frontmatter-categories', trigger: '[', before: 'categories: ', each: 0, in: 'front matter' },
  { rule: 'frontmatter-date', trigger: '1-', before: 'date: ', each: 0, in: 'front matter' },
  {
    rule: 'frontmatter-duplicate-key',
    trigger: 'tags: a\n',
    each: 1 - 1 / 4000,
    times: 4000,
    in: 'front matter',
  },
  { rule: 'frontmatter-empty', trigger: ' ', before: "cover: '", after: "'", each: 0, in: 'front matter' },
  { rule: 'frontmatter-image', trigger: 'a?http://', before: 'cover: http://', each: 0, in: 'front matter' },
  { rule: 'frontmatter-misspelt-key', trigger: 'catagories: a\n', each: 0, in: 'front matter' },
  { rule: 'frontmatter-required', trigger: 'a: b\n', each: 0, in: 'front matter' },
  {
    rule: 'frontmatter-schema',
    trigger: 'a',
    before: 'lang: ',
    each: 1 / repetitions,
    in: 'front matter',
    settings: { frontMatter: { schema: { properties: { lang: { enum: ['zh'] } } } } },
  },
  { rule: 'frontmatter-syntax', trigger: 'a: b: c\n', each: 0, in: 'front matter' },
  { rule: 'frontmatter-syntax', trigger: '"', before: 'title: ', each: 0, in: 'front matter' },
  { rule: 'frontmatter-title', trigger: '&amp; ', before: 'subtitle: ', each: 0, in: 'front matter' },
  { rule: 'frontmatter-type', trigger: '- a\n', before: 'subtitle:\n', each: 0, in: 'front matter' },
  { rule: 'frontmatter-unknown-key', trigger: '? a\n', each: 0, in: 'front matter' },
  { rule: 'ideographic-indent', trigger: '<p>　　a</p>\n' },
  { rule: 'ideographic-indent', trigger: '　', before: '<p>', after: '</p>', each: 0 },
  { rule: 'insecure-url', trigger: '<img src="http://a.example/b">' },
  { rule: 'insecure-url', trigger: '![a](http://a.example/b) ' },
  { rule: 'lazy-image', trigger: '<img src="" data-src="/a.png">' },
  { rule: 'lazy-image', trigger: '<img src="/a.png"><noscript><img src="/a.png"></noscript>' },
  { rule: 'lazy-image', trigger: '<noscript>', each: 0 },
  {
    rule: 'lazy-image',
    trigger: '<img src="/max/60/a.png"><noscript><img src="/max/600/a.png"></noscript>',
  },
  { rule: 'lazy-image', trigger: '<img src="data:image/png;base64,AA" aria-hidden="true">', each: 0 },
  {
    rule: 'lazy-image',
    trigger: '<source srcset="/p-1200.jpg 1200w">',
    before: '<picture>',
    after: '<img src="/p-60.jpg"></picture>',
    each: 1 / repetitions,
  },
  {
    rule: 'lazy-image',
    trigger: '1',
    before: `<img src="/${'1'.repeat(repetitions)}y" srcset="/`,
    after: 'x 1w">',
    each: 0,
  },
  { rule: 'lazy-image', trigger: 'a 1w, ', before: '<img srcset="', after: '">', each: 0 },
  { rule: 'no-auto-link', trigger: '<a class="keyword" href="/k">a</a>' },
  { rule: 'no-font', trigger: '<font color="red">a</font>' },
  { rule: 'no-font', trigger: '<font>', each: 0 },
  { rule: 'no-html-comment', trigger: '<!-- a -->' },
  { rule: 'no-html-comment', trigger: '<!--', each: 0 },
  { rule: 'no-html-comment', trigger: '<!--[if !supportLists]-->1.<!--[endif]-->', each: 2 },
  { rule: 'no-html-comment', trigger: '<!--[if mso]>', before: '<p>', each: 0 },
  { rule: 'no-html-comment', trigger: 'mso ', before: '<p><!--[if ', after: '--></p>', each: 0 },
  { rule: 'no-junk-attribute', trigger: '<p data-v-1="">' },
  { rule: 'no-junk-attribute', trigger: ' data-v-1=""', before: '<p', after: '>', each: 0 },
  { rule: 'no-junk-attribute', trigger: ' a1="b"', before: '<p', after: '>', each: 1 / repetitions },
  { rule: 'no-junk-attribute', trigger: '<p id="img_1"></p><a href="#a">b</a>' },
  {
    rule: 'no-promo-block',
    trigger: '#a ',
    before: '<p>A line of the article.</p><p>',
    after: '</p>',
    each: 0,
  },
  {
    rule: 'no-promo-block',
    trigger: '<span class="avatar"><img src="/user/face/a.jpg"></span>',
    before: '<p>A line of the article.</p><p>',
    after: 'b</p>',
    each: 0,
  },
  {
    rule: 'no-promo-block',
    trigger: '<span class="lineno">1</span>',
    before: '<p>A line of the article.</p><pre><code>',
    after: '</code></pre>',
    each: 0,
  },
  {
    rule: 'no-promo-block',
    trigger: '<td class="gutter">1</td>',
    before: '<table><tr>',
    after: '<td class="code"><pre>a</pre></td></tr></table>',
    each: 0,
  },
  { rule: 'no-layout-table', trigger: '<table><tr><td><p>a<p>b<p>c</td></tr></table>' },
  { rule: 'no-layout-table', trigger: '<table><tr><td>', each: 0 },
  { rule: 'no-placeholder-image', trigger: '<img src="/blank.gif">' },
  { rule: 'no-document-frame', trigger: '<html><head></head><body>a</body></html>', each: 1 / repetitions },
  { rule: 'no-document-frame', trigger: '<html><body>', each: 1 / repetitions },
  { rule: 'no-document-frame', trigger: '<head><meta>', each: 0 },
  {
    rule: 'no-credit-line',
    trigger: '<p>责任编辑：甲</p>',
    before: '<p>A line of the article, long enough.</p>',
  },
  { rule: 'no-empty-element', trigger: '<p></p>', before: '<p>a</p>' },
  { rule: 'no-empty-element', trigger: '<p>', before: '<p>a</p>', each: 0 },
  { rule: 'no-empty-element', trigger: '](https://a', before: '<i></i>a ', each: 1 / repetitions },
  { rule: 'no-empty-element', trigger: '<i class="star"></i>', before: '<p>a', after: '</p>', each: 0 },
  {
    rule: 'no-empty-element',
    trigger: '<i class="icon"></i>',
    before: '<table><td>',
    after: '</td>a',
    each: 0,
  },
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
  {
    rule: 'no-promo-block',
    trigger: '<hr>',
    before: '<p>The bridge opened in May after two years.</p>',
    after: '<p>分享到：</p>',
    each: 1 + 1 / repetitions,
  },
  { rule: 'no-promo-block', trigger: '来源：a转载请注明<br>', before: '<p>a</p>', each: 0 },
  { rule: 'no-promo-block', trigger: '相关阅读：<a href="b">c</a><br>\n', before: '<p>a</p>', each: 0 },
  {
    rule: 'no-promo-block',
    trigger: '<a href="b">桥边人</a><br>',
    before: '---\ntitle: A\nauthor: 桥边人\n---\n<p>a</p>',
    in: 'whole',
    each: 0,
  },
  {
    rule: 'no-promo-block',
    trigger: '打开桥边人<br>',
    before: '---\ntitle: A\nauthor: 桥边人\n---\n<p>a</p>',
    in: 'whole',
    each: 0,
  },
  { rule: 'no-promo-block', trigger: '<small>a</small><br>', before: '<p>a</p>', each: 0 },
  { rule: 'no-promo-block', trigger: '<i>a<br>', before: '<p>a</p>', each: 0 },
  { rule: 'no-credit-line', trigger: '<small>a<br>', before: '<p>a</p>', each: 0 },
  {
    rule: 'no-promo-block',
    trigger: '扫码打开「渡口」小程序<img src="/qr.png"><br>',
    before: '<h2>「渡口」</h2><p>「渡口」是一个只记潮水的小程序，每天更新两次。</p>',
    each: 0,
  },
  { rule: 'no-hidden-element', trigger: '<b hidden>a</b>', before: '<i class="switch">', each: 1 },
  { rule: 'no-hidden-element', trigger: '<i class="switch" hidden>a', each: 0 },
  { rule: 'no-hidden-element', trigger: '<div class="item" hidden>A part.</div>', before: '<p>a</p>' },
  {
    rule: 'no-hidden-element',
    trigger: '<div class="item" hidden>A part of it.</div>',
    before: '<div class="item">a</div>',
    each: 0,
  },
  { rule: 'no-hidden-element', trigger: '<b class="sr-only">a', before: '<img src="a.png">', each: 0 },
  { rule: 'no-hidden-element', trigger: '<div hidden><div style="height:0;overflow:hidden"><p>', each: 0 },
  {
    rule: 'no-promo-block',
    trigger: '<span class="copy-code-btn">',
    before: '<pre><code>',
    after: '</code></pre>',
    each: 0,
  },
  { rule: 'no-redirect-link', trigger: '[a](https://link.zhihu.com/?target=https%3A//b.example/) ' },
  { rule: 'no-redirect-link', trigger: '[a]: <https://link.zhihu.com/?target=https%3A//b.example/>\n\n' },
  { rule: 'no-redirect-link', trigger: '\n[a]: ', each: 0 },
  { rule: 'no-redirect-link', trigger: '<https://a', each: 0 },
  { rule: 'no-redirect-link', trigger: '[', each: 0 },
  { rule: 'no-redirect-link', trigger: '![', after: '](a)'.repeat(1000), each: 0 },
  { rule: 'no-redirect-link', trigger: '[a](b "', each: 0 },
  { rule: 'no-redirect-link', trigger: '](', before: '[', each: 0 },
  { rule: 'no-tracking-pixel', trigger: '<img src="/a" width="1" height="1">' },
  { rule: 'no-tracking-pixel', trigger: '![]() ' },
  { rule: 'proxied-image', trigger: '<img src="https://a.example/?https://b.example/">' },
  { rule: 'proxied-image', trigger: '![](https://a.example/?https://b.example/) ' },
  {
    rule: 'proxied-image',
    trigger: '?https://a.example/',
    before: '<img src="https://a.example/',
    after: '">',
    each: 0,
  },
  { rule: 'template-braces', trigger: '{{ a }} ' },
  { rule: 'template-braces', trigger: '{% x %} ' },
  { rule: 'template-braces', trigger: '{{{%{#', each: 0 },
  { rule: 'thin-content', trigger: '<p>', each: 1 / repetitions },
  { rule: 'unbalanced-html', trigger: '<b>' },
  { rule: 'unbalanced-html', trigger: '</div>' },
  { rule: 'undefined-leak', trigger: '<img src="undefined">' },
  { rule: 'undefined-leak', trigger: '![](undefined) ' },
  { rule: 'undefined-leak', trigger: '{{', before: '<img src="', after: '">', each: 0 },
];

describe('100,000 repetitions', () => {
  it('are tried on every rule', () => {
    const tried = new Set(table.map(({ rule }) => rule));
    // It judges what the other rules' findings left, and is tried below, in whole runs.
    assert.deepEqual(
      rules.map(({ meta }) => meta.id).filter((id) => !tried.has(id) && id !== 'unused-suppression'),
      [],
    );
  });

  for (const {
    rule: id,
    trigger,
    each = 1,
    before = '',
    after = '',
    in: place,
    settings,
    times = repetitions,
  } of table) {
    const shown = JSON.stringify(before + trigger);
    it(`of ${shown} are seen by ${id}, each once, and each fix is made`, function () {
      this.timeout(60_000);
      const rule = rules.find(({ meta }) => meta.id === id);
      assert.ok(rule, `there is no rule ${id}`);
      const repeated = before + trigger.repeat(times) + after;
      const text =
        place === 'front matter'
          ? `---\ntitle: A title\n${repeated}\n---\n\nText.\n`
          : place === 'whole'
            ? repeated
            : frontMatter + repeated;
      const { article, context } = testDocument(text, { path: 'source/_posts/a.md', ...settings });
      const problems = [...rule.detect(article, context)];
      if (each > 0) {
        assert.equal(problems.length, Math.round(each * times));
      }
      for (const problem of problems) {
        const edits = rule.fix?.(problem, article, context).flatMap((fix) => fix.edits) ?? [];
        assert.ok(edits.every(({ start, end }) => start <= end && end <= article.text.length));
      }
    });
  }
});

/** What the commands do to a whole article: all rules in several passes, with the proof that their edits are stable. */
describe('whole runs over 20,000 repetitions', () => {
  const some = 20_000;
  const bodies: readonly (readonly [trigger: string, before?: string, after?: string])[] = [
    ['<p style="color:red" onclick>One.</p>\n<!-- a -->\n'],
    ['<!-- winnow-disable-next-line no-script -->\n'],
    ['<p></p>'],
    ['One <!-- a --> *two*\n\n'],
    ['- <!-- a -->\n'],
    ['  <p>One.</p>\n', '<div>\n', '</div>\n'],
    ['<li><a href="b">One</a>', '<ul>', '</ul>'],
    ['<td>One', '<table><tr>', '</table>'],
    ['<b>a</b>', '<p>', '</p>'],
    ['a*_`[', '<p>', '</p>'],
  ];
  const commands: Readonly<Record<string, (document: TestDocument) => readonly Edit[]>> = {
    'Clean Article': ({ article, context }) => clean(article, { level: 'thorough' }, context).edits,
    'Unwrap Outer Div': ({ article, context }) => unwrap(article, context) ?? [],
    'Dedent Indented HTML': ({ article, context }) => dedentHtml(article, {}, context).edits,
    'Convert Body to Markdown': ({ article }) => convertToMarkdown(article, { isKept: () => false }),
  };
  for (const [command, run] of Object.entries(commands)) {
    for (const [trigger, before = '', after = ''] of bodies) {
      it(`of ${JSON.stringify(before + trigger)} by ${command} come to an end`, function () {
        this.timeout(120_000);
        const document = testDocument(frontMatter + before + trigger.repeat(some) + after);
        const result = applyEdits(document.article.text, run(document));
        assert.equal(parseArticle(result).frontMatter?.field('title')?.value, 'A title');
      });
    }
  }
});
