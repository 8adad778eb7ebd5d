import * as vscode from 'vscode';
import {
  asksForNames,
  completionsAt,
  type Completion,
  type CompletionKind,
} from '../core/language/completions';
import { toRange } from './ranges';
import type { Services } from './services';
import { readWriting } from './writing';

/**
 * VS Code offers nothing by itself while Markdown is typed, so the list opens at the places where a value can
 * follow. Not after a line break: the next Enter, meant for another line, would accept its first entry.
 */
const triggers = [':', ' ', '-', ',', '['];

/** Offers keys and values inside of the front matter. */
export function registerCompletion(services: Services): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      async provideCompletionItems(document, position, token, { triggerKind }) {
        const writing = await readWriting(document, services);
        if (writing === undefined || token.isCancellationRequested) {
          return undefined;
        }
        const { analysis, context } = writing;
        const isTyping = triggerKind === vscode.CompletionTriggerKind.TriggerCharacter;
        if (asksForNames(analysis.article, document.offsetAt(position))) {
          await atMost(patience, services.vocabulary.complete());
        }
        if (document.version !== analysis.version) {
          return undefined;
        }
        const found = completionsAt(analysis.article, document.offsetAt(position), context, { isTyping });
        if (found.length === 0) {
          return undefined;
        }
        // What fits depends on what has been typed; and the vocabulary may still be growing.
        return new vscode.CompletionList(
          found.map((completion, index) => toItem(document, completion, index)),
          true,
        );
      },
    },
    ...triggers,
  );
}

/** How long the first list of names waits for the other articles to be read, in milliseconds. */
const patience = 5_000;

function atMost(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void promise.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function toItem(document: vscode.TextDocument, completion: Completion, index: number): vscode.CompletionItem {
  const { label, detail, documentation, kind, replace, text, filter, opensNext } = completion;
  const item = new vscode.CompletionItem(
    detail === undefined ? label : { label, description: detail },
    kinds[kind],
  );
  // A string is shown as plain text: nothing in it becomes a link or a picture.
  item.documentation = documentation ?? (text.trim() === label ? '' : text.trim());
  item.range = toRange(document, replace);
  item.insertText = text;
  item.filterText = filter;
  item.sortText = String(index).padStart(4, '0');
  if (opensNext === true) {
    item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Suggest values') };
  }
  return item;
}

const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  name: vscode.CompletionItemKind.EnumMember,
  date: vscode.CompletionItemKind.Constant,
  boolean: vscode.CompletionItemKind.Keyword,
  image: vscode.CompletionItemKind.File,
  text: vscode.CompletionItemKind.Text,
};
