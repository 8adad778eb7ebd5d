import assert from 'node:assert/strict';
import { checkConfig, withoutPatterns } from '../../src/core/config';

/** The text that each mistake is marked at. */
const marked = (text: string): readonly string[] =>
  checkConfig(text).map(({ start, end }) => text.slice(start, end));

describe('a mistake in .winnow.yaml', () => {
  it('is not there in a file that is right, or empty', () => {
    assert.deepEqual(checkConfig('profile: jekyll\nclean:\n  level: minimal\nrules: {}\n'), []);
    assert.deepEqual(checkConfig(''), []);
    assert.deepEqual(checkConfig('# only a comment\n'), []);
  });

  it('is marked with its key and its value', () => {
    const text = 'enable: true\nprofile: hugoo # wrong\n';
    assert.deepEqual(marked(text), ['profile: hugoo']);
    assert.equal(checkConfig(text)[0]?.path, 'profile');
  });

  it('is found inside a map and under a dotted name', () => {
    assert.deepEqual(marked('clean:\n  level: all\n'), ['level: all']);
    assert.deepEqual(marked('clean.level: all\n'), ['clean.level: all']);
  });

  it('is found when the key is quoted or comes after a byte order mark', () => {
    assert.deepEqual(marked('\uFEFF"profile": hugoo\n'), ['"profile": hugoo']);
  });

  it('is marked with the key alone when the value is a list', () => {
    assert.deepEqual(marked('date:\n  timezone:\n    - Asia/Shanghai\n'), ['timezone']);
  });

  it('is named for a setting that does not exist, and for one nearly right', () => {
    const text = 'include: [posts/*.md]\nincludes: []\n';
    assert.deepEqual(marked(text), ['includes']);
    assert.match(checkConfig(text)[0]?.message ?? '', /Did you mean include\?/);
  });

  it('is named for a map of a wrong name, empty or not', () => {
    assert.deepEqual(marked('rulez: {}\n'), ['rulez']);
    assert.deepEqual(marked('rulez:\n  blank-lines: off\n'), ['rulez']);
    assert.match(checkConfig('rulez: {}\n')[0]?.message ?? '', /Did you mean rules\?/);
  });

  it('is marked to the end of the line where the YAML breaks off', () => {
    const text = 'profile: hexo\ndate: {format: x\nrules: {}\n';
    const [mistake] = checkConfig(text);
    assert.ok(mistake);
    assert.ok(mistake.start > 0 && mistake.end <= text.length && mistake.start <= mistake.end);
    assert.equal(mistake.path, '');
  });

  it('of a whole file that is no map is marked at its first line', () => {
    assert.deepEqual(marked('- a\n- b\n'), ['- a']);
  });

  it('never makes the check throw, whatever the file holds', () => {
    for (const text of ['%', '&a [*a]', '? {a: 1}\n: 2', 'a: &x b\nc: *y', '"', '{{', '\0', '--- a\n--- b']) {
      assert.doesNotThrow(() => checkConfig(text), text);
    }
  });
});

describe('the settings of a workspace that is not trusted', () => {
  it('have no patterns, however they are written, and everything else', () => {
    assert.deepEqual(withoutPatterns({ comments: { keep: ['/(a+)+$/'] }, profile: 'hugo' }), {
      profile: 'hugo',
    });
    assert.deepEqual(withoutPatterns({ 'comments.keep': ['/(a+)+$/'], rules: {} }), { rules: {} });
    assert.deepEqual(withoutPatterns({ packs: [{ text: '(a+)+$', why: 'x' }], enable: true }), {
      enable: true,
    });
  });

  it('may be nothing at all', () => {
    assert.equal(withoutPatterns(undefined), undefined);
    assert.deepEqual(withoutPatterns(['a']), ['a']);
  });
});
