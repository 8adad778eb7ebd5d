import * as vscode from 'vscode';
import { filesOf, namesAllFiles } from '../core/siteFiles';
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

/** Whether there is a file for a path in an article; a path of which nobody can tell is left out. */
export type LocalFiles = ReadonlyMap<string, boolean>;

/** Looks for the files of some paths; undefined for an article outside of any folder. Never rejects. */
export async function findLocalFiles(
  paths: readonly string[],
  place: FilePlace,
): Promise<LocalFiles | undefined> {
  const root = rootOf(place.document);
  if (root === undefined) {
    return undefined;
  }
  const isSure = namesAllFiles({ profile: place.profile, path: place.document.path, root: root.path });
  const found = await Promise.all(
    paths.map(async (path) => [path, (await existingFile(path, place)) !== undefined] as const),
  );
  return new Map(found.filter(([, exists]) => exists || isSure));
}
