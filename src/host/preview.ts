import * as vscode from 'vscode';
import { sourceOfState } from './previewMessages';
import { PreviewPanel, previewViewType, type PreviewContext } from './previewPanel';
import type { Services } from './services';

/** The command, the panel that follows the active article, and its return after a reload of the window. */
export function registerPreview(
  { extensionUri }: Pick<vscode.ExtensionContext, 'extensionUri'>,
  services: Services,
): vscode.Disposable {
  const context: PreviewContext = { extensionUri, services };
  let panel: PreviewPanel | undefined;

  const adopt = (opened: PreviewPanel): void => {
    panel = opened;
    opened.onDidDispose(() => {
      if (panel === opened) {
        panel = undefined;
      }
    });
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('winnow.openPreviewToSide', (uri?: unknown) => {
      const source = uri instanceof vscode.Uri ? uri : vscode.window.activeTextEditor?.document.uri;
      if (!source) {
        return;
      }
      if (panel) {
        panel.reveal(source);
      } else {
        adopt(PreviewPanel.open(context, source));
      }
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (panel && editor && services.documents.isChecked(editor.document)) {
        panel.show(editor.document.uri);
      }
    }),
    vscode.window.registerWebviewPanelSerializer(previewViewType, {
      deserializeWebviewPanel(restored: vscode.WebviewPanel, state: unknown) {
        const source = sourceOfState(state);
        if (source === undefined || panel) {
          restored.dispose();
        } else {
          adopt(new PreviewPanel(context, restored, vscode.Uri.parse(source)));
        }
        return Promise.resolve();
      },
    }),
  );
}
