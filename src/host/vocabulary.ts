import * as vscode from 'vscode';
import { parseArticle } from '../core/article';
import { MemoryVocabulary, termsOf, type Vocabulary } from '../core/vocabulary';
import { mostFiles, type SettingsService, type VocabularyService } from './services';

/** How many files are read at once: enough to hide the way to the disk and back. */
const readsAtOnce = 16;

/** How long the extension host is kept at a time, in milliseconds, before others get their turn. */
const slice = 10;

/** Changes of many files come one by one; listeners are told once they have stopped, in milliseconds. */
const restBeforeEvent = 300;

const articleFiles = '**/*.{md,markdown}';
/** What others wrote, and what a generator writes. */
const excludedFiles = '**/{node_modules,bower_components,vendor,.git}/**';

/**
 * The names that the articles of the workspace use, from their front matter as it is on disk. Nothing is read
 * before somebody asks; then every article once, and again when it changes. Never rejects: a file that cannot
 * be read says nothing.
 */
export class WorkspaceVocabulary implements VocabularyService, vscode.Disposable {
  readonly #settings: SettingsService;
  readonly #log: vscode.LogOutputChannel;
  readonly #vocabulary = new MemoryVocabulary();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: { dispose(): unknown }[] = [this.#changed];
  #building: Promise<void> | undefined;
  #complete = false;
  #leavesOut = false;
  #revision = 0;
  #timer: unknown;

  readonly onDidChange = this.#changed.event;

  constructor(settings: SettingsService, log: vscode.LogOutputChannel) {
    this.#settings = settings;
    this.#log = log;
  }

  get current(): Vocabulary {
    // It never rejects.
    void this.#start();
    return this.#vocabulary;
  }

  get isComplete(): boolean {
    return this.#complete;
  }

  get revision(): number {
    return this.#revision;
  }

  get leavesOut(): boolean {
    return this.#leavesOut;
  }

  async complete(): Promise<Vocabulary> {
    await this.#start();
    return this.#vocabulary;
  }

  async listed(): Promise<Vocabulary> {
    if (this.#building === undefined) {
      return this.complete();
    }
    await this.#building;
    await this.#list();
    return this.#vocabulary;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #start(): Promise<void> {
    if (this.#building === undefined) {
      this.#watch();
      this.#building = this.#build();
    }
    return this.#building;
  }

  async #build(): Promise<void> {
    const files = await this.#find();
    const started = Date.now();
    await this.#addAll(files ?? []);
    this.#log.debug(`Read the front matter of ${files?.length ?? 0} files in ${Date.now() - started} ms.`);
    this.#complete = true;
    this.#revision++;
    this.#changed.fire();
  }

  /** Reads the files that no event told of, and forgets those that are gone. */
  async #list(): Promise<void> {
    const files = await this.#find();
    if (files === undefined) {
      return;
    }
    const there = new Set(files.map(String));
    const gone = this.#leavesOut ? [] : this.#vocabulary.ids().filter((id) => !there.has(id));
    for (const id of gone) {
      this.#vocabulary.remove(id);
    }
    const unknown = files.filter((uri) => !this.#vocabulary.has(uri.toString()));
    await this.#addAll(unknown);
    if (gone.length + unknown.length > 0) {
      this.#announce();
    }
  }

  /** The articles of the workspace, as many as are read; undefined when they cannot be listed. */
  async #find(): Promise<vscode.Uri[] | undefined> {
    try {
      const files = await vscode.workspace.findFiles(articleFiles, excludedFiles, mostFiles + 1);
      this.#leavesOut = files.length > mostFiles;
      return files.slice(0, mostFiles);
    } catch (error) {
      // A virtual file system may not be searchable; then the files that change are all that is known.
      this.#log.warn(`The articles of the workspace could not be listed: ${String(error)}`);
      return undefined;
    }
  }

  async #addAll(files: readonly vscode.Uri[]): Promise<void> {
    let since = Date.now();
    for (let index = 0; index < files.length; index += readsAtOnce) {
      for (const added of files.slice(index, index + readsAtOnce).map((uri) => this.#read(uri))) {
        (await added)();
        if (Date.now() - since > slice) {
          await pause();
          since = Date.now();
        }
      }
    }
  }

  /**
   * Resolves to the work that is left when the file has been read: it takes time, so the caller chooses when.
   */
  async #read(uri: vscode.Uri): Promise<() => void> {
    const id = uri.toString();
    try {
      const [bytes, { options }] = await Promise.all([
        vscode.workspace.fs.readFile(uri),
        this.#settings.of({ uri, languageId: 'markdown' }),
      ]);
      return () => {
        const article = parseArticle(new TextDecoder().decode(bytes));
        this.#vocabulary.add(id, termsOf(article, options.profile));
      };
    } catch (error) {
      this.#log.debug(`Not read: ${uri.toString(true)}: ${String(error)}`);
      return () => {
        this.#vocabulary.remove(id);
      };
    }
  }

  #watch(): void {
    const watcher = vscode.workspace.createFileSystemWatcher(articleFiles, false, false, true);
    const deletions = vscode.workspace.createFileSystemWatcher('**', true, true);
    const update = (uri: vscode.Uri): void => {
      if (!/\/(?:node_modules|bower_components|vendor|\.git)\//.test(uri.path)) {
        void this.#update(uri);
      }
    };
    this.#disposables.push(
      watcher,
      watcher.onDidCreate(update),
      watcher.onDidChange(update),
      // A folder that goes is one event, of no article.
      deletions,
      deletions.onDidDelete((uri) => {
        if (this.#forgetBelow([uri.toString()])) {
          this.#announce();
        }
      }),
      // Another profile reads other names out of the same text.
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('winnow.profile')) {
          this.#building = this.#build();
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        this.#forgetBelow(removed.map(({ uri }) => uri.toString()));
        this.#building = this.#build();
      }),
    );
  }

  async #update(uri: vscode.Uri): Promise<void> {
    // A file that is too many stays unknown until there is room.
    if (this.#vocabulary.size < mostFiles || this.#vocabulary.has(uri.toString())) {
      (await this.#read(uri))();
      this.#announce();
    }
  }

  /** Forgets those files, and all that are in folders of those names; tells whether any was known. */
  #forgetBelow(places: readonly string[]): boolean {
    const gone = this.#vocabulary
      .ids()
      .filter((id) => places.some((place) => id === place || id.startsWith(`${place}/`)));
    for (const id of gone) {
      this.#vocabulary.remove(id);
    }
    return gone.length > 0;
  }

  #announce(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#revision++;
      this.#changed.fire();
    }, restBeforeEvent);
  }
}

/** Lets everything else that waits have its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
