import * as vscode from 'vscode';

/**
 * Shows what a command did. Returns at once: whether and when the message is dismissed changes
 * nothing.
 */
export function inform(log: vscode.LogOutputChannel, message: string): void {
  log.info(message);
  settle(vscode.window.showInformationMessage(message), log);
}

/** Shows why a command did nothing. */
export function warn(log: vscode.LogOutputChannel, message: string): void {
  log.warn(message);
  settle(vscode.window.showWarningMessage(message), log);
}

/** Logs an error that should not have happened, with its stack, and shows one message that leads there. */
export function reportFailure(log: vscode.LogOutputChannel, message: string, error: unknown): void {
  log.error(message, error instanceof Error ? (error.stack ?? error.message) : String(error));
  const show = vscode.l10n.t('Show Output');
  settle(
    vscode.window.showErrorMessage(message, show).then((chosen) => {
      if (chosen === show) {
        log.show();
      }
    }),
    log,
  );
}

/** Lets a promise run whose result nobody waits for; what goes wrong is logged. */
export function settle(promise: Thenable<unknown>, log: vscode.LogOutputChannel): void {
  promise.then(undefined, (error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
  });
}
