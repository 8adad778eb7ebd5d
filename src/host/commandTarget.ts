import * as vscode from 'vscode';
import type { Edit, Span } from '../core/types';
import { inform, reportFailure, warn } from './messages';
import { toSpan, toTextEdits } from './ranges';
import type { Analysis, Services } from './services';

/** What a command works on. */
export interface CommandTarget {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
  /** What is selected; empty when nothing is, which means the whole document. */
  readonly within: readonly Span[];
}

/** What a command wants done, and what to say then; without edits the message says why there are none. */
export interface Outcome {
  readonly edits?: readonly Edit[];
  readonly message: string;
  /** The message is about something that stands in the way. */
  readonly refused?: boolean;
}

export type Command = (target: CommandTarget) => Outcome | Promise<Outcome>;

/**
 * Runs a command on the document that a menu names, else on that of the active editor, as one undo
 * step. Returns the message that it showed.
 */
export async function runCommand(services: Services, named: unknown, command: Command): Promise<string> {
  const { log } = services;
  const editor = findEditor(named);
  if (editor?.document.languageId !== 'markdown') {
    return told(log, { message: vscode.l10n.t('Open a Markdown document first.'), refused: true });
  }
  try {
    return told(log, await outcomeOf(services, editor, command));
  } catch (error) {
    const message = vscode.l10n.t('{0} could not be cleaned and was not changed.', nameOf(editor.document));
    reportFailure(log, message, error);
    return message;
  }
}

async function outcomeOf(services: Services, editor: vscode.TextEditor, command: Command): Promise<Outcome> {
  const { document } = editor;
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) {
    return { message: vscode.l10n.t('{0} is read-only.', nameOf(document)), refused: true };
  }
  const analysis = await services.documents.analyse(document);
  const outcome = await command({ editor, document, analysis, within: selectionsOf(editor) });
  if (outcome.edits === undefined) {
    return outcome;
  }
  return (await replaceAt(editor, analysis.version, outcome.edits)) ?? outcome;
}

/** The selections that are not empty, in the document as it is now. */
export function selectionsOf({ document, selections }: vscode.TextEditor): readonly Span[] {
  return selections.filter(({ isEmpty }) => !isEmpty).map((selection) => toSpan(document, selection));
}

/**
 * Makes edits that were computed for a version of the document; one undo step. Says why not when the
 * document has another version by now or cannot be edited.
 */
export async function replaceAt(
  editor: vscode.TextEditor,
  version: number,
  edits: readonly Edit[],
): Promise<Outcome | undefined> {
  const { document } = editor;
  if (document.version !== version) {
    return moved(document);
  }
  const replacements = toTextEdits(document, edits);
  const accepted = await editor.edit(
    (builder) => {
      for (const { range, newText } of replacements) {
        builder.replace(range, newText);
      }
    },
    { undoStopBefore: true, undoStopAfter: true },
  );
  // A read-only editor accepts edits and does nothing with them, so only the version tells.
  if (document.version === version) {
    const message = vscode.l10n.t(
      '{0} cannot be edited; nothing was changed. It may be read-only.',
      nameOf(document),
    );
    return { message, refused: true };
  }
  return accepted ? undefined : moved(document);
}

function moved(document: vscode.TextDocument): Outcome {
  const message = vscode.l10n.t(
    '{0} changed in the meantime; nothing was changed by Winnow. Run the command again.',
    nameOf(document),
  );
  return { message, refused: true };
}

/** The editor of the document that a menu names, else the active one. */
export function findEditor(named: unknown): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (!(named instanceof vscode.Uri) || activeTextEditor?.document.uri.toString() === named.toString()) {
    return activeTextEditor;
  }
  return visibleTextEditors.find(({ document }) => document.uri.toString() === named.toString());
}

export function nameOf({ uri }: Pick<vscode.TextDocument, 'uri'>): string {
  return vscode.workspace.asRelativePath(uri);
}

export function told(log: vscode.LogOutputChannel, { message, refused = false }: Outcome): string {
  (refused ? warn : inform)(log, message);
  return message;
}
