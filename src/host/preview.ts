import * as vscode from 'vscode';
import { registerExportCommands } from './exportCommands';
import { readState } from './previewMessages';
import { PreviewPanel, previewViewType, type PreviewContext } from './previewPanel';
import type { Services } from './services';

/** The context key by which the manifest knows whether the active preview is locked. */
const lockedKey = 'winnow.previewIsLocked';

/** The commands of the preview, its panels, and their return after a reload of the window. */
export function registerPreview(
  extension: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>,
  services: Services,
): vscode.Disposable {
  const previews = new Previews({ extensionUri: extension.extensionUri, services });
  const onPanel = (id: string, run: (panel: PreviewPanel) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`winnow.preview.${id}`, () => {
      const panel = previews.active;
      return panel && run(panel);
    });
  const open = (id: string, where: Parameters<Previews['open']>[1]): vscode.Disposable =>
    vscode.commands.registerCommand(`winnow.${id}`, (uri?: unknown) => {
      const source = uri instanceof vscode.Uri ? uri : vscode.window.activeTextEditor?.document.uri;
      if (source) {
        previews.open(source, where);
      }
    });

  return vscode.Disposable.from(
    previews,
    registerExportCommands(extension, services, (article) => previews.find(article)),
    open('openPreview', { viewColumn: vscode.ViewColumn.Active, locked: false }),
    open('openPreviewToSide', { viewColumn: vscode.ViewColumn.Beside, locked: false }),
    open('openLockedPreviewToSide', { viewColumn: vscode.ViewColumn.Beside, locked: true }),
    onPanel('lock', (panel) => {
      panel.setLocked(true);
    }),
    onPanel('unlock', (panel) => {
      panel.setLocked(false);
    }),
    onPanel('showSource', (panel) => panel.showSource()),
    onPanel('revealInSource', (panel) => {
      panel.revealSelection();
    }),
    onPanel('refresh', (panel) => {
      panel.reload();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && services.documents.isChecked(editor.document)) {
        previews.follow(editor.document.uri);
      }
    }),
    vscode.window.registerWebviewPanelSerializer(previewViewType, {
      deserializeWebviewPanel(restored: vscode.WebviewPanel, state: unknown) {
        previews.restore(restored, state);
        return Promise.resolve();
      },
    }),
  );
}

/** The panels that are open. Those that are not locked follow the active article. */
class Previews implements vscode.Disposable {
  readonly #context: PreviewContext;
  readonly #panels = new Set<PreviewPanel>();

  constructor(context: PreviewContext) {
    this.#context = context;
  }

  get active(): PreviewPanel | undefined {
    return [...this.#panels].find(({ isActive }) => isActive);
  }

  /** The panel that has the focus, else one that shows the article, else one that is opened for it. */
  find(article: vscode.Uri | undefined): PreviewPanel | undefined {
    const editor = vscode.window.activeTextEditor?.document;
    const source = article ?? (editor?.languageId === 'markdown' ? editor.uri : undefined);
    if (this.active || !source) {
      return this.active;
    }
    const showing = (): PreviewPanel | undefined => [...this.#panels].find((panel) => panel.shows(source));
    if (!showing()) {
      this.open(source, { viewColumn: vscode.ViewColumn.Beside, locked: false });
    }
    return showing();
  }

  /** Uses the panel that follows the active article, when there is one, else the one that is locked to this article. */
  open(
    source: vscode.Uri,
    { viewColumn, locked }: { readonly viewColumn: vscode.ViewColumn; readonly locked: boolean },
  ): void {
    const present = [...this.#panels].find((panel) =>
      locked ? panel.isLocked && panel.shows(source) : !panel.isLocked,
    );
    if (present) {
      present.reveal(source);
      return;
    }
    const start = { source, locked, choice: { mode: 'clean' }, picturesAllowed: false } as const;
    this.#adopt(PreviewPanel.open(this.#context, start, viewColumn));
  }

  follow(source: vscode.Uri): void {
    for (const panel of this.#panels) {
      if (!panel.isLocked) {
        panel.show(source);
      }
    }
  }

  restore(restored: vscode.WebviewPanel, state: unknown): void {
    const known = readState(state);
    if (known === undefined) {
      restored.dispose();
      return;
    }
    const start = { ...known, source: vscode.Uri.parse(known.source) };
    this.#adopt(new PreviewPanel(this.#context, restored, start));
  }

  dispose(): void {
    this.#panels.clear();
  }

  #adopt(panel: PreviewPanel): void {
    this.#panels.add(panel);
    panel.onDidChange(() => {
      this.#tellLock();
    });
    panel.onDidDispose(() => {
      this.#panels.delete(panel);
      this.#tellLock();
    });
    this.#tellLock();
  }

  #tellLock(): void {
    void vscode.commands.executeCommand('setContext', lockedKey, this.active?.isLocked === true);
  }
}
