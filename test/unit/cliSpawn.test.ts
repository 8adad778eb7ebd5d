import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { TemporaryFolder, type CliResult } from '../support/cli';

/** Built by `node esbuild.mjs cli`; the unit tests run in the root of the project. */
const program = resolve('dist/cli.js');

const dirty = "---\ntitle: 'A good day'\ndate: 2022-04-04\n---\n<!-- ad -->\n<p>Text of the day.</p>\n";
/** Many times what a pipe holds. */
const long = `---\ntitle: 'Long'\n---\n<p>${'文字'.repeat(1_000_000)}</p>\n`;

describe('the built program', function () {
  // A process takes its time to start on a busy machine; nothing here waits for a time to pass.
  this.timeout(60_000);
  let folder: TemporaryFolder;
  before(() => {
    assert.ok(existsSync(program), 'dist/cli.js is built');
    folder = new TemporaryFolder();
    folder.write({ 'a.md': dirty, '文章 #1 %20 😀.md': dirty, '-dash.md': dirty });
  });
  after(() => {
    folder.remove();
  });

  async function start(argv: readonly string[], stdin = ''): Promise<CliResult> {
    const child = spawn(process.execPath, [program, ...argv], { cwd: folder.path });
    child.stdin.end(stdin);
    const closed = once(child, 'close') as Promise<[number]>;
    const [stdout, stderr, [code]] = await Promise.all([
      readText(child.stdout),
      readText(child.stderr),
      closed,
    ]);
    return { code, stdout, stderr };
  }

  it('can be started by its own name', () => {
    assert.ok(readFileSync(program, 'utf8').startsWith('#!/usr/bin/env node\n'));
  });

  it('tells the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    assert.deepEqual(await start(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('cleans standard input', async () => {
    const { code, stdout } = await start(['clean', '-'], dirty);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: dirty.replace('<!-- ad -->\n', '') });
  });

  it('takes file names of every kind', async () => {
    const { code, stdout } = await start(['clean', '--check', '--', '-dash.md', '文章 #1 %20 😀.md']);
    assert.deepEqual({ code, stdout }, { code: 1, stdout: '-dash.md\n文章 #1 %20 😀.md\n' });
  });

  it('sets the exit code', async () => {
    assert.equal((await start(['check', 'a.md'])).code, 0);
    assert.equal((await start(['check', '--fail-on', 'hint', 'a.md'])).code, 1);
    assert.equal((await start(['check', 'missing.md'])).code, 2);
    assert.equal((await start(['cheque'])).code, 2);
  });

  it('writes a long output to its end before it exits', async () => {
    const { code, stdout } = await start(['clean', '-'], long);
    assert.equal(code, 0);
    assert.equal(stdout, long);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [program, 'clean', '-'], { cwd: folder.path });
    child.stdin.end(long);
    child.stdout.once('data', () => child.stdout.destroy());
    const closed = once(child, 'close') as Promise<[number]>;
    const [stderr, [code]] = await Promise.all([readText(child.stderr), closed]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });

  it('reports a disk that is full', async function () {
    if (!existsSync('/dev/full')) {
      this.skip();
    }
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [program, 'clean', 'a.md'], {
      cwd: folder.path,
      stdio: ['ignore', full, 'pipe'],
    });
    assert.ok(child.stderr);
    const closed = once(child, 'close') as Promise<[number]>;
    const [stderr, [code]] = await Promise.all([readText(child.stderr), closed]);
    assert.deepEqual({ code, stderr }, { code: 2, stderr: 'winnow: a.md: no space left on the device\n' });
  });
});
