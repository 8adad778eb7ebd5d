import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { exit, type Sink } from './cli/io';
import { main } from './cli/main';

/**
 * A reader that goes away (`winnow check . | head`) is no fault of ours: what it does not read is
 * dropped. Any other error, such as a full disk, rejects the write.
 */
function sinkOf(stream: Writable): Sink {
  let closed = false;
  // The call back of the write that failed tells the error too; a stream without a listener would throw it.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed ||= error.code === 'EPIPE';
  });
  return {
    get closed() {
      return closed;
    },
    write(chunk) {
      return new Promise((resolve, reject) => {
        stream.write(chunk, (error: NodeJS.ErrnoException | null | undefined) => {
          closed ||= error?.code === 'EPIPE';
          if (error && !closed) {
            reject(error);
          } else {
            resolve();
          }
        });
      });
    },
  };
}

/** The package's own file lies one folder above the built program. */
function readVersion(): string {
  const text = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

// The exit code is set, not forced: whatever is still being written is written to its end.
main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  cwd: process.cwd(),
  now: Date.now(),
  get version() {
    return readVersion();
  },
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = exit.failed;
    console.error(error);
  },
);
