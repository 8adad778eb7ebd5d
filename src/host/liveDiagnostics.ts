import * as vscode from 'vscode';
import { reportFailure } from './messages';

/** The findings in one version of a document. */
export interface CheckedDocument {
  readonly version: number;
  readonly diagnostics: readonly vscode.Diagnostic[];
}

export interface LiveCheck {
  /** The name of the collection of diagnostics. */
  readonly name: string;
  applies(document: vscode.TextDocument): boolean;
  run(document: vscode.TextDocument): Promise<CheckedDocument>;
  /** Every open document is checked again. */
  readonly onDidChange?: vscode.Event<void>;
  /** Files whose deletion outside of VS Code takes their entries away. */
  readonly files: vscode.GlobPattern;
}

/** How long a document must rest, in milliseconds, before an edit is checked. */
const restBeforeCheck = 250;

/**
 * Keeps the diagnostics of open documents up to date: at once when a document is opened, after a rest
 * when it is edited. Each document has its own timer and its own entries.
 */
export class LiveDiagnostics implements vscode.Disposable {
  readonly #check: LiveCheck;
  readonly #log: vscode.LogOutputChannel;
  readonly #collection: vscode.DiagnosticCollection;
  readonly #disposable: vscode.Disposable;
  readonly #timers = new Map<string, unknown>();
  /** The last run of each document: an earlier one that ends later must not write. */
  readonly #runs = new Map<string, symbol>();
  #failed = false;

  constructor(check: LiveCheck, log: vscode.LogOutputChannel) {
    this.#check = check;
    this.#log = log;
    this.#collection = vscode.languages.createDiagnosticCollection(check.name);
    const watcher = vscode.workspace.createFileSystemWatcher(check.files, false, true, false);
    this.#disposable = vscode.Disposable.from(
      this.#collection,
      watcher,
      // A file that another program deletes stays open; one that comes back is checked again.
      watcher.onDidDelete((uri) => {
        this.#forget(uri);
      }),
      watcher.onDidCreate((uri) => {
        this.#restart(uri);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#start(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // The event also tells of a document that was only saved.
        if (contentChanges.length > 0) {
          this.#schedule(document);
        }
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#forget(uri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        files.forEach((uri) => {
          this.#forgetBelow(uri);
        });
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        files.forEach(({ oldUri }) => {
          this.#forgetBelow(oldUri);
        });
      }),
      ...(check.onDidChange === undefined
        ? []
        : [
            check.onDidChange(() => {
              vscode.workspace.textDocuments.forEach((document) => {
                this.#schedule(document);
              });
            }),
          ]),
    );
    vscode.workspace.textDocuments.forEach((document) => {
      this.#start(document);
    });
  }

  dispose(): void {
    [...this.#timers.keys()].forEach((key) => {
      this.#stop(key);
    });
    this.#runs.clear();
    this.#disposable.dispose();
  }

  #restart(uri: vscode.Uri): void {
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (document !== undefined) {
      this.#schedule(document);
    }
  }

  #schedule(document: vscode.TextDocument): void {
    if (!this.#check.applies(document)) {
      return;
    }
    const key = document.uri.toString();
    this.#stop(key);
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#start(document);
      }, restBeforeCheck),
    );
  }

  #start(document: vscode.TextDocument): void {
    this.#stop(document.uri.toString());
    if (!document.isClosed && this.#check.applies(document)) {
      this.#run(document).catch((error: unknown) => {
        this.#fail(document, error);
      });
    }
  }

  async #run(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const run = Symbol(key);
    this.#runs.set(key, run);
    const { version, diagnostics } = await this.#check.run(document);
    // An edit, a closed document and another language each start or end things by an event of their own.
    if (this.#runs.get(key) === run && version === document.version && !document.isClosed) {
      this.#collection.set(document.uri, diagnostics);
    }
  }

  #fail(document: vscode.TextDocument, error: unknown): void {
    const message = vscode.l10n.t(
      'Winnow could not check {0}.',
      vscode.workspace.asRelativePath(document.uri),
    );
    if (this.#failed) {
      this.#log.error(message, String(error));
    } else {
      // One message: the next keystroke would bring the next one.
      this.#failed = true;
      reportFailure(this.#log, message, error);
    }
  }

  #stop(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#stop(key);
    this.#runs.delete(key);
    this.#collection.delete(uri);
  }

  /** For a deleted or renamed folder: everything that was in it. */
  #forgetBelow(uri: vscode.Uri): void {
    const folder = `${uri.toString()}/`;
    for (const key of [...this.#runs.keys()]) {
      if (key === uri.toString() || key.startsWith(folder)) {
        this.#forget(vscode.Uri.parse(key, true));
      }
    }
  }
}
