import * as vscode from 'vscode';

/** A file system with one file in it, as an extension may provide one. */
export function serveFile(
  scheme: string,
  text: string,
  { readonly }: { readonly readonly: boolean },
): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const bytes = new TextEncoder().encode(text);
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => {
      if (!uri.path.endsWith('.md')) {
        throw vscode.FileSystemError.FileNotFound(uri);
      }
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length };
    },
    readFile: (uri) => {
      if (!uri.path.endsWith('.md')) {
        throw vscode.FileSystemError.FileNotFound(uri);
      }
      return bytes;
    },
    readDirectory: () => [],
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly: readonly }),
  );
}
