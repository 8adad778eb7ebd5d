import * as vscode from 'vscode';
import { foldsOf, type Fold } from '../core/language/folding';
import type { Services } from './services';

/**
 * Folds front matter, comments, style blocks and data URIs, in addition to what VS Code folds in Markdown.
 */
export function registerFolding({ documents }: Services): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(
    { language: 'markdown' },
    {
      async provideFoldingRanges(document, _context, token) {
        if (!documents.isChecked(document)) {
          return undefined;
        }
        const { article, context, version } = await documents.analyse(document);
        return token.isCancellationRequested || version !== document.version
          ? undefined
          : foldsOf(article, context.options).map(toFoldingRange);
      },
    },
  );
}

function toFoldingRange({ startLine, endLine, kind }: Fold): vscode.FoldingRange {
  // “Fold All Block Comments” goes by the kind.
  return kind === 'comment'
    ? new vscode.FoldingRange(startLine - 1, endLine - 1, vscode.FoldingRangeKind.Comment)
    : new vscode.FoldingRange(startLine - 1, endLine - 1);
}
