import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createScratch, findings, open, type Scratch } from './support/editing';

const withCategories = (categories: string): string =>
  `\n---\ntitle: A\ncategories: ${categories}\n---\n\nNews.\n`;

describe('The categories of all articles', () => {
  let scratch: Scratch;

  before(async () => {
    await vscode.extensions.getExtension('winnow.winnow')?.activate();
  });

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await closeAll();
    await scratch.remove();
  });

  /** Those of one name: VS Code's own provider takes `[Sea, Riverside Tidings]` for a link, once its server is there. */
  const references = async (
    document: vscode.TextDocument,
    at: vscode.Position,
  ): Promise<readonly vscode.Location[]> => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at,
    );
    return found.filter(
      ({ range: { start, end } }) => end.character - start.character <= `'Riverside Tidings'`.length,
    );
  };

  /** Two articles of one category, the second not open. */
  async function openFirst(): Promise<{
    document: vscode.TextDocument;
    at: vscode.Position;
    other: vscode.Uri;
    places: readonly vscode.Location[];
  }> {
    const other = await scratch.write('b.md', withCategories("['Riverside Tidings']"));
    const { document } = await open(await scratch.write('a.md', withCategories('[Sea, Riverside Tidings]')));
    const at = document.positionAt(document.getText().indexOf('Riverside'));
    return { document, at, other, places: await references(document, at) };
  }

  it('lead to each place where one is used, open or not', async () => {
    const { places, other } = await openFirst();
    assert.deepEqual(
      places.map(
        ({ uri, range }) =>
          `${uri.path.split('/').at(-1) ?? ''} ${range.start.line}:${range.start.character}`,
      ),
      ['a.md 3:18', 'b.md 3:13'],
    );
    assert.equal(places[1]?.uri.toString(), other.toString());
  });

  it('are forgotten with the folder of their articles', async () => {
    await scratch.write('old/b.md', withCategories('Riverside Tidings'));
    await scratch.write('old/c.md', withCategories('Riverside Tidings'));
    const { document } = await open(await scratch.write('a.md', withCategories('riverside tidings')));
    await references(document, new vscode.Position(3, 14));
    const alike = (found: readonly vscode.Diagnostic[]): boolean =>
      found.some(({ message }) => message.includes('Riverside Tidings'));
    await findings(document.uri, alike);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(scratch.uri, 'old'), { recursive: true });
    await findings(document.uri, (found) => !alike(found));
  });

  it('are renamed everywhere in one step, in the quotes that are there', async () => {
    const { document, at, other } = await openFirst();
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'Tides: news',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), withCategories("[Sea, 'Tides: news']"));
    const changed = await vscode.workspace.openTextDocument(other);
    assert.equal(changed.getText(), withCategories("['Tides: news']"));
  });

  it('are offered for renaming without their quotes', async () => {
    const { document, at } = await openFirst();
    const prepared = await vscode.commands.executeCommand<{ readonly placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      at,
    );
    assert.equal(prepared.placeholder, 'Riverside Tidings');
  });
});
