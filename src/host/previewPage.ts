import * as vscode from 'vscode';
import type { ImagePolicy } from '../webview/protocol';
import type { PreviewStrings } from '../webview/strings';
import { previewShell } from './previewShell';
import { pictureStrings } from './previewStrings';

/** What decides about the page of a preview. */
export interface PageOptions {
  readonly extensionUri: vscode.Uri;
  /** The folder whose files the page may load, if any. */
  readonly root: vscode.Uri | undefined;
  readonly title: string;
  /** What it may load from elsewhere. */
  readonly images: ImagePolicy;
}

/** Loads the empty page into a webview, with the rights it needs and no others. It says `ready` when it is there. */
export function loadPage(webview: vscode.Webview, { extensionUri, root, title, images }: PageOptions): void {
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
    styleUris: [asset('media', 'article.css'), asset('media', 'preview.css')],
    language: vscode.env.language,
    title,
    labels: {
      article: vscode.l10n.t('Article'),
      head: vscode.l10n.t('Title block'),
      hidden: vscode.l10n.t('Hidden parts'),
    },
    strings: pageStrings(),
    images,
  });
}

function pageStrings(): PreviewStrings {
  return {
    ...pictureStrings(),
    toolbar: {
      label: vscode.l10n.t('What the preview shows'),
      mode: vscode.l10n.t('View'),
      clean: vscode.l10n.t('Clean'),
      original: vscode.l10n.t('Original'),
      level: vscode.l10n.t('Level'),
      levels: {
        minimal: vscode.l10n.t('Minimal'),
        standard: vscode.l10n.t('Standard'),
        thorough: vscode.l10n.t('Thorough'),
      },
      profile: vscode.l10n.t('Read as'),
      profiles: { hexo: 'Hexo', jekyll: 'Jekyll', hugo: 'Hugo', generic: 'gray-matter' },
      compare: vscode.l10n.t('Compare'),
      compareHint: vscode.l10n.t('Compare the file with what Clean Article would leave'),
    },
    hidden: {
      show: vscode.l10n.t('Show in source'),
      keep: vscode.l10n.t('Keep this'),
      remove: vscode.l10n.t('Remove from file'),
      stays: vscode.l10n.t('Stays when cleaned'),
    },
    badge: { show: vscode.l10n.t('Show in source') },
    pictures: {
      one: vscode.l10n.t('1 picture of another site is not loaded.'),
      many: vscode.l10n.t('{0} pictures of other sites are not loaded.', '{0}'),
      once: vscode.l10n.t('Load for this article'),
      always: vscode.l10n.t('Always load'),
    },
  };
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
