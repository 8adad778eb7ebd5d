import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { stripKinds } from '../../src/host/stripKinds';
import { closeAll, createScratch, open, rangeOf, type Scratch } from './support/editing';
import { serveFile } from './support/memoryFiles';

/** Something for each command, with characters of every width and white space that is text. */
const article = [
  '---',
  'title: A walk 𠮷',
  '---',
  '<div>',
  '  <p style="color:red" onclick="x()">One\u00A0😀.</p>',
  '<!-- slot 7 -->',
  '',
  '',
  '',
  '<p>　　二。</p><p></p>',
  '<!-- slot 8 -->',
  '<style>.x{}</style>',
  '<script>x()</script>',
  '<p style="display:none">Follow us for more.</p>',
  '</div>',
  '',
].join('\n');

const commands = [
  ...Object.keys(stripKinds),
  'winnow.cleanArticle',
  'winnow.unwrapOuterDiv',
  'winnow.dedentHtml',
];

const run = (command: string): Thenable<string> => vscode.commands.executeCommand<string>(command);

describe('every command that edits', () => {
  let scratch: Scratch;

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await closeAll();
    await scratch.remove();
  });

  for (const command of commands) {
    it(`${command} changes the article, and one undo brings it back byte for byte`, async () => {
      const { document } = await open(await scratch.write('a.md', article));
      await run(command);
      assert.notEqual(document.getText(), article);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), article);
      assert.equal(document.isDirty, false);
    });

    it(`${command} does the same to a file with CRLF and a byte order mark, and keeps both`, async () => {
      const plain = await open(await scratch.write('a.md', article));
      await run(command);
      const expected = plain.document.getText();
      const { document } = await open(
        await scratch.write('b.md', `\uFEFF${article.replaceAll('\n', '\r\n')}`),
      );
      await run(command);
      await document.save();
      assert.equal(await scratch.read('b.md'), `\uFEFF${expected.replaceAll('\n', '\r\n')}`);
    });

    it(`${command} leaves a read-only file alone and says so`, async () => {
      const files = serveFile('winnow-read-only', article, { readonly: true });
      try {
        const { document } = await open(vscode.Uri.parse('winnow-read-only:/a.md'));
        assert.match(await run(command), /a\.md is read-only\.$/);
        assert.equal(document.getText(), article);
      } finally {
        await closeAll();
        files.dispose();
      }
    });

    it(`${command} says when there is nothing to do, and leaves the file clean`, async () => {
      const { document } = await open(await scratch.write('a.md', '# A *clean* text\n'));
      assert.notEqual(await run(command), '');
      assert.equal(document.isDirty, false);
    });
  }

  it('works on several cursors at once, in one undo step', async () => {
    const editor = await open(await scratch.write('a.md', article));
    const { document } = editor;
    editor.selections = ['slot 7', 'slot 8'].map((text) => {
      const { start, end } = rangeOf(document, text);
      return new vscode.Selection(start, end);
    });
    assert.equal(await run('winnow.stripComments'), 'Removed 2 comments, 32 bytes.');
    assert.ok(!document.getText().includes('slot'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), article);
  });

  it('takes cursors that select nothing for the whole document', async () => {
    const editor = await open(await scratch.write('a.md', article));
    const at = rangeOf(editor.document, '二').start;
    editor.selections = [new vscode.Selection(at, at), new vscode.Selection(0, 0, 0, 0)];
    assert.equal(await run('winnow.stripComments'), 'Removed 2 comments, 32 bytes.');
  });

  it('a comment is taken whole when a selection reaches into it, and no words are joined', async () => {
    const text = '---\ntitle: A\n---\n<p>one<!-- a --> two <!-- b -->three</p>\n';
    const editor = await open(await scratch.write('a.md', text));
    const { start } = rangeOf(editor.document, 'b -->');
    editor.selection = new vscode.Selection(start, start.translate(0, 1));
    await run('winnow.stripComments');
    assert.equal(editor.document.getText(), text.replace('<!-- b -->', ''));
  });
});
