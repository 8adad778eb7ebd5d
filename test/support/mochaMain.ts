// Runs the tests of one folder in plain Node: `node dist/test/mocha.js FOLDER TIMEOUT`.
import path from 'node:path';
import { runMocha } from './runMocha';

const [folder = '', timeout = ''] = process.argv.slice(2);

void runMocha({ folder: path.resolve(folder), timeout: Number(timeout) }).then((failures) => {
  process.exitCode = failures > 0 ? 1 : 0;
});
