import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { useWorkbench } from './support/workbench';

const article = `---
title: Tides of the estuary
date: 2022-02-30
categories: [Water, Sky]
---

<p>The first words &amp; the <b>second</b> ones.</p>
<!-- slot 3 -->
<p style="color:red">A red line.</p>
<script>track()</script>
<div style="display:none">Nobody saw this.</div>
<p>The last words.</p>
`;

const long = `---
title: Long
---

${Array.from({ length: 300 }, (_, index) => `<p>Paragraph ${index + 1}.</p>`).join('\n')}
`;

describe('A reader of the preview', () => {
  const window = useWorkbench({
    files: { 'tides.md': article, 'long.md': long, 'other.md': '---\ntitle: Another\n---\n\nOther words.\n' },
  });
  const preview = (): FrameLocator => window().webview();
  const body = (): Locator => preview().locator('main#article');
  const button = (name: string): Locator => preview().getByRole('button', { name, exact: true });
  const focusEditor = (): Promise<void> => window().runCommand('View: Focus First Editor Group');
  const undo = async (): Promise<void> => {
    await focusEditor();
    await window().page.keyboard.press('ControlOrMeta+Z');
  };
  const position = (text: string): Promise<void> =>
    window().page.locator('.statusbar-item', { hasText: text }).waitFor();

  before('opens the article and its preview', async () => {
    await window().openFile('tides.md');
    await window().runCommand('Winnow: Open Preview to the Side');
    await body().getByText('The last words.').waitFor();
  });

  it('reads how long the article is and how it is read', async () => {
    assert.match(await preview().locator('.reading').innerText(), /^\d+ words, 1 minute$/);
    assert.deepEqual(await preview().locator('.category').allInnerTexts(), ['Water', 'Sky']);
    assert.equal(await preview().locator('.categories li').count(), 1);
  });

  it('reads the article as another generator would, in this preview only', async () => {
    await preview().getByLabel('Read as').selectOption({ label: 'Hugo' });
    await preview().locator('.categories li').nth(1).waitFor();
    await preview().getByLabel('Read as').selectOption({ label: 'Hexo' });
    await preview().locator('.categories li').nth(1).waitFor({ state: 'detached' });
    assert.doesNotMatch(window().readFile('.vscode/settings.json'), /profile/);
  });

  it('sees in the original what would go, outlined and with its reason, and nothing of it runs', async () => {
    await button('Original').click();
    const chip = body().locator('[data-chaff]', { hasText: 'Comment: slot 3' });
    await chip.waitFor();
    assert.notEqual(await chip.getAttribute('title'), null);
    const outline = await body()
      .locator('[data-chaff]', { hasText: 'Nobody saw this.' })
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    assert.equal(outline, 'dashed', 'Clean at level standard would leave what is hidden');
    await button('Clean').click();
    await chip.waitFor({ state: 'detached' });
  });

  it('leaves out less at another level', async () => {
    await preview().getByLabel('Level').selectOption({ label: 'Standard' });
    await body().getByText('Nobody saw this.').waitFor();
    await preview().getByLabel('Level').selectOption({ label: 'Thorough' });
    await body().getByText('Nobody saw this.').waitFor({ state: 'detached' });
  });

  it('takes one hidden part out of the file, as one undo step', async () => {
    await preview().locator('#hidden summary').click();
    await button('Remove from file: Line 10').click();
    await preview().locator('#hidden summary', { hasText: '3 hidden' }).waitFor();
    await undo();
    await preview().locator('#hidden summary', { hasText: '4 hidden' }).waitFor();
  });

  it('keeps a hidden part by a comment in the file', async () => {
    await button('Keep this: Line 11').click();
    await body().getByText('Nobody saw this.').waitFor();
    await undo();
    await body().getByText('Nobody saw this.').waitFor({ state: 'detached' });
  });

  it('is told beside the date what is wrong with it, and repairs it there', async () => {
    await preview().locator('.badge[data-part="date"] summary').click();
    const fix = preview().locator('.badge[data-part="date"] button[data-action="fix"]').first();
    await fix.click();
    await preview()
      .locator('.badge[data-part="date"] button[data-action="fix"]')
      .waitFor({ state: 'detached' });
    await undo();
    await preview().locator('.badge[data-part="date"] summary').waitFor();
  });

  afterEach('goes back to the editor', focusEditor);

  it('comes to the exact place in the source by a double click', async () => {
    await body().getByText('second').dblclick();
    await position('Ln 7, Col 33');
  });

  it('finds the page where the editor is, and the editor where the page is', async () => {
    await window().openFile('long.md');
    await body().getByText('Paragraph 300.').waitFor();
    await window().goTo(250);
    const inView = (text: string): Promise<boolean> =>
      body()
        .getByText(text, { exact: true })
        .evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
    const numbers = window().page.locator('.editor-instance .line-numbers');
    await body().locator('.at-cursor', { hasText: 'Paragraph 246.' }).waitFor();
    // Paragraph n is on line n + 4. The one after the editor's first line is in view at the top of the page.
    await assertSoon(async () => {
      const lines = (await numbers.allInnerTexts()).map(Number).filter((line) => line > 0);
      return Math.min(...lines) > 200 && inView(`Paragraph ${Math.min(...lines) - 1}.`);
    });
    await body().hover();
    await window().page.mouse.wheel(0, -100_000);
    await window().page.locator('.editor-instance .line-numbers', { hasText: /^1$/ }).waitFor();
    await assertSoon(() => inView('Paragraph 1.'));
  });

  it('keeps one preview with its article while another follows', async () => {
    await window().openFile('tides.md');
    await body().getByText('The last words.').waitFor();
    await window().page.locator('.tab', { hasText: 'Preview tides.md' }).click();
    await window().page.getByRole('button', { name: 'Lock Preview to This Article' }).click();
    await window().page.locator('.tab', { hasText: '[Preview] tides.md' }).waitFor();
    await focusEditor();
    await window().openFile('other.md');
    await window().runCommand('Winnow: Open Preview to the Side');
    await body().getByText('Other words.').waitFor();
    assert.equal(await window().page.locator('.tab', { hasText: '[Preview] tides.md' }).count(), 1);
  });
});

/** Waits for something that no event tells of; looks again each time the page is drawn. */
async function assertSoon(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await condition()) {
      return;
    }
  }
  assert.fail('It did not come true.');
}
