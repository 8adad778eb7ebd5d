import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { reasonOf } from './io';

/** One thing to do, or one path that could not be followed. `file` is the path as given, or joined with `/`. */
export type Input = FileInput | FailedInput;

export interface FileInput {
  readonly file: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
}

export interface FailedInput {
  readonly file: string;
  readonly error: string;
}

/** What `-` stands for on the command line. */
export const stdinName = '-';

const markdownFile = /\.(?:md|markdown)$/i;
const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The files that the paths of a command line stand for, sorted by the code points of their names.
 * A file is taken whatever its extension; of a folder, the Markdown files at any depth. No file is
 * listed twice under one absolute path. Symbolic links are followed, but no folder is entered twice
 * and none through a link from inside it.
 */
export function collectInputs(given: readonly string[], cwd: string): readonly Input[] {
  const collector = new Collector();
  for (const path of given) {
    collector.addGiven(path, cwd);
  }
  return [...collector.inputs.values()].sort((a, b) => compareCodePoints(a.file, b.file));
}

interface Target {
  readonly file: string;
  readonly path: string;
}

/** True for a path of the command line that is a folder; false for one that is not there. */
export function isFolder(given: string, cwd: string): boolean {
  const path = resolve(cwd, given);
  return given !== stdinName && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A folder that waits to be read; `real` is its path without symbolic links. */
interface Folder extends Target {
  readonly real: string;
}

class Collector {
  /** By absolute path; the first name that leads to a file is the one that is shown. */
  readonly inputs = new Map<string, Input>();
  readonly #entered = new Set<string>();

  addGiven(file: string, cwd: string): void {
    if (file === stdinName) {
      this.inputs.set(stdinName, { file, path: undefined });
      return;
    }
    const path = resolve(cwd, file);
    this.#attempt({ file, path }, () => {
      if (statSync(path).isDirectory()) {
        this.#walk({ file: withoutTrailingSlash(file), path, real: realpathSync(path) });
      } else {
        this.#add({ file, path });
      }
    });
  }

  /** Linked folders come last: what also has a place of its own is shown by its own name. */
  #walk(root: Folder): void {
    const folders: Folder[] = [root];
    const linked: Folder[] = [];
    const next = (): Folder | undefined => folders.pop() ?? linked.shift();
    for (let folder = next(); folder !== undefined; folder = next()) {
      if (this.#entered.has(folder.real)) {
        continue;
      }
      this.#entered.add(folder.real);
      const current = folder;
      this.#attempt(current, () => {
        const entries = readdirSync(current.path, { withFileTypes: true });
        // Two links to one folder: the first by name wins, whatever order the disk has.
        for (const entry of entries.sort((a, b) => compareCodePoints(a.name, b.name))) {
          this.#visit(entry, current, folders, linked);
        }
      });
    }
  }

  #visit(entry: Dirent, parent: Folder, folders: Folder[], linked: Folder[]): void {
    const { name } = entry;
    const file = parent.file.endsWith('/') ? parent.file + name : `${parent.file}/${name}`;
    const path = join(parent.path, name);
    if (entry.isDirectory()) {
      if (!skippedFolders.has(name)) {
        folders.push({ file, path, real: join(parent.real, name) });
      }
    } else if (entry.isSymbolicLink()) {
      this.#visitLink({ file, path }, parent, linked);
    } else if (entry.isFile() && markdownFile.test(name)) {
      this.#add({ file, path });
    }
  }

  #visitLink(link: Target, parent: Folder, linked: Folder[]): void {
    const name = basename(link.path);
    let stats: Stats;
    try {
      stats = statSync(link.path);
    } catch (error) {
      // A link that leads nowhere concerns nobody unless it looks like an article.
      if (markdownFile.test(name)) {
        this.inputs.set(link.path, { file: link.file, error: reasonOf(error) });
      }
      return;
    }
    if (stats.isDirectory()) {
      if (!skippedFolders.has(name)) {
        this.#attempt(link, () => {
          const real = realpathSync(link.path);
          // A link to a folder that holds it is a cycle, even where that folder was not asked for.
          if (!isWithin(parent.real, real)) {
            linked.push({ ...link, real });
          }
        });
      }
    } else if (stats.isFile() && markdownFile.test(name)) {
      this.#add(link);
    }
  }

  #add(input: Target): void {
    if (!this.inputs.has(input.path)) {
      this.inputs.set(input.path, input);
    }
  }

  #attempt(target: Target, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.inputs.set(target.path, { file: target.file, error: reasonOf(error) });
    }
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function withoutTrailingSlash(file: string): string {
  let end = file.length;
  while (end > 1 && (file[end - 1] === '/' || file[end - 1] === sep)) {
    end--;
  }
  return file.slice(0, end);
}

/** Like `<` on UTF-32: `sort()` alone would put U+1F600 before U+FF01. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) {
      return rank(left) - rank(right);
    }
  }
  return a.length - b.length;
}

/** Surrogates, which stand for the code points above U+FFFF, come after every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
