import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../support/fixtures';

/** A hostile piece of an article. */
export interface Payload {
  /** The class of attack: the name of its file in `test/preview/payloads`. */
  readonly group: string;
  readonly title: string;
  /** What stands in the article. `canary()` is a script that must not run. */
  readonly text: string;
  /** Text that a reader must see nevertheless. */
  readonly shown: string | undefined;
}

const folder = 'test/preview/payloads';

/** `⟪3000×<div>⟫` is three thousand of them. */
const repeated = /⟪(\d+)×([^⟫]*)⟫/g;

/** All payloads, in the order of their files. */
export function readPayloads(): readonly Payload[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      parsePayloads(path.basename(name, '.txt'), readFileSync(path.join(folder, name), 'utf8')),
    );
}

/** Reads cases in the form `=== title`, the payload, and optionally `--- shown`; escapes are those of rule fixtures. */
export function parsePayloads(group: string, source: string): readonly Payload[] {
  const [, ...cases] = source.split(/^=== /m);
  return cases.map((part) => {
    const [head = '', ...lines] = part.split('\n');
    const separator = lines.indexOf('--- shown');
    const text = separator === -1 ? lines : lines.slice(0, separator);
    return {
      group,
      title: head.trim(),
      text: written(text),
      shown: separator === -1 ? undefined : written(lines.slice(separator + 1)),
    };
  });
}

function written(lines: readonly string[]): string {
  const unfolded = lines
    .join('\n')
    .replace(repeated, (_, count: string, text: string) => text.repeat(Number(count)));
  return decode(unfolded.split('\n'));
}
