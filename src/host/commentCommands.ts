import * as vscode from 'vscode';
import { isAlwaysKept, keepPatternFor, patternsThatKeep } from '../core/keepList';
import { intersects } from '../core/spans';
import type { Article, Comment, Span } from '../core/types';
import { findEditor, nameOf, told, type Outcome } from './commandTarget';
import { addPatterns, takePatterns } from './keepSetting';
import { reportFailure } from './messages';
import { toSpan } from './ranges';
import type { Analysis, Services } from './services';

export const keepCommand = 'winnow.keepComment';
export const removeCommand = 'winnow.removeComment';

type Change = (
  document: vscode.TextDocument,
  comments: readonly string[],
  analysis: Analysis,
) => Promise<Outcome>;

/** Put the comments that the selections touch, or those that a quick fix names, on the list of comments to keep, or take them off. */
export function registerCommentCommands(services: Services): vscode.Disposable {
  const command = (id: string, change: Change): vscode.Disposable =>
    vscode.commands.registerCommand(id, (named: unknown, comments: unknown) =>
      changeList(services, named, { comments, change }),
    );
  return vscode.Disposable.from(command(keepCommand, keep), command(removeCommand, remove));
}

async function changeList(
  { documents, log }: Services,
  named: unknown,
  { comments, change }: { readonly comments: unknown; readonly change: Change },
): Promise<string> {
  const editor = findEditor(named);
  if (editor?.document.languageId !== 'markdown') {
    return told(log, { message: vscode.l10n.t('Open a Markdown document first.'), refused: true });
  }
  const { document } = editor;
  try {
    const analysis = await documents.analyse(document);
    const { article } = analysis;
    const texts = isTexts(comments)
      ? comments
      : editor.selections
          .flatMap((selection) => commentsTouched(article, toSpan(document, selection)))
          .map((comment) => textOf(article, comment));
    return told(
      log,
      texts.length === 0
        ? { message: vscode.l10n.t('Put the cursor into a comment first.'), refused: true }
        : await change(document, [...new Set(texts)], analysis),
    );
  } catch (error) {
    const message = vscode.l10n.t(
      'The setting winnow.comments.keep could not be changed for {0}.',
      nameOf(document),
    );
    reportFailure(log, message, error);
    return message;
  }
}

async function keep(
  document: vscode.TextDocument,
  comments: readonly string[],
  { context: { options } }: Analysis,
): Promise<Outcome> {
  const inEffect = options.comments.keep;
  const added = comments
    .filter((comment) => !isAlwaysKept(comment) && patternsThatKeep(comment, inEffect).length === 0)
    .map(keepPatternFor);
  if (added.length === 0) {
    return { message: vscode.l10n.t('This comment is kept already.') };
  }
  await addPatterns(document, inEffect, added);
  return { message: vscode.l10n.t('Added to winnow.comments.keep: {0}', list(added)) };
}

async function remove(
  document: vscode.TextDocument,
  comments: readonly string[],
  { context: { options } }: Analysis,
): Promise<Outcome> {
  if (comments.every(isAlwaysKept)) {
    return {
      message: vscode.l10n.t(
        'This comment is an instruction to a program and is always kept. Delete it by hand, or turn it into another comment.',
      ),
      refused: true,
    };
  }
  const taken = await takePatterns(document, comments);
  if (taken.length > 0) {
    return { message: vscode.l10n.t('Taken out of winnow.comments.keep: {0}', list(taken)) };
  }
  const elsewhere = comments.flatMap((comment) => patternsThatKeep(comment, options.comments.keep));
  if (elsewhere.length > 0) {
    const message = vscode.l10n.t(
      'It is .winnow.yaml that keeps this comment, by {0}. Take it out there.',
      list(elsewhere),
    );
    return { message, refused: true };
  }
  return { message: vscode.l10n.t('Nothing keeps this comment; cleaning removes it.') };
}

/** The comments that a range touches; a cursor at either end of one touches it. */
export function commentsTouched({ body }: Article, range: Span): readonly Comment[] {
  return body.tokens.filter(
    (token): token is Comment =>
      token.kind === 'comment' &&
      (intersects(token, range) || (range.start === range.end && token.end === range.start)),
  );
}

export function textOf({ text }: Article, { content }: Comment): string {
  return text.slice(content.start, content.end);
}

function list(patterns: readonly string[]): string {
  return [...new Set(patterns)].join('  ');
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}
