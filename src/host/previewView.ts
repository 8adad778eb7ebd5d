import * as vscode from 'vscode';
import type { RuleContext } from '../core/types';
import type { ImagePolicy, ViewChoice, ViewState } from '../webview/protocol';

/** The settings of a document, with the reader's choice for one preview over them. */
export function withChoice(context: RuleContext, { level, profile }: ViewChoice): RuleContext {
  if (level === undefined && profile === undefined) {
    return context;
  }
  const { options } = context;
  return {
    ...context,
    options: {
      ...options,
      profile: profile ?? options.profile,
      preview: { ...options.preview, level: level ?? options.preview.level },
    },
    // What is spread would be asked for at once; it is read when a rule wants it.
    get others() {
      return context.others;
    },
  };
}

export function viewState(
  { options }: RuleContext,
  panel: Pick<ViewState, 'choice' | 'locked' | 'picturesAllowed'>,
): ViewState {
  return {
    mode: panel.choice.mode,
    level: panel.choice.level ?? options.preview.level,
    profile: panel.choice.profile ?? options.profile,
    ...panel,
  };
}

/** Whether pictures and media of other hosts are loaded, and whether the reader may be asked. */
export interface PicturePolicy {
  readonly images: ImagePolicy;
  readonly offer: boolean;
}

/** Nothing is fetched for a workspace that is not trusted, and nothing is offered there. */
export function picturePolicy(source: vscode.Uri, allowed: boolean): PicturePolicy {
  const setting = vscode.workspace
    .getConfiguration('winnow', { uri: source, languageId: 'markdown' })
    .get('preview.remoteImages');
  if (!vscode.workspace.isTrusted || setting === 'never') {
    return { images: 'local', offer: false };
  }
  return setting === 'always' || allowed
    ? { images: 'remote', offer: false }
    : { images: 'local', offer: true };
}

/** Loads pictures of other hosts from now on, for this person. */
export async function alwaysLoadPictures(source: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('winnow', { uri: source, languageId: 'markdown' });
  const inspected = configuration.inspect('preview.remoteImages');
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  // Where a setting of the workspace stands in the way, it is that one which is changed.
  const target =
    inspected?.workspaceFolderValue !== undefined
      ? WorkspaceFolder
      : inspected?.workspaceValue !== undefined
        ? Workspace
        : Global;
  await configuration.update('preview.remoteImages', 'always', target);
}
