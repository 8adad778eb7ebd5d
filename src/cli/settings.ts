import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { configName } from '../core/config';
import { parseConfig, resolveOptions, type OptionLayer, type OptionProblem } from '../core/options';
import { withSchema } from '../core/schemaFile';
import { readSiteTimezone, siteConfigName } from '../core/siteConfig';
import type { Options, Profile } from '../core/types';
import { printable, reasonOf } from './io';
import { decodeUtf8 } from './utf8';

/** What counts for one file. */
export interface FileSettings {
  readonly options: Options;
  /** The `timezone` of the nearest `_config.yml`, if it names a zone that exists. */
  readonly siteTimezone: string | undefined;
}

export interface SettingsRequest {
  readonly cwd: string;
  /** This file instead of the nearest `.winnow.yaml`. */
  readonly config: string | undefined;
  /** No `.winnow.yaml` at all. */
  readonly noConfig: boolean;
  readonly profile: Profile | undefined;
  /** Called once for each thing that is wrong with a settings file; one line, never fatal. */
  readonly report: (line: string) => void;
}

/** The command line checks bodies of any size, unless a settings file sets a limit. */
const cliDefaults: OptionLayer = { source: 'command line', value: { maxBodySize: 0 } };

/**
 * Finds the settings of each file: the nearest `.winnow.yaml` upward of its folder, or the one
 * given. Each folder is looked into once and each settings file read once.
 * Throws when the file given with `--config` cannot be read.
 */
export class Settings {
  readonly #request: SettingsRequest;
  readonly #fixed: Options | undefined;
  readonly #byFolder = new Map<string, Options>();
  readonly #timezones = new Map<string, string | undefined>();

  constructor(request: SettingsRequest) {
    this.#request = request;
    if (request.config !== undefined) {
      const path = resolve(request.cwd, request.config);
      this.#fixed = this.#resolve(this.#parse(request.config, decodeUtf8(readFileSync(path))), dirname(path));
    } else if (request.noConfig) {
      this.#fixed = this.#resolve(undefined, request.cwd);
    }
  }

  /** The settings for a file in the folder, an absolute path. */
  forFolder(folder: string): FileSettings {
    return {
      options: this.#fixed ?? this.#nearest(folder),
      siteTimezone: findUpward(folder, {
        known: this.#timezones,
        probe: (at) => this.#readTimezone(join(at, siteConfigName)),
        otherwise: () => undefined,
      }),
    };
  }

  #nearest(folder: string): Options {
    return findUpward(folder, {
      known: this.#byFolder,
      probe: (at) => {
        const path = join(at, configName);
        const file = this.#readIfThere(path);
        if (file === undefined) {
          return undefined;
        }
        const layer = file.found === undefined ? undefined : this.#parse(this.#shown(path), file.found);
        return { found: this.#resolve(layer, at) };
      },
      otherwise: () => this.#resolve(undefined, this.#request.cwd),
    });
  }

  #parse(source: string, text: string): OptionLayer {
    const { value, problems } = parseConfig(text, source);
    problems.forEach((problem) => {
      this.#reportProblem(problem);
    });
    return { source, value };
  }

  /** `folder` is where a path in the settings begins. */
  #resolve(config: OptionLayer | undefined, folder: string): Options {
    const { profile } = this.#request;
    const layers: OptionLayer[] = [
      { source: '--profile', value: profile === undefined ? undefined : { profile } },
      ...(config === undefined ? [] : [config]),
      cliDefaults,
    ];
    const { options, problems } = resolveOptions(layers);
    problems.forEach((problem) => {
      this.#reportProblem(problem);
    });
    const { schema } = options.frontMatter;
    return typeof schema === 'string' && schema !== ''
      ? this.#withSchema(options, resolve(folder, schema))
      : options;
  }

  #withSchema(options: Options, path: string): Options {
    const shown = this.#shown(path);
    const { options: complete, mistake } = withSchema(options, shown, this.#readIfThere(path)?.found);
    if (mistake !== undefined) {
      this.#reportProblem({ source: shown, path: 'frontMatter.schema', message: mistake });
    }
    return complete;
  }

  #readTimezone(path: string): Found<string | undefined> | undefined {
    const text = this.#readIfThere(path);
    return text && { found: text.found === undefined ? undefined : readSiteTimezone(text.found) };
  }

  /**
   * Undefined when there is no such file, so that the search goes on upward. A file that is there
   * and cannot be read is reported and ends the search with nothing.
   */
  #readIfThere(path: string): Found<string | undefined> | undefined {
    try {
      return { found: decodeUtf8(readFileSync(path)) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') {
        return undefined;
      }
      this.#request.report(printable(`${this.#shown(path)}: ${reasonOf(error)}`));
      return { found: undefined };
    }
  }

  #reportProblem({ source, path, message, line, column }: OptionProblem): void {
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
    this.#request.report(printable(`${source}${place}: ${path === '' ? '' : `${path}: `}${message}`));
  }

  /** Relative to the working folder where the file lies below it. */
  #shown(path: string): string {
    const below = relative(this.#request.cwd, path);
    return (below.startsWith('..') ? path : below).split(sep).join('/');
  }
}

interface Found<T> {
  readonly found: T;
}

interface Search<T> {
  /** The answers so far by folder; each folder is probed once. */
  readonly known: Map<string, T>;
  /** Undefined when the folder has no say. */
  readonly probe: (folder: string) => Found<T> | undefined;
  /** The answer when no folder up to the root has a say. */
  readonly otherwise: () => T;
}

function findUpward<T>(folder: string, { known, probe, otherwise }: Search<T>): T {
  const passed: string[] = [];
  let answer: Found<T> | undefined;
  for (let at = folder; answer === undefined; at = dirname(at)) {
    if (known.has(at)) {
      answer = { found: known.get(at) as T };
    } else {
      passed.push(at);
      answer = probe(at) ?? (dirname(at) === at ? { found: otherwise() } : undefined);
    }
  }
  for (const at of passed) {
    known.set(at, answer.found);
  }
  return answer.found;
}
