// @ts-check
// Shows Winnow at work: `npm start [-- FOLDER]` builds it and opens FOLDER, or a copy of the sample, in a real VS
// Code in the browser; with --desktop in the VS Code that is installed on this machine.
import { spawn } from 'node:child_process';
import { cpSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Trouble, endOnSignals, root, run, temporaryFolder } from './scope.mjs';
import { installVSCode } from './vscode.mjs';
import { pageAddress, startWorkbench } from './workbench.mjs';

endOnSignals(0); // Ctrl+C is the way to end it
try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error);
  process.exit(1);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { desktop: { type: 'boolean', default: false } },
  });
  const folder = positionals[0] === undefined ? sample() : existing(positionals[0]);
  await build();
  await (values.desktop ? desktop(folder) : browser(folder));
}

function sample() {
  const folder = path.join(temporaryFolder('start'), 'sample');
  cpSync(path.join(root, 'test/fixtures/sample'), folder, { recursive: true });
  console.log(`The sample is a copy, gone when this ends: ${folder}`);
  return folder;
}

/** @param {string} name */
function existing(name) {
  const folder = path.resolve(process.env.INIT_CWD ?? '.', name);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Trouble(`${folder} is not a folder.`);
  }
  return folder;
}

async function build() {
  const { code, output } = await run(process.execPath, ['esbuild.mjs', 'main', 'web', 'preview'], {
    cwd: root,
  });
  if (code !== 0) {
    throw new Trouble(`The build failed:\n${output}`);
  }
}

/** @param {string} folder */
async function browser(folder) {
  const vscode = await installVSCode(console.log);
  // For its first file VS Code shows the folder's README, which says what to try.
  const settings = { 'workbench.startupEditor': 'readme' };
  const { origin, server } = await startWorkbench({ vscode, installed: true, settings });
  const address = pageAddress({ origin, folder });
  console.log(`\nVS Code with Winnow: ${address}\nCtrl+C ends it.`);
  openInBrowser(address);
  await server.ended;
  throw new Trouble(`VS Code ended: ${server.log().trim().split('\n').at(-1) ?? ''}`);
}

/** Opens the address for the person at this machine, if there is one; if not, it has been printed. @param {string} address */
function openInBrowser(address) {
  const windowless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (windowless || process.env.BROWSER === 'none') {
    return;
  }
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '""', address.replaceAll('&', '^&')]]
        : ['xdg-open', [address]];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined) // no such program: the address has been printed
    .unref();
}

/** @param {string} folder */
async function desktop(folder) {
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder];
  const child = spawn('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const error = await new Promise((resolve) =>
    child.once('error', resolve).once('close', () => resolve(undefined)),
  );
  if (error) {
    throw new Trouble(
      'The command `code` was not found: install VS Code, and in it run "Shell Command: Install \'code\' command in PATH"; or run npm start without --desktop.',
    );
  }
}
