import * as vscode from 'vscode';
import { insertFrontMatter } from '../core/language/insertion';
import { inform, reportFailure, warn } from './messages';
import { toRange } from './ranges';
import type { Services } from './services';
import { readWriting } from './writing';

/**
 * The command that puts front matter at the beginning of an article. It returns the message that it showed,
 * if any.
 */
export function registerInsertFrontMatter(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('winnow.insertFrontMatter', async () => {
    const editor = vscode.window.activeTextEditor;
    const tell = editor?.document.languageId === 'markdown' ? inform : warn;
    try {
      const message = await insert(editor, services);
      if (message !== undefined) {
        tell(services.log, message);
      }
      return message;
    } catch (error) {
      const message = vscode.l10n.t('The front matter could not be inserted.');
      reportFailure(services.log, message, error);
      return message;
    }
  });
}

async function insert(
  editor: vscode.TextEditor | undefined,
  services: Services,
): Promise<string | undefined> {
  if (editor?.document.languageId !== 'markdown') {
    return vscode.l10n.t('Open a Markdown document first.');
  }
  const { document } = editor;
  const writing = await readWriting(document, services);
  if (writing === undefined) {
    return vscode.l10n.t(
      '{0} changed in the meantime, or is another program’s text; nothing was inserted.',
      vscode.workspace.asRelativePath(document.uri),
    );
  }
  const { analysis, context } = writing;
  const edit = insertFrontMatter(analysis.article, context);
  if (edit === undefined) {
    return vscode.l10n.t('There is front matter already.');
  }
  const { version } = document;
  await editor.edit(
    (builder) => {
      builder.replace(toRange(document, edit), edit.text);
    },
    { undoStopBefore: true, undoStopAfter: true },
  );
  // A read-only editor accepts edits and does nothing with them, so only the version tells.
  return document.version === version
    ? vscode.l10n.t('{0} cannot be edited.', vscode.workspace.asRelativePath(document.uri))
    : undefined;
}
