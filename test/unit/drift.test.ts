import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

describe('generated files', () => {
  it('are what npm run generate writes from the rules', function () {
    this.timeout(120_000);
    const check = (): string =>
      execFileSync(process.execPath, ['test/support/generate.mjs', '--check'], {
        cwd: root,
        encoding: 'utf8',
      });
    assert.doesNotThrow(check);
  });
});
