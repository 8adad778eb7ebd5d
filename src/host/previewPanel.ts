import * as vscode from 'vscode';
import type { UpdateMessage, UpdateVersion } from '../webview/protocol';
import { reportFailure, settle } from './messages';
import { resolveLink, rootOf } from './previewLinks';
import { isMessageToHost } from './previewMessages';
import { Pacing } from './previewPacing';
import { imagePolicy, loadPage } from './previewPage';
import { describe, describeAbsence, type Content } from './previewUpdate';
import type { Services } from './services';

export const previewViewType = 'winnow.preview';

/** Milliseconds from one update to the next while someone types. */
const updateInterval = 200;

/** What a preview needs from around it. */
export interface PreviewContext {
  readonly extensionUri: vscode.Uri;
  readonly services: Services;
}

/** One webview that shows one article at a time. Disposes itself with its panel. */
export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #context: PreviewContext;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #pacing: Pacing;

  #source: vscode.Uri;
  /** Number of the last update that was sent. */
  #version: UpdateVersion = 0;
  /** The page has asked for its first update and has not been unloaded since. */
  #loaded = false;

  /** Opens a panel beside the editor; the focus stays in the editor. */
  static open(context: PreviewContext, source: vscode.Uri): PreviewPanel {
    const panel = vscode.window.createWebviewPanel(
      previewViewType,
      '',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    return new PreviewPanel(context, panel, source);
  }

  /** Takes over a panel, new or restored after a reload of the window. */
  constructor(context: PreviewContext, panel: vscode.WebviewPanel, source: vscode.Uri) {
    this.#context = context;
    this.#panel = panel;
    this.#source = source;
    this.#pacing = new Pacing({
      interval: updateInterval,
      run: () => this.#update(),
      onError: (error) => {
        reportFailure(context.services.log, vscode.l10n.t('The preview could not be updated.'), error);
      },
    });
    panel.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media', 'preview-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media', 'preview-dark.svg'),
    };
    this.#disposables.push(
      panel.onDidDispose(() => {
        this.#dispose();
      }),
      panel.onDidChangeViewState(() => {
        // A hidden page is thrown away; when it is shown again it loads anew and says so.
        this.#loaded &&= panel.visible;
      }),
      panel.webview.onDidReceiveMessage((data: unknown) => {
        this.#receive(data);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#shows(document.uri)) {
          this.#request();
        }
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.#follow(oldUri, newUri);
        }
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#loadPage();
      }),
      context.services.settings.onDidChange(() => {
        this.#request();
      }),
    );
    this.#loadPage();
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  /** Shows an article, which may be the present one, and brings the panel to the front of its column. */
  reveal(source: vscode.Uri): void {
    this.#panel.reveal(this.#panel.viewColumn, true);
    this.show(source);
  }

  /** Turns to an article. */
  show(source: vscode.Uri): void {
    if (this.#shows(source)) {
      return;
    }
    const sameRoot = rootOf(source)?.toString() === rootOf(this.#source)?.toString();
    this.#source = source;
    if (sameRoot) {
      this.#panel.title = titleOf(source);
      this.#pacing.reset();
      this.#request();
    } else {
      // What the page may load has changed.
      this.#loadPage();
    }
  }

  /** The article, or a folder around it, has another name. */
  #follow(oldUri: vscode.Uri, newUri: vscode.Uri): void {
    if (this.#shows(oldUri)) {
      this.show(newUri);
    } else if (oldUri.scheme === this.#source.scheme && this.#source.path.startsWith(`${oldUri.path}/`)) {
      this.show(vscode.Uri.joinPath(newUri, this.#source.path.slice(oldUri.path.length)));
    }
  }

  #shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.#source.toString();
  }

  #dispose(): void {
    this.#loaded = false;
    this.#pacing.reset();
    for (const disposable of this.#disposables.splice(0)) {
      disposable.dispose();
    }
  }

  #loadPage(): void {
    this.#loaded = false;
    this.#panel.title = titleOf(this.#source);
    loadPage(this.#panel.webview, {
      extensionUri: this.#context.extensionUri,
      root: rootOf(this.#source),
      title: this.#panel.title,
    });
  }

  /** Asks for an update, unless nobody would see it. */
  #request(): void {
    if (this.#loaded) {
      this.#pacing.request();
    }
  }

  /** Renders and sends; false when that is no longer wanted. */
  async #update(): Promise<boolean> {
    const source = this.#source;
    const content = await this.#content(source);
    // While we waited another article may have come, or the page may have gone.
    if (!this.#loaded || !this.#shows(source)) {
      return false;
    }
    if (content === 'stale') {
      this.#request();
      return false;
    }
    const message: UpdateMessage = {
      type: 'update',
      version: ++this.#version,
      source: source.toString(),
      ...content,
      images: imagePolicy(),
      bases: this.#bases(source),
    };
    return this.#panel.webview.postMessage(message);
  }

  async #content(source: vscode.Uri): Promise<Content | 'stale'> {
    let document: vscode.TextDocument;
    try {
      document = await vscode.workspace.openTextDocument(source);
    } catch {
      return describeAbsence();
    }
    const { article, context, version } = await this.#context.services.documents.analyse(document);
    const content = describe(article, context);
    return document.version === version ? content : 'stale';
  }

  #bases(source: vscode.Uri): UpdateMessage['bases'] {
    const root = rootOf(source);
    const address = (folder: vscode.Uri): string =>
      this.#panel.webview.asWebviewUri(folder).toString().replace(/\/?$/, '/');
    return root
      ? { document: address(vscode.Uri.joinPath(source, '..')), root: address(root) }
      : { document: '', root: '' };
  }

  #receive(data: unknown): void {
    if (!isMessageToHost(data)) {
      this.#context.services.log.warn(`The preview sent a message that is not known: ${String(data)}`);
      return;
    }
    switch (data.type) {
      case 'ready':
        this.#loaded = true;
        this.#pacing.reset();
        this.#request();
        break;
      case 'rendered':
        if (data.version === this.#version) {
          this.#pacing.acknowledge();
        }
        break;
      case 'openLink':
        if (data.version === this.#version) {
          settle(this.#openLink(data.href), this.#context.services.log);
        }
        break;
      case 'reveal':
        if (data.version === this.#version) {
          settle(this.#revealLine(data.line), this.#context.services.log);
        }
        break;
    }
  }

  async #openLink(href: string): Promise<void> {
    const target = resolveLink(href, this.#source, rootOf(this.#source));
    switch (target.kind) {
      case 'external':
        await vscode.env.openExternal(target.uri);
        break;
      case 'file':
        await vscode.commands.executeCommand('vscode.open', target.uri, { viewColumn: this.#editorColumn() });
        break;
      case 'refused':
        this.#context.services.log.warn(`The preview does not follow this link: ${href}`);
        break;
    }
  }

  async #revealLine(line: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#source);
    const position = document.lineAt(Math.min(line, document.lineCount) - 1).range.start;
    const range = new vscode.Range(position, position);
    const viewColumn = this.#editorColumn();
    const editor = await vscode.window.showTextDocument(document, { viewColumn, selection: range });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Where texts are shown from the preview: where the article is, else in a column that is not the panel's own. */
  #editorColumn(): vscode.ViewColumn {
    const shown = vscode.window.visibleTextEditors.find(({ document }) => this.#shows(document.uri));
    const free =
      this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    return shown?.viewColumn ?? free;
  }
}

function titleOf(source: vscode.Uri): string {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1);
  return vscode.l10n.t('Preview {0}', name);
}
