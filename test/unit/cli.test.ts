import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { replaceFile } from '../../src/cli/writeAtomic';
import { runCli, TemporaryFolder, type CliResult } from '../support/cli';

/** An article without any fault. */
const good = "---\ntitle: 'A good day'\ndate: 2022-04-04\n---\n<p>Text of the day.</p>\n";
/** The same with a comment and a style block, which cleaning takes out again. */
const dirty = good.replace('<p>', '<!-- ad -->\n<p>') + '<style>\n.a { color: red }\n</style>\n';

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
  readonly fix?: {
    readonly title: string;
    readonly kind: string;
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  };
}

interface JsonFile {
  readonly file: string;
  readonly error?: string;
  readonly findings: readonly JsonFinding[];
}

describe('winnow', function () {
  // Some of the texts are large, and a busy machine is slow; nothing here waits for a time to pass.
  this.timeout(60_000);
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  const run = (...argv: string[]): Promise<CliResult> => runCli(argv, { cwd: folder.path });
  const runWith = (stdin: string | Uint8Array, ...argv: string[]): Promise<CliResult> =>
    runCli(argv, { cwd: folder.path, stdin });
  const read = (name: string): string => readFileSync(folder.at(name), 'utf8');

  describe('check', () => {
    it('writes a line for each finding and a summary beside them', async () => {
      folder.write({ 'good.md': good, 'dirty.md': dirty });
      const { code, stdout, stderr } = await run('check', '.');
      assert.equal(code, 0, 'hints are below the default threshold');
      const lines = stdout.trimEnd().split('\n');
      assert.equal(lines.length, 2);
      assert.match(lines[0] ?? '', /^\.\/dirty\.md:5:1: hint .+ \[no-html-comment\]$/);
      assert.match(lines[1] ?? '', /^\.\/dirty\.md:7:1: hint .+ \[no-style-block\]$/);
      assert.equal(stderr, '2 files: 2 hints\n');
    });

    it('says when there is nothing', async () => {
      folder.write({ 'good.md': good });
      assert.deepEqual(await run('check', 'good.md'), {
        code: 0,
        stdout: '',
        stderr: '1 file: no findings\n',
      });
    });

    it('exits with 1 from the threshold up', async () => {
      folder.write({ 'dirty.md': dirty, 'broken.md': '---\ntitle: a\n\n<p>b</p>\n' });
      const codeAt = async (severity: string, file: string): Promise<number> =>
        (await run('check', '--fail-on', severity, file)).code;
      assert.equal(await codeAt('hint', 'dirty.md'), 1);
      assert.equal(await codeAt('information', 'dirty.md'), 0);
      assert.equal(await codeAt('error', 'broken.md'), 1);
      assert.equal((await run('check', 'broken.md')).code, 1);
    });

    it('gives JSON whose fixes, applied, are what clean writes', async () => {
      folder.write({ 'a/dirty.md': dirty, 'a/good.md': good });
      const { code, stdout, stderr } = await run('check', '--format', 'json', 'a');
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      const files = JSON.parse(stdout) as readonly JsonFile[];
      assert.deepEqual(
        files.map(({ file, findings }) => [file, findings.length]),
        [
          ['a/dirty.md', 2],
          ['a/good.md', 0],
        ],
      );
      const findings = files[0]?.findings ?? [];
      for (const finding of findings) {
        const { start, end, fix } = finding;
        const keys = ['rule', 'severity', 'message', 'start', 'end', 'fix'];
        assert.deepEqual(Object.keys(finding), keys);
        assert.deepEqual(Object.keys(start), ['line', 'column', 'offset']);
        assert.ok(start.offset < end.offset);
        assert.deepEqual(Object.keys(fix ?? {}), ['title', 'kind', 'edits']);
        assert.equal(fix?.kind, 'safe');
      }
      let text = dirty;
      for (const edit of findings.flatMap(({ fix }) => fix?.edits ?? []).reverse()) {
        assert.deepEqual(Object.keys(edit), ['start', 'end', 'text']);
        text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      }
      assert.equal(text, (await run('clean', 'a/dirty.md')).stdout);
    });

    it('counts a byte order mark, carriage returns and both halves of an emoji', async () => {
      const text = `\ufeff${good.replace('Text', '😀 <!-- ad -->')}`.replaceAll('\n', '\r\n');
      folder.write({ 'a.md': text });
      const { stdout } = await run('check', '--format', 'json', 'a.md');
      const [file] = JSON.parse(stdout) as readonly JsonFile[];
      const comment = file?.findings.find(({ rule }) => rule === 'no-html-comment');
      const offset = text.indexOf('<!--');
      assert.deepEqual(comment?.start, { line: 5, column: 7, offset });
      assert.deepEqual(comment.end, { line: 5, column: 18, offset: offset + 11 });
    });

    it('does the other files when one fails, and tells of each failure with its path', async () => {
      folder.write({ 'a.md': dirty, 'b.md': Uint8Array.of(0x61, 0x62, 0xff, 0x63), 'z.md': good });
      const { code, stdout, stderr } = await run(
        'check',
        '--format',
        'json',
        'z.md',
        'no.md',
        'a.md',
        'b.md',
      );
      assert.equal(code, 2);
      const files = JSON.parse(stdout) as readonly JsonFile[];
      assert.deepEqual(
        files.map(({ file, error }) => [file, error]),
        [
          ['a.md', undefined],
          ['b.md', 'not UTF-8: wrong byte at offset 2'],
          ['no.md', 'no such file or folder'],
          ['z.md', undefined],
        ],
      );
      assert.deepEqual(Object.keys(files[1] ?? {}), ['file', 'error']);
      assert.equal(
        stderr,
        'winnow: b.md: not UTF-8: wrong byte at offset 2\nwinnow: no.md: no such file or folder\n',
      );
    });

    it('reads standard input, as the file of --stdin-filename where that matters', async () => {
      folder.write({ 'posts/.winnow.yaml': 'rules:\n  no-html-comment: error\n' });
      const plain = await runWith(dirty, 'check', '-');
      assert.equal(plain.code, 0);
      assert.match(plain.stdout, /^-:5:1: hint .*\[no-html-comment\]$/m);
      const named = await runWith(dirty, 'check', '--stdin-filename', 'posts/x.md', '-');
      assert.equal(named.code, 1);
      assert.match(named.stdout, /^-:5:1: error .*\[no-html-comment\]$/m);
    });

    it('demands front matter only where a file is an article', async () => {
      const rules = async (name: string): Promise<readonly string[]> => {
        const { stdout } = await runWith(
          'Text.\n',
          'check',
          '--format',
          'json',
          '--stdin-filename',
          name,
          '-',
        );
        return (JSON.parse(stdout) as readonly JsonFile[]).flatMap(({ findings }) =>
          findings.map(({ rule }) => rule),
        );
      };
      assert.deepEqual(await rules('README.md'), []);
      assert.deepEqual(await rules('source/_posts/a.md'), ['frontmatter-missing']);
    });

    it('reports mistakes in the settings, and is not stopped by them', async () => {
      folder.write({ '.winnow.yaml': 'rules:\n  no-html-coment: off\n', 'dirty.md': dirty });
      const { code, stdout, stderr } = await run('check', 'dirty.md');
      assert.equal(code, 0);
      assert.match(stdout, /no-html-comment/);
      assert.match(stderr, /^winnow: \.winnow\.yaml: rules\.no-html-coment: .*no-html-comment/);
      assert.doesNotMatch((await run('check', '--no-config', 'dirty.md')).stderr, /winnow\.yaml/);
    });

    it('finds nothing where the settings turn everything off', async () => {
      folder.write({ '.winnow.yaml': 'enable: false\n', 'dirty.md': dirty });
      assert.equal((await run('check', 'dirty.md')).stdout, '');
    });

    it('checks a body of any size unless the settings set a limit', async () => {
      const large = `${good}<!-- ad -->\n<p>${'x'.repeat(1_000_001)}</p>\n`;
      folder.write({ 'a.md': large, 'limited/a.md': large, 'limited/.winnow.yaml': 'maxBodySize: 1000\n' });
      assert.match((await run('check', 'a.md')).stdout, /no-html-comment/);
      const limited = (await run('check', 'limited/a.md')).stdout;
      assert.doesNotMatch(limited, /no-html-comment/);
      assert.match(limited, /information .*maxBodySize/);
    });

    it('keeps a line a line, whatever a file name holds', async () => {
      folder.write({ 'a\nb\u001b[31m.md': dirty });
      const { stdout } = await run('check', '.');
      assert.match(stdout, /^\.\/a\\u\{a\}b\\u\{1b\}\[31m\.md:5:1: hint/);
      const { stdout: json } = await run('check', '--format', 'json', '.');
      assert.equal((JSON.parse(json) as readonly JsonFile[])[0]?.file, './a\nb\u001b[31m.md');
    });

    it('gives an empty array for a folder without Markdown', async () => {
      folder.write({ 'a.txt': '' });
      assert.deepEqual(await run('check', '--format', 'json', '.'), { code: 0, stdout: '[]\n', stderr: '' });
      assert.deepEqual(await run('check', '.'), { code: 0, stdout: '', stderr: '0 files: no findings\n' });
    });

    it('stops when nobody reads its output any more', async () => {
      folder.write(Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.md`, dirty])));
      const { code, stdout } = await runCli(['check', '.'], { cwd: folder.path, closeAfter: 1 });
      assert.equal(code, 0);
      assert.equal(stdout.trimEnd().split('\n').length, 2);
    });
  });

  describe('clean', () => {
    it('prints the cleaned text of one file and leaves the file alone', async () => {
      folder.write({ 'dirty.md': dirty });
      assert.deepEqual(await run('clean', 'dirty.md'), { code: 0, stdout: good, stderr: '' });
      assert.equal(read('dirty.md'), dirty);
    });

    it('prints the cleaned text of standard input, byte order mark and line ends as they were', async () => {
      const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
      const { stdout } = await runWith(windows(dirty), 'clean', '-');
      assert.equal(stdout, windows(good));
    });

    it('prints nothing for a text that is not UTF-8', async () => {
      folder.write({ 'a.md': Uint8Array.of(0xff) });
      const { code, stdout, stderr } = await run('clean', 'a.md');
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.equal(stderr, 'winnow: a.md: not UTF-8: wrong byte at offset 0\n');
    });

    it('obeys --level, --only and the level of the settings', async () => {
      const text = dirty.replace('<p>', '<p style="color: red">');
      folder.write({ 'a.md': text, '.winnow.yaml': 'clean:\n  level: minimal\n' });
      const styled = good.replace('<p>', '<p style="color: red">');
      assert.equal((await run('clean', 'a.md')).stdout, styled);
      assert.equal((await run('clean', '--no-config', 'a.md')).stdout, good);
      assert.equal((await run('clean', '--level', 'standard', 'a.md')).stdout, good);
      assert.equal(
        (await run('clean', '--only', 'comments', 'a.md')).stdout,
        text.replace('<!-- ad -->\n', ''),
      );
      const attributes = (await run('clean', '--only', 'no-style-attribute', 'a.md')).stdout;
      assert.equal(attributes, dirty);
      const both = (await run('clean', '--only', 'comments,styles', '--only', 'no-style-attribute', 'a.md'))
        .stdout;
      assert.equal(both, good);
    });

    it('changes the front matter only when it is asked to', async () => {
      const text = `\n${dirty}`;
      folder.write({ 'a.md': text });
      assert.equal((await run('clean', 'a.md')).stdout, `\n${good}`);
      assert.equal((await run('clean', '--fix-front-matter', 'a.md')).stdout, good);
      assert.equal((await run('clean', '--only', 'frontmatter-fence', 'a.md')).stdout, dirty);
    });

    it('writes the files that change, and no others', async () => {
      folder.write({ 'a/good.md': good, 'a/dirty.md': dirty, 'a/bad.md': Uint8Array.of(0x61, 0xff) });
      const before = new Date(1_000_000_000_000);
      utimesSync(folder.at('a/good.md'), before, before);
      const { code, stdout, stderr } = await run('clean', '--write', 'a');
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(
        stderr,
        /^winnow: a\/bad\.md: not UTF-8: wrong byte at offset 1\n3 files: 1 changed, 1 unchanged, 1 failed; removed 1 comment, 1 style block, \d+ bytes\n$/,
      );
      assert.equal(read('a/dirty.md'), good);
      assert.deepEqual(statSync(folder.at('a/good.md')).mtime, before);
      assert.deepEqual(readFileSync(folder.at('a/bad.md')), Buffer.of(0x61, 0xff));
      assert.deepEqual(readdirSync(folder.at('a')).sort(), ['bad.md', 'dirty.md', 'good.md']);
      const again = await run('clean', '--write', 'a/dirty.md', 'a/good.md');
      assert.deepEqual(again, { code: 0, stdout: '', stderr: '2 files: 0 changed, 2 unchanged, 0 failed\n' });
    });

    it('lists with --check what would change, and writes nothing', async () => {
      folder.write({ 'a/good.md': good, 'a/dirty.md': dirty });
      const { code, stdout, stderr } = await run('clean', '--check', 'a');
      assert.deepEqual({ code, stdout }, { code: 1, stdout: 'a/dirty.md\n' });
      assert.match(
        stderr,
        /^2 files: 1 would change, 1 unchanged, 0 failed; would remove 1 comment, 1 style block, /,
      );
      assert.equal(read('a/dirty.md'), dirty);
      assert.equal((await run('clean', '--check', 'a/good.md')).code, 0);
    });

    it('prints with --diff what would change', async () => {
      folder.write({ 'a.md': dirty, 'b.md': good });
      const { code, stdout } = await run('clean', '--diff', 'b.md', 'a.md');
      assert.equal(code, 1);
      assert.equal(
        stdout,
        `--- a/a.md
+++ b/a.md
@@ -2,8 +2,4 @@
 title: 'A good day'
 date: 2022-04-04
 ---
-<!-- ad -->
 <p>Text of the day.</p>
-<style>
-.a { color: red }
-</style>
`,
      );
      assert.equal((await run('clean', '--diff', 'b.md')).code, 0);
    });

    it('tells in JSON what it removed, by rule', async () => {
      folder.write({ 'a.md': dirty, 'b.md': good, 'c.md': Uint8Array.of(0xff) });
      for (const mode of ['--check', '--write']) {
        const { code, stdout } = await run('clean', mode, '--format', 'json', 'a.md', 'b.md', 'c.md');
        assert.equal(code, 2);
        const [a, b, c] = JSON.parse(stdout) as readonly {
          readonly removed: readonly { readonly bytes: number }[];
        }[];
        assert.deepEqual(a, {
          file: 'a.md',
          changed: true,
          removed: [
            { rule: 'no-html-comment', count: 1, bytes: a?.removed[0]?.bytes },
            { rule: 'no-style-block', count: 1, bytes: a?.removed[1]?.bytes },
          ],
        });
        const bytes = a.removed.reduce((sum, removal) => sum + removal.bytes, 0);
        assert.equal(bytes, dirty.length - good.length);
        assert.deepEqual(b, { file: 'b.md', changed: false, removed: [] });
        assert.deepEqual(c, { file: 'c.md', error: 'not UTF-8: wrong byte at offset 0' });
      }
    });

    it('goes on writing when nobody reads its report', async () => {
      folder.write({ 'a.md': dirty, 'b.md': dirty });
      const argv = ['clean', '--write', '--format', 'json', 'a.md', 'b.md'];
      await runCli(argv, { cwd: folder.path, closeAfter: 1 });
      assert.deepEqual([read('a.md'), read('b.md')], [good, good]);
    });
  });

  describe('writing a file', () => {
    it('keeps its mode', async () => {
      folder.write({ 'a.md': dirty });
      chmodSync(folder.at('a.md'), 0o754);
      await run('clean', '--write', 'a.md');
      assert.equal(statSync(folder.at('a.md')).mode & 0o7777, 0o754);
      assert.equal(read('a.md'), good);
    });

    it('replaces what a symbolic link leads to, and keeps the link', async () => {
      folder.write({ 'store/a.md': dirty });
      symlinkSync('store/a.md', folder.at('link.md'));
      await run('clean', '--write', 'link.md');
      assert.equal(read('store/a.md'), good);
      assert.deepEqual(
        readdirSync(folder.path, { withFileTypes: true }).map((entry) => [
          entry.name,
          entry.isSymbolicLink(),
        ]),
        [
          ['link.md', true],
          ['store', false],
        ],
      );
    });

    it('works for a name as long as names can be', async () => {
      const name = `${'a'.repeat(252)}.md`;
      folder.write({ [name]: dirty });
      assert.equal((await run('clean', '--write', name)).code, 0);
      assert.equal(read(name), good);
    });

    it('leaves a read-only file alone and says so', async () => {
      folder.write({ 'a.md': dirty, 'b.md': dirty });
      chmodSync(folder.at('a.md'), 0o444);
      const { code, stderr } = await run('clean', '--write', 'a.md', 'b.md');
      assert.equal(code, 2);
      assert.match(stderr, /^winnow: a\.md: the file is read-only$/m);
      assert.deepEqual([read('a.md'), read('b.md')], [dirty, good]);
    });

    it('leaves a file alone that changed since it was read, and no temporary file', () => {
      folder.write({ 'a.md': 'new words' });
      assert.throws(() => {
        replaceFile(folder.at('a.md'), Buffer.from('old words'), Buffer.from('cleaned'));
      }, /changed while it was being cleaned/);
      assert.equal(read('a.md'), 'new words');
      assert.deepEqual(readdirSync(folder.path), ['a.md']);
    });
  });

  describe('render', () => {
    it('prints the body as the preview shows it, without front matter and chaff', async () => {
      folder.write({ 'a.md': dirty });
      const { code, stdout, stderr } = await run('render', 'a.md');
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.match(stdout, /Text of the day\./);
      assert.doesNotMatch(stdout, /good day|color: red|<!--/);
      assert.ok(stdout.endsWith('\n'));
      assert.equal((await runWith(dirty, 'render', '-')).stdout, stdout);
    });

    it('obeys --level and --original', async () => {
      const text = dirty.replace('</p>', '</p><p onclick="go()">More.</p>');
      folder.write({ 'a.md': text });
      const { stdout } = await run('render', '--level', 'standard', 'a.md');
      assert.doesNotMatch(stdout, /onclick/);
      assert.notEqual((await run('render', '--original', 'a.md')).stdout, stdout);
    });

    it('fails for a folder and for a file that is not there', async () => {
      folder.write({ 'p/a.md': good });
      assert.deepEqual(await run('render', 'no.md'), {
        code: 2,
        stdout: '',
        stderr: 'winnow: no.md: no such file or folder\n',
      });
      const { code, stderr } = await run('render', 'p');
      assert.equal(code, 2);
      assert.match(stderr, /^winnow: p is a folder/);
    });
  });
});
