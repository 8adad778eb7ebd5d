import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { resolveLink } from '../../src/host/previewLinks';

const root = vscode.Uri.parse('file:///site/');
const document = vscode.Uri.parse('file:///site/posts/a%20b/article.md');

const targetOf = (href: string, within: vscode.Uri | undefined = root): string => {
  const target = resolveLink(href, document, within);
  switch (target.kind) {
    case 'external':
      return `external ${target.uri.toString(true)}`;
    case 'file':
      return `file ${target.uri.path}`;
    case 'refused':
      return 'refused';
  }
};

describe('a link of the preview', () => {
  it('leaves VS Code for the web and for mail', () => {
    assert.equal(targetOf('https://example.com/a?b=c#d'), 'external https://example.com/a?b=c#d');
    assert.equal(targetOf('//example.com/a'), 'external https://example.com/a');
    assert.equal(targetOf('mailto:a@example.com'), 'external mailto:a@example.com');
  });

  it('opens a file relative to the article, or to the root for a leading slash', () => {
    assert.equal(targetOf('other.md'), 'file /site/posts/a b/other.md');
    assert.equal(targetOf('../c%23d.md#part'), 'file /site/posts/c#d.md');
    assert.equal(targetOf('/about.md?x'), 'file /site/about.md');
    assert.equal(targetOf('100%.md'), 'file /site/posts/a b/100%.md');
  });

  it('never leaves the folder of the workspace', () => {
    for (const href of [
      '../../../etc/passwd',
      '..%2f..%2f..%2fetc/passwd',
      '..\\..\\..\\etc',
      '/../etc',
      '/..',
      '../../../sites/x',
    ]) {
      assert.equal(targetOf(href), 'refused', href);
    }
  });

  it('leads nowhere under any other scheme, and without a folder', () => {
    for (const href of [
      'javascript:x',
      'java\nscript:x',
      'command:x',
      'vscode:x',
      'file:///etc/passwd',
      'data:text/html,x',
      '',
      '#a',
    ]) {
      assert.equal(targetOf(href), 'refused', href);
    }
    assert.equal(resolveLink('other.md', vscode.Uri.parse('untitled:a'), undefined).kind, 'refused');
  });
});
