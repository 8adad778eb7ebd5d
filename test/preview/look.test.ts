import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { Workbench } from './support/workbench';

const code = "const a = '你好'; // <b>\nif (a < 1 && b > 2) return `${a}`;\n\n\treturn null;\n";

const article = `---
title: Reading "this" & that
---

First <b>words</b>.

<p style="text-align:center" class="wide" data-v-1="x">In the middle</p>

<p><img src="picture.svg" alt="local"> and <img src="picture.svg" alt="wide" width="100"></p>

| a | b |
| - | - |
| 1 | 2 |

\`\`\`js
${code}\`\`\`

<pre><code class="hljs language-js copyable">${code
  .replaceAll('<', '&lt;')
  .replace('const', '<span class="hljs-keyword">const</span>')}</code></pre>

![gone](gone.png)

<a href="https://example.com/large.png"><img src="https://pictures.example/a.png" alt="remote"></a>

![](https://cdnfile.sspai.example.sspai.com/b.png)

<iframe src="https://video.example/1"></iframe>

Last words[^1].

[^1]: A note.
`;

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';

describe('The look of the preview', () => {
  let workbench: Workbench;
  let main: Locator;
  const violations: string[] = [];

  before(async () => {
    workbench = await Workbench.open({
      settings: { 'winnow.preview.remoteImages': 'always' },
      files: { 'article.md': article, 'picture.svg': picture },
    });
    workbench.page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) {
        violations.push(message.text());
      }
    });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const host of ['pictures.example', 'cdnfile.sspai.example.sspai.com']) {
      await workbench.page.route(`https://${host}/**`, (route) => route.abort());
    }
    main = workbench.webview().locator('main#article');
    await workbench.openFile('article.md');
    await workbench.runCommand('Winnow: Open Preview to the Side');
    await main.locator('.token-keyword').first().waitFor();
    await main.evaluate(() => {
      window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    });
    await main.locator('.missing').nth(3).waitFor();
  });

  after(() => workbench.close());

  it('colours code that is labelled, and code that its site has coloured, and changes no character of it', async () => {
    assert.deepEqual(await main.locator('pre').allTextContents(), [code, code]);
    const kinds = (index: number): Promise<readonly string[]> =>
      main
        .locator('pre')
        .nth(index)
        .locator('span')
        .evaluateAll((spans) => spans.map((span) => `${span.getAttribute('class')} ${span.textContent}`));
    assert.ok((await kinds(0)).includes('token-comment // <b>'));
    assert.deepEqual(await kinds(1), await kinds(0));
  });

  it('explains a picture that is not there, and offers what can be done', async () => {
    const place = (text: string): Locator => main.locator('.missing', { hasText: text });
    assert.match(await place('pictures.example').innerText(), /could not be loaded[^]*remote[^]*may be gone/);
    assert.deepEqual(await place('pictures.example').locator('a').allInnerTexts(), [
      'Open in Browser',
      'Follow Its Link',
    ]);
    assert.equal(await main.locator('a .missing').count(), 0);
    assert.match(await place('sspai').innerText(), /say which they are/);
    assert.deepEqual(await place('gone.png').locator('a').allInnerTexts(), ['Open File']);
  });

  it('keeps colours and room for pictures when something else is typed', async () => {
    const keyword = main.locator('.token-keyword').first();
    await keyword.evaluate((element) => {
      (element as HTMLElement & { seen?: boolean }).seen = true;
    });
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.goTo(5, 1);
    // More than letters, so that all of the article is patched.
    await workbench.page.keyboard.type('*New.* ');
    await main.locator('p', { hasText: 'New. First words.' }).waitFor();
    assert.equal(
      await keyword.evaluate((element) => (element as HTMLElement & { seen?: boolean }).seen),
      true,
    );
    const size = (alt: string): Promise<readonly (string | null)[]> =>
      main.getByAltText(alt).evaluate((image) => [image.getAttribute('width'), image.getAttribute('height')]);
    assert.deepEqual(await size('local'), ['40', '20']);
    assert.deepEqual(await size('wide'), ['100', '50']);
  });

  it('copies what is selected as the article has it, without anything of ours', async () => {
    const copied = await main.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      const data: { html: string; text: string } = { html: '', text: '' };
      const read = (event: ClipboardEvent): void => {
        data.html = event.clipboardData?.getData('text/html') ?? '';
        data.text = event.clipboardData?.getData('text/plain') ?? '';
      };
      window.addEventListener('copy', read);
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- What Ctrl+C does, without the keys of each system.
      document.execCommand('copy');
      window.removeEventListener('copy', read);
      return data;
    });
    assert.doesNotMatch(
      copied.html,
      /data-|class="(?!language-js")|tabindex|role=|aria-|<button|<div|vscode|loading=/,
    );
    for (const part of [
      '<p align="center">In the middle</p>',
      '<img src="picture.svg" alt="local">',
      '<img src="picture.svg" alt="wide" width="100">',
      '<code class="language-js">const a = \'你好\'; // &lt;b&gt;\n',
      '<img src="https://pictures.example/a.png" alt="remote">',
      '<a href="https://video.example/1">https://video.example/1</a>',
    ]) {
      assert.ok(copied.html.includes(part), `${part}\n  is not in\n${copied.html}`);
    }
    assert.match(copied.text, /First words\.[^]*Last words/);
    assert.doesNotMatch(copied.text, /could not be loaded|Open in Browser/);
  });

  it('copies the whole article as HTML, and as formatted text', async () => {
    await workbench.runCommand('Winnow: Copy Article as HTML');
    await workbench.page.locator('.notification-toast', { hasText: 'copied as HTML' }).waitFor();
    const text = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^<h1>Reading "this" &amp; that<\/h1>\s*<p><em>New\.<\/em> First <b>words<\/b>\./);
    await workbench.runCommand('Winnow: Copy Article as Rich Text');
    await workbench.page.locator('.notification-toast', { hasText: 'copied as formatted text' }).waitFor();
  });

  it('exports a file that needs nothing but itself', async () => {
    const { page: window } = workbench;
    const input = window.locator('.quick-input-widget input[type=text]');
    await window.keyboard.press('F1');
    await input.fill('>Winnow: Export Clean HTML');
    await window
      .locator('.quick-input-widget .monaco-list-row.focused[aria-label^="Winnow: Export Clean HTML"]')
      .waitFor();
    await window.keyboard.press('Enter');
    // Where there is no dialog of the system, VS Code asks for the file in the same place.
    await window.locator('.quick-input-title', { hasText: 'Export Clean HTML' }).waitFor();
    await window.waitForFunction(() =>
      document
        .querySelector<HTMLInputElement>('.quick-input-widget input[type=text]')
        ?.value.endsWith('article.html'),
    );
    await window.keyboard.press('Enter');
    await workbench.page
      .locator('.notification-toast', { hasText: 'was exported to article.html' })
      .waitFor();
    const html = workbench.readFile('article.html');
    assert.match(html, /<title>Reading &quot;this&quot; &amp; that<\/title>/);
    assert.equal(html.match(/src="data:image\/svg\+xml;base64,/g)?.length, 2);
    assert.doesNotMatch(html, /<script|<link|data-(?!image)|tabindex|vscode|\son\w+=/);

    const page = await workbench.page.context().browser()?.newPage();
    assert.ok(page);
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.route('https://**', (route) => route.abort());
    await page.setContent(html);
    assert.equal(
      await page.locator('h1.title').evaluate((title) => getComputedStyle(title).marginTop),
      '0px',
    );
    assert.equal(
      await page.getByAltText('local').evaluate((image) => (image as HTMLImageElement).naturalWidth),
      40,
    );
    assert.deepEqual(await page.locator('pre').allTextContents(), [code, code]);
    assert.deepEqual(
      refused.filter((message) => message.includes('Content Security Policy')),
      [],
    );
    await page.close();
  });

  it('follows the settings for its text while it is open', async () => {
    const body = workbench.webview().locator('body');
    const style = (): Promise<readonly string[]> =>
      body.evaluate((element) => {
        const { fontSize, lineHeight, maxWidth } = getComputedStyle(element);
        return [fontSize, lineHeight, maxWidth];
      });
    workbench.setSettings({
      'winnow.preview.fontSize': 20,
      'winnow.preview.lineHeight': 2,
      'winnow.preview.maxWidth': 30,
    });
    await workbench.webview().locator('html[style*="--winnow-font-size: 20px"]').waitFor();
    assert.deepEqual(await style(), ['20px', '40px', '600px']);
    workbench.setSettings({ 'winnow.preview.fontSize': 0, 'winnow.preview.maxWidth': 0 });
    await workbench.webview().locator('html[style*="--winnow-max-width: none"]').waitFor();
    const [fontSize, , maxWidth] = await style();
    assert.notEqual(fontSize, '20px');
    assert.equal(maxWidth, 'none');
  });

  it('breaks no rule of its content security policy in all this', () => {
    assert.deepEqual(violations, []);
  });
});
