import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliWorld {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  /** Stands for a reader that goes away after so many writes to standard output. */
  readonly closeAfter?: number;
}

/** Runs the command line in process. */
export async function runCli(
  argv: readonly string[],
  { cwd, stdin, closeAfter }: CliWorld,
): Promise<CliResult> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const io: Io = {
    // eslint-disable-next-line @typescript-eslint/require-await -- an asynchronous source of one chunk
    stdin: (async function* () {
      yield typeof stdin === 'string' ? Buffer.from(stdin) : (stdin ?? new Uint8Array());
    })(),
    stdout: {
      get closed() {
        return closeAfter !== undefined && stdout.length >= closeAfter;
      },
      write(chunk) {
        stdout.push(chunk);
        return Promise.resolve();
      },
    },
    stderr: {
      closed: false,
      write(chunk) {
        stderr.push(chunk);
        return Promise.resolve();
      },
    },
    cwd,
    now: Date.UTC(2024, 0, 15),
    version: '1.2.3',
  };
  const code = await main(argv, io);
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** A folder of its own for each test, gone after it. */
export class TemporaryFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'winnow-cli-')));

  /** Writes files given by their paths, making the folders on the way. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      const path = this.at(name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  at(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
