import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createScratch, open, set, type Scratch } from './support/editing';
import { until } from './support/events';

const article = `
---
title: A walk
---

<div>
<p onclick="count()">First paragraph.</p>

            <style>
            .slot-7 { color: red }
            </style>

<!-- slot-7 -->
<p>Second paragraph.</p>
</div>

## A heading

\`\`\`js
const answer = 42; // shown
\`\`\`
`;

/** What VS Code's preview shows of a document. */
const rendered = (document: vscode.TextDocument): Thenable<string> =>
  vscode.commands.executeCommand<string>('markdown.api.render', document);

describe("VS Code's own Markdown preview", () => {
  let scratch: Scratch;

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await set('builtinPreview.enabled', undefined);
    await set('preview.level', undefined);
    await closeAll();
    await scratch.remove();
  });

  /** Opens an article, once it is known which settings it has: until then the preview does not wait for them. */
  async function show(name: string, text: string): Promise<vscode.TextDocument> {
    const { document } = await open(await scratch.write(name, text));
    const isChecked = (): boolean | undefined =>
      vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'Winnow') || undefined;
    await until(isChecked, vscode.languages.onDidChangeDiagnostics);
    return document;
  }

  /** Sets a setting and renders once it is known: quick fixes wait for the settings, which the preview cannot. */
  async function renderedWith(name: string, value: unknown, document: vscode.TextDocument): Promise<string> {
    await set(name, value);
    await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
    );
    return rendered(document);
  }

  it('shows an article as it is unless it is asked to hide chaff', async () => {
    const html = await rendered(await show('a.md', article));
    assert.match(html, /slot-7/);
    assert.match(html, /onclick/);
    assert.doesNotMatch(html, /winnow-article/);
  });

  it('hides the chaff of an article when it is, and keeps what VS Code makes of the rest', async () => {
    const document = await show('a.md', article);
    const html = await renderedWith('builtinPreview.enabled', true, document);
    assert.match(html, /^<div class="winnow-article">/);
    assert.doesNotMatch(html, /slot-7|onclick/);
    assert.match(html, /First paragraph\.[^]*Second paragraph\./);
    assert.match(html, /<h2 [^>]*id="a-heading"/);
    assert.match(html, /hljs-keyword/);
    assert.match(html, /class="frontmatter"[^]*A walk/);
    const line = article.split('\n').indexOf('## A heading');
    assert.match(html, new RegExp(`<h2 data-line="${line}" class="code-line"`));
  });

  it('hides what the level says', async () => {
    const document = await show('a.md', article);
    await set('preview.level', 'minimal');
    const html = await renderedWith('builtinPreview.enabled', true, document);
    assert.match(html, /onclick/);
    assert.doesNotMatch(html, /slot-7/);
  });

  it('leaves a file that is no article, and a text that is no document, as they are', async () => {
    const document = await show('a.md', article);
    await renderedWith('builtinPreview.enabled', true, document);
    const { document: readme } = await open(await scratch.write('README.md', '# Notes\n\n<!-- slot-7 -->\n'));
    assert.match(await rendered(readme), /slot-7/);
    assert.match(await vscode.commands.executeCommand<string>('markdown.api.render', article), /slot-7/);
  });

  it('leaves the outline as it is', async () => {
    const document = await show('a.md', `${article}\n<div style="display:none">\n\n## Hidden\n\n</div>\n`);
    await renderedWith('builtinPreview.enabled', true, document);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = symbols.flatMap(function all({ name, children }): string[] {
      return [name, ...children.flatMap(all)];
    });
    assert.ok(
      names.some((name) => name.includes('Hidden')),
      names.join(', '),
    );
  });
});
