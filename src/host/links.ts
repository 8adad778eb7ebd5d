import * as vscode from 'vscode';
import { fieldLinks, type FieldLink } from '../core/language/links';
import { remoteAddress } from '../core/language/hoverMarkdown';
import { candidateFiles, existingFile, type FilePlace } from './articleFiles';
import { toRange } from './ranges';
import type { Services } from './services';

/** Which file a path means is only looked up when the link is followed. */
class PathLink extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly path: string,
    readonly place: FilePlace,
  ) {
    super(range);
  }
}

/** Makes addresses and paths in the front matter links. */
export function registerLinks({ documents }: Services): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(
    { language: 'markdown' },
    {
      async provideDocumentLinks(document, token) {
        if (!documents.isChecked(document)) {
          return undefined;
        }
        const { article, context, version } = await documents.analyse(document);
        if (token.isCancellationRequested || version !== document.version) {
          return undefined;
        }
        const place = { document: document.uri, profile: context.options.profile };
        return fieldLinks(article, context).flatMap((link) => toLink(document, link, place));
      },
      async resolveDocumentLink(link) {
        if (link instanceof PathLink) {
          const file = await existingFile(link.path, link.place);
          if (file !== undefined) {
            link.target = file;
          }
        }
        return link;
      },
    },
  );
}

function toLink(
  document: vscode.TextDocument,
  link: FieldLink,
  place: FilePlace,
): readonly vscode.DocumentLink[] {
  const range = toRange(document, link);
  if (link.target.kind === 'path') {
    const { path } = link.target;
    return candidateFiles(path, place).length === 0 ? [] : [new PathLink(range, path, place)];
  }
  const address = remoteAddress(link.target.address);
  return address === undefined ? [] : [new vscode.DocumentLink(range, vscode.Uri.parse(address))];
}
