import * as vscode from 'vscode';
import { hoverAt, type HoverPart } from '../core/language/hover';
import { hoverMarkdown } from '../core/language/hoverMarkdown';
import { existingFile } from './articleFiles';
import { toRange } from './ranges';
import type { Services } from './services';

/** Explains keys and values of the front matter. */
export function registerHover({ documents }: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      async provideHover(document, position, token) {
        if (!documents.isChecked(document)) {
          return undefined;
        }
        const { article, context, version } = await documents.analyse(document);
        const hover = hoverAt(article, document.offsetAt(position), context);
        if (hover === undefined || token.isCancellationRequested || version !== document.version) {
          return undefined;
        }
        const localFile = await pictureFile(hover.parts, document, context.options.profile);
        const markdown = new vscode.MarkdownString(
          hoverMarkdown(hover.parts, {
            showRemote: showsRemoteImages(document),
            localFile: localFile?.toString(),
          }),
        );
        markdown.isTrusted = false;
        markdown.supportHtml = false;
        return new vscode.Hover(markdown, toRange(document, hover));
      },
    },
  );
}

/** The picture in the workspace that the front matter names; looking for it sends nothing anywhere. */
function pictureFile(
  parts: readonly HoverPart[],
  document: vscode.TextDocument,
  profile: Parameters<typeof existingFile>[1]['profile'],
): Promise<vscode.Uri | undefined> {
  const address = parts.flatMap((part) => (part.kind === 'picture' ? [part.address] : []))[0];
  return address === undefined
    ? Promise.resolve(undefined)
    : existingFile(address, { document: document.uri, profile });
}

/** Only when the person has said so once for all: a hover opens without being asked for. */
function showsRemoteImages(document: vscode.TextDocument): boolean {
  const setting = vscode.workspace.getConfiguration('winnow', document).get('preview.remoteImages');
  return vscode.workspace.isTrusted && setting === 'always';
}
