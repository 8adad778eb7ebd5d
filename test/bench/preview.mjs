// @ts-check
// How soon the preview shows an edit, beside VS Code's own preview: `npm run bench:preview [-- OPTIONS]`.
//
//   --sizes=5,200,1000   of the articles, in KB
//   --edits=50           edits of each preview and article
//   --kinds=letter,whole,typing
//   --heap=1000          edits over which memory is watched; 0 leaves it out
//   --profile=FOLDER     writes a CPU profile of the extension host for each preview
//
// A real VS Code in a browser shows a generated article in its editor and one preview beside it. Both previews are
// measured in turn on the same file in the same run, one open at a time. A key is pressed in the editor; the time runs
// from its `keydown` to the moment a MutationObserver in the preview's page sees the text that it wrote.
//
//   letter    One letter after a pause, with no waiting: of VS Code's preview a copy is used whose timer of 300 ms is set
//             to 0. Both times hold the way of the key through the editor to the extension host, which no preview can
//             shorten.
//   whole     The same with a character that may be a mark: our preview judges and renders the whole article before it
//             shows it, which it begins at once.
//   typing    Three keys, 40 ms apart, after a pause: from the last key until its text shows, with all the waiting that
//             each preview does as it is shipped.
//
// Memory is the used heap after a garbage collection, of the preview's page and of the extension host, after edit 100
// and after the last one.
/* global window, document, performance, MutationObserver */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { installBrowser, launchBrowser } from '../support/browser.mjs';
import { endOnSignals, hold, releaseAll, root, temporaryFolder } from '../support/scope.mjs';
import { installVSCode } from '../support/vscode.mjs';
import { pageAddress, startWorkbench } from '../support/workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */
/** @typedef {'ours' | 'builtin'} Preview */
/** @typedef {'letter' | 'whole' | 'typing'} Kind */
/** @typedef {{ name: string, line: number, column: number }} Place of the cursor; line and column are 1-based */

const patience = 120_000;
/** Blocks of edits in which the previews take turns, so that a machine that slows down slows both. */
const turns = 2;

const previews = /** @type {const} */ (['ours', 'builtin']);
const kinds = /** @type {const} */ (['letter', 'whole', 'typing']);

/** The whole article is shown, whatever its size. */
const settings = {
  'winnow.maxBodySize': 0,
  'files.autoSave': 'off',
  'editor.wordWrap': 'off',
  '[markdown]': { 'editor.wordWrap': 'off' },
};

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5,200,1000' },
    edits: { type: 'string', default: '50' },
    kinds: { type: 'string', default: kinds.join() },
    heap: { type: 'string', default: '1000' },
    profile: { type: 'string' },
  },
});

async function main() {
  const sizes = values.sizes.split(',').map(Number);
  const { writeArticleOf } = createRequire(import.meta.url)(path.join(root, 'dist/test/bench/corpus.js'));
  const vscode = await installVSCode(console.error);
  const executable = await launchBrowser(await installBrowser(console.error));
  hold(() => executable.process().kill('SIGKILL'));
  const browser = await chromium.connect(executable.wsEndpoint());
  console.log('size      preview   milliseconds: median (min-max)');
  const asked = values.kinds.split(',');
  for (const kind of kinds.filter((kind) => asked.includes(kind))) {
    const { origin, server } = await startWorkbench({
      vscode,
      installed: true,
      alsoInstalled: kind === 'typing' ? [] : [undelayed(vscode)],
      settings,
    });
    const free = hold(() => server.stop());
    const folder = temporaryFolder('articles');
    for (const size of sizes) {
      const { text, line, column } = withMarker(writeArticleOf('news', size * 1000));
      writeFileSync(path.join(folder, nameOf(size)), text);
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      page.setDefaultTimeout(patience);
      await page.goto(pageAddress({ origin, folder }));
      await page.locator('.explorer-folders-view .monaco-list').waitFor();
      const bench = await Bench.open(page, { name: nameOf(size), line, column });
      const times = await compare(bench, kind, (preview, what) =>
        values.profile === undefined
          ? undefined
          : writeProfile(`${kind}-${size}-${preview}`, inspect(vscode, server, what)),
      );
      for (const preview of previews) {
        console.log(`${`${size} KB`.padEnd(10)}${preview.padEnd(10)}${kind}: ${spread(times[preview])}`);
      }
      const ratio = median(times.ours) / median(times.builtin);
      console.log(`${''.padEnd(10)}${'ratio'.padEnd(10)}${kind}: ${ratio.toFixed(2)}`);
      if (kind === 'typing' && size === sizes[0] && Number(values.heap) > 0) {
        await watchMemory(bench, Number(values.heap), () => inspect(vscode, server, 'heap'));
      }
      await page.close();
    }
    free();
  }
  // In order: one that is killed still writes into its folder.
  await executable.close();
}

/**
 * Both previews of one article in turn.
 * @param {Bench} bench
 * @param {Kind} kind
 * @param {(preview: Preview, what: 'start' | 'stop') => void} profile
 */
async function compare(bench, kind, profile) {
  /** @type {Record<Preview, number[]>} */
  const times = { ours: [], builtin: [] };
  for (let turn = 0; turn < turns; turn++) {
    for (const preview of previews) {
      await bench.show(preview);
      if (turn === turns - 1) {
        profile(preview, 'start');
      }
      for (let edit = 0; edit < Number(values.edits) / turns; edit++) {
        times[preview].push(await bench.edit(kind === 'typing' ? 3 : 1, kind === 'whole' ? ';' : undefined));
      }
      if (turn === turns - 1) {
        profile(preview, 'stop');
      }
    }
  }
  return times;
}

/**
 * A copy of VS Code's own preview that does not wait before it updates.
 * @param {import('../support/vscode.mjs').VSCode} vscode
 * @returns {string} the folder of the extension
 */
function undelayed(vscode) {
  const name = 'markdown-language-features';
  const folder = path.join(temporaryFolder('undelayed'), name);
  cpSync(path.join(path.dirname(vscode.entry), '../../lib/vscode/extensions', name), folder, {
    recursive: true,
  });
  rewrite(path.join(folder, 'package.json'), (text) =>
    JSON.stringify({ ...JSON.parse(text), version: '99.0.0' }),
  );
  // `#delay = 300` of `MarkdownPreview`, the only such field.
  rewrite(path.join(folder, 'dist/extension.js'), (text) => {
    const parts = text.split(/(?<=;#\w+=)300(?=;#)/u);
    if (parts.length !== 2) {
      throw new Error(`The delay of VS Code's preview is at ${parts.length - 1} places.`);
    }
    return parts.join('0');
  });
  return folder;
}

/** @param {string} file @param {(text: string) => string} change */
function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** @param {string} name @param {string | undefined} profile */
function writeProfile(name, profile) {
  if (values.profile !== undefined && profile) {
    mkdirSync(values.profile, { recursive: true });
    writeFileSync(path.join(values.profile, `${name}.cpuprofile`), profile);
  }
}

/** @param {number} size in KB */
const nameOf = (size) => `article-${size}.md`;

const marker = 'Marker: ';

/**
 * What is typed as the character of that index behind the marker: in no order that comes again, since the place of a letter
 * in the page is known by the letters around it. @param {number} index
 */
function letter(index) {
  const mixed = Math.imul(index + 1, 0x9e3779b1);
  return String.fromCharCode(97 + ((Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 8) % 26));
}

/** A paragraph in the middle of the article, in which the edits are made, and where. @param {string} text */
function withMarker(text) {
  const lines = text.split('\n');
  const paragraphs = lines.flatMap((line, index) => (line.startsWith('<p>') ? [index] : []));
  const at = paragraphs[paragraphs.length >> 1] ?? lines.length;
  lines.splice(at, 0, `<p>${marker}x</p>`);
  return { text: lines.join('\n'), line: at + 1, column: `<p>${marker}x`.length + 1 };
}

/** An editor with the article in it and one preview beside it. */
class Bench {
  /** @type {Page} */ page;
  /** @type {Frame | undefined} */ frame;
  #written = 1;
  #lastTook = 0;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {Page} page @param {Place} place */
  static async open(page, { name, line, column }) {
    const bench = new Bench(page);
    await pick(page, 'ControlOrMeta+P', `${name}:${line}:${column}`, name);
    await page.locator(`.tab.active[data-resource-name=${JSON.stringify(name)}]`).waitFor();
    await page.evaluate(() => {
      window.addEventListener(
        'keydown',
        () => Object.assign(window, { lastKey: performance.timeOrigin + performance.now() }),
        { capture: true },
      );
    });
    return bench;
  }

  /** Opens a preview in the place of the one before. @param {Preview} preview */
  async show(preview) {
    const { page } = this;
    await page.keyboard.press('Control+1');
    if (this.frame) {
      await pick(page, 'F1', '>View: Close Editors in Other Groups', 'View: Close Editors in Other Groups');
      await page.locator('iframe.webview').waitFor({ state: 'detached' });
    }
    if (preview === 'ours') {
      await pick(page, 'F1', '>Winnow: Open Preview to the Side', 'Winnow: Open Preview to the Side');
    } else {
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.press('v');
    }
    const element = page.frameLocator('iframe.webview.ready').locator('iframe#active-frame');
    await element.contentFrame().getByText(marker).first().waitFor();
    const handle = await element.elementHandle();
    this.frame = (await handle?.contentFrame()) ?? undefined;
    await this.frame?.evaluate((marker) => {
      const watch = { length: 0, /** @type {((time: number) => void) | undefined} */ found: undefined };
      Object.assign(window, { watch });
      new MutationObserver(() => {
        const time = performance.timeOrigin + performance.now();
        const text = document.body.textContent ?? '';
        const start = text.indexOf(marker);
        let end = start + marker.length;
        while (/[a-z;]/.test(text[end] ?? '')) {
          end++;
        }
        if (start >= 0 && end - start - marker.length >= watch.length) {
          watch.found?.(time);
          watch.found = undefined;
        }
      }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    }, marker);
    await page.keyboard.press('Control+1');
    await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
    await page.waitForTimeout(2000);
  }

  /**
   * Writes some characters and tells the milliseconds from the last key until all are shown.
   * @param {number} keys
   * @param {string} [mark] instead of a letter
   */
  async edit(keys, mark) {
    const { page, frame } = this;
    if (!frame) {
      throw new Error('No preview is open.');
    }
    // Neither preview is still resting from the last update: ours rests for up to four times what one takes.
    await page.waitForTimeout(Math.max(500, this.#lastTook * 5));
    this.#written += keys;
    const shown = frame.evaluate(
      (length) =>
        new Promise((resolve) => {
          Object.assign(/** @type {any} */ (window).watch, { length, found: resolve });
        }),
      this.#written,
    );
    for (let key = 0; key < keys; key++) {
      await page.keyboard.press(mark ?? letter(this.#written - keys + key));
      if (key < keys - 1) {
        await page.waitForTimeout(40);
      }
    }
    const time = Number(await shown);
    const pressed = Number(await page.evaluate(() => /** @type {any} */ (window).lastKey));
    this.#lastTook = time - pressed;
    return time - pressed;
  }

  /** Writes a character and waits until it is shown. */
  async type() {
    this.#written++;
    const shown = this.frame?.evaluate(
      (length) =>
        new Promise((resolve) => {
          Object.assign(/** @type {any} */ (window).watch, { length, found: resolve });
        }),
      this.#written,
    );
    await this.page.keyboard.press(letter(this.#written - 1));
    await shown;
  }

  /** Used bytes of the preview's page after a garbage collection. */
  async heap() {
    const { page, frame } = this;
    const context = page.context();
    // A frame in the process of its page has no session of its own; the heap is then that of both.
    const session = await context.newCDPSession(frame ?? page).catch(() => context.newCDPSession(page));
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return usedSize;
  }
}

/** @param {Bench} bench @param {number} edits @param {() => string | undefined} hostHeap */
async function watchMemory(bench, edits, hostHeap) {
  await bench.show('ours');
  /** @type {Record<string, number>} */
  const first = {};
  for (let edit = 1; edit <= edits; edit++) {
    await bench.type();
    if (edit === 100 || edit === edits) {
      const now = { page: await bench.heap(), host: Number(hostHeap() ?? NaN) };
      for (const [name, bytes] of Object.entries(now)) {
        const grown = first[name] === undefined ? '' : ` (${((bytes / first[name] - 1) * 100).toFixed(1)} %)`;
        first[name] ??= bytes;
        console.log(`heap of the ${name} after edit ${edit}: ${(bytes / 1e6).toFixed(2)} MB${grown}`);
      }
    }
  }
}

/**
 * Asks the inspector of the extension host, which a signal opens. Runs in VS Code's Node: it has a WebSocket.
 * @param {import('../support/vscode.mjs').VSCode} vscode
 * @param {import('../support/vscode.mjs').Server} server
 * @param {'heap' | 'start' | 'stop'} what
 * @returns {string | undefined} undefined when there is no answer, as on a system without /proc
 */
function inspect(vscode, server, what) {
  const host = extensionHost(server);
  if (host === undefined) {
    return undefined;
  }
  process.kill(host, 'SIGUSR1');
  const script = path.join(root, 'test/bench/inspect.mjs');
  const { stdout, status, stderr } = spawnSync(vscode.node, [script, what], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) {
    console.error(stderr);
  }
  return status === 0 ? stdout : undefined;
}

/** @param {import('../support/vscode.mjs').Server} server @returns {number | undefined} */
function extensionHost(server) {
  try {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
    /** @param {string} id */
    const parentOf = (id) => /^PPid:\s*(\d+)/mu.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? '0';
    const ours = (/** @type {string} */ id) => {
      for (let at = id; at !== '0'; at = parentOf(at)) {
        if (at === String(server.pid)) {
          return true;
        }
      }
      return false;
    };
    const found = processes.filter((id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=extensionHost') && ours(id);
      } catch {
        return false; // It has ended meanwhile.
      }
    });
    // The newest: a closed window leaves its host for a while.
    return found.length > 0 ? Math.max(...found.map(Number)) : undefined;
  } catch {
    return undefined; // Another system.
  }
}

/** @param {Page} page @param {string} key @param {string} text @param {string} label */
async function pick(page, key, text, label) {
  const widget = page.locator('.quick-input-widget');
  const entry = widget.locator(`.monaco-list-row.focused[aria-label^=${JSON.stringify(label)}]`);
  for (let attempt = 1; ; attempt++) {
    try {
      await page.keyboard.press(key);
      // What takes the focus, such as a notification, closes it.
      await widget.locator('input[type=text]').fill(text, { timeout: 10_000 });
      await entry.waitFor({ timeout: 10_000 });
      break;
    } catch (error) {
      if (attempt === 6) {
        throw error;
      }
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** @param {readonly number[]} times */
function spread(times) {
  return `${median(times).toFixed(0)} (${Math.min(...times).toFixed(0)}-${Math.max(...times).toFixed(0)})`;
}

endOnSignals();
try {
  await main();
} finally {
  releaseAll();
}
process.exit();
