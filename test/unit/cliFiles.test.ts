import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { collectInputs, compareCodePoints } from '../../src/cli/files';
import { TemporaryFolder } from '../support/cli';

describe('the files of a command line', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  const names = (...given: string[]): readonly string[] =>
    collectInputs(given, folder.path).map((input) =>
      'error' in input ? `${input.file}: ${input.error}` : input.file,
    );

  it('are the Markdown files of a folder at any depth, whatever the case of the extension', () => {
    folder.write({
      'p/a.md': '',
      'p/b.MARKDOWN': '',
      'p/q/r/c.Md': '',
      'p/d.mdx': '',
      'p/e.txt': '',
      'p/md': '',
    });
    assert.deepEqual(names('p'), ['p/a.md', 'p/b.MARKDOWN', 'p/q/r/c.Md']);
  });

  it('leave out node_modules and .git below a folder, but not when they are asked for', () => {
    folder.write({
      'p/node_modules/x/a.md': '',
      'p/.git/b.md': '',
      'p/.hidden/c.md': '',
      'p/node_modules.md': '',
    });
    assert.deepEqual(names('p'), ['p/.hidden/c.md', 'p/node_modules.md']);
    assert.deepEqual(names('p/node_modules'), ['p/node_modules/x/a.md']);
  });

  it('are taken whatever their extension when they are named', () => {
    folder.write({ 'notes.txt': '', README: '' });
    assert.deepEqual(names('notes.txt', 'README'), ['README', 'notes.txt']);
  });

  it('are shown as given, or joined with one slash', () => {
    folder.write({ 'p/a.md': '' });
    assert.deepEqual(names('p/'), ['p/a.md']);
    assert.deepEqual(names('.'), ['./p/a.md']);
    assert.deepEqual(names('./p/../p/a.md'), ['./p/../p/a.md']);
    assert.deepEqual(names(folder.path), [`${folder.path}/p/a.md`]);
  });

  it('may have any name that a disk allows', () => {
    const odd = ['#1 %20.md', '-dash.md', 'a\tb.md', '😀.md', '文章 一.md', `${'长'.repeat(80)}.md`, ' .md'];
    folder.write(Object.fromEntries(odd.map((name) => [`p/${name}`, ''])));
    assert.deepEqual([...names('p')].sort(), odd.map((name) => `p/${name}`).sort());
  });

  it('are sorted by code point, over all paths given', () => {
    folder.write({ 'b.md': '', 'p/😀.md': '', 'p/\uff01.md': '', 'p/A.md': '', 'p-/a.md': '' });
    assert.deepEqual(names('p', 'b.md', 'p-'), ['b.md', 'p-/a.md', 'p/A.md', 'p/\uff01.md', 'p/😀.md']);
  });

  it('are listed once, under the first name given', () => {
    folder.write({ 'p/a.md': '', 'p/q/b.md': '' });
    assert.deepEqual(names('p', './p', 'p/a.md', 'p/q'), ['p/a.md', 'p/q/b.md']);
  });

  it('end where symbolic links lead back up, and follow a link to another folder', () => {
    folder.write({ 'p/q/a.md': '', 'other/b.md': '' });
    symlinkSync('..', folder.at('p/q/up'));
    symlinkSync('.', folder.at('p/self'));
    symlinkSync('../other', folder.at('p/a-link'));
    assert.deepEqual(names('p/q'), ['p/q/a.md']);
    assert.deepEqual(names('p'), ['p/a-link/b.md', 'p/q/a.md']);
  });

  it('are shown under their own folder rather than under a link to it', () => {
    folder.write({ 'p/z/a.md': '' });
    symlinkSync('z', folder.at('p/a'));
    assert.deepEqual(names('p'), ['p/z/a.md']);
  });

  it('stay few when links to folders branch', () => {
    folder.write({ 'f0/a.md': '' });
    for (let depth = 1; depth < 40; depth++) {
      mkdirSync(folder.at(`f${depth}`));
      symlinkSync(`../f${depth - 1}`, folder.at(`f${depth}/left`));
      symlinkSync(`../f${depth - 1}`, folder.at(`f${depth}/right`));
    }
    assert.equal(names('f39').length, 1);
  });

  it('include links to files, and report an article that is a link to nothing', () => {
    folder.write({ 'target.txt': '' });
    mkdirSync(folder.at('p'));
    symlinkSync('../target.txt', folder.at('p/a.md'));
    symlinkSync('nowhere', folder.at('p/broken.md'));
    symlinkSync('nowhere', folder.at('p/broken.txt'));
    symlinkSync('loop.md', folder.at('p/loop.md'));
    assert.deepEqual(names('p'), [
      'p/a.md',
      'p/broken.md: no such file or folder',
      'p/loop.md: too many symbolic links',
    ]);
  });

  it('are reported when they are not there', () => {
    folder.write({ 'a.md': '' });
    assert.deepEqual(names('b.md', 'a.md', 'a.md/c'), [
      'a.md',
      'a.md/c: a part of the path is not a folder',
      'b.md: no such file or folder',
    ]);
  });

  it('compare like UTF-32', () => {
    assert.ok(compareCodePoints('\uff01', '😀') < 0);
    assert.ok(compareCodePoints('a', 'ab') < 0);
    assert.equal(compareCodePoints('文', '文'), 0);
  });
});
