import * as vscode from 'vscode';
import type { PreviewStrings } from '../webview/strings';

/** The words about the article's own content: pictures, embedded pages, tables, code. */
export function pictureStrings(): Omit<PreviewStrings, 'toolbar' | 'hidden' | 'badge' | 'pictures'> {
  return {
    embedded: vscode.l10n.t('Embedded page'),
    imageBlocked: vscode.l10n.t('Picture not loaded'),
    imageFailed: vscode.l10n.t('Picture could not be loaded'),
    imageRefused: vscode.l10n.t(
      'It may be gone, or its host may refuse pictures outside its own pages. A browser may show it.',
    ),
    imageNeedsReferrer: vscode.l10n.t(
      'Its host gives pictures only to pages that say which they are, and the preview never does. A browser may show it.',
    ),
    imageExpired: vscode.l10n.t('Its address is signed, and such addresses hold for some time only.'),
    // A workspace that is not trusted gets nothing from the network, so the page does not offer it.
    imageLoad: vscode.workspace.isTrusted ? vscode.l10n.t('Load Pictures') : '',
    imageOpen: vscode.l10n.t('Open in Browser'),
    fileOpen: vscode.l10n.t('Open File'),
    imageLink: vscode.l10n.t('Follow Its Link'),
    updated: vscode.l10n.t('The preview was updated.'),
    table: vscode.l10n.t('Table'),
    code: vscode.l10n.t('Code'),
  };
}
