import * as vscode from 'vscode';
import { isAlwaysKept, patternsThatKeep } from '../core/keepList';
import type { Comment } from '../core/types';
import { commentsTouched, keepCommand, removeCommand, textOf } from './commentCommands';
import { toSpan } from './ranges';
import type { Analysis } from './services';

/**
 * Quick fixes that change the setting and not the text: keep what is reported, or report again what the
 * settings keep. None for comments that are always kept, since nothing is wrong with those.
 */
export function commentActions(
  document: vscode.TextDocument,
  analysis: Analysis,
  range: vscode.Range,
): readonly vscode.CodeAction[] {
  const { article, context, findings } = analysis;
  const touched = commentsTouched(article, toSpan(document, range));
  if (touched.length === 0 || !context.options.enable) {
    return [];
  }
  const reported = new Set(
    findings.filter(({ rule }) => rule === 'no-html-comment').map(({ start }) => start),
  );
  const texts = (comments: readonly Comment[]): readonly string[] =>
    comments.map((comment) => textOf(article, comment));
  const kept = texts(touched).filter(
    (comment) =>
      !isAlwaysKept(comment) && patternsThatKeep(comment, context.options.comments.keep).length > 0,
  );
  return [
    ...action(document, {
      title: vscode.l10n.t('Always keep this comment'),
      command: keepCommand,
      comments: texts(touched.filter(({ start }) => reported.has(start))),
    }),
    ...action(document, {
      title: vscode.l10n.t('Always remove this comment'),
      command: removeCommand,
      comments: kept,
    }),
  ];
}

function action(
  { uri }: vscode.TextDocument,
  {
    title,
    command,
    comments,
  }: { readonly title: string; readonly command: string; readonly comments: readonly string[] },
): readonly vscode.CodeAction[] {
  if (comments.length === 0) {
    return [];
  }
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { title, command, arguments: [uri, comments] };
  return [made];
}
