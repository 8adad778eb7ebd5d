// Runs mocha and tells each result in one line on the console, so that the same suite can be counted exactly
// wherever it runs: in plain Node, in VS Code's extension host, behind a browser.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import Mocha from 'mocha';

/** What `test/support/results.mjs` reads back; a line is `prefix` and one of these as JSON. */
export type Report =
  | { readonly state: 'begin' | 'passed' | 'skipped'; readonly title: string }
  | { readonly state: 'failed'; readonly title: string; readonly error: string }
  | { readonly state: 'end' };

const prefix = '@winnow-test ';

/** VS Code forwards no console message of more than 100,000 characters. */
const errorLimit = 20_000;

export interface MochaRun {
  /** Absolute path; every `*.test.js` below it is a test file. */
  readonly folder: string;
  /** Milliseconds that one test or hook may take. */
  readonly timeout: number;
}

/**
 * Runs the tests of a folder; `WINNOW_GREP` narrows them to titles that match it.
 * @returns how many failed
 */
export async function runMocha({ folder, timeout }: MochaRun): Promise<number> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout,
    color: false,
    forbidOnly: true,
    reporter: LineReporter,
    ...(process.env.WINNOW_GREP && { grep: process.env.WINNOW_GREP }),
  });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.js')).sort()) {
    mocha.addFile(path.join(folder, file));
  }
  let failures: number;
  try {
    failures = await new Promise<number>((resolve) => mocha.run(resolve));
  } catch (error) {
    // A test file that throws while it is loaded ends mocha before any reporter exists.
    tell({ state: 'failed', title: 'the test files can be loaded', error: explain(error) });
    failures = 1;
  }
  tell({ state: 'end' });
  return failures;
}

class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    const { EVENT_TEST_BEGIN, EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_TEST_FAIL } = Mocha.Runner.constants;
    runner.on(EVENT_TEST_BEGIN, (test: Mocha.Test) => {
      tell({ state: 'begin', title: titleOf(test) });
    });
    runner.on(EVENT_TEST_PASS, (test: Mocha.Test) => {
      tell({ state: 'passed', title: titleOf(test) });
    });
    runner.on(EVENT_TEST_PENDING, (test: Mocha.Test) => {
      tell({ state: 'skipped', title: titleOf(test) });
    });
    // Also a failed hook comes here, under its own title.
    runner.on(EVENT_TEST_FAIL, (test: Mocha.Test, error: unknown) => {
      tell({ state: 'failed', title: titleOf(test), error: explain(error) });
    });
  }
}

function titleOf(test: Mocha.Test): string {
  return test.titlePath().join(' › ');
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const stack = error.stack ?? '';
  const text = stack.includes(error.message) ? stack : `${error.message}\n${stack}`;
  const cause = error.cause === undefined ? '' : `\nCaused by: ${explain(error.cause)}`;
  return stripVTControlCharacters(text + cause).slice(0, errorLimit);
}

function tell(report: Report): void {
  console.log(prefix + JSON.stringify(report));
}
