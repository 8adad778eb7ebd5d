import * as vscode from 'vscode';
import { dedentHtml } from '../core/dedent';
import { runCommand, type CommandTarget, type Outcome } from './commandTarget';
import type { Services } from './services';

/** Takes the indentation of HTML away, in the lines that the selections touch or in the whole body. */
export function registerDedentCommand(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('winnow.dedentHtml', (named: unknown) =>
    runCommand(services, named, dedent),
  );
}

function dedent({ analysis: { article, context }, within }: CommandTarget): Outcome {
  const { edits, lines } = dedentHtml(article, within.length > 0 ? { within } : {}, context);
  if (lines === 0) {
    const message =
      within.length > 0
        ? vscode.l10n.t('There was no indented HTML in the selection.')
        : vscode.l10n.t('There was no indented HTML.');
    return { message };
  }
  const message =
    lines === 1
      ? vscode.l10n.t('Removed the indentation of 1 line.')
      : vscode.l10n.t('Removed the indentation of {0} lines.', lines);
  return { edits, message };
}
