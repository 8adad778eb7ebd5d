// @ts-check
// What a run holds and must give back: child processes and temporary folders. Everything taken here is
// given back when the run ends, also by a failure or by Ctrl+C.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

/** A problem of the machine or of the call, told in one line, without a stack trace. */
export class Trouble extends Error {
  /** @override */
  name = 'Trouble';
}

/** @type {Set<() => void>} */
const held = new Set();

/**
 * Registers what must be done before this process ends.
 * @param {() => void} release synchronous; called once
 * @returns {() => void} releases now
 */
export function hold(release) {
  const once = () => {
    if (held.delete(once)) {
      release();
    }
  };
  held.add(once);
  return once;
}

/** Gives back everything, the newest first. */
export function releaseAll() {
  for (const release of [...held].reverse()) {
    try {
      release();
    } catch (error) {
      // One thing that cannot be given back must not keep the others.
      console.error(`Clean-up: ${String(error)}`);
    }
  }
}

process.on('exit', releaseAll);

/**
 * Lets a signal end this process in order.
 * @param {number} [interrupted] the exit code after Ctrl+C
 */
export function endOnSignals(interrupted = 130) {
  process.on('SIGINT', () => process.exit(interrupted));
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGHUP', () => process.exit(129));
}

/**
 * Removes a folder that a program which is just ending may still write to.
 * @param {string} folder
 */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** @type {string | undefined} */
let runFolder;

/**
 * The folder for everything temporary of this run, that of its child processes too; it is gone when the run ends.
 * @returns {string} its absolute path
 */
export function ownTemporaryFolder() {
  if (runFolder === undefined) {
    // VS Code puts sockets there, whose whole path may have no more than 103 bytes.
    const parent = process.platform !== 'win32' && tmpdir().length > 40 ? '/tmp' : tmpdir();
    const folder = mkdtempSync(path.join(parent, 'winnow-'));
    hold(() => removeFolder(folder));
    Object.assign(process.env, { TMPDIR: folder, TMP: folder, TEMP: folder });
    runFolder = folder;
  }
  return runFolder;
}

/**
 * A new empty folder in the run's own.
 * @param {string} name
 * @returns {string} its absolute path
 */
export function temporaryFolder(name) {
  return mkdtempSync(path.join(ownTemporaryFolder(), `${name}-`));
}

/**
 * Starts a program in a process group of its own; the whole group ends with this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...options,
  });
  const stop = hold(() => {
    if (child.pid === undefined) {
      return;
    }
    try {
      if (process.platform === 'win32') {
        child.kill();
      } else {
        process.kill(-child.pid, 'SIGKILL');
      }
    } catch {
      // ESRCH: the group has ended by itself.
    }
  });
  return { child, stop };
}

/**
 * @typedef {object} Ended
 * @property {number} code of the exit; -1 when it could not be started or was ended
 * @property {string} output both streams
 * @property {boolean} late it was ended because a deadline passed
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & RunOptions} [options]
 * @returns {Promise<Ended>}
 *
 * @typedef {object} RunOptions
 * @property {number} [deadline] milliseconds it may take
 * @property {number} [silence] milliseconds it may say nothing
 * @property {(line: string) => void} [onLine] gets every line as it comes
 */
export async function run(command, args, { deadline, silence, onLine, ...options } = {}) {
  const { child, stop } = start(command, args, options);
  let output = '';
  let late = false;
  const end = () => {
    late = true;
    stop();
  };
  const whole = new Watch(deadline, end);
  const quiet = new Watch(silence, end);
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      quiet.restart();
      output += text;
      const lines = (rest + text).split(/\r?\n/u);
      rest = lines.pop() ?? '';
      lines.forEach((line) => onLine?.(line));
    });
    stream?.on('end', () => rest && onLine?.(rest));
  }
  try {
    const [code] = await once(child, 'close');
    return { code: code ?? -1, output, late };
  } catch (error) {
    return { code: -1, output: output + String(error), late };
  } finally {
    whole.stop();
    quiet.stop();
    stop();
  }
}

/** Calls back once when nobody has restarted it for some time. */
export class Watch {
  #timer;

  /**
   * @param {number | undefined} milliseconds none: never
   * @param {() => void} expired
   */
  constructor(milliseconds, expired) {
    this.#timer = milliseconds === undefined ? undefined : setTimeout(expired, milliseconds);
  }

  restart() {
    this.#timer?.refresh();
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
