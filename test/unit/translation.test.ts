import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

const root = join(__dirname, '../../..');

type Bundle = Readonly<Record<string, string | { readonly message: string }>>;

const read = (file: string): Bundle => JSON.parse(readFileSync(join(root, file), 'utf8')) as Bundle;
const english = read('l10n/bundle.l10n.json');
const chinese = read('l10n/bundle.l10n.zh-cn.json');

const messageOf = (entry: Bundle[string] | undefined): string =>
  typeof entry === 'object' ? entry.message : (entry ?? '');

const placeholders = (message: string): readonly string[] => [
  ...new Set(message.match(/\{\d+\}/g)?.sort() ?? []),
];

describe('the Chinese strings', () => {
  it('are of strings that are there', () => {
    assert.deepEqual(
      Object.keys(chinese).filter((key) => !(key in english)),
      [],
    );
  });

  it('hold what the English ones hold', () => {
    for (const [key, entry] of Object.entries(chinese)) {
      assert.notEqual(messageOf(entry).trim(), '', key);
      assert.deepEqual(placeholders(messageOf(entry)), placeholders(messageOf(english[key])), key);
    }
  });

  it('are all there for the editor; those of a new rule may follow later', () => {
    const files = globSync(['src/host/**/*.ts', 'src/core/*.ts'], { cwd: root, absolute: true });
    const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const used = Object.keys(english).filter((key) => source.includes(`'${messageOf(english[key])}'`));
    assert.ok(used.length > 50);
    assert.deepEqual(
      used.filter((key) => !(key in chinese)),
      [],
    );
  });
});
