import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { Settings, type SettingsRequest } from '../../src/cli/settings';
import { TemporaryFolder } from '../support/cli';

describe('the settings of the command line', () => {
  let folder: TemporaryFolder;
  let reports: string[];
  beforeEach(() => {
    folder = new TemporaryFolder();
    reports = [];
  });
  afterEach(() => {
    folder.remove();
  });

  const open = (request: Partial<SettingsRequest> = {}): Settings =>
    new Settings({
      cwd: folder.path,
      config: undefined,
      noConfig: false,
      profile: undefined,
      report: (line) => reports.push(line),
      ...request,
    });

  it('come from the nearest .winnow.yaml upward, which hides those above it', () => {
    folder.write({
      '.winnow.yaml': 'profile: hugo\nclean:\n  level: minimal\n',
      'a/.winnow.yaml': 'profile: jekyll\n',
      'a/b/c/x.md': '',
      'd/y.md': '',
    });
    const settings = open();
    assert.equal(settings.forFolder(folder.at('a/b/c')).options.profile, 'jekyll');
    assert.equal(settings.forFolder(folder.at('a/b/c')).options.clean.level, 'standard');
    assert.equal(settings.forFolder(folder.at('d')).options.profile, 'hugo');
    assert.equal(settings.forFolder(folder.at('d')).options.clean.level, 'minimal');
    assert.deepEqual(reports, []);
  });

  it('give way to --profile, which leaves the others', () => {
    folder.write({ '.winnow.yaml': 'profile: hugo\nclean.level: minimal\n' });
    const { options } = open({ profile: 'generic' }).forFolder(folder.path);
    assert.deepEqual([options.profile, options.clean.level], ['generic', 'minimal']);
  });

  it('come from the file given, wherever the article lies', () => {
    folder.write({ '.winnow.yaml': 'profile: hugo\n', 'other.yaml': 'profile: jekyll\n' });
    assert.equal(open({ config: 'other.yaml' }).forFolder(folder.path).options.profile, 'jekyll');
    assert.throws(() => open({ config: 'missing.yaml' }), { code: 'ENOENT' });
  });

  it('are the defaults when none is to be looked for', () => {
    folder.write({ '.winnow.yaml': 'profile: hugo\n' });
    assert.equal(open({ noConfig: true }).forFolder(folder.path).options.profile, 'hexo');
  });

  it('set no limit to the body, unless the file does', () => {
    folder.write({ 'a/.winnow.yaml': 'maxBodySize: 500\n', 'b/.winnow.yaml': 'profile: hugo\n' });
    const settings = open();
    assert.equal(settings.forFolder(folder.path).options.maxBodySize, 0);
    assert.equal(settings.forFolder(folder.at('a')).options.maxBodySize, 500);
    assert.equal(settings.forFolder(folder.at('b')).options.maxBodySize, 0);
  });

  it('report each mistake once with its file, and count without it', () => {
    folder.write({ 'a/.winnow.yaml': 'profile: gatsby\nclean: { level: minimal }\nprofil: hugo\n' });
    const settings = open();
    const { options } = settings.forFolder(folder.at('a'));
    settings.forFolder(folder.at('a/b'));
    assert.deepEqual([options.profile, options.clean.level], ['hexo', 'minimal']);
    assert.equal(reports.length, 2);
    assert.match(reports[0] ?? '', /^a\/\.winnow\.yaml: profile: /);
    assert.match(reports[1] ?? '', /^a\/\.winnow\.yaml: profil: /);
  });

  it('report a file that is not YAML at its line, and one that is not UTF-8', () => {
    folder.write({
      'a/.winnow.yaml': 'profile: hugo\nrules: [a\n',
      'b/.winnow.yaml': Uint8Array.of(0x61, 0xff),
    });
    const settings = open();
    assert.equal(settings.forFolder(folder.at('a')).options.profile, 'hexo');
    assert.equal(settings.forFolder(folder.at('b')).options.profile, 'hexo');
    assert.match(reports[0] ?? '', /^a\/\.winnow\.yaml:[23]:\d+: /);
    assert.equal(reports.at(-1), 'b/.winnow.yaml: not UTF-8: wrong byte at offset 1');
  });

  it('pass over a folder that has the name of the file, and folders that do not exist', () => {
    folder.write({ '.winnow.yaml': 'profile: hugo\n' });
    mkdirSync(folder.at('a/.winnow.yaml'), { recursive: true });
    const settings = open();
    assert.equal(settings.forFolder(folder.at('a')).options.profile, 'hugo');
    assert.equal(settings.forFolder(folder.at('no/such')).options.profile, 'hugo');
    assert.deepEqual(reports, []);
  });

  it('accept an empty file', () => {
    folder.write({ '.winnow.yaml': '' });
    assert.equal(open().forFolder(folder.path).options.profile, 'hexo');
    assert.deepEqual(reports, []);
  });

  it('know the time zone of the nearest _config.yml, if it names one that exists', () => {
    folder.write({
      '_config.yml': 'title: Site\ntimezone: Asia/Shanghai\n',
      'source/_posts/a.md': '',
      'theme/_config.yml': 'timezone: Nowhere/City\n',
      'plain/_config.yml': 'title: x\n',
    });
    const settings = open();
    assert.equal(settings.forFolder(folder.at('source/_posts')).siteTimezone, 'Asia/Shanghai');
    assert.equal(settings.forFolder(folder.at('theme')).siteTimezone, undefined);
    assert.equal(settings.forFolder(folder.at('plain')).siteTimezone, undefined);
  });
});
