import * as vscode from 'vscode';
import type { ConfigMistake } from '../core/config';
import type { OptionProblem } from '../core/options';
import { settle } from './messages';

interface Report {
  /** The file, or the folder whose VS Code settings these are. */
  readonly about: string;
  /** One line each; empty means that nothing is wrong any more. */
  readonly lines: readonly string[];
  /** The title of the button that leads there. */
  readonly button: string;
  readonly open: () => Promise<void>;
}

/**
 * Tells of mistakes in the settings, each once until it has gone: the settings are read again and
 * again while people work.
 */
export class SettingsMistakes {
  readonly #log: vscode.LogOutputChannel;
  readonly #told = new Map<string, readonly string[]>();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** What is wrong in a `.winnow.yaml` at present. */
  reportFile(uri: vscode.Uri, mistakes: readonly ConfigMistake[]): void {
    const place = vscode.workspace.asRelativePath(uri);
    this.#report({
      about: uri.toString(),
      lines: mistakes.map(({ path, message }) => describe(place, path, message)),
      button: vscode.l10n.t('Open File'),
      open: async () => {
        const document = await vscode.workspace.openTextDocument(uri);
        const position = document.positionAt(mistakes[0]?.start ?? 0);
        await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
      },
    });
  }

  /** What is wrong in VS Code's settings for a folder at present. */
  reportSettings(folder: vscode.Uri | undefined, problems: readonly OptionProblem[]): void {
    this.#report({
      about: `settings of ${folder?.toString() ?? ''}`,
      lines: problems.map(({ source, path, message }) => describe(source, `winnow.${path}`, message)),
      button: vscode.l10n.t('Open Settings'),
      open: async () => {
        await vscode.commands.executeCommand(
          'workbench.action.openSettings',
          `winnow.${problems[0]?.path ?? ''}`,
        );
      },
    });
  }

  #report({ about, lines, button, open }: Report): void {
    const told = new Set([...this.#told.values()].flat());
    const fresh = lines.filter((line) => !told.has(line));
    this.#told.set(about, lines);
    for (const line of fresh) {
      this.#log.warn(line);
    }
    const [first] = fresh;
    if (first === undefined) {
      return;
    }
    const message =
      fresh.length === 1
        ? vscode.l10n.t('A setting of Winnow is ignored. {0}', first)
        : vscode.l10n.t('{0} settings of Winnow are ignored. The first: {1}', fresh.length, first);
    const showOutput = vscode.l10n.t('Show Output');
    settle(
      vscode.window.showWarningMessage(message, button, showOutput).then(async (chosen) => {
        if (chosen === button) {
          await open();
        } else if (chosen === showOutput) {
          this.#log.show();
        }
      }),
      this.#log,
    );
  }
}

function describe(place: string, path: string, message: string): string {
  return path === ''
    ? vscode.l10n.t('{0}: {1}', place, message)
    : vscode.l10n.t('{0}, {1}: {2}', place, path, message);
}
