import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const file = join(__dirname, '../../../syntaxes/front-matter.tmLanguage.json');

/** The injected grammar over stand-ins for VS Code's own: of those it needs the names only. */
const grammars: Readonly<Record<string, () => string>> = {
  'winnow.front-matter': () => readFileSync(file, 'utf8'),
  'text.html.markdown': () => '{"scopeName":"text.html.markdown","patterns":[]}',
  'source.yaml': () =>
    '{"scopeName":"source.yaml","patterns":[{"match":"[a-z]+(?=:)","name":"entity.name.tag.yaml"}]}',
};

/** For each line whether its first character is YAML inside front matter. */
async function yamlLines(text: string): Promise<readonly boolean[]> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) => Promise.resolve(parseRawGrammar(grammars[scope]?.() ?? '{}', `${scope}.json`)),
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['winnow.front-matter'] : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  assert.ok(grammar);
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens[0]?.scopes.includes('meta.embedded.block.frontmatter') ?? false;
  });
}

describe('the injected grammar', () => {
  it('colours front matter after a blank first line as YAML, and nothing after its end', async () => {
    assert.deepEqual(await yamlLines('\n---\ntitle: a\ndate: b\n---\n\ntitle: c'), [
      false,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('leaves front matter on the first line to VS Code', async () => {
    assert.deepEqual(await yamlLines('---\ntitle: a\n---'), [false, false, false]);
  });

  it('does not take rules in the article for fences', async () => {
    assert.deepEqual(await yamlLines('\ntext\n\n---\ntitle: a\n---'), Array(6).fill(false));
  });
});
