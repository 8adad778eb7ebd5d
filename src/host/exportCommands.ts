import * as vscode from 'vscode';
import type { ExtractedMessage, ExtractForm } from '../webview/protocol';
import { embedPictures } from './embedPictures';
import { exportPage } from './exportPage';
import { inform, reportFailure, warn } from './messages';
import type { Services } from './services';

/** A preview whose article can be taken out of it. */
export interface ExtractablePreview {
  extract(form: ExtractForm): Promise<ExtractedMessage>;
}

/** Finds the preview that a command is about: the active one, or one of the given article, opened when there is none. */
export type FindPreview = (article: vscode.Uri | undefined) => ExtractablePreview | undefined;

type Context = Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>;

/** Commands that take the article out of the preview: into the clipboard, into a file, onto paper. */
export function registerExportCommands(
  context: Context,
  { log }: Services,
  find: FindPreview,
): vscode.Disposable {
  const register = (
    name: string,
    run: (preview: ExtractablePreview) => Promise<string | undefined>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`winnow.${name}`, async (uri?: unknown) => {
      const preview = find(uri instanceof vscode.Uri ? uri : undefined);
      if (!preview) {
        warn(log, vscode.l10n.t('Open a Markdown document first.'));
        return;
      }
      try {
        const done = await run(preview);
        if (done !== undefined) {
          inform(log, done);
        }
      } catch (error) {
        reportFailure(log, vscode.l10n.t('The article could not be taken out of the preview.'), error);
      }
    });
  return vscode.Disposable.from(
    register('preview.copyAsHtml', copyAsHtml),
    register('preview.copyAsRichText', copyAsRichText),
    register('exportHtml', (preview) => exportHtml(context, preview)),
    register('printArticle', (preview) => printArticle(context, preview)),
  );
}

async function copyAsHtml(preview: ExtractablePreview): Promise<string> {
  const { parts } = await preview.extract('html');
  await vscode.env.clipboard.writeText(parts.join(''));
  return vscode.l10n.t('The article was copied as HTML.');
}

async function copyAsRichText(preview: ExtractablePreview): Promise<string> {
  const { isCopied } = await preview.extract('richText');
  return isCopied
    ? vscode.l10n.t('The article was copied as formatted text.')
    : vscode.l10n.t(
        'The clipboard takes formatted text only from a preview that has the focus: click into it and try again, or select all of it and copy.',
      );
}

async function exportHtml(context: Context, preview: ExtractablePreview): Promise<string | undefined> {
  const extracted = await preview.extract('page');
  const defaultUri = besides(vscode.Uri.parse(extracted.source));
  const target = await vscode.window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { HTML: ['html'] },
    title: vscode.l10n.t('Export Clean HTML'),
  });
  if (!target) {
    return undefined;
  }
  await vscode.workspace.fs.writeFile(target, await pageOf(context, extracted));
  return vscode.l10n.t(
    'The article was exported to {0}.',
    target.path.slice(target.path.lastIndexOf('/') + 1),
  );
}

/**
 * A webview may not print: its frame forbids dialogs. A browser can, so it gets the page; where VS Code
 * cannot hand it a file, the reader has to.
 */
async function printArticle(context: Context, preview: ExtractablePreview): Promise<string | undefined> {
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  if (!isHere) {
    const exported = await exportHtml(context, preview);
    return exported && `${exported} ${vscode.l10n.t('Open it in a browser to print it.')}`;
  }
  const folder = vscode.Uri.joinPath(context.globalStorageUri, 'print');
  await vscode.workspace.fs.createDirectory(folder);
  // One file, written anew each time: articles do not pile up where nobody sees them.
  const file = vscode.Uri.joinPath(folder, 'article.html');
  await vscode.workspace.fs.writeFile(file, await pageOf(context, await preview.extract('page')));
  await vscode.env.openExternal(file);
  return undefined;
}

async function pageOf({ extensionUri }: Context, extracted: ExtractedMessage): Promise<Uint8Array> {
  const article = vscode.Uri.parse(extracted.source);
  const sheets = await Promise.all(
    ['article.css', 'export.css'].map((name) =>
      vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'media', name)),
    ),
  );
  const page = await exportPage({
    title: extracted.title || nameOf(article),
    language: extracted.language,
    html: await embedPictures(extracted, article),
    css: sheets.map((sheet) => new TextDecoder().decode(sheet)).join('\n'),
  });
  return new TextEncoder().encode(page);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}

/** The file beside the article; one that is in no file has no such place. */
function besides(article: vscode.Uri): vscode.Uri | undefined {
  const name = `${nameOf(article)}.html`;
  const folder =
    article.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(article, '..');
  return folder && vscode.Uri.joinPath(folder, name);
}
