import * as vscode from 'vscode';
import { locate } from '../core/render/locate';
import type { Span } from '../core/types';
import type {
  CompareMessage,
  FixMessage,
  HiddenActionMessage,
  OpenLinkMessage,
  RevealAtMessage,
  ShowFindingMessage,
} from '../webview/protocol';
import { applyFix, keepHidden, removeHidden, select, type Shown } from './previewActions';
import { resolveLink, rootOf } from './previewLinks';
import { isOn } from './previewSync';

/** The messages of the page that ask for something to be done outside of the panel. */
export type Request =
  OpenLinkMessage | RevealAtMessage | CompareMessage | HiddenActionMessage | FixMessage | ShowFindingMessage;

/** The panel as it is at the moment. */
export interface RequestContext {
  readonly source: () => vscode.Uri;
  readonly shown: () => Shown | undefined;
  /** The column that the panel is in. */
  readonly column: () => vscode.ViewColumn | undefined;
}

/** Does what a reader asks for in the page: goes to a place in the source, opens a link, changes the file. */
export class PreviewRequests {
  readonly #log: vscode.LogOutputChannel;
  readonly #panel: RequestContext;

  constructor(log: vscode.LogOutputChannel, panel: RequestContext) {
    this.#log = log;
    this.#panel = panel;
  }

  /** The message is about the update that `shown` tells of. */
  async answer(message: Request): Promise<void> {
    const shown = this.#panel.shown();
    switch (message.type) {
      case 'openLink':
        await this.#openLink(message.href);
        break;
      case 'revealAt':
        if (shown && isOn('doubleClickToSwitchToEditor', { uri: this.#panel.source() })) {
          const { start, before, after } = message;
          const offset = locate(shown.article, { anchor: start, textBefore: before, textAfter: after });
          await this.#reveal({ start: offset, end: offset });
        }
        break;
      case 'compare':
        await this.openEditor({ preserveFocus: false });
        await vscode.commands.executeCommand('winnow.showCleaning', this.#panel.source());
        break;
      case 'showFinding':
        await this.#reveal(shown?.findings[message.finding]);
        break;
      case 'fix':
        await this.#fix(message, shown);
        break;
      case 'hiddenAction':
        await this.#actOnHidden(message, shown);
        break;
    }
  }

  /** The article in an editor that can be seen. */
  async openEditor(options: { readonly preserveFocus: boolean }): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument(this.#panel.source());
    return vscode.window.showTextDocument(document, { ...options, viewColumn: this.#editorColumn() });
  }

  async #actOnHidden({ action, index }: HiddenActionMessage, shown: Shown | undefined): Promise<void> {
    const hidden = shown?.hidden[index];
    if (!hidden) {
      return;
    }
    if (action === 'show') {
      await this.#reveal(hidden);
      return;
    }
    const editor = await this.openEditor({ preserveFocus: true });
    await (action === 'keep' ? keepHidden : removeHidden)(editor, shown, hidden, this.#log);
  }

  async #fix({ finding: index, fix }: FixMessage, shown: Shown | undefined): Promise<void> {
    const finding = shown?.findings[index];
    if (finding) {
      const editor = await this.openEditor({ preserveFocus: true });
      await applyFix(editor, shown, finding, { index: fix, log: this.#log });
    }
  }

  async #reveal(place: Span | undefined): Promise<void> {
    if (place) {
      select(await this.openEditor({ preserveFocus: false }), place);
    }
  }

  async #openLink(href: string): Promise<void> {
    const source = this.#panel.source();
    const target = resolveLink(href, source, rootOf(source));
    switch (target.kind) {
      case 'external':
        await vscode.env.openExternal(target.uri);
        break;
      case 'file':
        await vscode.commands.executeCommand('vscode.open', target.uri, { viewColumn: this.#editorColumn() });
        break;
      case 'refused':
        this.#log.warn(`The preview does not follow this link: ${href}`);
        break;
    }
  }

  /** Where texts are shown from the preview: where the article is, else in a column that is not the panel's own. */
  #editorColumn(): vscode.ViewColumn {
    const source = this.#panel.source().toString();
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === source);
    const free =
      this.#panel.column() === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    return shown?.viewColumn ?? free;
  }
}
