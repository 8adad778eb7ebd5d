import * as vscode from 'vscode';

/** Lines of an editor that a preview follows, and that follow the preview. */
export interface SyncTarget {
  shows(uri: vscode.Uri): boolean;
  /** The editor shows this 1-based line at its upper edge. */
  scrollTo(line: number): void;
  /** The cursor is in this 1-based line; 0 for nowhere. */
  markCursor(line: number): void;
}

/**
 * Milliseconds after the preview moved an editor in which what the editor says of its position is taken for the
 * echo of that: with smooth scrolling it tells of every step on the way.
 */
const echoTime = 500;

/** How near, in lines, the editor has to come for its movement to be over. */
const nearEnough = 1;

/** The names of VS Code's own settings for its preview: who turned this off there wants it nowhere. */
type MarkdownSetting =
  | 'scrollPreviewWithEditor'
  | 'scrollEditorWithPreview'
  | 'markEditorSelection'
  | 'doubleClickToSwitchToEditor';

/** Keeps an editor and a preview at the same place, without either answering to its own echo. */
export class PreviewSync implements vscode.Disposable {
  readonly #target: SyncTarget;
  readonly #disposable: vscode.Disposable;
  /** Where the preview sent the editor last, and until when its way there is passed over. */
  #sent: { readonly line: number; readonly until: number } | undefined;

  constructor(target: SyncTarget) {
    this.#target = target;
    this.#disposable = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const first = visibleRanges[0];
        if (first && target.shows(textEditor.document.uri)) {
          this.#editorScrolled(textEditor, first.start.line + 1);
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (target.shows(textEditor.document.uri)) {
          this.#mark(textEditor);
        }
      }),
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  /** Tells the page of the cursor, and when it has nothing to restore, of the place that the editor shows. */
  begin({ scroll }: { readonly scroll: boolean }): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => this.#target.shows(document.uri));
    if (editor) {
      this.#mark(editor);
      const first = editor.visibleRanges[0];
      // At the top of the file the title block is what the reader wants to see.
      if (scroll && first && first.start.line > 0 && isOn('scrollPreviewWithEditor', editor.document)) {
        this.#target.scrollTo(first.start.line + 1);
      }
    }
  }

  /** The reader scrolled the preview: the editors of the article follow. */
  previewScrolled(line: number): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      if (this.#target.shows(document.uri) && isOn('scrollEditorWithPreview', document)) {
        const row = Math.min(Math.max(Math.floor(line), 1), document.lineCount) - 1;
        this.#sent = { line: row + 1, until: Date.now() + echoTime };
        editor.revealRange(new vscode.Range(row, 0, row, 0), vscode.TextEditorRevealType.AtTop);
      }
    }
  }

  #editorScrolled({ document }: vscode.TextEditor, line: number): void {
    const sent = this.#sent;
    if (sent) {
      const arrived = Math.abs(line - sent.line) <= nearEnough;
      if (arrived || Date.now() < sent.until) {
        return;
      }
      this.#sent = undefined;
    }
    if (isOn('scrollPreviewWithEditor', document)) {
      this.#target.scrollTo(line);
    }
  }

  #mark({ document, selection }: vscode.TextEditor): void {
    this.#target.markCursor(isOn('markEditorSelection', document) ? selection.active.line + 1 : 0);
  }
}

/** False when someone turned this off for VS Code's own preview. What that does by default is no choice of theirs. */
export function isOn(name: MarkdownSetting, { uri }: Pick<vscode.TextDocument, 'uri'>): boolean {
  const inspected = vscode.workspace.getConfiguration('markdown.preview', uri).inspect(name);
  const chosen = inspected?.workspaceFolderValue ?? inspected?.workspaceValue ?? inspected?.globalValue;
  return chosen !== false;
}
