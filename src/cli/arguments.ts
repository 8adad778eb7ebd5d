import { parseArgs } from 'node:util';
import { levels, nearest, profiles, severities } from '../core/options';
import { rules } from '../core/rules';
import type { Level, Profile, Severity } from '../core/types';
import { commands, type CommandName, type OptionHelp } from './help';
import { UsageError } from './io';
import { stdinName } from './files';

/** The options every command has. */
export interface CommonArguments {
  readonly paths: readonly string[];
  readonly stdinFilename: string | undefined;
  readonly profile: Profile | undefined;
  readonly config: string | undefined;
  readonly noConfig: boolean;
}

export interface CheckArguments extends CommonArguments {
  readonly command: 'check';
  readonly format: 'text' | 'json';
  readonly failOn: Severity;
}

/** What `clean` does with its result. */
export type CleanMode = 'print' | 'write' | 'diff' | 'check';

export interface CleanArguments extends CommonArguments {
  readonly command: 'clean';
  readonly mode: CleanMode;
  readonly format: 'text' | 'json';
  readonly level: Level | undefined;
  readonly only: readonly string[] | undefined;
  readonly fixFrontMatter: boolean;
}

export interface RenderArguments extends CommonArguments {
  readonly command: 'render';
  readonly level: Level | undefined;
  readonly original: boolean;
}

export type CommandArguments = CheckArguments | CleanArguments | RenderArguments;

const formats = ['text', 'json'] as const;
const thresholds = severities.filter((severity) => severity !== 'off');

/**
 * Reads the arguments after the command's name.
 * @throws {UsageError} for anything that is not as the help says
 */
export function parseCommand(command: CommandName, argv: readonly string[]): CommandArguments {
  const given = new GivenOptions(command, argv);
  const { paths } = given;
  if (paths.length === 0) {
    throw new UsageError(`${command} needs a path, or ${stdinName} for standard input`);
  }
  if (paths.includes('')) {
    throw new UsageError('a path is empty');
  }
  const common: CommonArguments = {
    paths,
    stdinFilename: given.text('stdin-filename'),
    profile: given.choice('profile', profiles),
    config: given.text('config'),
    noConfig: given.flag('no-config'),
  };
  if (common.config !== undefined && common.noConfig) {
    throw new UsageError('--config and --no-config exclude each other');
  }
  switch (command) {
    case 'check':
      return {
        ...common,
        command,
        format: given.choice('format', formats) ?? 'text',
        failOn: given.choice('fail-on', thresholds) ?? 'warning',
      };
    case 'clean':
      return parseClean(common, given);
    case 'render':
      if (paths.length > 1) {
        throw new UsageError(`render takes one path, not ${paths.length}`);
      }
      return { ...common, command, level: given.choice('level', levels), original: given.flag('original') };
  }
}

function parseClean(common: CommonArguments, given: GivenOptions): CleanArguments {
  const write = given.flag('write');
  const diff = given.flag('diff');
  const check = given.flag('check');
  if (write && (diff || check)) {
    throw new UsageError(`--write and ${diff ? '--diff' : '--check'} exclude each other`);
  }
  const mode: CleanMode = write ? 'write' : diff ? 'diff' : check ? 'check' : 'print';
  const format = given.choice('format', formats) ?? 'text';
  if (format === 'json' && (mode === 'print' || mode === 'diff')) {
    throw new UsageError('--format json needs --write or --check, without --diff');
  }
  if (mode === 'print' && common.paths.length > 1) {
    throw new UsageError('clean takes several paths only with --write, --diff or --check');
  }
  if (mode === 'write' && common.paths.includes(stdinName)) {
    throw new UsageError('--write cannot write to standard input');
  }
  return {
    ...common,
    command: 'clean',
    mode,
    format,
    level: given.choice('level', levels),
    only: parseOnly(given.texts('only')),
    fixFrontMatter: given.flag('fix-front-matter'),
  };
}

function parseOnly(lists: readonly string[]): readonly string[] | undefined {
  if (lists.length === 0) {
    return undefined;
  }
  const groups = [...new Set(rules.map((rule) => rule.meta.group))];
  const known: readonly string[] = [...groups, ...rules.map((rule) => rule.meta.id)];
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim());
  for (const name of names) {
    if (!known.includes(name)) {
      const near = nearest(name, known);
      const hint = near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`;
      throw new UsageError(`--only: no group or rule of the name '${name}'; ${hint}`);
    }
  }
  return names;
}

/** The options of one command line, checked against those that the command has. */
class GivenOptions {
  readonly paths: readonly string[];
  readonly #values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

  constructor(command: CommandName, argv: readonly string[]) {
    const options: readonly OptionHelp[] = commands[command].options;
    const { values, positionals } = parse(argv, options);
    this.paths = positionals;
    this.#values = values;
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name];
    return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
  }

  text(name: string): string | undefined {
    return this.texts(name).at(-1);
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) {
      return undefined;
    }
    const found = allowed.find((item) => item === value);
    if (found === undefined) {
      throw new UsageError(`--${name} is one of ${allowed.join(', ')}, not '${value}'`);
    }
    return found;
  }
}

function parse(argv: readonly string[], options: readonly OptionHelp[]): ReturnType<typeof parseArgs> {
  const config = Object.fromEntries(
    options.map(({ name, value }) => [
      name,
      value === undefined ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options: config, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown =
      error instanceof Error ? /^Unknown option '(-[^']*)'/.exec(error.message)?.[1] : undefined;
    if (unknown !== undefined) {
      const near = nearest(
        unknown,
        options.map(({ name }) => `--${name}`),
      );
      throw new UsageError(`unknown option ${unknown}${near === undefined ? '' : `; did you mean ${near}?`}`);
    }
    if (error instanceof TypeError) {
      // The messages of node:util are sentences for people, some of them on several lines.
      throw new UsageError(error.message.split('\n')[0] ?? error.message);
    }
    throw error;
  }
}
