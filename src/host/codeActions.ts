import * as vscode from 'vscode';
import { clean, resolveFixes, type CleanRequest } from '../core/engine';
import { intersects } from '../core/spans';
import type { Edit, Finding, Fix, Span } from '../core/types';
import { silencingFix } from '../core/writeSuppression';
import { commentActions } from './commentActions';
import { allowAction } from './allowCategory';
import { diagnosticSource, toDiagnostic } from './diagnostics';
import { toSpan, toTextEdits } from './ranges';
import type { Analysis, Services } from './services';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('winnow');
const cleanKind = vscode.CodeActionKind.Source.append('winnow').append('clean');

/**
 * A selection can touch thousands of findings, and each fix is made stable by itself. Beyond this
 * many the fixes for the whole file are the better offer.
 */
const mostFindingsAtOnce = 20;

/** Each is tried out on the whole text before it is offered. */
const mostSuppressionsAtOnce = 5;

/** Offers the fixes of findings as quick fixes, and what can be done to a whole file on save. */
export function registerCodeActions(services: Services): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, new CodeActions(services), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind, cleanKind],
  });
}

/** A quick fix for many findings; its edits are computed when it is chosen. */
class FixAllOfRule extends vscode.CodeAction {
  constructor(
    readonly document: vscode.TextDocument,
    readonly analysis: Analysis,
    readonly rule: string,
  ) {
    super(vscode.l10n.t('Fix all “{0}” problems in this file', rule), vscode.CodeActionKind.QuickFix);
  }
}

class CodeActions implements vscode.CodeActionProvider {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (!this.#services.documents.isChecked(document)) {
      return [];
    }
    const analysis = await this.#services.documents.analyse(document);
    if (token.isCancellationRequested || analysis.version !== document.version) {
      return [];
    }
    const { only } = context;
    return [
      ...(only === undefined || only.contains(vscode.CodeActionKind.QuickFix)
        ? [
            ...quickFixes(document, analysis, range, context.diagnostics),
            ...commentActions(document, analysis, range),
          ]
        : []),
      ...(only?.contains(fixAllKind) === true ? fixFrontMatter(document, analysis) : []),
      ...(only?.contains(cleanKind) === true ? cleanArticle(document, analysis) : []),
    ];
  }

  /** Leaves the action without edits when the document has changed since it was offered. */
  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction {
    if (action instanceof FixAllOfRule && action.analysis.version === action.document.version) {
      const { document, analysis, rule } = action;
      const fixes = fixableOf(analysis, rule).flatMap((finding) => finding.fixes.slice(0, 1));
      action.edit = toWorkspaceEdit(document, resolveFixes(analysis.article, fixes));
    }
    return action;
  }
}

function quickFixes(
  document: vscode.TextDocument,
  analysis: Analysis,
  range: vscode.Range,
  shown: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const span = toSpan(document, range);
  // Fixes are computed when they are looked at, so the place is asked first.
  const touched = fixable(touching(analysis, span));
  const single = touched
    .slice(0, mostFindingsAtOnce)
    .flatMap((finding) =>
      finding.fixes.flatMap((fix, index) => quickFix(document, analysis, { finding, fix, index }, shown)),
    );
  const rules = [...new Set(touched.map(({ rule }) => rule))];
  const many = rules.filter((rule) => fixableOf(analysis, rule).length > 1);
  return [
    ...single,
    ...many.map((rule) => new FixAllOfRule(document, analysis, rule)),
    ...touching(analysis, span)
      .slice(0, mostFindingsAtOnce)
      .flatMap((finding) => allowAction(document, finding, shownAs(document, finding, shown)) ?? []),
    ...suppressions(document, analysis, span, shown),
  ];
}

/** One for each rule that found something on a line; where no comment can stand, none. */
function suppressions(
  document: vscode.TextDocument,
  { article, context, findings }: Analysis,
  span: Span,
  shown: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const targets = new Map<string, Finding>();
  for (const finding of findings) {
    if (touches(finding, span) && finding.rule !== 'unused-suppression') {
      const key = `${finding.rule} ${article.lines.lineAt(finding.start)}`;
      targets.set(key, targets.get(key) ?? finding);
    }
  }
  return [...targets.values()].slice(0, mostSuppressionsAtOnce).flatMap((finding) => {
    const fix = silencingFix(article, finding, context);
    if (fix === undefined) {
      return [];
    }
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [shownAs(document, finding, shown)];
    action.edit = toWorkspaceEdit(document, fix.edits);
    return [action];
  });
}

function touching({ findings }: Analysis, span: Span): readonly Finding[] {
  return findings.filter((finding) => touches(finding, span));
}

/** A cursor at either end of a finding touches it, as it does where VS Code draws the light bulb. */
function touches(finding: Finding, span: Span): boolean {
  return intersects(finding, span) || (span.start === span.end && finding.end === span.start);
}

function quickFix(
  document: vscode.TextDocument,
  { article }: Analysis,
  { finding, fix, index }: { readonly finding: Finding; readonly fix: Fix; readonly index: number },
  shown: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const edits = resolveFixes(article, [fix]);
  if (edits.length === 0) {
    // The fix would change more than it is about: better no offer than one that does nothing.
    return [];
  }
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [shownAs(document, finding, shown)];
  action.isPreferred = index === 0 && (fix.kind === 'safe' || finding.fixes.length === 1);
  action.edit = toWorkspaceEdit(document, edits);
  return [action];
}

function fixFrontMatter(document: vscode.TextDocument, analysis: Analysis): readonly vscode.CodeAction[] {
  return sourceAction(document, analysis, {
    kind: fixAllKind,
    title: vscode.l10n.t('Apply all safe fixes of the front matter'),
    request: { only: [], frontMatter: true },
  });
}

function cleanArticle(document: vscode.TextDocument, analysis: Analysis): readonly vscode.CodeAction[] {
  return sourceAction(document, analysis, {
    kind: cleanKind,
    title: vscode.l10n.t('Clean the article'),
    request: { level: analysis.context.options.clean.level },
  });
}

function sourceAction(
  document: vscode.TextDocument,
  { article, context }: Analysis,
  {
    kind,
    title,
    request,
  }: { readonly kind: vscode.CodeActionKind; readonly title: string; readonly request: CleanRequest },
): readonly vscode.CodeAction[] {
  const { edits } = clean(article, request, context);
  if (edits.length === 0) {
    return [];
  }
  const action = new vscode.CodeAction(title, kind);
  action.edit = toWorkspaceEdit(document, edits);
  return [action];
}

function fixable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ fixes }) => fixes.length > 0);
}

function fixableOf({ findings }: Analysis, rule: string): readonly Finding[] {
  return fixable(findings.filter((finding) => finding.rule === rule));
}

/** The diagnostic that VS Code shows for a finding, so that the action is offered at it. */
function shownAs(
  document: vscode.TextDocument,
  finding: Finding,
  shown: readonly vscode.Diagnostic[],
): vscode.Diagnostic {
  const own = toDiagnostic(document, finding);
  return shown.find((diagnostic) => isSame(diagnostic, own)) ?? own;
}

function isSame(shown: vscode.Diagnostic, own: vscode.Diagnostic): boolean {
  const code = typeof shown.code === 'object' ? shown.code.value : shown.code;
  return (
    shown.source === diagnosticSource &&
    code === (own.code as { readonly value: string }).value &&
    shown.message === own.message &&
    shown.range.isEqual(own.range)
  );
}

function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, toTextEdits(document, edits));
  return edit;
}
