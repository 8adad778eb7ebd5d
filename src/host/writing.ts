import * as vscode from 'vscode';
import type { WritingContext } from '../core/language/completions';
import type { Analysis, Services } from './services';

/** A document while it is written: what the engine knows of it, and what completion needs beyond that. */
export interface Writing {
  readonly analysis: Analysis;
  readonly context: WritingContext;
}

/** Resolves to undefined when the document is none of ours or changed while its settings were read. */
export async function readWriting(
  document: vscode.TextDocument,
  { documents, vocabulary }: Services,
): Promise<Writing | undefined> {
  if (!documents.isChecked(document)) {
    return undefined;
  }
  const asked = document.version;
  const [analysis, file] = await Promise.all([documents.analyse(document), fileTimes(document.uri)]);
  return document.version !== asked || analysis.version !== asked
    ? undefined
    : {
        analysis,
        context: {
          options: analysis.context.options,
          document: analysis.context.document,
          names: vocabulary.current,
          id: document.uri.toString(),
          ...(file === undefined ? {} : { file }),
          machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      };
}

/**
 * When the file was created and last changed, in milliseconds since the epoch; undefined where that is not
 * known.
 */
export async function fileTimes(
  uri: vscode.Uri,
): Promise<{ readonly created: number; readonly changed: number } | undefined> {
  if (uri.scheme === 'untitled') {
    return undefined;
  }
  try {
    const { ctime, mtime } = await vscode.workspace.fs.stat(uri);
    // A copied file was created after it was written, and some file systems know neither time.
    return mtime > 0 ? { created: ctime > 0 ? Math.min(ctime, mtime) : mtime, changed: mtime } : undefined;
  } catch {
    // Not saved yet, or gone: then there is no time to offer.
    return undefined;
  }
}
