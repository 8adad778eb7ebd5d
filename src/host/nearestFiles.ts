import * as vscode from 'vscode';

export interface FoundFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/**
 * Finds files by name in a folder or the nearest one above, on any file system. Each folder is asked
 * once for each name; what is known is forgotten as soon as a file of such a name comes, changes or goes.
 */
export class NearestFiles implements vscode.Disposable {
  readonly #names: readonly string[];
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: { dispose(): unknown }[] = [this.#changed];
  readonly #watched = new Set<string>();
  #found = new Map<string, Promise<FoundFile | undefined>>();

  readonly onDidChange = this.#changed.event;

  constructor(names: readonly string[], log: vscode.LogOutputChannel) {
    this.#names = names;
    this.#log = log;
    // Covers every folder of the workspace; the folders above it are watched when they are asked for.
    this.#watch(`**/{${names.join(',')}}`);
    this.#disposables.push(
      // A file outside of the workspace may be on a file system that reports no changes.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (names.some((name) => uri.path.endsWith(`/${name}`))) {
          this.#forget();
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#forget();
      }),
    );
  }

  /** The nearest file of that name in the folder or above it. Never rejects; a file that cannot be read is logged. */
  find(name: string, folder: vscode.Uri): Promise<FoundFile | undefined> {
    const key = `${name}\n${folder.toString()}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = this.#search(name, folder);
      this.#found.set(key, found);
    }
    return found;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #search(name: string, folder: vscode.Uri): Promise<FoundFile | undefined> {
    this.#watchOutside(folder);
    const uri = vscode.Uri.joinPath(folder, name);
    const text = await this.#read(uri);
    if (text !== undefined) {
      return { uri, text };
    }
    const parent = vscode.Uri.joinPath(folder, '..');
    return parent.path === folder.path ? undefined : this.find(name, parent);
  }

  async #read(uri: vscode.Uri): Promise<string | undefined> {
    try {
      // TextDecoder takes a byte order mark away.
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      // That there is no such file is the usual case. Virtual file systems say so in words of their
      // own when asked above their root, so any other reason is only logged.
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
        this.#log.debug(`Not read: ${uri.toString(true)}: ${String(error)}`);
      }
      return undefined;
    }
  }

  #watchOutside(folder: vscode.Uri): void {
    if (vscode.workspace.getWorkspaceFolder(folder) === undefined && !this.#watched.has(folder.toString())) {
      this.#watched.add(folder.toString());
      this.#watch(new vscode.RelativePattern(folder, `{${this.#names.join(',')}}`));
    }
  }

  #watch(pattern: vscode.GlobPattern): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const forget = (): void => {
      this.#forget();
    };
    this.#disposables.push(
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
    );
  }

  #forget(): void {
    this.#found = new Map();
    this.#changed.fire();
  }
}
