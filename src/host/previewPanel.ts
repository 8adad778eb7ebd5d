import * as vscode from 'vscode';
import type { ExtractedMessage, ExtractForm, MessageToHost, ViewChoice } from '../webview/protocol';
import { reportFailure, settle } from './messages';
import { Extraction } from './previewExtraction';
import { PreviewFeed } from './previewFeed';
import { rootOf } from './previewLinks';
import { isMessageToHost, type RestoredState } from './previewMessages';
import { loadPage } from './previewPage';
import { PreviewRequests } from './previewRequests';
import { PreviewSync } from './previewSync';
import { alwaysLoadPictures, picturePolicy, type PicturePolicy } from './previewView';
import type { Services } from './services';

export const previewViewType = 'winnow.preview';

/** What a preview needs from around it. */
export interface PreviewContext {
  readonly extensionUri: vscode.Uri;
  readonly services: Services;
}

/** What a panel shows when it opens, and how. */
export type PanelStart = Omit<RestoredState, 'source'> & { readonly source: vscode.Uri };

/** One webview that shows one article at a time. Disposes itself with its panel. */
export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #context: PreviewContext;
  readonly #disposables: { dispose(): unknown }[] = [];
  readonly #feed: PreviewFeed;
  readonly #extraction = new Extraction((message) => this.#panel.webview.postMessage(message));
  readonly #sync: PreviewSync;
  readonly #requests: PreviewRequests;
  readonly #changed = new vscode.EventEmitter<void>();

  #source: vscode.Uri;
  #choice: ViewChoice;
  #locked: boolean;
  /** The reader asked for the pictures of this article. */
  #picturesAllowed: boolean;
  /** What the page may load, as it was told when it was loaded. */
  #policy: PicturePolicy;
  /** The page is shown the place that the editor shows, unless it has one of its own to go back to. */
  #followsEditorNext = false;

  /** Opens a panel; beside the editor the focus stays in the editor. */
  static open(context: PreviewContext, start: PanelStart, viewColumn: vscode.ViewColumn): PreviewPanel {
    const panel = vscode.window.createWebviewPanel(
      previewViewType,
      '',
      { viewColumn, preserveFocus: viewColumn === vscode.ViewColumn.Beside },
      { enableFindWidget: true },
    );
    const preview = new PreviewPanel(context, panel, start);
    preview.#followsEditorNext = true;
    return preview;
  }

  /** Takes over a panel, new or restored after a reload of the window. */
  constructor(context: PreviewContext, panel: vscode.WebviewPanel, start: PanelStart) {
    this.#context = context;
    this.#panel = panel;
    this.#source = start.source;
    this.#choice = start.choice;
    this.#locked = start.locked;
    this.#picturesAllowed = start.picturesAllowed;
    this.#policy = picturePolicy(this.#source, this.#picturesAllowed);
    this.#feed = new PreviewFeed({
      webview: panel.webview,
      services: context.services,
      wanted: () => ({
        source: this.#source,
        choice: this.#choice,
        locked: this.#locked,
        picturesAllowed: this.#picturesAllowed,
      }),
      policy: () => (this.#policy = picturePolicy(this.#source, this.#picturesAllowed)),
      onSent: () => {
        this.#sync.begin({ scroll: this.#followsEditorNext });
        this.#followsEditorNext = false;
      },
      onError: (error) => {
        reportFailure(context.services.log, vscode.l10n.t('The preview could not be updated.'), error);
      },
    });
    this.#sync = new PreviewSync({
      shows: (uri) => this.shows(uri),
      scrollTo: (line) => {
        this.#feed.post({ type: 'scrollTo', version: this.#feed.version, line });
      },
      markCursor: (line) => {
        this.#feed.post({ type: 'cursor', version: this.#feed.version, line });
      },
    });
    this.#requests = new PreviewRequests(context.services.log, {
      source: () => this.#source,
      shown: () => this.#feed.shown,
      column: () => panel.viewColumn,
    });
    panel.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media', 'preview-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media', 'preview-dark.svg'),
    };
    this.#disposables.push(
      this.#sync,
      this.#changed,
      panel.onDidDispose(() => {
        this.#dispose();
      }),
      panel.onDidChangeViewState(() => {
        // A hidden page is thrown away; when it is shown again it loads anew and says so.
        if (!panel.visible) {
          this.#feed.close();
        }
        if (!this.#feed.isOpen) {
          this.#extraction.onUnload();
        }
        this.#changed.fire();
      }),
      panel.webview.onDidReceiveMessage((data: unknown) => {
        this.#receive(data);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.shows(document.uri)) {
          this.#feed.follow(contentChanges, document);
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
        this.#refresh();
      }),
    );
    this.#loadPage();
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  /** Fires when the panel becomes active or not, and when it is locked or not. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get source(): vscode.Uri {
    return this.#source;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get isLocked(): boolean {
    return this.#locked;
  }

  /** Stays with its article, or follows the active one again. */
  setLocked(locked: boolean): void {
    this.#locked = locked;
    this.#panel.title = this.#title();
    this.#changed.fire();
    this.#feed.request();
  }

  /** Shows an article, which may be the present one, and brings the panel to the front of its column. */
  reveal(source: vscode.Uri): void {
    this.#panel.reveal(this.#panel.viewColumn, true);
    this.show(source);
  }

  /** Takes out the article as it is shown; brings the panel into view, since a hidden page is not there. */
  extract(form: ExtractForm): Promise<ExtractedMessage> {
    // A page may write formatted text into the clipboard only while it has the focus.
    this.#panel.reveal(this.#panel.viewColumn, form !== 'richText');
    return this.#extraction.request(form);
  }

  /** Turns to an article. */
  show(source: vscode.Uri): void {
    if (this.shows(source)) {
      return;
    }
    const sameRoot = rootOf(source)?.toString() === rootOf(this.#source)?.toString();
    this.#source = source;
    this.#feed.turn();
    // Asked for one article is not asked for all.
    this.#picturesAllowed = false;
    this.#followsEditorNext = true;
    this.#panel.title = this.#title();
    if (sameRoot) {
      this.#refresh();
    } else {
      // What the page may load has changed.
      this.#loadPage();
    }
  }

  shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.#source.toString();
  }

  /** Shows in the editor what is selected in the page, else what is at its upper edge. */
  revealSelection(): void {
    this.#feed.post({ type: 'askSelection', version: this.#feed.version });
  }

  /** Loads the page anew, as after a picture came that was not there. */
  reload(): void {
    this.#loadPage();
  }

  /** Opens the article in an editor, or goes to the one that is open. */
  async showSource(): Promise<void> {
    await this.#requests.openEditor({ preserveFocus: false });
  }

  /** The article, or a folder around it, has another name. */
  #follow(oldUri: vscode.Uri, newUri: vscode.Uri): void {
    if (this.shows(oldUri)) {
      this.show(newUri);
    } else if (oldUri.scheme === this.#source.scheme && this.#source.path.startsWith(`${oldUri.path}/`)) {
      this.show(vscode.Uri.joinPath(newUri, this.#source.path.slice(oldUri.path.length)));
    }
  }

  #dispose(): void {
    this.#feed.dispose();
    this.#extraction.dispose();
    for (const disposable of this.#disposables.splice(0)) {
      disposable.dispose();
    }
  }

  #title(): string {
    const name = this.#source.path.slice(this.#source.path.lastIndexOf('/') + 1);
    return this.#locked ? vscode.l10n.t('[Preview] {0}', name) : vscode.l10n.t('Preview {0}', name);
  }

  #loadPage(): void {
    this.#feed.close();
    this.#extraction.onUnload();
    this.#panel.title = this.#title();
    this.#policy = picturePolicy(this.#source, this.#picturesAllowed);
    loadPage(this.#panel.webview, {
      extensionUri: this.#context.extensionUri,
      root: rootOf(this.#source),
      title: this.#panel.title,
      images: this.#policy.images,
    });
  }

  /** Updates the page; loads it anew when what it may load has changed, since that stands in its policy. */
  #refresh(): void {
    const { images } = picturePolicy(this.#source, this.#picturesAllowed);
    if (images === this.#policy.images) {
      this.#feed.request();
    } else {
      this.#loadPage();
    }
  }

  #receive(data: unknown): void {
    const { log } = this.#context.services;
    if (!isMessageToHost(data)) {
      log.warn(`The preview sent a message that is not known: ${String(data)}`);
      return;
    }
    if (data.type === 'ready') {
      this.#feed.open();
      this.#extraction.onLoad();
    } else if (data.type === 'extracted') {
      // Whatever has been sent since: the question was about what was shown.
      this.#extraction.receive(data);
    } else if (data.version === this.#feed.version) {
      settle(this.#answer(data), log);
    }
  }

  /** A message about the update that the page shows. */
  async #answer(message: Exclude<MessageToHost, { type: 'ready' | 'extracted' }>): Promise<void> {
    switch (message.type) {
      case 'rendered':
        this.#feed.acknowledge();
        break;
      case 'wantUpdate':
        this.#feed.hurry();
        break;
      case 'scrolled':
        this.#sync.previewScrolled(message.line);
        break;
      case 'setView':
        this.#choice = message.choice;
        this.#feed.request();
        break;
      case 'loadImages':
        if (this.#policy.offer) {
          await this.#loadPictures(message.scope);
        }
        break;
      case 'openLink':
      case 'revealAt':
      case 'compare':
      case 'hiddenAction':
      case 'fix':
      case 'showFinding':
        await this.#requests.answer(message);
    }
  }

  async #loadPictures(scope: 'once' | 'always'): Promise<void> {
    if (scope === 'always') {
      await alwaysLoadPictures(this.#source);
    } else {
      this.#picturesAllowed = true;
    }
    this.#refresh();
  }
}
