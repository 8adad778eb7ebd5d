import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
  const winnow = vscode.extensions.getExtension('winnow.winnow');

  it('is there, from this checkout', () => {
    assert.equal(winnow?.extensionUri.fsPath, path.resolve(__dirname, '../../..'));
  });

  it('activates when a Markdown file is opened, without an error', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Title\n' });
    await vscode.window.showTextDocument(document);
    await winnow?.activate();
    assert.equal(winnow?.isActive, true);
  });

  it('registers every command that its manifest offers', async () => {
    const manifest = winnow?.packageJSON as { contributes?: { commands?: { command: string }[] } };
    const offered = (manifest.contributes?.commands ?? []).map(({ command }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      offered.filter((command) => !registered.has(command)),
      [],
    );
  });
});
