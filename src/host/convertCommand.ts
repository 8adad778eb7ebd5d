import * as vscode from 'vscode';
import { parseArticle } from '../core/article';
import { Rewrite, offsetsAfter } from '../core/edits';
import { clean } from '../core/engine';
import { keepTest } from '../core/keepList';
import type { Edit, Span } from '../core/types';
import { findEditor, nameOf, replaceAt, selectionsOf, told, type Outcome } from './commandTarget';
import { reportFailure } from './messages';
import type { Analysis, Services } from './services';

/** Scheme of the converted side of the comparison; documents of it are read-only. */
export const convertedScheme = 'winnow-converted';

/**
 * Shows what the body would be as Markdown beside what it is, and converts it when that is confirmed. The
 * command's promise settles with the message when the person has decided.
 */
export function registerConvertCommand(services: Services): vscode.Disposable {
  const proposals = new Proposals();
  return vscode.Disposable.from(
    proposals,
    vscode.commands.registerCommand('winnow.convertToMarkdown', (named: unknown) =>
      convert(services, named, proposals),
    ),
  );
}

async function convert({ documents, log }: Services, named: unknown, proposals: Proposals): Promise<string> {
  const editor = findEditor(named);
  if (editor?.document.languageId !== 'markdown') {
    return told(log, { message: vscode.l10n.t('Open a Markdown document first.'), refused: true });
  }
  const { document } = editor;
  try {
    if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) {
      return told(log, { message: vscode.l10n.t('{0} is read-only.', nameOf(document)), refused: true });
    }
    const analysis = await documents.analyse(document);
    const within = selectionsOf(editor);
    const rewrite = await convertedText(analysis, within);
    if (rewrite === undefined) {
      const nothing =
        within.length > 0
          ? vscode.l10n.t('There is no HTML to convert in the selection.')
          : vscode.l10n.t('There is no HTML to convert.');
      return told(log, { message: nothing });
    }
    const proposal = await proposals.show(document, rewrite.text);
    const accepted = await isAccepted(document);
    if (accepted !== undefined) {
      await proposal.close();
    }
    return told(
      log,
      accepted === true
        ? await apply(document, analysis.version, rewrite.toEdits())
        : { message: vscode.l10n.t('{0} was not converted.', nameOf(document)) },
    );
  } catch (error) {
    const message = vscode.l10n.t('{0} could not be converted and was not changed.', nameOf(document));
    reportFailure(log, message, error);
    return message;
  }
}

/**
 * The document cleaned at its level and then converted: Markdown has no form for a picture that waits to be
 * loaded, nor for a note that something is hidden. Undefined when there is no HTML to convert.
 */
async function convertedText(
  { article, context }: Analysis,
  within: readonly Span[],
): Promise<Rewrite | undefined> {
  // The parser and the writer are a bundle of their own, which is read when it is first asked for.
  const { convertToMarkdown } = await import('../core/toMarkdown');
  const { level } = context.options.clean;
  const { edits } = clean(article, { level, ...(within.length > 0 && { within }) }, context);
  const rewrite = new Rewrite(article.text);
  rewrite.apply(edits);
  const after = offsetsAfter(edits);
  const moved = within.map(({ start, end }) => ({ start: after(start), end: after(end) }));
  const conversion = convertToMarkdown(edits.length > 0 ? parseArticle(rewrite.text) : article, {
    isKept: keepTest(context.options),
    ...(moved.length > 0 && { within: moved }),
  });
  if (conversion.length === 0) {
    return undefined;
  }
  rewrite.apply(conversion);
  return rewrite;
}

/** Undefined when the question was put away without an answer. */
async function isAccepted(document: vscode.TextDocument): Promise<boolean | undefined> {
  const yes = vscode.l10n.t('Apply');
  const no = vscode.l10n.t('Cancel');
  const question = vscode.l10n.t(
    'Convert the body of {0} to Markdown as shown on the right?',
    nameOf(document),
  );
  const chosen = await vscode.window.showInformationMessage(question, yes, no);
  return chosen === undefined ? undefined : chosen === yes;
}

async function apply(
  document: vscode.TextDocument,
  version: number,
  edits: readonly Edit[],
): Promise<Outcome> {
  // In the comparison the document cannot be edited, so an editor of its own does it.
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const refusal = await replaceAt(editor, version, edits);
  return refusal ?? { message: vscode.l10n.t('Converted the body to Markdown.') };
}

/** Serves the converted texts while they are compared. */
class Proposals implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #disposable = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(convertedScheme, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#texts.delete(uri.toString());
    }),
  );
  #count = 0;

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** Opens the comparison; `close` closes it again. */
  async show(document: vscode.TextDocument, text: string): Promise<{ readonly close: () => Promise<void> }> {
    const uri = vscode.Uri.from({
      scheme: convertedScheme,
      path: document.uri.path,
      query: String(++this.#count),
    });
    this.#texts.set(uri.toString(), text);
    const title = vscode.l10n.t('{0}: as it is ↔ as Markdown', nameOf(document));
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title);
    return {
      async close() {
        const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
        const tab = tabs.find(
          ({ input }) =>
            input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
        );
        if (tab !== undefined) {
          await vscode.window.tabGroups.close(tab, true);
        }
      },
    };
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
