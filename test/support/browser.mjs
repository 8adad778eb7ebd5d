// @ts-check
// A browser for the tests: one that is installed, else Playwright's own, else Debian's package.
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Trouble, root, run, temporaryFolder } from './scope.mjs';

/** Playwright's download tries several mirrors; one that gets no answer must not eat the test run. */
const downloadDeadline = 5 * 60_000;
const packageDeadline = 15 * 60_000;

/**
 * Finds a Chromium-based browser, or installs one.
 * @param {(message: string) => void} report is told when something is downloaded
 * @returns {Promise<string>} the executable
 * @throws {Trouble} when there is none and none could be installed
 */
export async function installBrowser(report) {
  return (
    (await findBrowser()) ?? (await installPlaywrights(report)) ?? (await installDebians(report)) ?? fail()
  );
}

/** @returns {never} */
function fail() {
  throw new Trouble(
    'A browser is missing and could not be installed: install Chromium, Chrome or Edge, or set WINNOW_BROWSER to the executable of one.',
  );
}

/** @returns {Promise<string | undefined>} */
async function findBrowser() {
  const chosen = process.env.WINNOW_BROWSER;
  if (chosen) {
    if (!existsSync(chosen)) {
      throw new Trouble(`WINNOW_BROWSER names ${chosen}, which does not exist.`);
    }
    return chosen;
  }
  return firstThatRuns([...installedPlaces(), playwrights()]);
}

/**
 * Debian's own name on Ubuntu is a stub, and Playwright's browser lacks libraries on a bare system: ask for a
 * sign of life. (On Windows the question would open a window.)
 * @param {readonly string[]} places
 */
async function firstThatRuns(places) {
  for (const place of places.filter(isExecutable)) {
    if (process.platform === 'win32' || (await run(place, ['--version'], { deadline: 30_000 })).code === 0) {
      return place;
    }
  }
  return undefined;
}

/** @returns {string[]} */
function installedPlaces() {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          path.join(folder, 'Google/Chrome/Application/chrome.exe'),
          path.join(folder, 'Chromium/Application/chrome.exe'),
          path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]);
    default:
      return [
        'chromium',
        'chromium-browser',
        'google-chrome-stable',
        'google-chrome',
        'microsoft-edge-stable',
        'microsoft-edge',
      ].flatMap((name) =>
        (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
      );
  }
}

/** The place of Playwright's own browser, whether it is there or not. */
function playwrights() {
  return chromium.executablePath();
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not ours to run: the next place is tried
  }
}

/** @param {(message: string) => void} report */
async function installPlaywrights(report) {
  report('Installing a browser (Playwright) ...');
  const cli = path.join(
    path.dirname(createRequire(path.join(root, 'package.json')).resolve('playwright-core/package.json')),
    'cli.js',
  );
  await run(process.execPath, [cli, 'install', 'chromium'], {
    deadline: downloadDeadline,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
  });
  return firstThatRuns([playwrights()]);
}

/** @param {(message: string) => void} report */
async function installDebians(report) {
  if (await aptInstall('chromium', report)) {
    return firstThatRuns(installedPlaces());
  }
  return undefined;
}

/**
 * Sees to it that Chinese text has a font, for screenshots; tests pass without it.
 * @param {(message: string) => void} report
 */
export async function installFonts(report) {
  const fonts = await run('fc-list', [':lang=zh', 'family']);
  if (fonts.code !== 0 || fonts.output.trim() || (await aptInstall('fonts-noto-cjk', report))) {
    return;
  }
  report('Warning: no font for Chinese text was found; screenshots will show boxes.');
}

/**
 * @param {string} name of a Debian package
 * @param {(message: string) => void} report
 */
async function aptInstall(name, report) {
  if (process.getuid?.() !== 0 || !['/usr/bin/apt-get', '/bin/apt-get'].some(isExecutable)) {
    return false;
  }
  report(`Installing the Debian package ${name} ...`);
  const options = { deadline: packageDeadline, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => run('apt-get', ['install', '--yes', '--no-install-recommends', name], options);
  // The package lists may be absent or too old: then they are fetched, and it is tried once more.
  if ((await install()).code === 0) {
    return true;
  }
  await run('apt-get', ['update'], options);
  return (await install()).code === 0;
}

/**
 * Starts a browser without a window.
 * @param {string} executablePath
 */
export async function launchBrowser(executablePath) {
  try {
    // Chromium keeps a crash database among the person's own settings.
    const env = { ...process.env, XDG_CONFIG_HOME: temporaryFolder('browser') };
    return await chromium.launchServer({ ...launchOptions, executablePath, env });
  } catch (error) {
    throw new Trouble(`The browser ${executablePath} did not start: ${String(error).split('\n')[0]}`);
  }
}

/** Signals are ours to handle: what runs is given back in one place (scope.mjs). */
const launchOptions = {
  headless: true,
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
  chromiumSandbox: false, // does not start as root, nor in most containers
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
