import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { Workbench } from './support/workbench';

/** Sets a mark that any test can look for; in a webview the frames around it have other origins. */
const run = 'window.canary=1';

const payloads: readonly [title: string, html: string][] = [
  ['an image with an error handler', `<img src="nothing" onerror="${run}">`],
  ['a script', `<script>${run}</script>`],
  ['a script in Markdown', `text <script>${run}</script> text`],
  ['a script in SVG', `<svg><script>${run}</script></svg>`],
  ['a handler on SVG', `<svg onload="${run}"></svg>`],
  ['a script link', `<a href="javascript:${run}">go</a>`],
  ['a script link in pieces', `<a href="java&#10;script:${run}">go</a>`],
  ['a script link in Markdown', `[go](javascript:${run})`],
  ['a data link', `<a href="data:text/html,<script>${run}</script>">go</a>`],
  ['a link that runs a command', '<a href="command:workbench.action.closeAllEditors">go</a>'],
  ['a link into VS Code', '<a href="vscode://file/etc/passwd">go</a>'],
  ['a frame', `<iframe srcdoc="<script>parent.canary=1</script>"></iframe>`],
  ['a style block', '<style>body{display:none!important}</style>'],
  ['an inline style', '<p style="position:fixed;inset:0;background:red">x</p>'],
  ['a base address', '<base href="https://evil.example/">'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example/">'],
  ['a form', '<form action="https://evil.example/"><button>send</button><input name="a" autofocus></form>'],
  [
    'names of the page',
    '<div id="article">x</div><img name="body"><form id="head"></form><a id="hidden"></a>',
  ],
  [
    'mutation in a foreign element',
    `<math><mtext><table><mglyph><style><!--</style><img title="--><img src onerror=${run}>">`,
  ],
  ['mutation in noscript', `<noscript><p title="</noscript><img src=x onerror=${run}>">`],
  ['a details handler', `<details open ontoggle="${run}">x</details>`],
  ['an unclosed attribute', `<img src="nothing" onerror="${run}" title='`],
];

const yaml = [
  '---',
  `title: '<img src=x onerror="${run}">'`,
  `author: "<script>${run}</script>"`,
  `categories: ['<svg onload=${run}>']`,
  `date: '"><img src=x onerror=${run}>'`,
  `headimg: 'javascript:${run}'`,
  '---',
].join('\n');

describe('A hostile article in the preview', () => {
  let workbench: Workbench;
  let main: Locator;
  const foreign: string[] = [];

  before(async () => {
    const body = payloads.map(([title, html]) => `## ${title}\n\n${html}`).join('\n\n');
    workbench = await Workbench.open({ files: { 'hostile.md': `${yaml}\n\n${body}\n\nlast words\n` } });
    workbench.page.on('request', (request) => {
      if (new URL(request.url()).hostname.endsWith('evil.example')) {
        foreign.push(request.url());
      }
    });
    main = workbench.webview().locator('main#article');
    await workbench.openFile('hostile.md');
    await workbench.runCommand('Winnow: Open Preview to the Side');
    await main.getByText('last words', { exact: true }).waitFor();
  });

  after(() => workbench.close());

  it('is shown to its end, each heading once', async () => {
    assert.deepEqual(
      await main.locator('h2').allInnerTexts(),
      payloads.map(([title]) => title),
    );
  });

  it('runs nothing, not even when everything in it is clicked', async () => {
    for (const link of await main.locator('a').all()) {
      await link.dispatchEvent('click');
    }
    assert.equal(await main.evaluate(() => 'canary' in window), false);
    assert.equal(await workbench.page.evaluate(() => 'canary' in window), false);
    assert.equal(await workbench.page.locator('.tab', { hasText: 'hostile.md' }).count(), 2);
  });

  it('keeps only elements, attributes and addresses that are on the list', async () => {
    const found = await main.evaluate((root) => {
      const bad = 'script,style,iframe,object,embed,form,input,button,base,meta,link,svg,math,template';
      const elements = Array.from(root.querySelectorAll('*'));
      return {
        elements: root.querySelectorAll(bad).length,
        attributes: elements
          .flatMap((element) => element.getAttributeNames())
          .filter((name) => name.startsWith('on') || ['style', 'srcdoc', 'srcset', 'action'].includes(name)),
        links: elements
          .map((element) => element.getAttribute('href') ?? '')
          .filter((href) => /^\s*(?:javascript|data|command|vscode|vbscript):/i.test(href)),
      };
    });
    assert.deepEqual(found, { elements: 0, attributes: [], links: [] });
  });

  it('takes over no name of the page', async () => {
    for (const id of ['head', 'article', 'hidden']) {
      assert.equal(await workbench.webview().locator(`[id="${id}"]`).count(), 1, id);
    }
    assert.equal(await main.evaluate(() => document.body.localName), 'body');
  });

  it('asks no other site for anything', () => {
    assert.deepEqual(foreign, []);
  });

  it('shows its front matter as text', async () => {
    const head = workbench.webview().locator('header#head');
    assert.match(await head.locator('h1').innerText(), /^<img src=x onerror/);
    assert.match(await head.locator('.author').innerText(), /^<script>/);
    assert.match(await head.locator('time').innerText(), /^"><img/);
    assert.equal(await head.locator('img, script, svg').count(), 0);
  });
});
