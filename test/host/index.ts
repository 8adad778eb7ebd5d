// The entry of the host tests: VS Code calls `run` inside its extension host and ends when it settles.
import { runMocha } from '../support/runMocha';

/** A first edit may have to wait for the whole of VS Code's start, on a busy machine. */
const timeout = 60_000;

export async function run(): Promise<void> {
  const failures = await runMocha({ folder: __dirname, timeout });
  if (failures > 0) {
    throw new Error(`${failures} tests failed.`);
  }
}
