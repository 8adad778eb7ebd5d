import { clean, type CleanRequest, type CleanResult, type Removal } from '../core/engine';
import { summariseRemovals } from '../core/summary';
import type { CleanArguments, CleanMode } from './arguments';
import { unifiedDiff } from './diff';
import { isFolder } from './files';
import { count, JsonArrayWriter, printable, UsageError, type Io } from './io';
import { Session, type LoadedFile } from './session';
import { replaceFile } from './writeAtomic';

/** `winnow clean`: the cleaned text, or what cleaning does to several files. */
export async function runClean(given: CleanArguments, io: Io): Promise<number> {
  const [path = ''] = given.paths;
  if (given.mode === 'print' && isFolder(path, io.cwd)) {
    throw new UsageError(`${path} is a folder: clean takes one only with --write, --diff or --check`);
  }
  const session = new Session(given, io);
  const json = given.format === 'json' ? new JsonArrayWriter(io.stdout) : undefined;
  const totals = new Totals();

  await session.forEachFile({
    outputOnly: given.mode !== 'write',
    async run(loaded: LoadedFile) {
      const result = cleanFile(loaded, given);
      const changed = result.text !== loaded.article.text;
      if (given.mode === 'print') {
        await io.stdout.write(result.text);
        return;
      }
      if (changed && given.mode === 'write' && loaded.path !== undefined) {
        replaceFile(loaded.path, loaded.bytes, Buffer.from(result.text));
      }
      totals.add(result, changed);
      if (json !== undefined) {
        const removed = result.removed.map(({ rule, count: number, bytes }) => ({
          rule,
          count: number,
          bytes,
        }));
        await json.add({ file: loaded.file, changed, removed });
      } else if (changed) {
        await io.stdout.write(describeChange(given.mode, loaded, result));
      }
    },
    async failed(file, error) {
      await json?.add({ file, error });
    },
  });

  await json?.end();
  if (json === undefined && given.mode !== 'print') {
    await io.stderr.write(`${totals.summarise(session, given.mode)}\n`);
  }
  const reports = given.mode === 'check' || given.mode === 'diff';
  return session.exitCode(reports && totals.changed > 0);
}

function cleanFile({ article, context }: LoadedFile, given: CleanArguments): CleanResult {
  const request: CleanRequest = {
    level: given.level ?? context.options.clean.level,
    frontMatter: given.fixFrontMatter,
    ...(given.only === undefined ? {} : { only: given.only }),
  };
  return clean(article, request, context);
}

/** What stdout gets for a file that changes: nothing, its diff or its name. */
function describeChange(mode: CleanMode, { file, article }: LoadedFile, { edits }: CleanResult): string {
  switch (mode) {
    case 'diff':
      return unifiedDiff(file, article.text, edits);
    case 'check':
      return `${printable(file)}\n`;
    case 'print':
    case 'write':
      return '';
  }
}

class Totals {
  changed = 0;
  #unchanged = 0;
  readonly #removals = new Map<string, Removal>();

  add({ removed }: CleanResult, changed: boolean): void {
    if (changed) {
      this.changed++;
    } else {
      this.#unchanged++;
    }
    for (const removal of removed) {
      const { count: number, bytes } = this.#removals.get(removal.rule) ?? { count: 0, bytes: 0 };
      const sum = { count: number + removal.count, bytes: bytes + removal.bytes };
      this.#removals.set(removal.rule, { ...removal, ...sum });
    }
  }

  /** `12 files: 9 changed, 3 unchanged, 0 failed; removed 81 comments, 1 style block, 34.1 KB` */
  summarise({ inputs, failures }: Session, mode: CleanMode): string {
    const wording = mode === 'write' ? 'changed' : 'would change';
    const files = `${count(inputs.length, 'file')}: ${this.changed} ${wording}, ${this.#unchanged} unchanged, ${failures} failed`;
    const removed = summariseRemovals([...this.#removals.values()]);
    if (removed === undefined) {
      return files;
    }
    return `${files}; ${mode === 'write' ? 'removed' : 'would remove'} ${removed}`;
  }
}
