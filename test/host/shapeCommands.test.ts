import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeActions,
  createScratch,
  findings,
  open,
  rangeOf,
  set,
  winnowOf,
  type Scratch,
} from './support/editing';
import { until } from './support/events';
import { serveFile } from './support/memoryFiles';

const front = '---\ntitle: A walk\n---\n';
const article = `${front}<div>\n  <p style="color:red">One.</p>\n  <!-- slot 7 -->\n  <p>Two.</p>\n</div>\n`;

const run = (command: string, ...args: readonly unknown[]): Thenable<string> =>
  vscode.commands.executeCommand<string>(`winnow.${command}`, ...args);

/** The document on the right of the comparison that is open. */
function compared(): Promise<{ readonly tab: vscode.Tab; readonly right: vscode.TextDocument }> {
  return until(
    () => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      const input = tab?.input;
      const right =
        input instanceof vscode.TabInputTextDiff
          ? vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === input.modified.toString())
          : undefined;
      return tab !== undefined && right !== undefined && right.getText() !== '' ? { tab, right } : undefined;
    },
    vscode.window.tabGroups.onDidChangeTabs,
    vscode.workspace.onDidOpenTextDocument,
    vscode.workspace.onDidChangeTextDocument,
  );
}

/** Gives the answer to the question of a command, as soon as the question is there; nothing tells when it is. */
async function answer(done: Thenable<string>, command: string): Promise<string> {
  const state = { settled: false };
  const settle = (): void => {
    state.settled = true;
  };
  done.then(settle, settle);
  while (!state.settled) {
    await vscode.commands.executeCommand(command);
  }
  return done;
}

const accept = 'notification.acceptPrimaryAction';
const putAway = 'notifications.clearAll';

describe('the commands that change the shape of an article', () => {
  let scratch: Scratch;

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await set('comments.keep', undefined);
    await set('clean.level', undefined);
    await closeAll();
    await scratch.remove();
  });

  it('unwrapOuterDiv takes the tags away, and one undo brings them back', async () => {
    const { document } = await open(await scratch.write('a.md', article));
    assert.equal(await run('unwrapOuterDiv'), 'Unwrapped the outer <div>.');
    assert.equal(document.getText(), article.replace('<div>\n', '').replace('</div>\n', ''));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), article);
  });

  it('unwrapOuterDiv refuses when there is nothing to unwrap', async () => {
    const { document } = await open(await scratch.write('a.md', `${front}<p>One.</p>\n`));
    assert.match(await run('unwrapOuterDiv'), /no element that holds the whole body/);
    assert.equal(document.isDirty, false);
  });

  it('dedentHtml keeps to the selections', async () => {
    const editor = await open(await scratch.write('a.md', article));
    const selection = (text: string): vscode.Selection => {
      const { start, end } = rangeOf(editor.document, text);
      return new vscode.Selection(start, end);
    };
    editor.selections = [selection('One'), selection('Two')];
    assert.equal(await run('dedentHtml'), 'Removed the indentation of 2 lines.');
    assert.equal(
      editor.document.getText(),
      article.replace('  <p style', '<p style').replace('  <p>', '<p>'),
    );
    editor.selections = [new vscode.Selection(0, 0, 0, 0)];
    assert.equal(await run('dedentHtml'), 'Removed the indentation of 1 line.');
    assert.equal(await run('dedentHtml'), 'There was no indented HTML.');
  });

  it('stripChaff takes out also what only a person may call chaff', async () => {
    const promo = '<p style="display:none">Follow us for more.</p>\n';
    const { document } = await open(await scratch.write('a.md', `${front}<p>One.</p>\n${promo}`));
    assert.match(await run('stripChaff'), /^Removed 1 /);
    assert.equal(document.getText(), `${front}<p>One.</p>\n`);
  });

  it('showCleaning compares with what would be left, and follows the document', async () => {
    const editor = await open(await scratch.write('a.md', article));
    await set('clean.level', 'minimal');
    assert.match(await run('showCleaning'), /^Cleaning would remove 1 comment/);
    const { tab, right } = await compared();
    assert.match(tab.label, /a\.md: as it is ↔ cleaned, level minimal$/);
    assert.equal(right.languageId, 'markdown');
    assert.equal(right.getText(), article.replace('  <!-- slot 7 -->\n', ''));
    assert.deepEqual(winnowOf(right.uri), []);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(3, 0), '<!-- slot 8 -->\n<p>Zero.</p>\n');
    await vscode.workspace.applyEdit(edit);
    const followed = article.replace('<div>', '<p>Zero.</p>\n<div>').replace('  <!-- slot 7 -->\n', '');
    await until(
      () => (right.getText() === followed ? true : undefined),
      vscode.workspace.onDidChangeTextDocument,
    );
  });

  it('showCleaning of a selection leaves the rest as it is', async () => {
    const editor = await open(await scratch.write('a.md', article));
    const { start, end } = rangeOf(editor.document, 'style="color:red"');
    editor.selection = new vscode.Selection(start, end);
    await run('showCleaning');
    const { right } = await compared();
    assert.equal(right.getText(), article.replace(' style="color:red"', ''));
  });

  it('showCleaning says that nothing would change', async () => {
    await open(await scratch.write('a.md', `${front}Text.\n`));
    assert.equal(await run('showCleaning'), 'Cleaning would change nothing.');
  });

  it('convertToMarkdown converts when that is confirmed, in one undo step', async () => {
    const { document } = await open(await scratch.write('a.md', article));
    const done = run('convertToMarkdown');
    const { right } = await compared();
    const converted = `${front}One.\n\nTwo.\n`;
    assert.equal(right.getText(), converted);
    assert.equal(document.getText(), article);
    assert.equal(await answer(done, accept), 'Converted the body to Markdown.');
    assert.equal(document.getText(), converted);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), article);
  });

  it('convertToMarkdown changes nothing when the document has changed meanwhile', async () => {
    const editor = await open(await scratch.write('a.md', article));
    const { document } = editor;
    const done = run('convertToMarkdown');
    await compared();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(3, 0), '<p>Zero.</p>\n');
    await vscode.workspace.applyEdit(edit);
    const changed = document.getText();
    assert.match(await answer(done, accept), /changed in the meantime; nothing was changed by Winnow/);
    assert.equal(document.getText(), changed);
  });

  it('convertToMarkdown changes nothing when the question is put away', async () => {
    const { document } = await open(await scratch.write('a.md', article));
    const done = run('convertToMarkdown');
    await compared();
    assert.match(await answer(done, putAway), /was not converted/);
    assert.equal(document.getText(), article);
  });

  it('convertToMarkdown says that there is nothing to convert, or that the file is read-only', async () => {
    await open(await scratch.write('a.md', `${front}*Text*.\n`));
    assert.equal(await run('convertToMarkdown'), 'There is no HTML to convert.');
    const files = serveFile('winnow-read-only', article, { readonly: true });
    try {
      await open(vscode.Uri.parse('winnow-read-only:/a.md'));
      assert.match(await run('convertToMarkdown'), /is read-only\.$/);
    } finally {
      await closeAll();
      files.dispose();
    }
  });
});

describe('always keep and always remove a comment', () => {
  let scratch: Scratch;
  let editor: vscode.TextEditor;

  const kept = (): unknown => {
    const setting = vscode.workspace
      .getConfiguration('winnow', editor.document.uri)
      .inspect<unknown>('comments.keep');
    return setting?.workspaceFolderValue ?? setting?.globalValue;
  };
  const forget = async (): Promise<void> => {
    const settings = vscode.workspace.getConfiguration('winnow', editor.document.uri);
    await settings.update('comments.keep', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await settings.update('comments.keep', undefined, vscode.ConfigurationTarget.Global);
  };
  const offered = async (text: string): Promise<readonly vscode.CodeAction[]> =>
    codeActions(editor.document, rangeOf(editor.document, text), vscode.CodeActionKind.QuickFix.value);

  beforeEach(async () => {
    scratch = await createScratch();
    editor = await open(await scratch.write('a.md', `${article}<!-- more -->\n`));
    await findings(editor.document.uri, (found) => found.some(({ message }) => message.includes('slot 7')));
  });

  afterEach(async () => {
    await forget();
    await closeAll();
    await scratch.remove();
  });

  it('writes the setting of the folder, by which the finding goes, and takes it out again', async () => {
    const keep = (await offered('slot 7')).find(({ title }) => title === 'Always keep this comment');
    assert.ok(keep?.command);
    const { command, arguments: given = [] } = keep.command;
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    assert.deepEqual(kept(), ['/^slot \\d+$/i']);
    await findings(editor.document.uri, (found) => !found.some(({ message }) => message.includes('slot 7')));

    const remove = (await offered('slot 7')).find(({ title }) => title === 'Always remove this comment');
    assert.ok(remove?.command);
    await vscode.commands.executeCommand(
      remove.command.command,
      ...((remove.command.arguments ?? []) as unknown[]),
    );
    assert.equal(kept(), undefined);
    await findings(editor.document.uri, (found) => found.some(({ message }) => message.includes('slot 7')));
  });

  it('adds to the list where it is, and keeps what was on it', async () => {
    await set('comments.keep', ['note: *']);
    const { start } = rangeOf(editor.document, 'slot 7');
    editor.selection = new vscode.Selection(start, start);
    assert.match(await run('keepComment'), /^Added to winnow\.comments\.keep: /);
    assert.deepEqual(kept(), ['note: *', '/^slot \\d+$/i']);
    assert.equal(await run('keepComment'), 'This comment is kept already.');
  });

  it('says why a comment that a program reads stays, and offers nothing on it', async () => {
    const { start } = rangeOf(editor.document, 'more');
    editor.selection = new vscode.Selection(start, start);
    assert.match(await run('removeComment'), /instruction to a program/);
    assert.deepEqual(await offered('<!-- more -->'), []);
  });

  it('asks for a comment', async () => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.equal(await run('keepComment'), 'Put the cursor into a comment first.');
  });
});
