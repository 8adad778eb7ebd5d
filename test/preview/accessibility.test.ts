import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import type { Frame, Locator } from 'playwright-core';
import { Workbench } from './support/workbench';

const article = `---
title: 排版与阅读 Reading
categories:
  - 技术
  - 排版
author: 李明
date: 2024-05-01 09:30:00
---

中文字符需要更大的行距，[链接](https://example.com/)也要看得见。按 <kbd>Ctrl</kbd> 与 \`code\`，<mark>标记</mark>。

<!-- an advertisement -->
<style>p { color: red }</style>

## 代码

\`\`\`ts
// 注释
export class Line extends Box<string> {
  @observable height = 1.85; // number
  measure(text: string): boolean { return /a+/.test(\`\${text}\`) && null !== this; }
}
\`\`\`

\`\`\`diff
- old
+ new
\`\`\`

\`\`\`html
<!-- c --><p class="a">b</p>
\`\`\`

\`\`\`bash
#!/bin/bash
echo "$HOME" | grep -c 1
\`\`\`

### 表格

| 语言 | 行距 |
| :-- | --: |
| 中文 | 1.85 |

> 引用

<details><summary>展开</summary><p>内容</p></details>

<figure><img src="picture.svg"><figcaption>图一</figcaption></figure>

![没有](gone.png)

<a href="https://example.com/large.png"><img src="https://pictures.example/a.png" alt="远处"></a>

<a href="https://example.com/">text <img src="gone-too.png" alt="里面"></a>

<iframe src="https://video.example/1"></iframe>
`;

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';

const themes = [
  ['light', 'body.vscode-light'],
  ['dark', 'body.vscode-dark'],
  ['highContrast', 'body.vscode-high-contrast:not(.vscode-high-contrast-light)'],
  ['highContrastLight', 'body.vscode-high-contrast-light'],
] as const;

describe('The preview for everybody', () => {
  let workbench: Workbench;
  let main: Locator;

  before(async () => {
    workbench = await Workbench.open({ files: { 'article.md': article, 'picture.svg': picture } });
    await workbench.page.route('https://pictures.example/**', (route) => route.abort());
    main = workbench.webview().locator('main#article');
    await workbench.openFile('article.md');
    await workbench.runCommand('Winnow: Open Preview to the Side');
    await main.locator('.token-keyword').first().waitFor();
    // Pictures are asked for when they come near.
    await main.evaluate(() => {
      window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    });
    await main.locator('.missing').nth(3).waitFor();
    await workbench.webview().locator('aside#hidden summary').click();
  });

  after(() => workbench.close());

  for (const [theme, selector] of themes) {
    it(`breaks no rule of axe in the theme ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.webview().locator(selector).waitFor();
      const results = await audit(await frameOf(main));
      assert.ok(results.passes.length > 15, `only ${results.passes.length} rules were applied`);
      assert.ok(results.passes.some(({ id }) => id === 'color-contrast'));
      assert.deepEqual(results.violations.map(describeViolation), []);
      await workbench.screenshot(`preview-${theme}`);
    });
  }

  it('lets code, tables and everything that can be done be reached with the keyboard, in the order of the text', async () => {
    const names = await main.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex]')].map(
        (element) => `${element.localName} ${element.tabIndex}`,
      ),
    );
    assert.ok(names.includes('pre 0') && names.includes('div 0'));
    assert.deepEqual(
      names.filter((name) => !name.endsWith(' 0')),
      [],
    );
  });

  it('says that it was updated once for a burst of keys', async () => {
    const said = workbench.webview().locator('.visually-hidden[role=status]');
    await said.filter({ hasText: /./ }).waitFor({ state: 'attached' });
    await said.evaluate((element) => {
      const page = window as Window & { said?: string[] };
      page.said = [];
      new MutationObserver(() => page.said?.push(element.textContent)).observe(element, { childList: true });
    });
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.goTo(10, 1);
    await workbench.page.keyboard.type('One two three. ');
    await main.locator('p', { hasText: 'One two three.' }).waitFor();
    await said.filter({ hasText: 'The preview was updated.' }).waitFor({ state: 'attached' });
    const all = await said.evaluate(() => (window as Window & { said?: string[] }).said ?? []);
    // How many bursts there were depends on the machine; never as many as keys.
    const updates = all.filter((text) => text !== '');
    assert.deepEqual([...new Set(updates)], ['The preview was updated.']);
    assert.ok(updates.length < 'One two three. '.length / 2, String(updates.length));
  });
});

async function frameOf(locator: Locator): Promise<Frame> {
  const element = await locator.elementHandle();
  assert.ok(element);
  const frame = await element.ownerFrame();
  assert.ok(frame);
  return frame;
}

/** Runs axe in the page itself. It may load nothing, and is not asked to. */
async function audit(frame: Frame): Promise<AxeResults> {
  await frame.evaluate(axe.source);
  return frame.evaluate(() =>
    (window as Window & typeof globalThis & { axe: typeof axe }).axe.run(document, {
      preload: false,
      resultTypes: ['violations'],
    }),
  );
}

function describeViolation({ id, help, nodes }: AxeResults['violations'][number]): string {
  return [
    `${id}: ${help}`,
    ...nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message).join(' ')}`),
  ].join('\n  ');
}
