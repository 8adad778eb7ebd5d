import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { parseArticle } from '../core/article';
import { isArticle } from '../core/document';
import { filesOf, namesAllFiles } from '../core/siteFiles';
import type { Article, Profile, RuleContext } from '../core/types';
import type { CommonArguments } from './arguments';
import { collectInputs, type FileInput, type Input } from './files';
import { exit, printable, reasonOf, UsageError, type Io } from './io';
import { Settings } from './settings';
import { decodeUtf8 } from './utf8';

/** A file that was read, and what its rules are to be told. */
export interface LoadedFile {
  readonly file: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  readonly bytes: Uint8Array;
  readonly article: Article;
  readonly context: RuleContext;
}

/** What a command does with one file. */
export interface FileTask {
  /** Whatever it throws is the file's failure; the other files are still done. */
  run(loaded: LoadedFile): Promise<void>;
  /** Called after a failure was reported on stderr. */
  failed?(file: string, reason: string): Promise<void>;
  /** True when nothing but the output matters, so that there is no more to do once nobody reads it. */
  readonly outputOnly: boolean;
}

/** One run of a command: its inputs, their settings, and what could not be done. */
export class Session {
  readonly inputs: readonly Input[];
  readonly #io: Io;
  readonly #arguments: CommonArguments;
  readonly #settings: Settings;
  readonly #reports: string[] = [];
  #failures = 0;

  constructor(given: CommonArguments, io: Io) {
    this.#io = io;
    this.#arguments = given;
    this.#settings = openSettings(given, io, (line) => this.#reports.push(line));
    this.inputs = collectInputs(given.paths, io.cwd);
  }

  get failures(): number {
    return this.#failures;
  }

  /** Does the task for every input, in order. */
  async forEachFile(task: FileTask): Promise<void> {
    for (const input of this.inputs) {
      if (task.outputOnly && this.#io.stdout.closed) {
        return;
      }
      try {
        if ('error' in input) {
          throw new Error(input.error);
        }
        const loaded = await this.#load(input);
        await this.#flushReports();
        await task.run(loaded);
      } catch (error) {
        await this.#flushReports();
        const reason = reasonOf(error);
        this.#failures++;
        await this.warn(`${input.file}: ${reason}`);
        await task.failed?.(input.file, reason);
      }
    }
  }

  /** The exit code: a failure weighs more than something found. */
  exitCode(found: boolean): number {
    return this.#failures > 0 ? exit.failed : found ? exit.found : exit.done;
  }

  async warn(line: string): Promise<void> {
    await this.#io.stderr.write(`winnow: ${printable(line)}\n`);
  }

  async #flushReports(): Promise<void> {
    for (const line of this.#reports.splice(0)) {
      await this.warn(line);
    }
  }

  async #load({ file, path }: FileInput): Promise<LoadedFile> {
    const bytes = path === undefined ? await readAll(this.#io.stdin) : readFileSync(path);
    const article = parseArticle(decodeUtf8(bytes));
    const { stdinFilename } = this.#arguments;
    const named = path ?? (stdinFilename === undefined ? undefined : resolve(this.#io.cwd, stdinFilename));
    const { options, siteTimezone } = this.#settings.forFolder(
      named === undefined ? this.#io.cwd : dirname(named),
    );
    const documentPath = named?.split(sep).join('/');
    return {
      file,
      path,
      bytes,
      article,
      context: {
        options,
        document: {
          now: this.#io.now,
          ...(documentPath === undefined
            ? {}
            : { path: documentPath, fileExists: localFiles(documentPath, options.profile) }),
          ...(siteTimezone === undefined ? {} : { siteTimezone }),
        },
        isArticle: isArticle(article, documentPath, options),
      },
    };
  }
}

function openSettings(given: CommonArguments, io: Io, report: (line: string) => void): Settings {
  const { config, noConfig, profile } = given;
  try {
    return new Settings({ cwd: io.cwd, config, noConfig, profile, report });
  } catch (error) {
    // Only the file named with --config is read at once; without it there is nothing to go by.
    throw new UsageError(`${config ?? ''}: ${reasonOf(error)}`);
  }
}

/** Says whether a path in an article leads to a file; undefined where the root of the site is not known. */
function localFiles(path: string, profile: Profile): (wanted: string) => boolean | undefined {
  const place = { profile, path, root: '/' };
  return (wanted) => {
    // A path of Windows begins with a drive, and has got a slash before it.
    const files = filesOf(wanted, place).map((file) => file.replace(/^\/(?=[a-z]:)/i, ''));
    return files.some((file) => isFile(file)) || (namesAllFiles(place) ? false : undefined);
  };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // Not there, below a file, or no path at all: in each case there is no such file.
    return false;
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
