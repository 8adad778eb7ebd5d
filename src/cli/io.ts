/** The world around the program, passed in so that the tests can run `main` in process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** An absolute folder; relative paths are resolved against it. */
  readonly cwd: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly version: string;
}

export interface Sink {
  /** Settles once the chunk is handed over. A reader that has gone away is no error. */
  write(chunk: string): Promise<void>;
  /** True when the reader has gone away (EPIPE): what is written from then on is lost. */
  readonly closed: boolean;
}

/** The exit codes of the contract. */
export const exit = { done: 0, found: 1, failed: 2 } as const;

/** A mistake on the command line: one line on stderr, exit code 2, nothing done. */
export class UsageError extends Error {}

/**
 * Text for one line of a terminal: control characters, which a file name or an article can hold,
 * become `\u{...}`.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
}

/** What went wrong with a file, without the path that the system puts into its message. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    // An error of the language, not of the system, is a fault of ours: the name helps to report it.
    const isOurs = code === '' && error.name !== 'Error';
    return reasons[code] ?? (isOurs ? `internal error: ${error.name}: ${error.message}` : error.message);
  }
  return String(error);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'is a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'a part of the path is not a folder',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ERR_STRING_TOO_LONG: 'the file is too large to be held as one text',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large to be held as one text',
};

/** A JSON array on one stream, one element per line, so that memory does not grow with the files. */
export class JsonArrayWriter {
  readonly #sink: Sink;
  #empty = true;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async add(element: unknown): Promise<void> {
    const separator = this.#empty ? '[\n' : ',\n';
    this.#empty = false;
    await this.#sink.write(separator + JSON.stringify(element));
  }

  async end(): Promise<void> {
    await this.#sink.write(this.#empty ? '[]\n' : '\n]\n');
  }
}

/** `0 files`, `1 file`, `2 files`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
