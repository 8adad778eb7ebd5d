import assert from 'node:assert/strict';
import { isFollowable, resolveResource } from '../../src/webview/addresses';

const bases = { document: 'https://w.example/site/posts/', root: 'https://w.example/site/' };

describe('The address of a picture in the preview', () => {
  const load = (written: string): string | undefined => {
    const resource = resolveResource(written, 'remote', bases);
    return resource.kind === 'load' ? resource.address : undefined;
  };

  it('is asked for over https, whatever the article says', () => {
    assert.equal(load('https://a.example/p.png'), 'https://a.example/p.png');
    assert.equal(load('http://a.example/p.png'), 'https://a.example/p.png');
    assert.equal(load('HTTP://a.example/p.png'), 'https://a.example/p.png');
    assert.equal(load('//a.example/p.png'), 'https://a.example/p.png');
  });

  it('is found beside the article or from the root of the site', () => {
    assert.equal(load('p.png'), 'https://w.example/site/posts/p.png');
    assert.equal(load('../images/图.png'), 'https://w.example/site/images/%E5%9B%BE.png');
    assert.equal(load('/images/p.png'), 'https://w.example/site/images/p.png');
    assert.equal(load('images\\p.png'), 'https://w.example/site/posts/images/p.png');
  });

  it('may be the picture itself, if it is one that cannot run anything', () => {
    assert.notEqual(load('data:image/gif;base64,R0lGODlhAQABAAAAACw='), undefined);
    assert.equal(load('data:image/svg+xml;base64,AAAA'), undefined);
    assert.equal(load('data:text/html,x'), undefined);
  });

  it('is not asked for under any other scheme, however it is written', () => {
    for (const written of [
      'javascript:x',
      'java\nscript:x',
      ' \u0001vscode:x',
      'file:///etc/passwd',
      'blob:x',
      'command:x',
    ]) {
      assert.equal(resolveResource(written, 'remote', bases).kind, 'blocked', written);
    }
  });

  it('stays in the workspace when pictures are local only', () => {
    assert.equal(resolveResource('https://a.example/p.png', 'local', bases).kind, 'blocked');
    assert.equal(resolveResource('//a.example/p.png', 'local', bases).kind, 'blocked');
    assert.equal(resolveResource('p.png', 'local', bases).kind, 'load');
  });

  it('is nothing when there is none, and blocked when there is no folder to look in', () => {
    assert.equal(resolveResource('  ', 'remote', bases).kind, 'none');
    assert.equal(resolveResource('p.png', 'remote', { document: '', root: '' }).kind, 'blocked');
  });
});

describe('A link in the preview', () => {
  it('can be followed to the web, to mail, to a file and within the article', () => {
    for (const href of [
      'https://a.example/',
      'http://a.example/',
      'mailto:a@b.example',
      'other.md',
      '/other.md',
      '#note',
    ]) {
      assert.ok(isFollowable(href), href);
    }
  });

  it('cannot be followed anywhere else', () => {
    for (const href of [
      'javascript:x',
      ' java\tscript:x',
      'JAVASCRIPT:x',
      'data:text/html,x',
      'command:x',
      'vscode:x',
      'file:///a',
      '',
    ]) {
      assert.ok(!isFollowable(href), href);
    }
  });
});
