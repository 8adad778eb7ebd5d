import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeRegions, parseRegionCases } from '../support/regionCases';

const folder = join(__dirname, '../../../test/regions');

describe('The body classifier', () => {
  for (const file of readdirSync(folder).sort()) {
    describe(file, () => {
      for (const { title, line, input, expected } of parseRegionCases(
        readFileSync(join(folder, file), 'utf8'),
      )) {
        it(title, () => {
          assert.deepEqual(describeRegions(input), expected, `test/regions/${file}:${line}`);
        });

        it(`${title}, with CRLF`, () => {
          const crlf = input.replace(/\r\n?|\n/g, '\r\n');
          const found = describeRegions(crlf).map((line) => line.replace(/\\r\\n/g, '\\n'));
          assert.deepEqual(found, expected, `test/regions/${file}:${line}`);
        });
      }
    });
  }
});
