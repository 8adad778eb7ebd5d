import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Hexo from 'hexo';
import MarkdownIt from 'markdown-it';
import { check } from '../../src/core/engine';
import { testDocument } from '../support/context';

/** Bodies with braces; whether Winnow speaks is asked of Hexo itself. */
const bodies = [
  'a {{ x }} b',
  'a {{ x y }} b',
  'a {{ }} b',
  'a {{ x b',
  'a {{ x } b',
  '{ { x } }',
  'a {% foo %} b',
  'a {% foo b',
  'a {# c #} b',
  'a {# c b',
  'a }} %} #} b',
  'a {{{ x }}} b',
  '`{{ x }}` b',
  '`` {% foo %} `` b',
  '```\n{{ x }}\n{% foo %}\n```',
  '~~~\n{# c #}\n~~~',
  '    {{ x }}\n',
  '<p>a {{ x }} b</p>',
  '<pre>a {{ x }}</pre>',
  '<pre><code>{{ x }}</code></pre>',
  '<p><code>{{ x }}</code></p>',
  '<p><a href="{{ x }}">a</a></p>',
  '<!-- {{ x }} {% foo %} --> b',
  '&#123;&#123; x &#125;&#125;',
  '{% raw %}{{ x }} {% foo %}{% endraw %}',
  '{% codeblock %}\n{{ x y }}\n{% endcodeblock %}',
  '[code]\n{{ x y }}\n[/code]',
  '{{< highlight html >}}\na\n{{< /highlight >}}',
  'a [code]{{ x y }}[/code]',
  '> ```\n> {{ x }}\n> ```',
];

const braces = (html: string): string =>
  html
    .replace(/&#123;/g, '{')
    .replace(/&#125;/g, '}')
    .replace(/[^{}]/g, '');

describe('template-braces', () => {
  let folder = '';
  let hexo: Hexo;

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'winnow-hexo-'));
    hexo = new Hexo(folder, { silent: true });
    await hexo.init();
    const markdown = new MarkdownIt({ html: true });
    hexo.extend.renderer.register('md', 'html', ({ text }) => markdown.render(text ?? ''), true);
  });

  after(async () => {
    await hexo.exit();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What Hexo makes of a body; undefined when it stops. */
  const render = async (content: string): Promise<string | undefined> => {
    try {
      // Its types want the whole post; it reads no more than this of it.
      const data = { content, engine: 'md', source: 'a.md' } as Parameters<Hexo['post']['render']>[1];
      const rendered = (await hexo.post.render('', data)) as { readonly content: string };
      return rendered.content;
    } catch {
      return undefined;
    }
  };

  for (const body of bodies) {
    it(`speaks of ${JSON.stringify(body)} exactly when Hexo stops at it or loses braces`, async function () {
      this.timeout(20_000);
      const html = await render(body);
      // The tags of `raw` are all that goes of it.
      const expected = braces(body.replace(/\{% (?:end)?raw %\}/g, ''));
      const isLost = html === undefined || braces(html) !== expected;
      const { article, context } = testDocument(`---\ntitle: A\n---\n\n${body}\n`);
      const speaks = check(article, context).some(({ rule }) => rule === 'template-braces');
      assert.equal(speaks, isLost, html);
    });
  }
});
