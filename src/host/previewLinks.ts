import * as vscode from 'vscode';

/** Where a link leads: out of VS Code, to a file of the workspace, or nowhere. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly uri: vscode.Uri }
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  | { readonly kind: 'refused' };

const externalSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);
const refused: LinkTarget = { kind: 'refused' };

/**
 * Decides about a link of an article. Only http, https and mail leave VS Code; everything else must be a
 * path that stays inside `root`. A scheme such as `command:` or `vscode:` leads nowhere.
 */
export function resolveLink(href: string, document: vscode.Uri, root: vscode.Uri | undefined): LinkTarget {
  // Browsers drop these from an address, so they must not hide a scheme from us.
  // eslint-disable-next-line no-control-regex
  const address = href.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    return externalSchemes.has(scheme) ? external(address) : refused;
  }
  if (address.startsWith('//')) {
    return external(`https:${address}`);
  }
  return root === undefined ? refused : file(address, document, root);
}

/** The folder that links and pictures of a document may reach: its workspace folder, else its own folder. */
export function rootOf(document: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(document)?.uri;
  return folder ?? (document.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(document, '..'));
}

function external(address: string): LinkTarget {
  try {
    return { kind: 'external', uri: vscode.Uri.parse(address, true) };
  } catch {
    // Not an address, such as `https://[`.
    return refused;
  }
}

function file(address: string, document: vscode.Uri, root: vscode.Uri): LinkTarget {
  const path = decode(address.replace(/[?#].*$/s, '')).replaceAll('\\', '/');
  const base = path.startsWith('/') ? root : vscode.Uri.joinPath(document, '..');
  const uri = vscode.Uri.joinPath(base, path);
  const inside = path !== '' && `${uri.path}/`.startsWith(root.path.replace(/\/?$/, '/'));
  return inside ? { kind: 'file', uri } : refused;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign is part of the file's name.
    return path;
  }
}
