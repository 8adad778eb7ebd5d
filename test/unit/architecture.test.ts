import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';
import { globSync } from 'tinyglobby';

const root = join(__dirname, '../../..');

interface Import {
  readonly file: string;
  readonly to: string;
}

/** Every import, export-from and dynamic import of the source files, by the compiler's own scan. */
function importsOf(pattern: string): readonly Import[] {
  return globSync(pattern, { cwd: root }).flatMap((file) =>
    ts
      .preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
      .importedFiles.map(({ fileName }) => ({ file, to: fileName })),
  );
}

const isRelative = ({ to }: Import): boolean => to.startsWith('.');
const isNode = ({ to }: Import): boolean => to.startsWith('node:') || builtinModules.includes(to);
const target = ({ file, to }: Import): string => posix.join(dirname(file), to);
const show = ({ file, to }: Import): string => `${file} imports ${to}`;

describe('the layers', () => {
  it('are found at all', () => {
    assert.ok(importsOf('src/core/**/*.ts').length > 20);
    assert.ok(importsOf('src/host/**/*.ts').length > 20);
  });

  it('core imports neither vscode nor Node nor anything outside core', () => {
    const wrong = importsOf('src/core/**/*.ts').filter(
      (item) =>
        item.to === 'vscode' || isNode(item) || (isRelative(item) && !target(item).startsWith('src/core/')),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('only host imports vscode', () => {
    const wrong = importsOf('src/**/*.ts').filter(
      (item) => item.to === 'vscode' && !item.file.startsWith('src/host/'),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('host and webview import no Node built-in, so that both entries can be built from them', () => {
    const wrong = [...importsOf('src/host/**/*.ts'), ...importsOf('src/webview/**/*.ts')].filter(isNode);
    assert.deepEqual(wrong.map(show), []);
  });

  it('host and webview share the types of messages and words only', () => {
    const crossing = [
      ...importsOf('src/host/**/*.ts').filter(
        (item) => isRelative(item) && target(item).startsWith('src/webview'),
      ),
      ...importsOf('src/webview/**/*.ts').filter(
        (item) => isRelative(item) && !target(item).startsWith('src/webview/'),
      ),
    ];
    const shared = ['src/webview/protocol', 'src/webview/strings'];
    assert.deepEqual(crossing.filter((item) => !shared.includes(target(item))).map(show), []);
    for (const name of shared) {
      const types = readFileSync(join(root, `${name}.ts`), 'utf8');
      const emitted = ts.transpileModule(types, {
        compilerOptions: {
          module: ts.ModuleKind.ESNext,
          target: ts.ScriptTarget.ES2022,
          removeComments: true,
        },
      });
      assert.equal(emitted.outputText.trim(), 'export {};', name);
    }
  });
});

describe('the source', () => {
  it('never writes markup as a string into a document', () => {
    const sinks = /\.(?:innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/;
    const wrong = globSync('src/webview/**/*.ts', { cwd: root }).filter((file) =>
      sinks.test(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(wrong, []);
  });

  it('asks the network for nothing', () => {
    const wrong = globSync('src/**/*.ts', { cwd: root }).filter((file) =>
      /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/.test(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(
      wrong.map((file) => relative(root, join(root, file))),
      [],
    );
  });
});
