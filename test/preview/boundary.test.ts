import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { render } from '../../src/core/render';
import { describeArticles } from '../support/articles';
import { testDocument } from '../support/context';
import { Guard } from './support/guard';
import { Workbench } from './support/workbench';

const samples = ['2021-03-02-streams.md', '2022-05-15-river-lights.md'];

describe('The boundary of the preview', () => {
  let workbench: Workbench;
  let guard: Guard;
  let frame: Frame;
  let main: Locator;

  before(async () => {
    workbench = await Workbench.open({
      copyOf: 'test/fixtures/sample',
      // Not `always`: whatever is loaded against the reader's will, the policy of the page refuses and tells.
      settings: { 'winnow.preview.remoteImages': 'never' },
    });
    guard = await Guard.post(workbench);
    main = workbench.webview().locator('main#article');
    await workbench.openFile(samples[0] ?? '');
    await workbench.runCommand('Winnow: Open Preview to the Side');
    await main.locator('[data-line]').first().waitFor();
    frame = await guard.enter();
  });

  after(() => workbench.close());

  it('is watched: what an article must not do would be seen', async () => {
    await frame.evaluate(() => {
      (window as unknown as { canary: () => void }).canary();
      const image = document.createElement('img');
      image.setAttribute('onerror', 'canary()');
      image.setAttribute('style', 'color:red');
      const page = document.createElement('iframe');
      page.src = 'https://evil.example/';
      document.body.append(image, page);
      image.remove();
      page.remove();
    });
    await fetchFrom(workbench, 'https://evil.example/');
    const kinds = new Set((await guard.incidents(frame)).map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ['frame', 'request', 'script', 'violation']);
  });

  it('is crossed by no article of the sample: each keeps to the policy of the page', async () => {
    for (const name of samples) {
      await workbench.openFile(name);
      await workbench.webview().locator('h1', { hasText: /\S/ }).waitFor();
      await main.locator('[data-line]').first().waitFor();
    }
    assert.deepEqual(await guard.incidents(frame), []);
  });

  it('lets in no message from another origin', async () => {
    const update = await lastUpdate(workbench, frame, main);
    const version = await frame.evaluate(() => Number(document.body.dataset.version));
    await frameOfAnotherOrigin(workbench).then((foreign) =>
      foreign.evaluate(
        (message) => {
          const send = (target: Window): void => {
            target.postMessage(message, '*');
            // A window is a list of its frames, but of another origin's it gives no iterator.
            // eslint-disable-next-line @typescript-eslint/prefer-for-of
            for (let index = 0; index < target.length; index++) {
              const inner = target[index];
              if (inner) {
                send(inner);
              }
            }
          };
          send(window.parent);
        },
        { ...update, version: version + 1000, html: '<p>From elsewhere.</p>' },
      ),
    );
    // The same message from the page's own origin is shown: so the other one was not malformed, but refused.
    await frame.evaluate(
      (message) => {
        window.postMessage(message, window.origin);
      },
      { ...update, version: version + 1, html: '<p>From here.</p>' },
    );
    await main.getByText('From here.').waitFor();
    assert.equal(await main.getByText('From elsewhere.').count(), 0);
    await guard.incidents(frame);
  });

  it('lets out only what the protocol names; the extension does nothing for anything else', async () => {
    await workbench.openFile(samples[1] ?? '');
    await main.locator('[data-line]').first().waitFor();
    const tabs = await workbench.page.locator('.tab').allInnerTexts();
    const outer = frame.parentFrame();
    assert.ok(outer);
    await outer.evaluate(
      (messages) => {
        for (const message of messages) {
          (window as unknown as { winnowSend: (message: unknown) => void }).winnowSend(message);
        }
      },
      [
        ...spoofed(await frame.evaluate(() => Number(document.body.dataset.version))),
        null,
        'openLink',
        [],
        { type: 'openLink' },
      ],
    );
    // It still listens: what it was sent before has been dealt with when this has.
    await workbench.openFile(samples[0] ?? '');
    await workbench.webview().locator('h1', { hasText: 'Node.js' }).waitFor();
    assert.deepEqual((await workbench.page.locator('.tab').allInnerTexts()).length, tabs.length);
    assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
    assert.deepEqual(
      (await guard.incidents(frame)).filter(({ kind }) => kind !== 'violation'),
      [],
    );
  });

  describeArticles('with real articles', (articles) => {
    it('is crossed by none of them, cleaned or as they are', async () => {
      const update = await lastUpdate(workbench, frame, main);
      let version = 2_000_000;
      for (const { name, text } of articles) {
        for (const request of [{ level: 'thorough' }, { level: 'minimal' }, { original: true }] as const) {
          const { article, context } = testDocument(text);
          const { html, head } = render(article, request, context);
          const { headimg, ...rest } = head;
          version += 1;
          await frame.evaluate(
            (message) => {
              window.postMessage(message, window.origin);
            },
            {
              ...update,
              version,
              source: name,
              html,
              head: { ...(update.head as object), ...rest, ...(headimg && { image: headimg }) },
            },
          );
          await workbench.webview().locator(`body[data-version="${version}"]`).waitFor();
          assert.deepEqual(await guard.incidents(frame), [], `${name} ${JSON.stringify(request)}`);
        }
      }
    });
  });
});

/** Messages that have a shape of the protocol and ask for something that no article may have. */
function spoofed(version: number): readonly unknown[] {
  const links = [
    'command:workbench.action.closeAllEditors',
    'vscode://file/etc/passwd',
    'javascript:canary()',
    'file:///etc/passwd',
    'data:text/html,x',
    '../../../../../../etc/passwd',
    '..%2f..%2f..%2f..%2fetc%2fpasswd',
    'x'.repeat(9000),
  ];
  return [
    ...links.map((href) => ({ type: 'openLink', version, href })),
    { type: 'openLink', version: version + 1, href: 'https://evil.example/' },
    { type: 'openLink', version: String(version), href: 'https://evil.example/' },
    { type: 'openLink', version, href: ['https://evil.example/'] },
    { type: 'reveal', version, line: -1 },
    { type: 'reveal', version, line: 1.5 },
    { type: 'command', version, command: 'workbench.action.closeAllEditors' },
    { type: '__proto__', version },
    { type: 'rendered', version: Number.MAX_VALUE },
  ];
}

/** An update as the extension sends it. */
async function lastUpdate(
  workbench: Workbench,
  frame: Frame,
  main: Locator,
): Promise<Readonly<Record<string, unknown>>> {
  const update = frame.evaluate(
    () =>
      new Promise<Readonly<Record<string, unknown>>>((resolve) => {
        window.addEventListener('message', ({ data }: MessageEvent<Readonly<Record<string, unknown>>>) => {
          if (data.type === 'update') {
            resolve(data);
          }
        });
      }),
  );
  const [first, second] = samples;
  await workbench.openFile(
    (await workbench.page.locator(`.tab.active[data-resource-name="${first}"]`).count())
      ? (second ?? '')
      : (first ?? ''),
  );
  await main.locator('[data-line]').first().waitFor();
  return update;
}

/** A page of another origin in the same window; its policy is VS Code's, so it is empty and the test acts for it. */
async function frameOfAnotherOrigin({ page }: Workbench): Promise<Frame> {
  await page.evaluate(() => {
    const element = document.createElement('iframe');
    element.id = 'another-origin';
    element.setAttribute('sandbox', 'allow-scripts');
    element.srcdoc = '<p>x</p>';
    document.body.append(element);
  });
  const element = await page.locator('#another-origin').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) {
    throw new Error('There is no frame of another origin.');
  }
  return frame;
}

/** From the window around the preview, which may ask the network for things. */
async function fetchFrom({ page }: Workbench, address: string): Promise<void> {
  await page.evaluate(async (target) => {
    await fetch(target, { mode: 'no-cors' }).catch(() => undefined);
  }, address);
}
