import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { next, until } from './events';

/** A folder of the test's own inside the workspace. */
export interface Scratch {
  readonly uri: vscode.Uri;
  /** Writes a file; a text is encoded as UTF-8. */
  write(path: string, content: string): Promise<vscode.Uri>;
  read(path: string): Promise<string>;
  remove(): Promise<void>;
}

export async function createScratch(): Promise<Scratch> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(root, 'The tests need a folder.');
  const uri = vscode.Uri.joinPath(root, `scratch-${Math.random().toString(36).slice(2)}`);
  await vscode.workspace.fs.createDirectory(uri);
  return {
    uri,
    async write(path, content) {
      const file = vscode.Uri.joinPath(uri, path);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
      return file;
    },
    async read(path) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(uri, path));
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
    async remove() {
      await vscode.workspace.fs.delete(uri, { recursive: true });
    },
  };
}

/**
 * Opens a file as a person does. Not by `openTextDocument`, which keeps a document open for minutes
 * after its tab is closed.
 */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return until(() => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  }, vscode.window.onDidChangeActiveTextEditor);
}

/** Throws unsaved changes away and closes every tab. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Sets a setting of Winnow for the user; undefined takes it away. */
export async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('winnow').update(name, value, vscode.ConfigurationTarget.Global);
}

/** The findings of a document once they are as wanted. */
export function findings(
  uri: vscode.Uri,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(() => {
    const found = winnowOf(uri);
    return wanted(found) ? found : undefined;
  }, vscode.languages.onDidChangeDiagnostics);
}

/** What Winnow found in a document up to now. */
export function winnowOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Winnow');
}

/** Resolves when a document has been checked the next time, whatever was found. */
export async function nextCheck(uri: vscode.Uri): Promise<void> {
  await next(vscode.languages.onDidChangeDiagnostics, ({ uris }) =>
    uris.some((changed) => changed.toString() === uri.toString()),
  );
}

export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** `line:column-line:column`, all from 1. */
export function place({ start, end }: vscode.Range): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

/** Rule and place of each finding. */
export function briefly(found: readonly vscode.Diagnostic[]): readonly string[] {
  return found.map((diagnostic) => `${place(diagnostic.range)} ${String(ruleOf(diagnostic))}`);
}

/** The code actions of Winnow at a range. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: string,
): Promise<readonly vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
    100,
  );
  return actions;
}

/** Applies the edit of the one action of that title. */
export async function applyAction(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((candidate) => candidate.title === title);
  assert.ok(
    action?.edit,
    `No action "${title}" with an edit among ${actions.map((it) => it.title).join(', ')}.`,
  );
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** Replaces the first occurrence of a text. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const start = editor.document.getText().indexOf(from);
  assert.ok(start >= 0, from);
  const { document } = editor;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  assert.ok(
    await editor.edit((builder) => {
      builder.replace(range, to);
    }),
  );
}

/** The range of the first occurrence of a text. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, text);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}
