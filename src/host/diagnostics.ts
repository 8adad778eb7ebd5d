import * as vscode from 'vscode';
import type { Finding, Severity } from '../core/types';
import { LiveDiagnostics } from './liveDiagnostics';
import { toRange } from './ranges';
import { ruleDocumentation } from './ruleDocumentation';
import type { Services } from './services';

/** Shown behind every finding in the Problems panel. */
export const diagnosticSource = 'Winnow';

/** Shows the findings of every open Markdown document. */
export function registerDiagnostics({ documents, settings, vocabulary, log }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const announce = (): void => {
    changed.fire();
  };
  const live = new LiveDiagnostics(
    {
      name: 'winnow',
      files: '**/*.{md,markdown}',
      onDidChange: changed.event,
      applies: (document) => documents.isChecked(document),
      run: async (document) => {
        const { version, findings } = await documents.analyse(document);
        return { version, diagnostics: findings.map((finding) => toDiagnostic(document, finding)) };
      },
    },
    log,
  );
  return vscode.Disposable.from(
    live,
    changed,
    settings.onDidChange(announce),
    vocabulary.onDidChange(announce),
  );
}

/** The finding as VS Code shows it. The document's version must be the one that was analysed. */
export function toDiagnostic(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(document, finding),
    finding.message,
    severities[finding.severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target: ruleDocumentation(finding.rule) };
  diagnostic.tags = finding.unnecessary ? [vscode.DiagnosticTag.Unnecessary] : [];
  diagnostic.relatedInformation = finding.related.map(
    (related) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, toRange(document, related)),
        related.message,
      ),
  );
  return diagnostic;
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
  error: vscode.DiagnosticSeverity.Error,
};
