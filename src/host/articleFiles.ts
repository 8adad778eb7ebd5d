import * as vscode from 'vscode';
import { filesOf } from '../core/siteFiles';
import type { Profile } from '../core/types';
import { rootOf } from './previewLinks';

export interface FilePlace {
  /** The article in which the path stands. */
  readonly document: vscode.Uri;
  readonly profile: Profile;
}

/**
 * The files that a path in an article may mean, the likeliest first; none outside of its workspace folder.
 */
export function candidateFiles(value: string, { document, profile }: FilePlace): readonly vscode.Uri[] {
  const root = rootOf(document);
  return root === undefined
    ? []
    : filesOf(value, { profile, path: document.path, root: root.path }).map((path) =>
        document.with({ path }),
      );
}

/** The first of those files that is there. */
export async function existingFile(value: string, place: FilePlace): Promise<vscode.Uri | undefined> {
  for (const uri of candidateFiles(value, place)) {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.File) !== 0) {
        return uri;
      }
    } catch {
      // Not there: the next one may be.
    }
  }
  return undefined;
}
