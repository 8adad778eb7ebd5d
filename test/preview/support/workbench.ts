// A VS Code window for the preview tests. The server and the browser run once for all of them (run.mjs starts
// them); a window is a page of its own, with its own folder and settings.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';

export interface WorkbenchOptions {
  /** A folder of the checkout that is copied into the window's folder. */
  readonly copyOf?: string;
  /** Files to write into the window's folder: path to text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Settings of the window's folder. */
  readonly settings?: Settings;
  /** The folder is not trusted. */
  readonly restricted?: boolean;
  /** Of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

export type Settings = Readonly<Record<string, unknown>>;

/** What run.mjs says about what it has started. */
interface Surroundings {
  readonly origin: string;
  /** Of a VS Code that trusts no folder. */
  readonly restricted: string;
  /** Playwright's address of the browser. */
  readonly browser: string;
  /** Where windows get their folders; run.mjs removes it. */
  readonly folder: string;
}

/** Starts of VS Code on a busy machine take seconds; a condition that takes longer than this is not coming. */
const patience = 60_000;

/** How often the quick input is opened for an entry before it is given up. */
const attempts = 6;

export class Workbench {
  readonly page: Page;
  /** The folder that is open: absolute path. */
  readonly folder: string;
  readonly #browser: Browser;
  #settings: Settings = {};

  private constructor(page: Page, folder: string, browser: Browser) {
    this.page = page;
    this.folder = folder;
    this.#browser = browser;
  }

  /** Opens a window and waits until its folder is shown. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { origin, restricted, browser: endpoint, folder: parent } = surroundings();
    const folder = mkdtempSync(path.join(parent, 'folder-'));
    if (options.copyOf) {
      cpSync(options.copyOf, folder, { recursive: true });
    }
    const browser = await chromium.connect(endpoint);
    const page = await browser.newPage({ viewport: options.size ?? { width: 1400, height: 900 } });
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(page, folder, browser);
    for (const [name, text] of Object.entries(options.files ?? {})) {
      workbench.writeFile(name, text);
    }
    workbench.setSettings(options.settings ?? {});
    const address = new URL(options.restricted ? restricted : origin);
    address.searchParams.set('folder', folder);
    await page.goto(address.href);
    await page.locator('.explorer-folders-view .monaco-list').waitFor();
    return workbench;
  }

  /** Closes the window and removes its folder. */
  async close(): Promise<void> {
    await this.page.context().close();
    await this.#browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes a file of the folder, as another program would. */
  writeFile(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** The text of a file of the folder, as it is on disk. */
  readFile(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Opens a file of the folder in the editor, through quick open. */
  async openFile(name: string): Promise<void> {
    await this.#pick({ key: 'ControlOrMeta+P', text: name, label: path.posix.basename(name) });
    await this.page
      .locator(`.tab.active[data-resource-name=${JSON.stringify(path.posix.basename(name))}]`)
      .waitFor();
  }

  /** Runs a command through the command palette, by its full title: `Winnow: Clean Article`. */
  async runCommand(title: string): Promise<void> {
    await this.#pick({ key: 'F1', text: `>${title}`, label: title });
  }

  /** Puts the cursor at a place of the active editor, both 1-based. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#pick({ key: 'Control+G', text: `:${line}:${column}` });
  }

  /** The content of the webview that is in view. Locators in it wait, so this can be asked before it has opened. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame');
  }

  /**
   * Adds to the settings of the folder, also while VS Code is running: wait for what they change. (VS Code does
   * not see it when another program changes the user's settings.)
   */
  setSettings(settings: Settings): void {
    this.#settings = { ...this.#settings, ...settings };
    this.writeFile('.vscode/settings.json', JSON.stringify(this.#settings, null, 2));
  }

  /** Switches the color theme and waits until it is there. */
  async setTheme(kind: keyof typeof themes): Promise<void> {
    const { name, className } = themes[kind];
    this.setSettings({ 'workbench.colorTheme': name });
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Writes `NAME.png` into the folder that `WINNOW_SCREENSHOTS` names; does nothing when it names none. */
  async screenshot(name: string): Promise<void> {
    const folder = process.env.WINNOW_SCREENSHOTS;
    if (folder) {
      await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
    }
  }

  /** Opens the quick input, writes into it and takes the first entry, once that begins with `label`. */
  async #pick({ key, text, label }: { key: string; text: string; label?: string }): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const begins = label === undefined ? '' : `[aria-label^=${JSON.stringify(label)}]`;
    const entry = widget.locator(`.monaco-list-row.focused${begins}`);
    for (let attempt = 1; ; attempt++) {
      try {
        // A key is lost while the focus goes to a page that is being loaded.
        await this.page.keyboard.press(key);
        await widget.locator('input[type=text]').fill(text, { timeout: patience / attempts });
        await entry.waitFor({ timeout: patience / attempts });
        break;
      } catch (error) {
        // The list is made when the text changes; what an extension or the disk brings later is not in it.
        if (attempt === attempts) {
          throw error;
        }
        await this.page.keyboard.press('Escape');
        await widget.waitFor({ state: 'hidden' });
      }
    }
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }
}

/** Opens an empty page without VS Code, in which nothing is protected; close its context and its browser. */
export async function openPlainPage(): Promise<Page> {
  const browser = await chromium.connect(surroundings().browser);
  return browser.newPage();
}

/**
 * Opens one window for the tests of a `describe` block and closes it after them.
 * @returns the window, once the tests run
 */
export function useWorkbench(options?: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  before('opens VS Code', async () => {
    workbench = await Workbench.open(options);
  });
  afterEach('looks at a failure', async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench?.screenshot(`failed ${this.currentTest.fullTitle()}`);
    }
  });
  after('closes VS Code', () => workbench?.close());
  return () => {
    if (!workbench) {
      throw new Error('The window is there only while tests run.');
    }
    return workbench;
  };
}

const themes = {
  light: { name: 'Default Light Modern', className: 'vs' },
  dark: { name: 'Default Dark Modern', className: 'vs-dark' },
  highContrast: { name: 'Default High Contrast', className: 'hc-black' },
  highContrastLight: { name: 'Default High Contrast Light', className: 'hc-light' },
} as const;

function surroundings(): Surroundings {
  const text = process.env.WINNOW_PREVIEW;
  if (!text) {
    throw new Error('Preview tests run through `npm run test:preview`, which starts VS Code and a browser.');
  }
  return JSON.parse(text) as Surroundings;
}
