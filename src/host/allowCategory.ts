import * as vscode from 'vscode';
import type { Finding } from '../core/types';
import { inform, reportFailure } from './messages';
import type { Services } from './services';

const command = 'winnow.allowCategory';
const name = 'categories.allowed';

/** Adds a category to the setting `winnow.categories.allowed`; called by a quick fix, not by people. */
export function registerAllowCategory({ settings, log }: Services): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (uri: vscode.Uri, category: string) => {
    try {
      const { options } = await settings.of({ uri, languageId: 'markdown' });
      const configuration = vscode.workspace.getConfiguration('winnow', { uri, languageId: 'markdown' });
      // A list in the settings goes before any other, so the new one begins with all that is in effect.
      const allowed = [...new Set([...options.categories.allowed, category])];
      await configuration.update(name, allowed, targetFor(uri, configuration.inspect(name)));
      inform(log, vscode.l10n.t('“{0}” is an allowed category now.', category));
    } catch (error) {
      reportFailure(log, vscode.l10n.t('The category “{0}” could not be allowed.', category), error);
    }
  });
}

/** The quick fix for a category that a finding is about; undefined when it is about something else. */
export function allowAction(
  document: vscode.TextDocument,
  { allow }: Finding,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction | undefined {
  if (allow === undefined) {
    return undefined;
  }
  const title = vscode.l10n.t('Add “{0}” to the allowed categories', allow);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command, title, arguments: [document.uri, allow] };
  return action;
}

type Inspected = ReturnType<vscode.WorkspaceConfiguration['inspect']>;

/** Where the list is that counts; without one the folder of the document, or the user. */
function targetFor(uri: vscode.Uri, inspected: Inspected): vscode.ConfigurationTarget {
  const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) {
    return Global;
  }
  if (inspected?.workspaceFolderValue !== undefined) {
    return WorkspaceFolder;
  }
  if (inspected?.workspaceValue !== undefined) {
    return Workspace;
  }
  return inspected?.globalValue === undefined ? WorkspaceFolder : Global;
}
