import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from '../support/cache.mjs';
import { Results } from '../support/results.mjs';

/** Runs an action and returns the lines it printed. */
function printed(action: () => void): string[] {
  const lines: string[] = [];
  const log = console.log;
  console.log = (...args: unknown[]): void => {
    lines.push(...args.join(' ').split('\n'));
  };
  try {
    action();
  } finally {
    console.log = log;
  }
  return lines;
}

const line = (report: object): string => `@winnow-test ${JSON.stringify(report)}`;

describe('the count of a test run', () => {
  it('takes the results from the lines that tell one, and says so in its last line', () => {
    const results = new Results();
    const lines = printed(() => {
      const suite = results.suite('host tests');
      assert.equal(suite.take(line({ state: 'passed', title: 'a' })), true);
      assert.equal(suite.take(`[main] ${line({ state: 'passed', title: 'b' })}`), true);
      assert.equal(suite.take('what an extension logged'), false);
      suite.take(line({ state: 'skipped', title: 'c' }));
      suite.take(line({ state: 'failed', title: 'd', error: 'first\nsecond' }));
      suite.take(line({ state: 'end' }));
      suite.conclude();
      assert.equal(results.conclude(), false);
    });
    assert.equal(lines.at(-1), '2 passed, 1 failed, 1 skipped');
    assert.ok(lines.includes('    second'), 'the whole message of a failure is shown');
    assert.ok(lines.includes('  host tests: c'), 'what was skipped is named');
    assert.ok(lines.includes('  host tests: d'), 'what failed is named');
  });

  it('is good when nothing failed, also with skipped tests', () => {
    const results = new Results();
    printed(() => {
      const suite = results.suite('unit tests');
      suite.take(line({ state: 'skipped', title: 'a' }));
      suite.take(line({ state: 'end' }));
      suite.conclude();
      assert.equal(results.conclude(), true);
    });
  });

  it('has a failure for a suite that breaks off, and names what was heard last', () => {
    const results = new Results();
    const lines = printed(() => {
      const suite = results.suite('host tests');
      suite.take(line({ state: 'begin', title: 'the culprit' }));
      suite.conclude();
    });
    assert.deepEqual(results.failed, ['host tests: the tests run to their end']);
    assert.ok(lines.some((text) => text.includes('the culprit')));
  });

  it('has a failure for a suite without a test', () => {
    const results = new Results();
    printed(() => {
      const suite = results.suite('host tests');
      suite.take(line({ state: 'end' }));
      suite.conclude();
    });
    assert.deepEqual(results.failed, ['host tests: there are tests']);
  });
});

describe('the lock of the cache', () => {
  it('lets one action of a name run at a time', async () => {
    const name = `test ${process.pid} one`;
    const steps: string[] = [];
    const action = (letter: string) => async (): Promise<void> => {
      steps.push(`${letter} begins`);
      await new Promise(setImmediate);
      steps.push(`${letter} ends`);
    };
    await Promise.all([withLock(name, action('a')), withLock(name, action('b'))]);
    assert.equal(steps.length, 4);
    assert.equal(steps[0]?.charAt(0), steps[1]?.charAt(0));
  });

  it('goes to the next when the action fails', async () => {
    const name = `test ${process.pid} failure`;
    await assert.rejects(
      withLock(name, () => Promise.reject(new Error('no'))),
      /no/u,
    );
    assert.equal(await withLock(name, () => Promise.resolve('yes')), 'yes');
  });

  it('goes to the next when the process that holds it is killed', async () => {
    const name = `test ${process.pid} killed`;
    const module = pathToFileURL(join(__dirname, '../../../test/support/cache.mjs')).href;
    const script = `
      import { withLock } from ${JSON.stringify(module)};
      await withLock(${JSON.stringify(name)}, () => {
        console.log('held');
        return new Promise(() => process.stdin.resume());
      });`;
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    let taken = false;
    const next = withLock(name, () => Promise.resolve((taken = true)));
    assert.equal(taken, false);
    holder.kill('SIGKILL');
    assert.equal(await next, true);
  });
});
