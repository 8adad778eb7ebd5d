import * as vscode from 'vscode';
import { patternsThatKeep } from '../core/keepList';

const name = 'comments.keep';

interface Place {
  readonly target: vscode.ConfigurationTarget;
  readonly patterns: readonly string[] | undefined;
}

/**
 * Adds patterns to `winnow.comments.keep`, where the list is already; when no settings hold one, in those
 * of the folder that the document is in, or of the user. A list in settings goes before any other, so the
 * new one begins with all that is in effect.
 */
export async function addPatterns(
  document: vscode.TextDocument,
  inEffect: readonly string[],
  added: readonly string[],
): Promise<void> {
  const place = places(document).find(({ patterns }) => patterns !== undefined);
  const folder =
    vscode.workspace.isTrusted && vscode.workspace.getWorkspaceFolder(document.uri) !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.ConfigurationTarget.Global;
  await configuration(document).update(name, [...new Set([...inEffect, ...added])], place?.target ?? folder);
}

/** Takes the patterns that keep one of these comments out of every settings file; resolves with them. */
export async function takePatterns(
  document: vscode.TextDocument,
  comments: readonly string[],
): Promise<readonly string[]> {
  const taken = new Set<string>();
  const present = places(document);
  for (const [index, { target, patterns = [] }] of present.entries()) {
    const matching = new Set(comments.flatMap((comment) => patternsThatKeep(comment, patterns)));
    if (matching.size > 0) {
      const left = patterns.filter((pattern) => !matching.has(pattern));
      const hidesOthers = present.slice(index + 1).some((other) => other.patterns !== undefined);
      await configuration(document).update(name, left.length > 0 || hidesOthers ? left : undefined, target);
      matching.forEach((pattern) => taken.add(pattern));
    }
  }
  return [...taken];
}

/** The settings files that count for the document, the one that wins first. */
function places(document: vscode.TextDocument): readonly Place[] {
  const inspected = configuration(document).inspect<unknown>(name);
  const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
  // In a window with a single folder both are the one file of that folder.
  const single = vscode.workspace.workspaceFile === undefined;
  const ofWorkspace: readonly Place[] = [
    { target: WorkspaceFolder, patterns: texts(inspected?.workspaceFolderValue) },
    ...(single ? [] : [{ target: Workspace, patterns: texts(inspected?.workspaceValue) }]),
  ];
  return [
    ...(vscode.workspace.isTrusted ? ofWorkspace : []),
    { target: Global, patterns: texts(inspected?.globalValue) },
  ];
}

function configuration({ uri, languageId }: vscode.TextDocument): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('winnow', { uri, languageId });
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
