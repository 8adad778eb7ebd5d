import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  briefly,
  closeAll,
  createScratch,
  findings,
  nextCheck,
  open,
  place,
  replace,
  ruleOf,
  set,
  winnowOf,
  type Scratch,
} from './support/editing';
import { next } from './support/events';
import { serveFile } from './support/memoryFiles';

const cruft = ['---', 'title: A walk', 'date: 2024-05-06 07:08:09', '---', ''];
const withComment = [...cruft, '<p>One.</p>', '<!-- slot 7 -->', '<p>Two.</p>', ''].join('\n');
const aComment = (found: readonly vscode.Diagnostic[]): boolean =>
  found.some((diagnostic) => ruleOf(diagnostic) === 'no-html-comment');
const noComment = (found: readonly vscode.Diagnostic[]): boolean => !aComment(found);

describe('findings in the Problems panel', () => {
  let scratch: Scratch;

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await set('enable', undefined);
    await set('rules', undefined);
    await closeAll();
    await scratch.remove();
  });

  it('come when a document is opened: place, rule, link, severity and fading', async () => {
    const uri = await scratch.write('a.md', withComment);
    await open(uri);
    const [comment] = (await findings(uri, aComment)).filter((found) => ruleOf(found) === 'no-html-comment');
    assert.ok(comment);
    assert.equal(place(comment.range), '7:1-7:16');
    assert.equal(comment.source, 'Winnow');
    assert.equal(comment.severity, vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(comment.tags, [vscode.DiagnosticTag.Unnecessary]);
    const { target } = comment.code as { readonly target: vscode.Uri };
    assert.equal(target.fragment, 'no-html-comment');
    assert.equal(target.scheme, 'https');
  });

  it('of a key that is there twice lead to the other one', async () => {
    const uri = await scratch.write('a.md', '---\ntitle: A\nauthor: B\ntitle: C\n---\n<p>One.</p>\n');
    await open(uri);
    const isTwice = (found: vscode.Diagnostic): boolean => ruleOf(found) === 'frontmatter-duplicate-key';
    const [twice] = (await findings(uri, (found) => found.some(isTwice))).filter(isTwice);
    const [other] = twice?.relatedInformation ?? [];
    assert.ok(twice && other);
    assert.equal(other.location.uri.toString(), uri.toString());
    assert.deepEqual([place(twice.range), place(other.location.range)].sort(), ['2:1-2:6', '4:1-4:6']);
  });

  it('go when what they are about is taken out', async () => {
    const uri = await scratch.write('a.md', withComment);
    const editor = await open(uri);
    await findings(uri, aComment);
    await replace(editor, '<!-- slot 7 -->\n', '');
    await findings(uri, noComment);
  });

  it('of two documents that are edited in turn stay with their document', async () => {
    const first = await scratch.write('first.md', withComment);
    const second = await scratch.write('second.md', withComment);
    const secondEditor = await open(second);
    await replace(secondEditor, 'Two', 'Zwei');
    const firstEditor = await open(first);
    await replace(firstEditor, '<!-- slot 7 -->\n', '');
    await Promise.all([findings(first, noComment), findings(second, aComment)]);
    await replace(firstEditor, 'One', '<!-- x -->One');
    await Promise.all([findings(first, aComment), findings(second, aComment)]);
    assert.deepEqual(
      briefly(winnowOf(second)).filter((line) => line.endsWith('no-html-comment')),
      ['7:1-7:16 no-html-comment'],
    );
  });

  it('are of the text as it is now: an edit moves them', async () => {
    const uri = await scratch.write('a.md', withComment);
    const editor = await open(uri);
    await findings(uri, aComment);
    await replace(editor, '<p>One.</p>\n', '<p>One.</p>\n<p>New.</p>\n');
    await findings(uri, (found) => briefly(found).includes('8:1-8:16 no-html-comment'));
  });

  it('are not there for a README without faults', async () => {
    const uri = await scratch.write('README.md', '# A project\n\nWhat it *does*, and `<!-- how -->`.\n');
    const checked = nextCheck(uri);
    await open(uri);
    await checked;
    assert.deepEqual(winnowOf(uri), []);
  });

  it('go when winnow.enable is turned off, and come back with it', async () => {
    const uri = await scratch.write('a.md', withComment);
    await open(uri);
    await findings(uri, aComment);
    await set('enable', false);
    await findings(uri, (found) => found.length === 0);
    await set('enable', true);
    await findings(uri, aComment);
  });

  it('go when their rule is turned off, and take the severity that is set', async () => {
    const uri = await scratch.write('a.md', withComment);
    await open(uri);
    await findings(uri, aComment);
    await set('rules', { 'no-html-comment': 'off' });
    await findings(uri, noComment);
    await set('rules', { 'no-html-comment': 'error' });
    await findings(uri, (found) =>
      found.some(
        (diagnostic) =>
          ruleOf(diagnostic) === 'no-html-comment' && diagnostic.severity === vscode.DiagnosticSeverity.Error,
      ),
    );
  });

  it('go when the document is closed', async () => {
    const uri = await scratch.write('a.md', withComment);
    await open(uri);
    await findings(uri, aComment);
    await closeAll();
    await findings(uri, (found) => found.length === 0);
  });

  it('go when the document becomes another language, and come back', async () => {
    const uri = await scratch.write('a.md', withComment);
    const { document } = await open(uri);
    await findings(uri, aComment);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await findings(uri, (found) => found.length === 0);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await findings(uri, aComment);
  });

  it('go when the file is deleted', async () => {
    const uri = await scratch.write('a.md', withComment);
    await open(uri);
    await findings(uri, aComment);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await findings(uri, (found) => found.length === 0);
  });

  it('go when another program deletes the file', async () => {
    const uri = await scratch.write('a.md', withComment);
    await open(uri);
    await findings(uri, aComment);
    await vscode.workspace.fs.delete(uri);
    await findings(uri, (found) => found.length === 0);
  });

  it('move with a file that is renamed', async () => {
    const uri = await scratch.write('a.md', withComment);
    const renamed = vscode.Uri.joinPath(scratch.uri, 'b #1 (文).md');
    await open(uri);
    await findings(uri, aComment);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await Promise.all([findings(uri, (found) => found.length === 0), findings(renamed, aComment)]);
  });

  it('come in an untitled document', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: withComment });
    await vscode.window.showTextDocument(document);
    await findings(document.uri, aComment);
  });

  it('come in a file of another file system', async () => {
    const files = serveFile('winnow-memory', withComment, { readonly: false });
    try {
      const uri = vscode.Uri.parse('winnow-memory:/posts/a.md');
      await open(uri);
      await findings(uri, aComment);
    } finally {
      await closeAll();
      files.dispose();
    }
  });

  it('do not come in a text that is served for looking at only', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('winnow-revision', {
      provideTextDocumentContent: () => withComment,
    });
    try {
      const revision = vscode.Uri.parse('winnow-revision:/a.md');
      const opened = next(
        vscode.workspace.onDidOpenTextDocument,
        (document) => document.uri.toString() === revision.toString(),
      );
      await open(revision);
      assert.equal((await opened).languageId, 'markdown');
      const file = await scratch.write('a.md', withComment);
      await open(file);
      await findings(file, aComment);
      assert.deepEqual(winnowOf(revision), []);
    } finally {
      provider.dispose();
    }
  });

  it('of a body of five megabytes are that it is large, and what the front matter holds', async () => {
    const paragraph = `<p>${'A sentence of the walk. '.repeat(40)}</p>\n<!-- slot -->\n`;
    const large = `\n${cruft.join('\n')}\n${paragraph.repeat(Math.ceil(5_000_000 / paragraph.length))}`;
    const uri = await scratch.write('large.md', large);
    await open(uri);
    const rules = (await findings(uri, (found) => found.length > 0)).map(ruleOf);
    assert.ok(rules.includes('body-size') && rules.includes('frontmatter-fence'), rules.join());
    assert.ok(!rules.includes('no-html-comment'));
  });

  it('stand where they are in a file with CRLF and a byte order mark', async () => {
    const uri = await scratch.write('a.md', `\uFEFF${withComment.replaceAll('\n', '\r\n')}`);
    await open(uri);
    const found = await findings(uri, aComment);
    assert.ok(briefly(found).includes('7:1-7:16 no-html-comment'), briefly(found).join('\n'));
  });
});
