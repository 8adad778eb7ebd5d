import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { readPayloads } from './support/payloads';
import { openPlainPage } from './support/workbench';

const payloads = readPayloads();
const groups = [...new Set(payloads.map(({ group }) => group))];

describe('The payloads of the tests', () => {
  let page: Page;
  /** Indices of the payloads that ran a script, and of those that asked another site for something. */
  const ran = new Set<number>();
  const asked = new Set<number>();

  before('are tried in a page that nothing protects', async () => {
    page = await openPlainPage();
    await page.exposeBinding('canary', ({ frame }) => {
      note(ran, frame);
    });
    page.on('request', (request) => {
      if (new URL(request.url()).hostname === 'evil.example' && request.frame().parentFrame()) {
        note(asked, request.frame());
      }
    });
    await page.route('**/*', (route) => {
      const isPage = route.request().url() === 'https://plain.example/';
      return isPage
        ? route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><body>' })
        : route.fulfill({ status: 404, body: '' });
    });
    await page.goto('https://plain.example/');
    await page.evaluate(
      tryInFrames,
      payloads.map(({ text }) => text),
    );
  });

  after(async () => {
    const browser = page.context().browser();
    await page.context().close();
    await browser?.close();
  });

  it('are many, each with a title of its own in its class', () => {
    assert.ok(payloads.length >= 300, String(payloads.length));
    const titles = payloads.map(({ group, title }) => `${group}: ${title}`);
    assert.deepEqual(
      titles.filter((title, index) => titles.indexOf(title) !== index),
      [],
    );
    assert.deepEqual(
      payloads.filter(({ text }) => text.trim() === ''),
      [],
    );
  });

  for (const group of groups) {
    it(`would run scripts or tell another site if the preview let them: ${group}`, () => {
      assert.ok(
        payloads.some((payload, index) => payload.group === group && (ran.has(index) || asked.has(index))),
      );
    });
  }

  it('would do harm for a good part', () => {
    // The others dress, hide, swallow or clobber, or are scripts of browsers that are gone.
    const harmful = new Set([...ran, ...asked]);
    assert.ok(ran.size > payloads.length / 4, `${ran.size} of ${payloads.length} run`);
    assert.ok(harmful.size > payloads.length / 3, `${harmful.size} of ${payloads.length} run or ask`);
  });

  /** Frames are named after the payloads; a payload's own frame counts for it. */
  function note(set: Set<number>, frame: Frame): void {
    const index = /^payload-(\d+)$/.exec(frame.name() || (frame.parentFrame()?.name() ?? ''))?.[1];
    if (index !== undefined) {
      set.add(Number(index));
    }
  }
});

/** Runs in the page: each text becomes a page of its own, in which everything is pressed once. */
async function tryInFrames(texts: readonly string[]): Promise<void> {
  const atOnce = 40;
  /** Milliseconds; a page that waits for something that never comes is left to itself. */
  const patience = 1000;
  for (let start = 0; start < texts.length; start += atOnce) {
    await Promise.all(texts.slice(start, start + atOnce).map((text, index) => tryOne(text, start + index)));
  }

  async function tryOne(text: string, index: number): Promise<void> {
    const frame = document.createElement('iframe');
    frame.name = `payload-${index}`;
    // Everything is allowed but to take the place of the page around it.
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-modals');
    frame.srcdoc = `<!DOCTYPE html><body>${text}`;
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
      setTimeout(resolve, patience);
    });
    document.body.append(frame);
    await loaded;
    for (const part of elementsOf(frame.contentDocument).slice(0, 40)) {
      part.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
    // A script in an address runs after the press.
    await new Promise((resolve) => setTimeout(resolve, 50));
    frame.remove();
  }

  /** Asks the prototype, since some payloads put an element in the place of a function of their document. */
  function elementsOf(inside: Document | null): readonly Node[] {
    const found: Node[] = [];
    if (inside) {
      const walker = Document.prototype.createTreeWalker.call(inside, inside, NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        found.push(node);
      }
    }
    return found;
  }
}
