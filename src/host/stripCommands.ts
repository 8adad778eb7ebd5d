import * as vscode from 'vscode';
import { clean, type CleanRequest } from '../core/engine';
import { intersects } from '../core/spans';
import { summariseRemovals } from '../core/summary';
import type { Article, Edit, Options, RuleContext, Span } from '../core/types';
import { inform, reportFailure, warn } from './messages';
import { toSpan, toTextEdits } from './ranges';
import type { Services } from './services';

/** What each command removes. */
const requests: Readonly<Record<string, (options: Options) => CleanRequest>> = {
  'winnow.stripComments': () => ({ only: ['comments'] }),
  'winnow.stripStyleBlocks': () => ({ only: ['styles'] }),
  'winnow.stripScripts': () => ({ only: ['scripts'] }),
  'winnow.stripInlineStyles': () => ({ only: ['no-style-attribute'] }),
  'winnow.cleanArticle': ({ clean: { level } }) => ({ level }),
};

/**
 * The commands that remove chaff from the selections, or from the whole document when nothing is
 * selected. Each returns the message that it showed.
 */
export function registerStripCommands(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(requests).map(([command, request]) =>
      vscode.commands.registerCommand(command, (target: unknown) => strip(services, request, target)),
    ),
  );
}

async function strip(
  services: Services,
  request: (options: Options) => CleanRequest,
  target: unknown,
): Promise<string> {
  const { log } = services;
  const editor = findEditor(target);
  if (editor?.document.languageId !== 'markdown') {
    return told(warn, log, vscode.l10n.t('Open a Markdown document first.'));
  }
  try {
    return await stripFrom(editor, request, services);
  } catch (error) {
    const message = vscode.l10n.t('{0} could not be cleaned and was not changed.', nameOf(editor.document));
    reportFailure(log, message, error);
    return message;
  }
}

async function stripFrom(
  editor: vscode.TextEditor,
  request: (options: Options) => CleanRequest,
  { documents, log }: Services,
): Promise<string> {
  const { document } = editor;
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) {
    return told(warn, log, vscode.l10n.t('{0} is read-only.', nameOf(document)));
  }
  const { article, context, version } = await documents.analyse(document);
  const selected = editor.selections.filter((selection) => !selection.isEmpty);
  const within = selected.map((selection) => toSpan(document, selection));
  const wanted = request(context.options);
  const result = clean(
    article,
    { ...wanted, ...(within.length > 0 ? { within } : {}) },
    commandContext(context, wanted),
  );
  const left = describeUnterminated(article, within);
  const summary = summariseRemovals(result.removed);
  if (summary === undefined) {
    const nothing =
      within.length > 0
        ? vscode.l10n.t('There was nothing to remove in the selection.')
        : vscode.l10n.t('There was nothing to remove.');
    return told(inform, log, sentences(nothing, left));
  }
  const accepted = await apply(editor, result.edits);
  // A read-only editor accepts edits and does nothing with them, so only the version tells.
  if (!accepted || document.version === version) {
    const reason =
      document.version === version
        ? vscode.l10n.t('{0} cannot be edited; nothing was removed. It may be read-only.', nameOf(document))
        : vscode.l10n.t(
            '{0} changed in the meantime; nothing was removed. Run the command again.',
            nameOf(document),
          );
    return told(warn, log, reason);
  }
  return told(inform, log, sentences(vscode.l10n.t('Removed {0}.', summary), left));
}

/**
 * Who asks for a kind of chaff to be removed wants it removed, also where its findings are not
 * shown. Clean Article follows the rules that are on.
 */
function commandContext(context: RuleContext, { only }: CleanRequest): RuleContext {
  const { options } = context;
  const on = Object.entries(options.rules).filter(([, severity]) => severity !== 'off');
  const rules = only === undefined ? options.rules : Object.fromEntries(on);
  return { ...context, options: { ...options, enable: true, rules } };
}

/** One undo step. Resolves to false when the editor refuses, as it does when the document has changed. */
function apply(editor: vscode.TextEditor, edits: readonly Edit[]): Thenable<boolean> {
  const replacements = toTextEdits(editor.document, edits);
  return editor.edit(
    (builder) => {
      for (const { range, newText } of replacements) {
        builder.replace(range, newText);
      }
    },
    { undoStopBefore: true, undoStopAfter: true },
  );
}

/** The editor of the document that a menu names, else the active one. */
function findEditor(target: unknown): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (!(target instanceof vscode.Uri) || activeTextEditor?.document.uri.toString() === target.toString()) {
    return activeTextEditor;
  }
  return visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
}

/** What was left alone because its end is missing: nobody can tell what belongs to it. */
function describeUnterminated({ body, lines }: Article, within: readonly Span[]): string | undefined {
  const left = body.unterminated.filter(
    (span) => within.length === 0 || within.some((range) => intersects(range, span)),
  );
  const [first] = left;
  if (first === undefined) {
    return undefined;
  }
  const name = first.what === 'comment' ? '<!--' : `<${first.what}>`;
  const line = lines.lineAt(first.start);
  return left.length === 1
    ? vscode.l10n.t('{0} in line {1} has no end and was left alone.', name, line)
    : vscode.l10n.t(
        '{0} constructs have no end and were left alone, the first {1} in line {2}.',
        left.length,
        name,
        line,
      );
}

function sentences(first: string, second: string | undefined): string {
  return second === undefined ? first : vscode.l10n.t('{0} {1}', first, second);
}

function told(tell: typeof inform, log: vscode.LogOutputChannel, message: string): string {
  tell(log, message);
  return message;
}

function nameOf({ uri }: vscode.TextDocument): string {
  return vscode.workspace.asRelativePath(uri);
}
