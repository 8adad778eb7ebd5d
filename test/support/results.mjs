// @ts-check
// What a test run has found: each result is told as it comes, and all of them are counted at the end.
import { performance } from 'node:perf_hooks';

/** Marks a line that tells one result; `runMocha.ts` writes them. */
const prefix = '@winnow-test ';

export class Results {
  passed = 0;
  /** @type {string[]} */
  failed = [];
  /** @type {string[]} */
  skipped = [];

  /**
   * A check that is one test.
   * @param {string} name
   * @param {() => Promise<string | undefined>} check resolves to what is wrong
   */
  async check(name, check) {
    const begin = performance.now();
    const error = await check();
    if (error === undefined) {
      this.passed++;
      console.log(`✓ ${name} (${seconds(begin)})`);
    } else {
      this.fail(name, error);
    }
    return error === undefined;
  }

  /**
   * @param {string} name
   * @param {string} error
   */
  fail(name, error) {
    this.failed.push(name);
    console.log(`✗ ${name}\n${indent(error)}`);
  }

  /** Starts a suite. @param {string} name */
  suite(name) {
    console.log(`\n${name}`);
    return new Suite(name, this);
  }

  /** Says what was skipped and what failed, and the counts. @returns {boolean} whether all is well */
  conclude() {
    for (const [title, names] of /** @type {const} */ ([
      ['Skipped', this.skipped],
      ['Failed', this.failed],
    ])) {
      if (names.length > 0) {
        console.log(`\n${title}:\n${names.map((name) => `  ${name}`).join('\n')}`);
      }
    }
    console.log(`\n${this.passed} passed, ${this.failed.length} failed, ${this.skipped.length} skipped`);
    return this.failed.length === 0;
  }
}

/** One run of mocha, wherever it runs. */
export class Suite {
  #name;
  #results;
  #begin = performance.now();
  #count = { passed: 0, failed: 0, skipped: 0 };
  #ended = false;
  #lastHeard = 'nothing';

  /**
   * @param {string} name
   * @param {Results} results
   */
  constructor(name, results) {
    this.#name = name;
    this.#results = results;
  }

  /**
   * Takes a line of output.
   * @param {string} line
   * @param {{quiet?: boolean}} [options] quiet: passed tests are not listed
   * @returns {boolean} whether it told a result
   */
  take(line, { quiet = false } = {}) {
    const place = line.indexOf(prefix);
    if (place === -1) {
      return false;
    }
    const { state, title, error } = JSON.parse(line.slice(place + prefix.length));
    this.#lastHeard = `${state} ${title ?? ''}`;
    switch (state) {
      case 'begin':
        break;
      case 'end':
        this.#ended = true;
        break;
      case 'passed':
        this.#count.passed++;
        this.#results.passed++;
        if (!quiet) {
          console.log(`  ✓ ${title}`);
        }
        break;
      case 'skipped':
        this.#count.skipped++;
        this.#results.skipped.push(`${this.#name}: ${title}`);
        console.log(`  - ${title} (skipped)`);
        break;
      default:
        this.#fail(title, error);
    }
    return true;
  }

  /**
   * @param {string} title
   * @param {string} error
   */
  #fail(title, error) {
    this.#count.failed++;
    this.#results.failed.push(`${this.#name}: ${title}`);
    console.log(`  ✗ ${title}\n${indent(indent(error))}`);
  }

  /**
   * Ends the suite.
   * @param {string} [trouble] why it could not be finished
   */
  conclude(trouble) {
    if (trouble !== undefined || !this.#ended) {
      const message = trouble ?? 'They ended before the last one was done.';
      this.#fail('the tests run to their end', `Last heard: ${this.#lastHeard}\n${message}`);
    } else if (Object.values(this.#count).every((count) => count === 0)) {
      this.#fail('there are tests', 'None was found.');
    }
    const { passed, failed, skipped } = this.#count;
    console.log(`  ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds(this.#begin)})`);
  }
}

/** @param {number} begin */
function seconds(begin) {
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}

/** @param {string} text */
function indent(text) {
  return text.trimEnd().replace(/^/gmu, '  ');
}
