import { commandNames, generalHelp, helpOf, type CommandName } from './help';
import { exit, printable, UsageError, type Io } from './io';

/**
 * The command line: does what the arguments (without the program's own name) say and resolves to
 * the exit code. Never rejects for anything a user can do.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      await io.stderr.write(`winnow: ${printable(error.message)}\n`);
      return exit.failed;
    }
    throw error;
  }
}

async function dispatch([first, ...rest]: readonly string[], io: Io): Promise<number> {
  if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0)) {
    return show(generalHelp(), io);
  }
  if (first === '--version') {
    return show(`${io.version}\n`, io);
  }
  if (first === 'help') {
    return show(helpOf(commandOf(rest[0] ?? '')), io);
  }
  if (first === undefined) {
    throw new UsageError("no command; 'winnow --help' shows what there is");
  }
  const command = commandOf(first);
  const end = rest.indexOf('--');
  const options = end === -1 ? rest : rest.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) {
    return show(helpOf(command), io);
  }
  // Loaded here so that help and version do not wait for the rules and their libraries.
  const { run } = await import('./run');
  return run(command, rest, io);
}

async function show(text: string, io: Io): Promise<number> {
  await io.stdout.write(text);
  return exit.done;
}

function commandOf(name: string): CommandName {
  const found = commandNames.find((command) => command === name);
  if (found !== undefined) {
    return found;
  }
  const what = name.startsWith('-')
    ? `unknown option ${name} before the command`
    : `unknown command '${name}'`;
  throw new UsageError(`${what}; there are ${commandNames.join(', ')}`);
}
