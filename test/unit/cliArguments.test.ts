import assert from 'node:assert/strict';
import { commandNames, commands } from '../../src/cli/help';
import { runCli, TemporaryFolder } from '../support/cli';

describe('the arguments of the command line', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = new TemporaryFolder();
    folder.write({ 'a.md': '# A\n', 'b.md': '# B\n', 'p/c.md': '# C\n' });
  });
  after(() => {
    folder.remove();
  });

  const run = (...argv: string[]): ReturnType<typeof runCli> =>
    runCli(argv, { cwd: folder.path, stdin: '# A\n' });

  const mistakes: readonly (readonly [string, readonly string[], string])[] = [
    ['no command', [], "winnow: no command; 'winnow --help' shows what there is"],
    [
      'an unknown command',
      ['chek', 'a.md'],
      "winnow: unknown command 'chek'; there are check, clean, render",
    ],
    [
      'an option before the command',
      ['--format', 'json', 'check', 'a.md'],
      'winnow: unknown option --format before the command; there are check, clean, render',
    ],
    [
      'help for an unknown command',
      ['help', 'cook'],
      "winnow: unknown command 'cook'; there are check, clean, render",
    ],
    ['check without a path', ['check'], 'winnow: check needs a path, or - for standard input'],
    ['clean without a path', ['clean', '--write'], 'winnow: clean needs a path, or - for standard input'],
    ['render without a path', ['render'], 'winnow: render needs a path, or - for standard input'],
    ['an empty path', ['check', ''], 'winnow: a path is empty'],
    [
      'an unknown option, with the nearest one',
      ['check', '--fromat', 'json', 'a.md'],
      'winnow: unknown option --fromat; did you mean --format?',
    ],
    ['an unknown short option', ['check', '-q', 'a.md'], 'winnow: unknown option -q'],
    ['an option of another command', ['check', '--write', 'a.md'], 'winnow: unknown option --write'],
    [
      'an unknown format',
      ['check', '--format', 'xml', 'a.md'],
      "winnow: --format is one of text, json, not 'xml'",
    ],
    [
      'an unknown severity',
      ['check', '--fail-on', 'off', 'a.md'],
      "winnow: --fail-on is one of hint, information, warning, error, not 'off'",
    ],
    [
      'an unknown level',
      ['clean', '--level', 'max', 'a.md'],
      "winnow: --level is one of minimal, standard, thorough, not 'max'",
    ],
    [
      'an unknown profile',
      ['check', '--profile', 'gatsby', 'a.md'],
      "winnow: --profile is one of hexo, jekyll, hugo, generic, not 'gatsby'",
    ],
    [
      '--config beside --no-config',
      ['check', '--config', 'x', '--no-config', 'a.md'],
      'winnow: --config and --no-config exclude each other',
    ],
    [
      'a settings file that is not there',
      ['check', '--config', 'x.yaml', 'a.md'],
      'winnow: x.yaml: no such file or folder',
    ],
    [
      'several paths to print',
      ['clean', 'a.md', 'b.md'],
      'winnow: clean takes several paths only with --write, --diff or --check',
    ],
    [
      'a folder to print',
      ['clean', 'p'],
      'winnow: p is a folder: clean takes one only with --write, --diff or --check',
    ],
    [
      '--write beside --diff',
      ['clean', '--write', '--diff', 'a.md'],
      'winnow: --write and --diff exclude each other',
    ],
    [
      '--write beside --check',
      ['clean', '--write', '--check', 'a.md'],
      'winnow: --write and --check exclude each other',
    ],
    [
      '--write to standard input',
      ['clean', '--write', '-'],
      'winnow: --write cannot write to standard input',
    ],
    [
      'JSON of a text to print',
      ['clean', '--format', 'json', 'a.md'],
      'winnow: --format json needs --write or --check, without --diff',
    ],
    [
      'JSON of a diff',
      ['clean', '--diff', '--format', 'json', 'a.md'],
      'winnow: --format json needs --write or --check, without --diff',
    ],
    [
      'an unknown rule, with the nearest one',
      ['clean', '--only', 'comments,no-html-coment', 'a.md'],
      "winnow: --only: no group or rule of the name 'no-html-coment'; did you mean no-html-comment?",
    ],
    ['several paths to render', ['render', 'a.md', 'b.md'], 'winnow: render takes one path, not 2'],
  ];
  for (const [title, argv, message] of mistakes) {
    it(`are refused with one line for ${title}`, async () => {
      assert.deepEqual(await run(...argv), { code: 2, stdout: '', stderr: `${message}\n` });
    });
  }

  it('are refused with one line, too, where the parser of the platform has three', async () => {
    const { code, stderr } = await run('check', '--stdin-filename', '--no-config', '-');
    assert.equal(code, 2);
    assert.match(stderr, /^winnow: [^\n]*--stdin-filename[^\n]*\n$/);
  });

  it('are refused with every name when an unknown group resembles none', async () => {
    const { code, stderr } = await run('clean', '--only', 'advertising', 'a.md');
    assert.equal(code, 2);
    assert.match(stderr, /no group or rule of the name 'advertising'; there are .*comments.*no-html-comment/);
  });

  it('ask for the version', async () => {
    assert.deepEqual(await run('--version'), { code: 0, stdout: '1.2.3\n', stderr: '' });
  });

  it('ask for help in several ways', async () => {
    const general = await run('--help');
    assert.match(general.stdout, /^Usage: winnow COMMAND/);
    assert.deepEqual(await run('help'), general);
    assert.deepEqual(await run('-h'), general);
    const check = await run('check', '--help');
    assert.match(check.stdout, /^Usage: winnow check /);
    assert.deepEqual(await run('help', 'check'), check);
    assert.deepEqual(await run('check', '-h', 'a.md'), check);
    assert.deepEqual([general.code, check.code, general.stderr, check.stderr], [0, 0, '', '']);
  });

  for (const command of commandNames) {
    it(`of ${command} are all in its help, in lines of at most 100 characters`, async () => {
      const { stdout } = await run('help', command);
      for (const { name } of commands[command].options) {
        assert.ok(stdout.includes(`  --${name} `), name);
      }
      for (const line of stdout.split('\n')) {
        assert.ok(line.length <= 100, line);
      }
    });
  }

  it('end with --, after which a name may begin with a dash', async () => {
    folder.write({ '--help': '# A\n' });
    const { code, stdout } = await run('check', '--format', 'json', '--', '--help');
    assert.deepEqual({ code, stdout }, { code: 0, stdout: '[\n{"file":"--help","findings":[]}\n]\n' });
  });

  it('take a value after = and in the next argument, and the last of several', async () => {
    const expected = await run('check', '--format', 'json', 'a.md');
    assert.deepEqual(await run('check', '--format=json', 'a.md'), expected);
    assert.deepEqual(await run('check', 'a.md', '--format', 'text', '--format', 'json'), expected);
  });
});
