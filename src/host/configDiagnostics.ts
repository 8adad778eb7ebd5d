import * as vscode from 'vscode';
import { checkConfig, configName } from '../core/config';
import { diagnosticSource } from './diagnostics';
import { LiveDiagnostics } from './liveDiagnostics';
import { toRange } from './ranges';
import { isCheckedScheme } from './schemes';

/** Shows the mistakes in an open `.winnow.yaml` at their places. */
export function registerConfigDiagnostics(log: vscode.LogOutputChannel): vscode.Disposable {
  const live = new LiveDiagnostics(
    {
      name: 'winnow-config',
      files: `**/${configName}`,
      applies: ({ uri }) =>
        uri.path.endsWith(`/${configName}`) &&
        isCheckedScheme(
          uri.scheme,
          (scheme) => vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined,
        ),
      run: (document) => Promise.resolve({ version: document.version, diagnostics: findMistakes(document) }),
    },
    log,
  );
  return vscode.Disposable.from(live);
}

function findMistakes(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return checkConfig(document.getText()).map((mistake) => {
    const diagnostic = new vscode.Diagnostic(
      toRange(document, mistake),
      mistake.message,
      vscode.DiagnosticSeverity.Warning,
    );
    diagnostic.source = diagnosticSource;
    return diagnostic;
  });
}
