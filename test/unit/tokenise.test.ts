import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenise, type Token } from '../../src/webview/tokenise';

const textOf = (tokens: readonly Token[] | undefined): string | undefined =>
  tokens?.map(({ text }) => text).join('');

const kindOf = (tokens: readonly Token[] | undefined, text: string): string | undefined =>
  tokens?.find((token) => token.text.includes(text))?.kind;

const samples: Readonly<Record<string, string>> = {
  javascript:
    "import { a } from './a';\n// 注释\nexport const b = async (c) => {\n  await a(`${c}`);\n  return null;\n};\n",
  python:
    'import os\n\ndef main(path: str) -> None:\n    """说明"""\n    for name in os.listdir(path):\n        print(name)\n',
  java: 'public class Main {\n  public static void main(String[] args) {\n    System.out.println("你好");\n  }\n}\n',
  xml: '<!DOCTYPE html>\n<html>\n<head><title>题</title></head>\n<body><p class="a">b</p></body>\n</html>\n',
  sql: 'SELECT name, COUNT(*) FROM users WHERE age > 18 GROUP BY name ORDER BY name DESC LIMIT 10;\n',
};

describe('Code in colours', () => {
  for (const [language, code] of Object.entries(samples)) {
    it(`is the code itself, in ${language}`, () => {
      const tokens = tokenise(code, language);
      assert.equal(textOf(tokens), code);
      assert.ok(tokens?.some(({ kind }) => kind !== undefined));
    });

    it(`is coloured without a label, in ${language}`, () => {
      const tokens = tokenise(code, undefined);
      assert.equal(textOf(tokens), code);
      assert.ok(tokens?.some(({ kind }) => kind === 'keyword' || kind === 'tag'));
    });
  }

  it('tells keywords, comments, strings and numbers apart', () => {
    const tokens = tokenise("const a = 'b'; // c\nreturn 42;", 'js');
    assert.deepEqual(
      ['const', "'b'", '// c', '42', ' a = '].map((text) => kindOf(tokens, text)),
      ['keyword', 'string', 'comment', 'number', undefined],
    );
  });

  it('colours a language inside another, and what is put into a text', () => {
    const script = tokenise('<p>a</p><script>const b = 1</script>', 'html');
    assert.equal(kindOf(script, 'const'), 'keyword');
    const template = tokenise('`a ${b} c`', 'js');
    assert.equal(kindOf(template, 'b'), undefined);
    assert.equal(kindOf(template, ' c'), 'string');
  });

  it('knows the usual short names, and those of other highlighters', () => {
    for (const name of ['js', 'ts', 'py', 'c++', 'sh', 'yml', 'html', 'vue', 'golang', 'mysql']) {
      assert.notEqual(tokenise('a', name), undefined, name);
    }
  });

  const plain: readonly [title: string, code: string, language: string | undefined][] = [
    ['of a language that is not known', 'const a = 1;', 'klingon'],
    ['whose label is the name of a member of every object', 'const a = 1;', 'constructor'],
    ['too short to tell', 'const a = 1;', undefined],
    ['that is prose', 'If it is new in the class, return it for a while. '.repeat(5), undefined],
    ['that is a log', '[INFO] 12:00:00 Starting on port 8080\n[ERROR] no such file\n'.repeat(3), undefined],
    ['that is Chinese prose', '敏捷的棕色狐狸跳过了那只懒狗，然后回家睡觉。'.repeat(10), undefined],
    [
      'that is what a program printed',
      'total 48\ndrwxr-xr-x 2 a a 4096 1 May 10:00 .\n'.repeat(4),
      undefined,
    ],
  ];
  for (const [title, code, language] of plain) {
    it(`leaves code plain ${title}`, () => {
      assert.equal(tokenise(code, language), undefined);
    });
  }

  it('never loses or adds a character, whatever the code and its label', () => {
    const label = fc.constantFrom(
      undefined,
      'js',
      'html',
      'python',
      'css',
      'bash',
      'markdown',
      'php',
      'yaml',
    );
    const part = fc.constantFrom(
      ...Object.values(samples),
      '<',
      '`${',
      '"',
      '/*',
      '<?php',
      '\r\n',
      '\0',
      '```',
      '{',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, fc.string({ maxLength: 20 })), { maxLength: 8 }),
        label,
        (parts, name) => {
          const code = parts.join('');
          const text = textOf(tokenise(code, name));
          assert.ok(text === undefined || text === code);
        },
      ),
    );
  });
});
