import * as vscode from 'vscode';
import type { Edit, Span } from '../core/types';

/**
 * The core counts UTF-16 units from the start of `document.getText()`, VS Code counts lines and
 * columns. Both are of the same text: VS Code takes the byte order mark away and makes all line
 * ends of a document equal before anyone sees it.
 */
export function toRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

export function toTextEdits(document: vscode.TextDocument, edits: readonly Edit[]): vscode.TextEdit[] {
  return edits.map((edit) => vscode.TextEdit.replace(toRange(document, edit), edit.text));
}
