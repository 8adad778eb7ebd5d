import * as vscode from 'vscode';
import type { ExtractedMessage } from '../webview/protocol';
import { base64, escapeHtml } from './exportPage';
import { resolveLink, rootOf } from './previewLinks';

/** Larger pictures keep their address: a page with them in it would open slowly everywhere. */
const largestPicture = 10_000_000;

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/**
 * Puts the pictures of the workspace into the HTML itself. One that is missing, too large, no picture or
 * outside of what the preview may show keeps its address.
 */
export async function embedPictures(
  { parts, pictures }: Pick<ExtractedMessage, 'parts' | 'pictures'>,
  article: vscode.Uri,
): Promise<string> {
  const sources = new Map<string, string>();
  for (const address of pictures) {
    if (!sources.has(address)) {
      sources.set(address, (await dataUri(address, article)) ?? escapeHtml(address));
    }
  }
  return parts.map((part, index) => part + (sources.get(pictures[index] ?? '') ?? '')).join('');
}

async function dataUri(address: string, article: vscode.Uri): Promise<string | undefined> {
  const target = resolveLink(address, article, rootOf(article));
  const type =
    types[/\.(\w+)$/.exec(target.kind === 'file' ? target.uri.path : '')?.[1]?.toLowerCase() ?? ''];
  if (target.kind !== 'file' || type === undefined) {
    return undefined;
  }
  try {
    const { size } = await vscode.workspace.fs.stat(target.uri);
    return size > largestPicture
      ? undefined
      : `data:${type};base64,${base64(await vscode.workspace.fs.readFile(target.uri))}`;
  } catch {
    // It is not there; the page says so in its place, as the preview does.
    return undefined;
  }
}
