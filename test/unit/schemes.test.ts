import assert from 'node:assert/strict';
import { isCheckedScheme } from '../../src/host/schemes';

const everyFileSystem = (): boolean => true;
const noFileSystem = (): boolean => false;

describe('documents are checked', () => {
  for (const scheme of ['file', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs', 'sftp']) {
    it(`on the file system ${scheme}`, () => {
      assert.equal(isCheckedScheme(scheme, everyFileSystem), true);
    });
  }

  it('before they have a file', () => {
    assert.equal(isCheckedScheme('untitled', noFileSystem), true);
  });
});

describe('documents are left alone', () => {
  // Many of these have a file system behind them, so that alone must not be enough.
  for (const scheme of [
    'git',
    'gitlens',
    'output',
    'comment',
    'search-editor',
    'review',
    'vscode-scm',
    'vscode-local-history',
    'vscode-notebook-cell',
    'vscode-userdata',
    'vscode-chat-code-block',
    'chat-editing-text-model',
    'walkThrough',
    'walkThroughSnippet',
  ]) {
    it(`under the scheme ${scheme}`, () => {
      assert.equal(isCheckedScheme(scheme, everyFileSystem), false);
    });
  }

  it('under a scheme that no file system serves', () => {
    assert.equal(isCheckedScheme('some-extension', noFileSystem), false);
  });
});
