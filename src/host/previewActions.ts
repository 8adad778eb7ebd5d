import * as vscode from 'vscode';
import { clean, resolveFixes } from '../core/engine';
import type { Hidden } from '../core/render';
import type { Article, Edit, Finding, RuleContext, Span } from '../core/types';
import { silencingFix } from '../core/writeSuppression';
import { keepCommand } from './commentCommands';
import { nameOf, replaceAt, told } from './commandTarget';
import { toRange } from './ranges';

/** What an update was made from. Its offsets hold for this version of the document only. */
export interface Shown {
  readonly version: number;
  readonly article: Article;
  readonly context: RuleContext;
  readonly hidden: readonly Hidden[];
  readonly findings: readonly Finding[];
}

/** Selects a range in an editor and brings it into view. */
export function select(editor: vscode.TextEditor, { start, end }: Span): void {
  const { document } = editor;
  const range = toRange(document, { start, end: Math.max(start, end) });
  // The cursor at the beginning: that is where the reader looks.
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Takes one thing that the preview leaves out from the file, as one undo step. */
export async function removeHidden(
  editor: vscode.TextEditor,
  { version, article, context }: Shown,
  { rule, start, end }: Hidden,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const { edits } = clean(article, { only: [rule], within: [{ start, end }] }, context);
  if (edits.length === 0) {
    told(log, {
      message: vscode.l10n.t(
        'This part only goes together with what is around it. Use Clean Article, or remove it in the editor.',
      ),
      refused: true,
    });
    return;
  }
  await replace(editor, version, edits, log);
}

/**
 * Sees to it that one thing is not taken out again: a comment is put on the list of those to keep, anything
 * else gets a comment before it that silences the rule.
 */
export async function keepHidden(
  editor: vscode.TextEditor,
  { version, article, context }: Shown,
  hidden: Hidden,
  log: vscode.LogOutputChannel,
): Promise<void> {
  if (editor.document.version !== version) {
    await replace(editor, version, [], log);
    return;
  }
  if (hidden.kind === 'comment') {
    const comment = article.body.tokens.find(
      (token) => token.kind === 'comment' && token.start >= hidden.start && token.end <= hidden.end,
    );
    if (comment?.kind === 'comment') {
      const { start, end } = comment.content;
      await vscode.commands.executeCommand(keepCommand, editor.document.uri, [
        article.text.slice(start, end),
      ]);
      return;
    }
  }
  const fix = silencingFix(article, hidden, context);
  if (fix === undefined) {
    told(log, {
      message: vscode.l10n.t(
        'No comment can stand here that would keep this part. The rule {0} can be turned off in the settings.',
        hidden.rule,
      ),
      refused: true,
    });
    return;
  }
  await replace(editor, version, fix.edits, log);
}

/** Applies one fix of a finding of the front matter, as one undo step. */
export async function applyFix(
  editor: vscode.TextEditor,
  { version, article }: Shown,
  { fixes }: Finding,
  { index, log }: { readonly index: number; readonly log: vscode.LogOutputChannel },
): Promise<void> {
  const fix = fixes[index];
  const edits = fix === undefined ? [] : resolveFixes(article, [fix]);
  if (edits.length === 0) {
    const message = vscode.l10n.t('This fix would change more than it is about; nothing was changed.');
    told(log, { message, refused: true });
    return;
  }
  await replace(editor, version, edits, log);
}

async function replace(
  editor: vscode.TextEditor,
  version: number,
  edits: readonly Edit[],
  log: vscode.LogOutputChannel,
): Promise<void> {
  if (vscode.workspace.fs.isWritableFileSystem(editor.document.uri.scheme) === false) {
    told(log, { message: vscode.l10n.t('{0} is read-only.', nameOf(editor.document)), refused: true });
    return;
  }
  const refusal = await replaceAt(editor, version, edits);
  if (refusal !== undefined) {
    told(log, refusal);
  }
}
