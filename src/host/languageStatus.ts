import * as vscode from 'vscode';
import { articleStatus, profileStatus, type Status } from '../core/language/status';
import type { Services } from './services';

/**
 * How long a document must rest, in milliseconds, before what can be removed is counted: longer than a check
 * waits.
 */
const rest = 600;

/** Shows profile, findings and what can be removed of the active document, with a command to clean it. */
export function registerLanguageStatus(services: Services): vscode.Disposable {
  return vscode.Disposable.from(new LanguageStatus(services));
}

class LanguageStatus implements vscode.Disposable {
  readonly #services: Services;
  readonly #disposable: vscode.Disposable;
  /** There only while the active document is one of ours. */
  #item: vscode.LanguageStatusItem | undefined;
  #timer: unknown;

  constructor(services: Services) {
    this.#services = services;
    this.#disposable = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#schedule(0);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === vscode.window.activeTextEditor?.document && contentChanges.length > 0) {
          this.#schedule(rest);
        }
      }),
      services.settings.onDidChange(() => {
        this.#schedule(rest);
      }),
    );
    this.#schedule(0);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item?.dispose();
    this.#disposable.dispose();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !this.#services.documents.isChecked(document)) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    const item = this.#itemOf();
    this.#timer = setTimeout(() => {
      item.busy = true;
      this.#update(document).catch((error: unknown) => {
        // The findings are checked at the same time and tell the person; here a line in the log is enough.
        this.#services.log.error(error instanceof Error ? error : String(error));
        this.#show(document, undefined);
      });
    }, delay);
  }

  async #update(document: vscode.TextDocument): Promise<void> {
    const { article, context, findings, version } = await this.#services.documents.analyse(document);
    if (version !== document.version) {
      // The edit has scheduled another round.
      return;
    }
    const isOwn = context.isArticle && context.options.enable;
    this.#show(document, isOwn ? articleStatus(article, findings, context) : profileStatus(context));
  }

  #show(document: vscode.TextDocument, status: Status | undefined): void {
    if (document !== vscode.window.activeTextEditor?.document) {
      return;
    }
    const item = this.#itemOf();
    item.busy = false;
    if (status === undefined) {
      return;
    }
    item.text = status.text;
    item.detail = status.detail;
    item.command = status.canClean
      ? { command: 'winnow.cleanArticle', title: vscode.l10n.t('Clean'), arguments: [document.uri] }
      : undefined;
  }

  #itemOf(): vscode.LanguageStatusItem {
    if (this.#item === undefined) {
      this.#item = vscode.languages.createLanguageStatusItem('winnow.status', { language: 'markdown' });
      this.#item.name = 'Winnow';
      this.#item.text = 'Winnow';
    }
    return this.#item;
  }
}
