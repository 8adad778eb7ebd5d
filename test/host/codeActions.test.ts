import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  applyAction,
  closeAll,
  codeActions,
  createScratch,
  findings,
  open,
  rangeOf,
  ruleOf,
  type Scratch,
} from './support/editing';

const article = [
  '',
  '---',
  'title: A walk',
  'date: 2024-05-06 07:08:09',
  '---',
  '<p>One.</p>',
  '<!-- slot 7 -->',
  '<p>Two.</p>',
  '<!-- slot 8 -->',
  '<style>.x{}</style>',
  '<p>Three.</p>',
  '',
].join('\n');

const quickFix = vscode.CodeActionKind.QuickFix.value;

describe('quick fixes', () => {
  let scratch: Scratch;
  let document: vscode.TextDocument;

  beforeEach(async () => {
    scratch = await createScratch();
    const uri = await scratch.write('a.md', article);
    ({ document } = await open(uri));
    await findings(uri, (found) => found.some((it) => ruleOf(it) === 'no-style-block'));
  });

  afterEach(async () => {
    await closeAll();
    await scratch.remove();
  });

  it('repair the finding under the cursor and nothing else', async () => {
    const actions = await codeActions(document, rangeOf(document, 'slot 7'), quickFix);
    assert.equal(actions.find(({ title }) => title === 'Remove this comment')?.isPreferred, true);
    await applyAction(actions, 'Remove this comment');
    assert.equal(document.getText(), article.replace('<!-- slot 7 -->\n', ''));
  });

  it('are edits and no commands, so they work for a document that is not active', async () => {
    const actions = await codeActions(document, rangeOf(document, 'slot 7'), quickFix);
    assert.ok(actions.length > 0);
    for (const action of actions.filter(({ title }) => !title.startsWith('Always '))) {
      assert.ok(action.edit, action.title);
      assert.equal(action.command, undefined);
    }
  });

  it('silence a finding by a comment above its line', async () => {
    const actions = await codeActions(document, rangeOf(document, 'slot 7'), quickFix);
    await applyAction(actions, 'Silence no-html-comment for this line');
    assert.equal(
      document.getText(),
      article.replace(
        '<!-- slot 7 -->',
        '<!-- winnow-disable-next-line no-html-comment -->\n<!-- slot 7 -->',
      ),
    );
    const left = await findings(document.uri, (found) => found.length > 0);
    assert.ok(left.every((it) => ruleOf(it) !== 'unused-suppression'));
  });

  it('repair all findings of the rule when there is more than one', async () => {
    const actions = await codeActions(document, rangeOf(document, 'slot 8'), quickFix);
    await applyAction(actions, 'Fix all “no-html-comment” problems in this file');
    assert.equal(
      document.getText(),
      article.replace('<!-- slot 7 -->\n', '').replace('<!-- slot 8 -->\n', ''),
    );
  });

  it('do not offer to repair all of a rule that found one thing', async () => {
    const actions = await codeActions(document, rangeOf(document, '.x{}'), quickFix);
    assert.ok(actions.length > 0);
    assert.deepEqual(
      actions.filter(({ title }) => title.includes('no-style-block”')),
      [],
    );
  });

  it('are not offered where nothing is wrong: no light bulb', async () => {
    assert.deepEqual(await codeActions(document, rangeOf(document, 'Two.'), quickFix), []);
  });

  it('on save repair the front matter only, where that is safe', async () => {
    const actions = await codeActions(document, new vscode.Range(0, 0, 0, 0), 'source.fixAll');
    await applyAction(actions, 'Apply all safe fixes of the front matter');
    assert.equal(document.getText(), article.slice(1));
  });

  it('on save clean the body only, when that is asked for', async () => {
    const actions = await codeActions(document, new vscode.Range(0, 0, 0, 0), 'source.winnow.clean');
    await applyAction(actions, 'Clean the article');
    assert.equal(
      document.getText(),
      article
        .replace('<!-- slot 7 -->\n', '')
        .replace('<!-- slot 8 -->\n', '')
        .replace('<style>.x{}</style>\n', ''),
    );
  });

  it('clean when the document is saved, if the person chose so', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    const name = 'codeActionsOnSave';
    await editor.update(name, { 'source.winnow.clean': 'explicit' }, vscode.ConfigurationTarget.Global);
    try {
      const change = new vscode.WorkspaceEdit();
      change.insert(document.uri, new vscode.Position(5, 0), '<p>Zero.</p>\n');
      await vscode.workspace.applyEdit(change);
      assert.ok(await document.save());
      assert.ok(!(await scratch.read('a.md')).includes('<!--'));
    } finally {
      await editor.update(name, undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('leave a document alone that is only saved', async () => {
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, new vscode.Position(5, 0), '<p>Zero.</p>\n');
    await vscode.workspace.applyEdit(change);
    assert.ok(await document.save());
    assert.ok((await scratch.read('a.md')).includes('<!--'));
  });

  it('are not among what VS Code asks for of another kind', async () => {
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const offered = async (kind: string): Promise<readonly string[]> =>
      (await codeActions(document, all, kind)).map(({ title }) => title);
    const own = [...(await offered(quickFix)), ...(await offered('source.winnow'))];
    const others = await offered(vscode.CodeActionKind.Refactor.value);
    assert.ok(own.length > 2);
    assert.deepEqual(
      own.filter((title) => others.includes(title)),
      [],
    );
  });
});
