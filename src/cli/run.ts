import { parseCommand } from './arguments';
import { runCheck } from './check';
import { runClean } from './clean';
import type { CommandName } from './help';
import type { Io } from './io';
import { runRender } from './render';

/** Runs one command; resolves to the exit code. */
export async function run(command: CommandName, argv: readonly string[], io: Io): Promise<number> {
  const given = parseCommand(command, argv);
  switch (given.command) {
    case 'check':
      return runCheck(given, io);
    case 'clean':
      return runClean(given, io);
    case 'render':
      return runRender(given, io);
  }
}
