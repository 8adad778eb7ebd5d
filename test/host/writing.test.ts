import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createScratch, open, set, type Scratch } from './support/editing';

/** A document from a text in which `|` marks the cursor. */
interface Opened {
  readonly editor: vscode.TextEditor;
  readonly position: vscode.Position;
}

describe('help while writing', () => {
  let scratch: Scratch;

  before(async () => {
    // Who asks for an outline does not start an extension; people have opened a document long before.
    await vscode.extensions.getExtension('winnow.winnow')?.activate();
  });

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await set('profile', undefined);
    await set('date.timezone', undefined);
    await closeAll();
    await scratch.remove();
  });

  async function openAt(name: string, marked: string): Promise<Opened> {
    const offset = marked.indexOf('|');
    const editor = await open(await scratch.write(name, marked.replace('|', '')));
    const hasMark = marked.startsWith('\uFEFF') ? 1 : 0;
    return { editor, position: editor.document.positionAt(offset - hasMark) };
  }

  async function complete(
    { editor, position }: Opened,
    trigger?: string,
  ): Promise<readonly vscode.CompletionItem[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      position,
      trigger,
    );
    // VS Code adds the words of the document where no extension has anything to offer.
    return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text || list.isIncomplete);
  }

  const labelOf = ({ label }: vscode.CompletionItem): string =>
    typeof label === 'string' ? label : label.label;

  /** Puts the entry of that label in, as VS Code does. */
  async function choose(opened: Opened, label: string): Promise<string> {
    const items = await complete(opened);
    const item = items.find((it) => labelOf(it) === label);
    assert.ok(item?.range instanceof vscode.Range, `${label} is not among ${items.map(labelOf).join(', ')}.`);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(opened.editor.document.uri, item.range, item.insertText as string);
    assert.ok(await vscode.workspace.applyEdit(edit));
    return opened.editor.document.getText();
  }

  describe('completion', () => {
    it('has the keys that are missing, required ones first, and commits on no character', async () => {
      const items = await complete(await openAt('a.md', '\n---\ntitle: A\n|\n---\nText.\n'));
      assert.equal(items.map(labelOf)[0], 'date');
      assert.ok(!items.some((item) => labelOf(item) === 'title'));
      assert.ok(items.every(({ commitCharacters }) => (commitCharacters ?? []).length === 0));
    });

    it('puts a key in where the YAML is broken, in a file with a byte order mark and CRLF', async () => {
      const opened = await openAt('a.md', '\uFEFF\r\n---\r\ntitle: a: b\r\nau|\r\n---\r\nText.\r\n');
      assert.equal(await choose(opened, 'author'), '\r\n---\r\ntitle: a: b\r\nauthor: \r\n---\r\nText.\r\n');
    });

    it('has the categories of other articles as soon as they are saved, and not its own', async () => {
      const name = `Rivers: ${Math.random()}`;
      const opened = await openAt('a.md', '---\ntitle: A\ncategories:\n  - Mine\n  - |\n---\nText.\n');
      assert.ok(!(await complete(opened)).some((item) => labelOf(item) === 'Mine'));
      await scratch.write('b.md', `---\ntitle: B\ncategories: ['${name}']\n---\nText.\n`);
      let items = await complete(opened);
      // The watcher of files has no event of its own for us; a test that asks in vain ends by its time limit.
      while (!items.some((item) => labelOf(item) === name)) {
        items = await complete(opened);
      }
      assert.equal(
        await choose(opened, name),
        `---\ntitle: A\ncategories:\n  - Mine\n  - '${name}'\n---\nText.\n`,
      );
    });

    it('replaces the present value', async () => {
      const opened = await openAt('a.md', "---\ntitle: A\ncomments: 'n|o' # why\n---\nText.\n");
      assert.equal(await choose(opened, 'false'), '---\ntitle: A\ncomments: false # why\n---\nText.\n');
    });

    it('opens after a blank, and is silent in the body', async () => {
      const marked = '---\ntitle: A\nheadimg: |\n---\n<img src="https://example.com/a.png">\n';
      const items = await complete(await openAt('a.md', marked), ' ');
      assert.deepEqual(items.map(labelOf), ['https://example.com/a.png']);
      assert.deepEqual(await complete(await openAt('b.md', '---\ntitle: A\n---\n|\n'), ' '), []);
    });
  });

  describe('the hover', () => {
    async function hover({ editor, position }: Opened): Promise<string> {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        position,
      );
      const contents = hovers.flatMap((it) => it.contents as vscode.MarkdownString[]);
      assert.ok(contents.every(({ isTrusted, supportHtml }) => !isTrusted && supportHtml !== true));
      return contents.map(({ value }) => value).join('\n');
    }

    it('says what is read, and in which zone', async () => {
      await set('date.timezone', 'Asia/Shanghai');
      const text = await hover(
        await openAt('a.md', '\n---\ntitle: A\ndate: |2022-05-15T05:10:40Z\n---\nx\n'),
      );
      assert.match(text, /15 May 2022 13\\:10\\:40 in Asia\\\/Shanghai/);
    });

    it('has the picture that is in the workspace, and only a link to one that is not', async () => {
      await scratch.write('images/a.png', '');
      const local = await hover(await openAt('a.md', '---\nheadimg: |images/a.png\n---\nx\n'));
      assert.match(local, /!\[\]\([^)]+\/images\/a\.png\|width=240\)/);
      const remote = await hover(await openAt('b.md', '---\nheadimg: |https://example.com/a.png\n---\nx\n'));
      assert.match(remote, /\]\(https:\/\/example\.com\/a\.png\)/);
      assert.doesNotMatch(remote, /!\[/);
    });

    it('shows what is hostile as text', async () => {
      const text = await hover(
        await openAt('a.md', '---\ntitle: |"[x](command:workbench.action.quit)"\n---\nx\n'),
      );
      assert.match(text, /\\\[x\\\]\\\(command\\:/);
    });
  });

  const article = [
    '',
    '---',
    'title: A',
    'headimg: /images/a.png',
    'cover: https://example.com/a.png',
    '---',
    '<h1>One</h1>',
    '<!-- a',
    'b -->',
    '<h2>Two</h2>',
    '<style>',
    '</style>',
    '',
  ].join('\n');

  it('adds the front matter and, where some are HTML, the headings to the outline', async () => {
    const { editor } = await openAt('a.md', `${article}|`);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    const front = symbols.find(({ name }) => name === 'Front matter');
    assert.deepEqual(
      front?.children.map(({ name, detail }) => `${name}: ${detail}`),
      ['title: A', 'headimg: /images/a.png', 'cover: https://example.com/a.png'],
    );
    const one = symbols.filter(({ name }) => name === 'One');
    assert.deepEqual(
      one.map(({ children }) => children.map(({ name }) => name)),
      [['Two']],
    );
  });

  it('has no heading of Markdown twice', async () => {
    const { editor } = await openAt('a.md', '---\ntitle: A\n---\n\n# Only once\n\nText.\n|');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    assert.equal(symbols.filter(({ name }) => name.includes('Only once')).length, 1);
  });

  it('folds front matter, comments and style blocks', async () => {
    const { editor } = await openAt('a.md', `${article}|`);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      editor.document.uri,
    );
    const lines = folds.map(({ start, end }) => `${start + 1}-${end + 1}`);
    for (const expected of ['2-6', '8-9', '11-12']) {
      assert.ok(lines.includes(expected), `${expected} is not among ${lines.join(', ')}.`);
    }
  });

  it('links to the web and to the files of the site', async () => {
    const picture = await scratch.write('source/images/a.png', '');
    const { editor } = await openAt('source/_posts/a.md', `${article}|`);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      editor.document.uri,
      100,
    );
    const targets = new Map(
      links.map(({ range, target }) => [editor.document.getText(range), target?.toString()]),
    );
    assert.equal(targets.get('/images/a.png'), picture.toString());
    assert.equal(targets.get('https://example.com/a.png'), 'https://example.com/a.png');
  });

  describe('Insert Front Matter', () => {
    const run = (): Thenable<string | undefined> =>
      vscode.commands.executeCommand<string | undefined>('winnow.insertFrontMatter');

    it('writes the fields of the profile in one step, with the time of the file', async () => {
      await set('profile', 'generic');
      await set('date.timezone', 'UTC');
      const { editor } = await openAt('2021-03-02-a-walk.md', 'Text.\n|');
      assert.equal(await run(), undefined);
      assert.match(
        editor.document.getText(),
        /^---\ntitle: a walk\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+00:00\ntags:\n---\n\nText\.\n$/,
      );
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), 'Text.\n');
    });

    it('refuses when there is some already, and says so', async () => {
      const { editor } = await openAt('a.md', '\n---\ntitle: a: b\n---\nText.\n|');
      assert.equal(await run(), 'There is front matter already.');
      assert.equal(editor.document.getText(), '\n---\ntitle: a: b\n---\nText.\n');
    });
  });
});
