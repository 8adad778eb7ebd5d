import * as vscode from 'vscode';
import { symbolsOf, type DocumentSymbol } from '../core/language/symbols';
import { toRange } from './ranges';
import type { Services } from './services';

/** VS Code's own extension for Markdown, which has the headings of Markdown in the outline. */
const ownExtension = 'vscode.markdown-language-features';

/**
 * Adds the front matter and the headings to the outline. VS Code shows the symbols of several extensions one under the
 * other, each under its name, and does not merge them; so headings are left out where its own outline has them all.
 */
export function registerSymbols({ documents }: Services): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    { language: 'markdown' },
    {
      async provideDocumentSymbols(document, token) {
        if (!documents.isChecked(document)) {
          return undefined;
        }
        const { article, context, version } = await documents.analyse(document);
        if (token.isCancellationRequested || version !== document.version) {
          return undefined;
        }
        const markdownHeadings = vscode.extensions.getExtension(ownExtension) === undefined;
        const { maxBodySize } = context.options;
        return symbolsOf(article, { markdownHeadings, maxBodySize }).map((symbol) =>
          toDocumentSymbol(document, symbol),
        );
      },
    },
    { label: 'Winnow' },
  );
}

function toDocumentSymbol(document: vscode.TextDocument, symbol: DocumentSymbol): vscode.DocumentSymbol {
  const { name, detail, kind, selection, children } = symbol;
  const converted = new vscode.DocumentSymbol(
    name,
    detail,
    kinds[kind],
    toRange(document, symbol),
    toRange(document, selection),
  );
  converted.children = children.map((child) => toDocumentSymbol(document, child));
  return converted;
}

/** Headings have the kind that VS Code's own outline gives them. */
const kinds: Readonly<Record<DocumentSymbol['kind'], vscode.SymbolKind>> = {
  frontMatter: vscode.SymbolKind.Namespace,
  field: vscode.SymbolKind.Property,
  heading: vscode.SymbolKind.String,
};
