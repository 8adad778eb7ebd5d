// Runs the tests of one folder in plain Node: `node dist/test/mocha.js FOLDER TIMEOUT`.
import path from 'node:path';
import fc from 'fast-check';
import { runMocha } from './runMocha';

if (process.env.CI !== undefined) {
  // A landing does not hang on chance: the same cases every time. On a developer's machine each run tries others.
  fc.configureGlobal({ seed: 20_261_124 });
}

const [folder = '', timeout = ''] = process.argv.slice(2);

void runMocha({ folder: path.resolve(folder), timeout: Number(timeout) }).then((failures) => {
  process.exitCode = failures > 0 ? 1 : 0;
});
