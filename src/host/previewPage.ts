import * as vscode from 'vscode';
import type { ImagePolicy } from '../webview/protocol';
import { previewShell } from './previewShell';

/** What decides about the page of a preview. */
export interface PageOptions {
  readonly extensionUri: vscode.Uri;
  /** The folder whose files the page may load, if any. */
  readonly root: vscode.Uri | undefined;
  readonly title: string;
}

/** Loads the empty page into a webview, with the rights it needs and no others. It says `ready` when it is there. */
export function loadPage(webview: vscode.Webview, { extensionUri, root, title }: PageOptions): void {
  const folder = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, name);
  const asset = (...path: readonly string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  webview.options = {
    enableScripts: true,
    enableForms: false,
    enableCommandUris: false,
    localResourceRoots: [folder('media'), folder('dist'), ...(root ? [root] : [])],
  };
  webview.html = previewShell({
    cspSource: webview.cspSource,
    nonce: createNonce(),
    scriptUri: asset('dist', 'preview.js'),
    styleUri: asset('media', 'preview.css'),
    language: vscode.env.language,
    title,
    labels: { article: vscode.l10n.t('Article'), hidden: vscode.l10n.t('Hidden parts') },
    strings: {
      embedded: vscode.l10n.t('Embedded page'),
      imageBlocked: vscode.l10n.t('Picture not loaded'),
      imageFailed: vscode.l10n.t('Picture could not be loaded'),
    },
    images: imagePolicy(),
  });
}

/** Nothing is fetched for a workspace that is not trusted. */
export function imagePolicy(): ImagePolicy {
  return vscode.workspace.isTrusted ? 'remote' : 'local';
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
