// @ts-check
// Looks at Winnow in a real VS Code: opens a folder, does what it is told, takes screenshots. Run it in the checkout:
//
//   npm run build && node test/support/shot.mjs [OPTION...] FOLDER STEP...
//
// Options:
//   --size=1400x900       of the window
//   --settings='{...}'    user settings, JSON
//   --theme=NAME          color theme, e.g. "Default Light Modern", "Default High Contrast"
//   --language=zh-cn      what extensions take for the language of VS Code, whose own words stay English
//   --extension=FOLDER    an extension to load instead of this checkout
//   --show                what VS Code and its extensions log, on stderr
//
// Steps, in order:
//   open:PATH             opens a file of FOLDER in the editor
//   run:TITLE             runs a command of the command palette, by its full title ("Winnow: Clean Article")
//   line:N[:COLUMN]       puts the cursor there
//   press:KEY             e.g. press:Control+Period
//   type:TEXT
//   wait:SELECTOR         waits for an element of the workbench
//   webview:SELECTOR      waits for an element inside the newest webview
//   click:SELECTOR        clicks an element of the workbench; click-webview:SELECTOR one inside the newest webview
//   text:SELECTOR         prints the text of an element; html-webview:SELECTOR prints the HTML of one in the newest webview
//   shot:FILE.png         a screenshot
//
// Example:
//   node test/support/shot.mjs test/fixtures/sample open:article.md "run:Winnow: Open Preview to the Side" webview:main#article shot:/tmp/a.png
//
// FOLDER is copied to a temporary place first, so nothing in it changes.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { installBrowser, installFonts, launchBrowser } from './browser.mjs';
import { Trouble, endOnSignals, hold, root, temporaryFolder } from './scope.mjs';
import { installVSCode } from './vscode.mjs';
import { pageAddress, remoteUri, startWorkbench } from './workbench.mjs';

const stepDeadline = 60_000;
/** How often the quick input is opened for an entry before it is given up. */
const attempts = 6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1400x900' },
    settings: { type: 'string', default: '{}' },
    theme: { type: 'string' },
    language: { type: 'string' },
    extension: { type: 'string', default: root },
    show: { type: 'boolean', default: false },
  },
});

endOnSignals();
try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error);
  process.exit(1);
}

async function main() {
  const [source, ...steps] = positionals;
  if (!source) {
    throw new Trouble('Which folder? See the top of test/support/shot.mjs.');
  }
  const folder = path.join(temporaryFolder('shot'), path.basename(path.resolve(source)));
  cpSync(source, folder, { recursive: true });
  const vscode = await installVSCode(console.error);
  const executable = await installBrowser(console.error);
  await installFonts(console.error);
  const settings = {
    ...JSON.parse(values.settings),
    ...(values.theme && { 'workbench.colorTheme': values.theme }),
  };
  const { origin } = await startWorkbench({ vscode, settings, language: values.language });
  const server = await launchBrowser(executable);
  hold(() => server.process().kill('SIGKILL'));
  const browser = await chromium.connect(server.wsEndpoint());
  const [width, height] = values.size.split('x').map(Number);
  const page = await browser.newPage({
    viewport: { width: width ?? 1400, height: height ?? 900 },
    ...(values.language && { locale: values.language }),
  });
  page.setDefaultTimeout(stepDeadline);
  if (values.show) {
    page.on('console', (message) => console.error(`${message.type()}: ${message.text()}`));
  }
  const payload = {
    extensionDevelopmentPath: remoteUri(origin, path.resolve(values.extension)),
    skipWelcome: 'true',
  };
  await page.goto(pageAddress({ origin, folder, payload }));
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  for (const step of steps) {
    await perform(page, step);
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} step
 */
async function perform(page, step) {
  const [, verb = '', operand = ''] = /^([\w-]+):(.*)$/su.exec(step) ?? [];
  const webview = page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
  switch (verb) {
    case 'open':
      return quickInput(page, 'ControlOrMeta+P', operand, path.basename(operand));
    case 'run':
      return quickInput(page, 'F1', `>${operand}`, operand);
    case 'line':
      return quickInput(page, 'Control+G', `:${operand}`);
    case 'press':
      return page.keyboard.press(operand);
    case 'type':
      return page.keyboard.type(operand);
    case 'wait':
      return page.locator(operand).first().waitFor();
    case 'webview':
      return webview.locator(operand).first().waitFor();
    case 'click':
      return page.locator(operand).first().click();
    case 'click-webview':
      return webview.locator(operand).first().click();
    case 'text':
      return console.log(await page.locator(operand).first().innerText());
    case 'html-webview':
      return console.log(await webview.locator(operand).first().innerHTML());
    case 'shot':
      await page.screenshot({ path: operand });
      return console.log(operand);
    default:
      throw new Trouble(`Unknown step ${step}; see the top of test/support/shot.mjs.`);
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} key that opens the input
 * @param {string} text
 * @param {string} [label] what the entry to take begins with
 */
async function quickInput(page, key, text, label) {
  const widget = page.locator('.quick-input-widget');
  const begins = label === undefined ? '' : `[aria-label^=${JSON.stringify(label)}]`;
  const entry = widget.locator(`.monaco-list-row.focused${begins}`);
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(key);
    await widget.locator('input[type=text]').fill(text);
    try {
      await entry.waitFor({ timeout: stepDeadline / attempts });
      break;
    } catch (error) {
      // The list is made when the text changes; what an extension or the disk brings later is not in it.
      if (attempt === attempts) {
        throw error;
      }
      await page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    }
  }
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}
