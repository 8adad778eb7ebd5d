import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createScratch, open, rangeOf, set, type Scratch } from './support/editing';
import { serveFile } from './support/memoryFiles';

const article = [
  '---',
  'title: A walk',
  '---',
  '<p style="color:red">One.</p>',
  '<!-- slot 7 -->',
  '<p>Two.</p>',
  '<!-- slot 8 -->',
  '<style>.x{}</style>',
  '<p>Three.</p>',
  '<script>x()</script>',
  '',
  '```html',
  '<!-- code -->',
  '```',
  '',
].join('\n');

const without = (text: string, ...parts: readonly string[]): string =>
  parts.reduce((result, part) => result.replace(part, ''), text);

const run = (command: string, ...args: readonly unknown[]): Thenable<string> =>
  vscode.commands.executeCommand<string>(`winnow.${command}`, ...args);

describe('the commands that strip chaff', () => {
  let scratch: Scratch;

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await set('rules', undefined);
    await set('clean.level', undefined);
    await closeAll();
    await scratch.remove();
  });

  const kinds: readonly (readonly [string, readonly string[], string])[] = [
    ['stripComments', ['<!-- slot 7 -->\n', '<!-- slot 8 -->\n'], 'Removed 2 comments, 32 bytes.'],
    ['stripStyleBlocks', ['<style>.x{}</style>\n'], 'Removed 1 style block, 20 bytes.'],
    ['stripScripts', ['<script>x()</script>\n'], 'Removed 1 script, 21 bytes.'],
    ['stripInlineStyles', [' style="color:red"'], 'Removed 1 inline style, 18 bytes.'],
  ];
  for (const [command, parts, message] of kinds) {
    it(`${command} takes out its kind only and says so`, async () => {
      const { document } = await open(await scratch.write('a.md', article));
      assert.equal(await run(command), message);
      assert.equal(document.getText(), without(article, ...parts));
    });
  }

  it('take out at once what one undo brings back, byte for byte', async () => {
    const { document } = await open(await scratch.write('a.md', article));
    await run('cleanArticle');
    assert.notEqual(document.getText(), article);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), article);
    assert.equal(document.isDirty, false);
  });

  it('clean at the level that is set', async () => {
    await set('clean.level', 'minimal');
    const { document } = await open(await scratch.write('a.md', article));
    await run('cleanArticle');
    assert.ok(document.getText().includes('style="color:red"'));
    assert.ok(!document.getText().includes('<style>'));
  });

  it('keep to the selections when there are any, and keep the selections', async () => {
    const editor = await open(await scratch.write('a.md', article));
    const { document } = editor;
    const selected = (text: string): vscode.Selection => {
      const { start, end } = rangeOf(document, text);
      return new vscode.Selection(start, end);
    };
    editor.selections = [selected('Three.</p>'), selected('slot 8')];
    assert.equal(await run('stripComments'), 'Removed 1 comment, 16 bytes.');
    assert.equal(document.getText(), without(article, '<!-- slot 8 -->\n'));
    assert.equal(document.getText(editor.selections[0]), 'Three.</p>');
  });

  it('say that there was nothing to remove', async () => {
    const editor = await open(await scratch.write('a.md', '# A *clean* text\n'));
    assert.equal(await run('cleanArticle'), 'There was nothing to remove.');
    editor.selection = new vscode.Selection(0, 0, 0, 5);
    assert.equal(await run('stripScripts'), 'There was nothing to remove in the selection.');
    assert.equal(editor.document.isDirty, false);
  });

  it('leave alone what has no end, and say so', async () => {
    const text = '<p>One.</p>\n<!-- slot 7 -->\n<p>Two.</p>\n<!-- no end\n\n<p>Three.</p>\n';
    const { document } = await open(await scratch.write('a.md', text));
    assert.equal(
      await run('stripComments'),
      'Removed 1 comment, 16 bytes. <!-- in line 4 has no end and was left alone.',
    );
    assert.equal(document.getText(), text.replace('<!-- slot 7 -->\n', ''));
  });

  it('strip also what is not shown as a finding', async () => {
    await set('rules', { 'no-html-comment': 'off' });
    const { document } = await open(await scratch.write('a.md', article));
    await run('cleanArticle');
    assert.ok(document.getText().includes('slot 7'));
    await run('stripComments');
    assert.ok(!document.getText().includes('slot 7'));
  });

  it('keep CRLF and the byte order mark of a file', async () => {
    const crlf = `\uFEFF${article.replaceAll('\n', '\r\n')}`;
    const { document } = await open(await scratch.write('a.md', crlf));
    await run('stripComments');
    await document.save();
    assert.equal(await scratch.read('a.md'), without(crlf, '<!-- slot 7 -->\r\n', '<!-- slot 8 -->\r\n'));
  });

  it('work on the document that a menu names, not on the active one', async () => {
    const target = await scratch.write('a.md', article);
    const { document } = await open(target);
    const other = await scratch.write('other.md', article);
    await vscode.commands.executeCommand('vscode.open', other, {
      viewColumn: vscode.ViewColumn.Beside,
      preview: false,
    });
    await run('stripComments', target);
    assert.equal(document.getText(), without(article, '<!-- slot 7 -->\n', '<!-- slot 8 -->\n'));
    assert.equal(vscode.window.activeTextEditor?.document.getText(), article);
  });

  it('say why when the file is read-only', async () => {
    const { document } = await open(await scratch.write('a.md', article));
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    try {
      assert.match(await run('stripComments'), /cannot be edited; nothing was changed/);
      assert.equal(document.getText(), article);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  });

  it('say that a file system is read-only, without trying', async () => {
    const files = serveFile('winnow-read-only', article, { readonly: true });
    try {
      const uri = vscode.Uri.parse('winnow-read-only:/a.md');
      const { document } = await open(uri);
      assert.match(await run('cleanArticle'), /a\.md is read-only\.$/);
      assert.equal(document.getText(), article);
    } finally {
      await closeAll();
      files.dispose();
    }
  });

  it('say that they need a Markdown document', async () => {
    await open(await scratch.write('a.txt', article));
    assert.equal(await run('stripComments'), 'Open a Markdown document first.');
  });
});
