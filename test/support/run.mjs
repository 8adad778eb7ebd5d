// @ts-check
// Runs the tests and counts them: `node test/support/run.mjs [SUITE...] [--grep=PATTERN] [--show]`.
//
//   SUITE           unit, host, preview or desktop; without one: types, lint, build and all suites but desktop
//   --grep=PATTERN  only the tests whose full title matches
//   --show          also what VS Code and its extensions log
//
// Tests over real articles read the folder that WINNOW_ARTICLES names. WINNOW_SCREENSHOTS names a folder for
// screenshots. The last line is `N passed, N failed, N skipped`; the exit code is 1 when anything failed.
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { installBrowser, installFonts, launchBrowser } from './browser.mjs';
import { Results } from './results.mjs';
import {
  Trouble,
  Watch,
  endOnSignals,
  hold,
  ownTemporaryFolder,
  root,
  run,
  temporaryFolder,
} from './scope.mjs';
import { installVSCode } from './vscode.mjs';
import { pageAddress, remoteUri, startWorkbench } from './workbench.mjs';

/** Each test has a time limit of its own; a suite that says nothing for longer than this hangs. */
const silence = 5 * 60_000;
const silenceMessage = `No test ended for ${silence / 60_000} minutes: the run hangs and was ended.`;
/** A server whose runner was killed ends by itself after so many seconds. */
const idleTimeout = 3600;
/** Generous: a busy machine is many times slower than an idle one, and only a test that hangs waits for them. */
const timeouts = { unit: 60_000, preview: 180_000 };

/** What esbuild.mjs must build for a suite. */
const targets = {
  unit: ['main', 'cli', 'mocha', 'unit'],
  host: ['main', 'preview', 'mocha', 'host'],
  preview: ['main', 'preview', 'mocha', 'preview-tests'],
  desktop: ['main', 'preview', 'mocha', 'host'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string', default: '' }, show: { type: 'boolean', default: false } },
});
const environment = { ...process.env, ...(values.grep && { WINNOW_GREP: values.grep }) };
const results = new Results();

endOnSignals();
ownTemporaryFolder();
try {
  await main();
} catch (error) {
  results.fail(
    'the run',
    error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error),
  );
}
process.exit(results.conclude() ? 0 : 1);

async function main() {
  const unknown = positionals.filter((name) => !(name in targets));
  if (unknown.length > 0) {
    throw new Trouble(`Unknown suite ${unknown.join(', ')}; there are ${Object.keys(targets).join(', ')}.`);
  }
  const all = positionals.length === 0;
  const wanted = /** @type {(keyof typeof targets)[]} */ (all ? ['unit', 'host', 'preview'] : positionals);
  if (all) {
    await results.check('types', () => tool('typescript/bin/tsc', ['-b', '--pretty', 'false']));
    await results.check('eslint', () => tool('eslint/bin/eslint.js', ['.', '--max-warnings=0']));
    await results.check('prettier', () =>
      tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
    );
  }
  const parts = all ? [] : [...new Set(wanted.flatMap((name) => targets[name]))];
  if (!(await results.check('build', () => node([path.join(root, 'esbuild.mjs'), ...parts])))) {
    console.log(`\nNot run, because the build failed: ${wanted.join(', ')} tests.`);
    return;
  }
  if (wanted.includes('unit')) {
    await unitTests();
  }
  if (wanted.includes('host') || wanted.includes('preview')) {
    const tools = await install();
    if (tools && wanted.includes('host')) {
      await hostTests(tools);
    }
    if (tools && wanted.includes('preview')) {
      await previewTests(tools);
    }
  }
  if (wanted.includes('desktop')) {
    await desktopTests();
  }
}

/**
 * Runs a tool of node_modules.
 * @param {string} file
 * @param {readonly string[]} args
 */
function tool(file, args) {
  return node([path.join(root, 'node_modules', file), ...args]);
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<string | undefined>} its output, when it fails
 */
async function node(args) {
  const { code, output } = await run(process.execPath, args, { cwd: root });
  return code === 0 ? undefined : output.trim() || `It ended with ${code}.`;
}

async function unitTests() {
  const suite = results.suite('unit tests');
  suite.conclude(await mocha(suite, 'unit', { quiet: true }));
}

/**
 * Runs mocha in a Node of its own.
 * @param {import('./results.mjs').Suite} suite
 * @param {keyof typeof timeouts} folder
 * @param {{quiet?: boolean, env?: NodeJS.ProcessEnv}} options
 * @returns {Promise<string | undefined>} why it could not be finished
 */
async function mocha(suite, folder, { quiet = false, env = {} }) {
  const args = ['dist/test/mocha.js', `dist/test/${folder}`, String(timeouts[folder])];
  const { late } = await run(process.execPath, args, {
    cwd: root,
    env: { ...environment, ...env },
    silence,
    onLine: (line) => suite.take(line, { quiet }) || console.log(`  | ${line}`),
  });
  return late ? silenceMessage : undefined;
}

/** @typedef {{vscode: import('./vscode.mjs').VSCode, browser: string}} Tools */

/** @returns {Promise<Tools | undefined>} */
async function install() {
  try {
    const vscode = await installVSCode(console.log);
    const browser = await installBrowser(console.log);
    await installFonts(console.log);
    return { vscode, browser };
  } catch (error) {
    if (!(error instanceof Trouble)) {
      throw error;
    }
    results.fail('VS Code and a browser', error.message);
    return undefined;
  }
}

/** A copy of the sample, which tests may change. @param {string} name */
function sampleCopy(name) {
  const folder = path.join(temporaryFolder(name), 'sample');
  cpSync(path.join(root, 'test/fixtures/sample'), folder, { recursive: true });
  return folder;
}

/** @param {Tools} tools */
async function hostTests({ vscode, browser: executable }) {
  const suite = results.suite('host tests (VS Code)');
  const { origin, server } = await startWorkbench({ vscode, idleTimeout, env: environment });
  const { browser, stop } = await openBrowser(executable);
  const page = await browser.newPage();
  /** @type {string[]} */
  const log = [];
  const trouble = await new Promise((resolve) => {
    const watch = new Watch(silence, () => resolve(silenceMessage));
    const end = (/** @type {string | undefined} */ text) => {
      watch.stop();
      resolve(text);
    };
    page.on('crash', () => end('The page crashed.'));
    void server.ended.then(() => end('The VS Code server ended.'));
    const open = async () => {
      await page.exposeFunction('codeAutomationExit', () => end(undefined));
      await page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
          const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
          if (suite.take(line)) {
            watch.restart();
            return;
          }
          log.push(`${type}: ${line}`);
          if (values.show) {
            console.log(`  | ${log.at(-1)}`);
          }
        },
      );
      const payload = {
        extensionDevelopmentPath: remoteUri(origin, root),
        extensionTestsPath: remoteUri(origin, path.join(root, 'dist/test/host/index')),
        skipWelcome: 'true',
      };
      await page.goto(pageAddress({ origin, folder: sampleCopy('host'), payload }));
    };
    open().catch((error) => end(String(error)));
  });
  stop();
  server.stop();
  suite.conclude(trouble && `${trouble}\n${lastOf(log)}`);
}

/** The first lines of the newest warnings and errors. @param {readonly string[]} log */
function lastOf(log) {
  return (
    log
      .filter((message) => /^(?:warn|error)/u.test(message))
      // Native modules that are not built are optional (vscode.mjs).
      .filter((message) => !/Could not locate the bindings|Cannot find module '.*build/u.test(message))
      .slice(-10)
      .map((message) => message.split('\n', 1)[0]?.slice(0, 200))
      .join('\n')
  );
}

/** @param {string} executable */
async function openBrowser(executable) {
  const server = await launchBrowser(executable);
  const stop = hold(() => server.process().kill('SIGKILL'));
  return { browser: await chromium.connect(server.wsEndpoint()), endpoint: server.wsEndpoint(), stop };
}

/** @param {Tools} tools */
async function previewTests({ vscode, browser: executable }) {
  const suite = results.suite('preview tests (VS Code in a browser)');
  if (process.env.WINNOW_SCREENSHOTS) {
    mkdirSync(process.env.WINNOW_SCREENSHOTS, { recursive: true });
  }
  const [trusted, restricted] = await Promise.all([
    startWorkbench({ vscode, installed: true, idleTimeout }),
    startWorkbench({ vscode, installed: true, restricted: true, idleTimeout }),
  ]);
  const { endpoint, stop } = await openBrowser(executable);
  const surroundings = {
    origin: trusted.origin,
    restricted: restricted.origin,
    browser: endpoint,
    folder: temporaryFolder('preview'),
  };
  const trouble = await mocha(suite, 'preview', { env: { WINNOW_PREVIEW: JSON.stringify(surroundings) } });
  stop();
  trusted.server.stop();
  restricted.server.stop();
  suite.conclude(trouble);
}

async function desktopTests() {
  const suite = results.suite('host tests (desktop VS Code)');
  const args = [path.join(root, 'test/support/desktop.mjs'), sampleCopy('desktop'), temporaryFolder('data')];
  const { output, late } = await run(process.execPath, args, {
    cwd: root,
    env: environment,
    silence,
    onLine: (line) => suite.take(line) || (values.show && console.log(`  | ${line}`)),
  });
  const started = output.includes('@winnow-test ');
  suite.conclude(
    late
      ? silenceMessage
      : started
        ? undefined
        : `It did not start:\n${output.trim().split('\n').slice(-5).join('\n')}`,
  );
}
