import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { Workbench } from './support/workbench';

const article = `---
title: Rates rise again
categories:
  - Finance
  - Bonds
author: Li Yan
date: 2021-01-14 08:00:00
---

<div>
<p>First paragraph.</p>

<!-- an advertisement -->

            <style>
            .wrap { border: 1px solid #E6E6E6 }
            </style>
            <p>Second paragraph.</p>

</div>

## A heading

A line of **Markdown**.

\`\`\`js
const answer = 42;
\`\`\`
`;

/** Long enough to be scrolled. */
const long = Array.from({ length: 200 }, (_, index) => `<p>Paragraph ${index + 1}.</p>`).join('\n');

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';

const isViolation = (message: string): boolean => message.includes('Content Security Policy');

describe('The preview', () => {
  let workbench: Workbench;
  let main: Locator;
  const violations: string[] = [];
  /** A click in the preview takes the focus there; what is opened then would take its place. */
  const focusEditor = (): Promise<void> => workbench.runCommand('View: Focus First Editor Group');

  before(async () => {
    workbench = await Workbench.open({
      settings: { 'winnow.maxBodySize': 10_000 },
      files: {
        'article.md': article,
        'other.md': '---\ntitle: Another article\n---\n\n[back](article.md) and [out](../outside.md)\n',
        'long.md': long,
        'letters.md': '---\ntitle: Letters\n---\n\n<p>Some words.</p>\n',
        'tides.md':
          '---\ntitle: Tides\n---\n\n<div>\n<p>Low water.</p>\n<!-- x -->\n<p>High <b>water</b>.</p>\n</div>\n\n# Moon\n\nA *full* moon.\n',
        'clock.md': `---\ntitle: Clock\n---\n\n<p>${'tick tock '.repeat(40)}</p>\n`,
        'notes.txt': 'Not Markdown.',
        'empty.md': '---\ntitle: Nothing\n---\n',
        'pictures.md':
          '<p><img src="dot%20one.svg" alt="local"><img src="http://pictures.example/a.svg" alt="remote"></p>\n\n![none](gone.png)\n',
        'dot one.svg': picture,
        'large.md': `---\ntitle: Large\n---\n\n${'<p>A line of a large article.</p>\n'.repeat(1000)}`,
      },
    });
    workbench.page.on('console', (message) => {
      if (isViolation(message.text())) {
        violations.push(message.text());
      }
    });
    main = workbench.webview().locator('main#article');
    await workbench.openFile('article.md');
    await workbench.runCommand('Winnow: Open Preview to the Side');
    await main.locator('p', { hasText: 'First paragraph.' }).waitFor();
  });

  after(() => workbench.close());

  it('shows title, categories, author and date above the article', async () => {
    const head = workbench.webview().locator('header#head');
    assert.equal(await head.locator('h1').innerText(), 'Rates rise again');
    assert.deepEqual(await head.locator('.category').allInnerTexts(), ['Finance', 'Bonds']);
    assert.equal(await head.locator('.author').innerText(), 'Li Yan');
    assert.equal(await head.locator('time').getAttribute('datetime'), '2021-01-14T08:00:00');
  });

  it('shows the cleaned body, html and Markdown, with a source line on each block', async () => {
    const blocks = await main
      .locator('[data-line]:not([data-winnow="text"])')
      .evaluateAll((elements) =>
        elements.map((element) => `${element.localName}@${element.getAttribute('data-line')}`),
      );
    assert.deepEqual(blocks, ['div@10', 'p@11', 'p@18', 'h2@22', 'p@24', 'pre@26']);
    assert.equal(await main.locator('strong').innerText(), 'Markdown');
  });

  it('shows neither front matter nor comments nor the text of a style block', async () => {
    const text = await main.innerText();
    assert.doesNotMatch(text, /title:|advertisement|wrap|border/);
  });

  it('says what it hides, and shows it in the source on a click', async () => {
    const hidden = workbench.webview().locator('aside#hidden');
    assert.match(await hidden.locator('summary').innerText(), /2 hidden: 1 comment, 1 style block/);
    await hidden.locator('summary').click();
    await hidden.getByRole('button', { name: 'Show in source: Line 15' }).click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 15, Col 13' }).waitFor();
  });

  it('breaks no rule of its content security policy, which the browser enforces', async () => {
    assert.deepEqual(violations, []);
    const refused = workbench.page.waitForEvent('console', (message) => isViolation(message.text()));
    const answer = await main.evaluate(() =>
      fetch('https://example.invalid/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    assert.equal(answer, 'refused');
    await refused;
  });

  it('follows typing, and changes only what has changed', async () => {
    await workbench.openFile('long.md');
    const last = main.locator('p', { hasText: 'Paragraph 200.' });
    await last.waitFor();
    const before = await last.evaluate((element) => {
      element.scrollIntoView({ behavior: 'instant' });
      (element as HTMLElement & { seen?: boolean }).seen = true;
      return window.scrollY;
    });
    assert.ok(before > 0);
    await workbench.goTo(1, 4);
    await workbench.page.keyboard.type('New words in ');
    await main.locator('p', { hasText: 'New words in Paragraph 1.' }).waitFor();
    const after = await last.evaluate((element) => ({
      seen: (element as HTMLElement & { seen?: boolean }).seen,
      scroll: window.scrollY,
    }));
    assert.deepEqual(after, { seen: true, scroll: before });
  });

  it('shows letters before the update that says what they mean for the article', async () => {
    const version = (): Promise<string | undefined> => main.evaluate(() => document.body.dataset.version);
    await workbench.openFile('letters.md');
    await main.locator('p', { hasText: 'Some words.' }).waitFor();
    await main.evaluate((element) => {
      const seen: Record<string, string | undefined> = {};
      Object.assign(window, { seen });
      new MutationObserver(() => {
        for (const sign of ['L', ';'].filter((one) => element.textContent.includes(one))) {
          seen[sign] ??= document.body.dataset.version;
        }
      }).observe(element, { childList: true, characterData: true, subtree: true });
    });
    const shown = await version();
    await workbench.goTo(5, 4);
    await workbench.page.keyboard.type('Letters in ');
    await main.locator('p', { hasText: 'Letters in Some words.' }).waitFor();
    await workbench.webview().locator(`body:not([data-version="${shown}"])`).waitFor();
    await workbench.page.keyboard.type(';');
    await main.locator('p', { hasText: ';' }).waitFor();
    const seen = await main.evaluate(() => (window as { seen?: Record<string, string> }).seen);
    assert.equal(seen?.L, shown);
    assert.notEqual(seen?.[';'], shown);
    assert.equal(await main.locator('p').innerText(), 'Letters in ;Some words.');
  });

  it('is the same letter by letter as when it is rendered anew', async () => {
    await workbench.openFile('tides.md');
    await main.locator('p', { hasText: 'Low water' }).waitFor();
    const element = await main.locator('p').first().elementHandle();
    const lastStart = Number(await main.locator('p').last().getAttribute('data-start'));
    const typed = ['very ', 'low & then ', 'lower # ', '<i>lowest</i> ', 'tide, '];
    await workbench.goTo(6, 8);
    for (const words of typed.slice(0, -1)) {
      await workbench.page.keyboard.type(words);
      await main.locator('p', { hasText: words.replace(/<[^>]*>/g, '').trim() }).waitFor();
    }
    await main.locator('p', { hasText: 'Low very low & then lower # lowest water' }).waitFor();
    await workbench.page.keyboard.type('tide, ');
    await main.locator('p', { hasText: 'lowest tide, water' }).waitFor();
    // Places change with the update that follows.
    await main.locator(`p[data-start="${lastStart + typed.join('').length}"]`).waitFor();
    const patched = await main.innerHTML();
    assert.equal(
      await main
        .locator('p')
        .first()
        .evaluate((now, then) => now === then, element),
      true,
    );
    const button = (name: string): Locator => workbench.webview().getByRole('button', { name, exact: true });
    await button('Original').click();
    await workbench.webview().locator('body[data-mode=original]').waitFor();
    await button('Clean').click();
    await workbench.webview().locator('body[data-mode=clean]').waitFor();
    assert.equal(await main.innerHTML(), patched);
    await focusEditor();
  });

  it('shows by an update what is typed where the same words are all around', async () => {
    await workbench.openFile('clock.md');
    const clock = main.locator('p', { hasText: 'tick' });
    await clock.waitFor();
    await workbench.goTo(5, 204);
    await workbench.page.keyboard.type('T');
    await main.locator('p', { hasText: 'Ttick' }).waitFor();
    assert.equal((await clock.innerText()).indexOf('T'), 200);
  });

  it('keeps the selection and an open list over an update', async () => {
    await workbench.openFile('article.md');
    await main.locator('h2').waitFor();
    const hidden = workbench.webview().locator('aside#hidden details');
    await hidden.locator('summary').click();
    await main.locator('h2').evaluate((element) => {
      getSelection()?.selectAllChildren(element);
    });
    await focusEditor();
    await workbench.goTo(24, 1);
    await workbench.page.keyboard.type('More. ');
    await main.locator('p', { hasText: 'More. A line of Markdown.' }).waitFor();
    assert.equal(await main.evaluate(() => getSelection()?.toString()), 'A heading');
    assert.equal(await hidden.evaluate((element) => (element as HTMLDetailsElement).open), true);
  });

  it('follows the active article', async () => {
    await workbench.openFile('other.md');
    await workbench.webview().locator('h1', { hasText: 'Another article' }).waitFor();
    assert.equal(await main.locator('h2').count(), 0);
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Preview other.md' }).count(), 1);
  });

  it('opens a file of the workspace in the editor, and nothing outside of it', async () => {
    await main.getByText('out', { exact: true }).click();
    await main.getByText('back', { exact: true }).click();
    await workbench.page.locator('.tab.active[data-resource-name="article.md"]').waitFor();
    await workbench.webview().locator('h1', { hasText: 'Rates rise again' }).waitFor();
    assert.equal(await workbench.page.locator('[data-resource-name="outside.md"]').count(), 0);
  });

  it('loads pictures of the workspace, others over https when asked to and without a referrer, and has a place for missing ones', async () => {
    const asked: (string | undefined)[] = [];
    await workbench.page.route('https://pictures.example/**', async (route) => {
      asked.push(route.request().headers().referer);
      await route.fulfill({ contentType: 'image/svg+xml', body: picture });
    });
    await workbench.openFile('pictures.md');
    await main.getByAltText('local').waitFor();
    assert.deepEqual(asked, []);
    await workbench.webview().getByRole('button', { name: 'Load for this article' }).click();
    // The remote one first: it is not in the page that this takes the place of.
    for (const alt of ['remote', 'local']) {
      const image = main.getByAltText(alt);
      await image.waitFor();
      await image.evaluate((element) => (element as HTMLImageElement).decode());
    }
    assert.deepEqual(asked, [undefined]);
    await main.locator('.missing', { hasText: 'gone.png' }).waitFor();
    assert.match(await main.locator('.missing').innerText(), /Picture could not be loaded\s+none\s+/);
    await focusEditor();
  });

  it('shows an article that is too large without the rules that take long, and says so', async () => {
    await workbench.openFile('large.md');
    await workbench.webview().locator('#notice', { hasText: 'larger than 10,000 characters' }).waitFor();
    assert.equal(await main.locator('p').count(), 1000);
  });

  it('says so when the article has no text', async () => {
    await workbench.openFile('empty.md');
    await workbench.webview().locator('#notice', { hasText: 'The article has no text.' }).waitFor();
  });

  it('sends nothing while it is hidden, and one update when it is shown again', async () => {
    await workbench.openFile('article.md');
    await main.locator('h2').waitFor();
    const version = Number(await workbench.webview().locator('body').getAttribute('data-version'));
    await workbench.page.locator('.tab', { hasText: 'Preview article.md' }).click();
    await workbench.openFile('notes.txt');
    await focusEditor();
    await workbench.goTo(24, 1);
    for (const word of ['One. ', 'Two. ', 'Three. ']) {
      await workbench.page.keyboard.type(word);
    }
    await workbench.page.locator('.tab', { hasText: 'Preview article.md' }).click();
    await main.locator('p', { hasText: 'One. Two. Three.' }).waitFor();
    assert.equal(Number(await workbench.webview().locator('body').getAttribute('data-version')), version + 1);
    await focusEditor();
  });

  it('comes back after a reload of the window, with the article it showed', async () => {
    await workbench.openFile('article.md');
    await main.locator('h2').waitFor();
    // VS Code's own reload: the browser's would not wait until the window has saved what is open.
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await main.locator('h2').waitFor();
    await focusEditor();
  });

  it('follows the color theme', async () => {
    const body = workbench.webview().locator('body');
    const background = (): Promise<string> =>
      body.evaluate((element) => getComputedStyle(element).backgroundColor);
    await workbench.setTheme('light');
    await workbench.webview().locator('body.vscode-light').waitFor();
    const light = await background();
    await workbench.setTheme('dark');
    await workbench.webview().locator('body.vscode-dark').waitFor();
    assert.notEqual(await background(), light);
    await workbench.screenshot('preview-dark');
  });
});
