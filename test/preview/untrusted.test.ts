import assert from 'node:assert/strict';
import { Guard } from './support/guard';
import { Workbench } from './support/workbench';

const article = `---
title: From a folder that nobody trusts
headimg: https://pictures.example/head.png
date: 2021-02-30 08:00:00
---

<p>The first words.</p>
<!-- an advertisement -->
<p class="notice-of-ours">Left out by a pattern of the settings.</p>
<p class="notice-of-config">Left out by a pattern of .winnow.yaml.</p>
<p><img src="https://pictures.example/body.png" alt="remote"> <img src="//pictures.example/other.png" alt="other"></p>
<p><img src="dot.svg" alt="local"></p>
<video src="https://pictures.example/film.mp4" poster="https://pictures.example/poster.png"></video>

![in Markdown](https://pictures.example/markdown.png)

<p>The last words.</p>
`;

const packs = [{ match: '.notice-of-ours', why: 'a notice' }];

const files = {
  'article.md': article,
  'dot.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>',
  '.winnow.yaml':
    'packs:\n  - match: .notice-of-config\n    why: a notice\nfrontMatter:\n  schema: schema.json\n',
  // Whoever reads it demands a field that the article does not have.
  'schema.json': '{ "type": "object", "required": ["demanded"] }',
};

const settings = { 'winnow.packs': packs, 'winnow.preview.remoteImages': 'always' };

/** The same folder twice: without the first run nothing would say that trust makes the difference. */
for (const restricted of [false, true]) {
  describe(`An article in a folder that is ${restricted ? 'not ' : ''}trusted`, () => {
    let workbench: Workbench;
    let guard: Guard;

    before(async () => {
      workbench = await Workbench.open({ files, settings, restricted });
      guard = await Guard.post(workbench);
      guard.allowPictures(false);
      await workbench.openFile('article.md');
      await workbench.runCommand('Winnow: Open Preview to the Side');
      await workbench.webview().getByText('The last words.').waitFor();
    });

    after(() => workbench.close());

    it('is shown and cleaned', async () => {
      const body = await workbench.webview().locator('main#article').innerText();
      assert.match(body, /^The first words\./);
      assert.doesNotMatch(body, /advertisement/);
      assert.equal(
        await workbench.webview().locator('header#head h1').innerText(),
        'From a folder that nobody trusts',
      );
    });

    it(`is ${restricted ? 'not ' : ''}changed by patterns that came with the folder`, async () => {
      const main = workbench.webview().locator('main#article');
      const body = await main.innerText();
      assert.equal(body.includes('pattern of the settings'), restricted);
      if (restricted) {
        assert.match(body, /pattern of \.winnow\.yaml/);
      } else {
        // Those of the settings stood above those of the file.
        workbench.setSettings({ 'winnow.packs': undefined });
        await main.getByText('pattern of the settings').waitFor();
        await main.getByText('pattern of .winnow.yaml').waitFor({ state: 'detached' });
      }
    });

    it(`is ${restricted ? 'not ' : ''}checked against a schema that came with the folder`, async () => {
      await workbench.runCommand('View: Focus Problems');
      const problems = workbench.page.locator('.markers-panel');
      await problems.getByText('article.md').first().waitFor();
      // Its faults come all at once, and that there is no such day is one of them either way.
      await problems.locator('.monaco-list-row', { hasText: 'March' }).waitFor();
      assert.equal(
        (await problems.locator('.monaco-list-row', { hasText: 'demanded' }).count()) === 0,
        restricted,
      );
    });

    it(restricted ? 'loads no picture but those of the folder' : 'loads its pictures', async () => {
      const image = workbench.webview().locator('main#article').getByAltText('local');
      await image.evaluate((element) => (element as HTMLImageElement).decode());
      const frame = await guard.enter();
      const asked = (await guard.incidents(frame)).filter(({ kind }) => kind === 'request');
      assert.equal(asked.length === 0, restricted, JSON.stringify(asked));
      const remote = workbench.webview().locator('img[src*="pictures.example"], [poster], video[src]');
      const found = await remote.evaluateAll((elements) => elements.map((element) => element.outerHTML));
      assert.equal(found.length === 0, restricted, found.join('\n'));
    });

    it('breaks no rule of the policy of its page', async () => {
      const frame = await guard.enter();
      const incidents = await guard.incidents(frame);
      assert.deepEqual(
        incidents.filter(({ kind }) => kind === 'violation'),
        [],
      );
    });

    if (restricted) {
      it('has a page whose policy would refuse a picture from elsewhere, whatever the article says', async () => {
        const frame = await guard.enter();
        const loaded = await frame.evaluate(
          () =>
            new Promise<boolean>((resolve) => {
              const image = new Image();
              image.onload = () => {
                resolve(true);
              };
              image.onerror = () => {
                resolve(false);
              };
              image.src = 'https://pictures.example/by-the-test.png';
            }),
        );
        assert.equal(loaded, false);
      });
    }
  });
}
