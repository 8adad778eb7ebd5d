import assert from 'node:assert/strict';
import { compileKeepPattern } from '../../src/core/keepPatterns';
import { defaultOptions, nearest, parseConfig, resolveOptions } from '../../src/core/options';

const resolve = (...values: unknown[]): ReturnType<typeof resolveOptions> =>
  resolveOptions(values.map((value, index) => ({ source: `layer ${index}`, value })));

describe('resolveOptions', () => {
  it('gives the defaults when no layer says anything', () => {
    assert.deepEqual(resolve(undefined, {}, null), { options: defaultOptions, problems: [] });
  });

  it('lets the first layer win option by option and rule by rule', () => {
    const { options, problems } = resolve(
      { profile: 'jekyll', rules: { 'no-script': 'error' } },
      { profile: 'hugo', clean: { level: 'thorough' }, rules: { 'no-script': 'off', 'blank-lines': 'off' } },
    );
    assert.deepEqual(problems, []);
    assert.equal(options.profile, 'jekyll');
    assert.equal(options.clean.level, 'thorough');
    assert.deepEqual(options.rules, { 'no-script': 'error', 'blank-lines': 'off' });
  });

  it('takes an option by its dotted name too', () => {
    assert.equal(resolve({ 'clean.level': 'minimal' }).options.clean.level, 'minimal');
  });

  const wrong: readonly (readonly [string, unknown, string, RegExp])[] = [
    ['a profile that does not exist', { profile: 'hexoo' }, 'profile', /"hexoo" is not one of hexo, jekyll/],
    ['a text for a boolean', { enable: 'yes' }, 'enable', /"yes" is not true or false/],
    ['a negative size', { maxBodySize: -1 }, 'maxBodySize', /-1 is not a number/],
    ['a zone nobody knows', { date: { timezone: 'Mars/Base' } }, 'date.timezone', /IANA/],
    ['a list of numbers', { include: [1] }, 'include', /not a list of texts/],
    ['an expression that does not compile', { comments: { keep: ['/(/'] } }, 'comments.keep', /compiled/],
    ['packs that are a map', { packs: { match: 'a' } }, 'packs', /not a list of entries/],
    ['an entry of a pack that is a text', { packs: ['.ad'] }, 'packs', /not an entry/],
    ['an entry without a reason', { packs: [{ match: '.ad' }] }, 'packs', /needs a reason/],
    ['an entry that matches nothing', { packs: [{ why: 'x' }] }, 'packs', /needs a selector/],
    ['a selector that is none', { packs: [{ match: 'div[', why: 'x' }] }, 'packs', /not a CSS selector/],
    ['a text that does not compile', { packs: [{ text: '(', why: 'x' }] }, 'packs', /compiled/],
    ['a key that an entry has not', { packs: [{ macth: 'a', why: 'x' }] }, 'packs', /no macth/],
    ['the last 0 blocks', { packs: [{ text: 'a', within: 0, why: 'x' }] }, 'packs', /from 1 up/],
    [
      'a severity that does not exist',
      { rules: { 'no-script': 'fatal' } },
      'rules.no-script',
      /"fatal" is not one of off/,
    ],
    [
      'a rule that does not exist',
      { rules: { 'no-scripts': 'off' } },
      'rules.no-scripts',
      /Did you mean no-script\?/,
    ],
    ['an option that does not exist', { profil: 'hexo' }, 'profil', /Did you mean profile\?/],
    ['rules that are a list', { rules: ['no-script'] }, 'rules', /not a map/],
    ['a layer that is a list', ['hexo'], '', /not a map/],
  ];
  for (const [title, value, path, message] of wrong) {
    it(`reports ${title} and takes the next layer's value`, () => {
      const { options, problems } = resolve(value, {});
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.path, path);
      assert.match(problems[0].message, message);
      assert.deepEqual(options, defaultOptions);
    });
  }

  it('reads a bare off in YAML as off', () => {
    const { value } = parseConfig('rules:\n  no-script: off\n  blank-lines: false\n', 'x');
    assert.deepEqual(resolve(value).options.rules, { 'no-script': 'off', 'blank-lines': 'off' });
  });
});

describe('parseConfig', () => {
  it('says where a file is not YAML', () => {
    const { value, problems } = parseConfig('profile: hexo\nrules: {a: [}\n', '.winnow.yaml');
    assert.equal(value, undefined);
    assert.equal(problems[0]?.line, 2);
  });

  it('survives an alias bomb', () => {
    const levels = 'bcdefghi'.split('');
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    levels.reduce((previous, level) => {
      bomb.push(`${level}: &${level} [${Array(9).fill(`*${previous}`).join(', ')}]`);
      return level;
    }, 'a');
    const { value, problems } = parseConfig(bomb.join('\n'), '.winnow.yaml');
    assert.equal(value, undefined);
    assert.equal(problems.length, 1);
  });

  it('reads an empty file as nothing said', () => {
    assert.deepEqual(parseConfig('# nothing yet\n', 'x'), { value: undefined, problems: [] });
  });
});

describe('compileKeepPattern', () => {
  const keeps = (pattern: string, comment: string): boolean | undefined =>
    compileKeepPattern(pattern)?.(comment);

  it('matches a whole comment, blanks around and case apart', () => {
    assert.equal(keeps('more', ' More '), true);
    assert.equal(keeps('more', 'more text'), false);
  });

  it('lets a star stand for anything', () => {
    assert.equal(keeps('ad*slot*', 'ad-big-slot 3'), true);
    assert.equal(keeps('ad*slot', 'ad-slot 3'), false);
    assert.equal(keeps('a*a', 'a'), false);
    assert.equal(keeps('*', ''), true);
  });

  it('takes an expression between slashes, with a g flag that does not remember', () => {
    const test = compileKeepPattern('/^id \\d+$/gi');
    assert.deepEqual([test?.('ID 1'), test?.('ID 1'), test?.('id x')], [true, true, false]);
    assert.equal(compileKeepPattern('/(/'), undefined);
  });
});

describe('nearest', () => {
  it('finds a name with a slip and none for a strange one', () => {
    assert.equal(nearest('no-sript', ['no-script', 'blank-lines']), 'no-script');
    assert.equal(nearest('toc', ['no-script', 'blank-lines']), undefined);
  });
});
