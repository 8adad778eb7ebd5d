import * as vscode from 'vscode';
import type { Look } from '../webview/protocol';

/** Beyond these nobody reads; a slip of the finger should not make the preview unusable. */
const limits = {
  fontSize: [6, 72],
  lineHeight: [1, 4],
  maxWidth: [10, 400],
} as const;

/** How the reader wants articles to look. */
export function lookOf(article: vscode.Uri): Look {
  const settings = vscode.workspace.getConfiguration('winnow.preview', article);
  const number = (name: keyof typeof limits): number => {
    const value = settings.get<unknown>(name);
    const [least, most] = limits[name];
    return typeof value === 'number' && value > 0 ? Math.min(most, Math.max(least, value)) : 0;
  };
  const maxWidth = number('maxWidth');
  return {
    fontSize: number('fontSize') || markdownFontSize(article),
    lineHeight: number('lineHeight'),
    ...(maxWidth > 0 && { maxWidth }),
  };
}

/** What the reader has set for VS Code's own Markdown preview; its default is too small for Chinese. */
function markdownFontSize(article: vscode.Uri): number {
  const inspected = vscode.workspace
    .getConfiguration('markdown.preview', article)
    .inspect<number>('fontSize');
  const set = inspected?.workspaceFolderValue ?? inspected?.workspaceValue ?? inspected?.globalValue;
  const [least, most] = limits.fontSize;
  return typeof set === 'number' && set > 0 ? Math.min(most, Math.max(least, set)) : 0;
}
