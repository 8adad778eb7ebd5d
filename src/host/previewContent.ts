import * as vscode from 'vscode';
import type { Cleaned } from '../core/renderAgain';
import type { Article } from '../core/types';
import type { UpdateMessage, ViewState } from '../webview/protocol';
import type { Shown } from './previewActions';
import { rootOf } from './previewLinks';
import type { Meter } from './previewPacing';
import { Typing } from './previewTyping';
import { describe, describeAbsence, type Content } from './previewUpdate';
import { viewState, withChoice } from './previewView';
import type { Services } from './services';

/** What an update shows, and what the messages about it then refer to. */
export interface MadeUpdate {
  readonly content: Content;
  readonly view: ViewState;
  /** Undefined when there is no article any more. */
  readonly shown: Shown | undefined;
  readonly cleaned: Cleaned | undefined;
}

export interface UpdateRequest {
  readonly view: Pick<ViewState, 'choice' | 'locked' | 'picturesAllowed'>;
  readonly documents: Services['documents'];
  readonly meter: Meter;
}

/** Renders an article as it is in the editor, else on disk; `stale` when it changed in the meantime. */
export async function makeUpdate(
  source: vscode.Uri,
  { view, documents, meter }: UpdateRequest,
): Promise<MadeUpdate | 'stale'> {
  const { mode } = view.choice;
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(source);
  } catch {
    const { content, cleaned } = describeAbsence();
    return {
      content,
      view: { mode, level: 'thorough', profile: 'hexo', ...view },
      shown: undefined,
      cleaned,
    };
  }
  const { article, context: given, version } = await documents.analyse(document);
  const context = withChoice(given, view.choice);
  const { content, hidden, findings, cleaned } = meter(() => describe(article, context, mode));
  return document.version === version
    ? {
        content,
        view: viewState(context, view),
        shown: { version, article, context, hidden, findings },
        cleaned,
      }
    : 'stale';
}

/** How the page makes the addresses of an article absolute; '' for a file outside of any folder. */
export function basesOf(source: vscode.Uri, webview: vscode.Webview): UpdateMessage['bases'] {
  const root = rootOf(source);
  const address = (folder: vscode.Uri): string =>
    webview.asWebviewUri(folder).toString().replace(/\/?$/, '/');
  return root
    ? { document: address(vscode.Uri.joinPath(source, '..')), root: address(root) }
    : { document: '', root: '' };
}

/** Follows what is typed from an update on. */
export function typingIn({
  article: { text, body },
  version,
}: {
  readonly article: Article;
  /** Of the document. */
  readonly version: number;
}): Typing {
  return new Typing({
    text,
    version,
    bodyStart: body.start,
    isHtml: (offset) => body.kindAt(offset) === 'html',
  });
}
