import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, createScratch, findings, open, place, ruleOf, set, type Scratch } from './support/editing';

const text = '---\ntitle: A walk\n---\n<p>One.</p>\n<!-- slot 7 -->\n';
const severityIs =
  (severity: vscode.DiagnosticSeverity | undefined) =>
  (found: readonly vscode.Diagnostic[]): boolean =>
    found.find((diagnostic) => ruleOf(diagnostic) === 'no-html-comment')?.severity === severity;

const { Hint, Warning, Error: ErrorSeverity } = vscode.DiagnosticSeverity;

describe('.winnow.yaml', () => {
  let scratch: Scratch;

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await set('rules', undefined);
    await closeAll();
    await scratch.remove();
  });

  it('counts for its folder and below from when it is written until it is deleted', async () => {
    const uri = await scratch.write('posts/2024/a.md', text);
    await open(uri);
    await findings(uri, severityIs(Hint));
    const config = await scratch.write('.winnow.yaml', 'rules:\n  no-html-comment: warning\n');
    await findings(uri, severityIs(Warning));
    await scratch.write('.winnow.yaml', 'rules:\n  no-html-comment: error\n');
    await findings(uri, severityIs(ErrorSeverity));
    await vscode.workspace.fs.delete(config);
    await findings(uri, severityIs(Hint));
  });

  it('counts less than one nearer to the document', async () => {
    await scratch.write('.winnow.yaml', 'rules: {no-html-comment: error}\n');
    await scratch.write('posts/.winnow.yaml', 'rules: {no-html-comment: warning}\n');
    const uri = await scratch.write('posts/a.md', text);
    await open(uri);
    await findings(uri, severityIs(Warning));
  });

  it("counts less than what is set in VS Code, and more than VS Code's defaults", async () => {
    await scratch.write('.winnow.yaml', 'rules: {no-html-comment: error}\n');
    const uri = await scratch.write('a.md', text);
    await open(uri);
    await findings(uri, severityIs(ErrorSeverity));
    await set('rules', { 'no-html-comment': 'warning' });
    await findings(uri, severityIs(Warning));
  });

  it('with a mistake is marked at its place, and its other settings count', async () => {
    const config = await scratch.write('.winnow.yaml', 'profile: hugoo\nrules: {no-html-comment: error}\n');
    const uri = await scratch.write('a.md', text);
    await open(uri);
    await findings(uri, severityIs(ErrorSeverity));
    await open(config);
    const [mistake] = await findings(config, (found) => found.length > 0);
    assert.equal(mistake && place(mistake.range), '1:1-1:15');
    assert.match(mistake?.message ?? '', /"hugoo"/);
  });

  it('that is not YAML leaves the defaults, and is marked', async () => {
    const config = await scratch.write('.winnow.yaml', 'rules: {no-html-comment: error\n');
    const uri = await scratch.write('a.md', text);
    await open(uri);
    await findings(uri, severityIs(Hint));
    await open(config);
    await findings(config, (found) => found.length > 0);
  });
});

describe('_config.yml', () => {
  let scratch: Scratch;

  beforeEach(async () => {
    scratch = await createScratch();
  });

  afterEach(async () => {
    await closeAll();
    await scratch.remove();
  });

  it('gives the time zone of the site, from when it is written until it is deleted', async () => {
    const names =
      (zone: string) =>
      (found: readonly vscode.Diagnostic[]): boolean =>
        found.some(({ message }) => message.includes(zone));
    const uri = await scratch.write(
      'source/_posts/a.md',
      '---\ntitle: A walk\ndate: Sun, 15 May 2022 05:10:40 GMT\n---\n',
    );
    await open(uri);
    await findings(uri, (found) => found.some((it) => ruleOf(it) === 'frontmatter-date'));
    const config = await scratch.write('_config.yml', 'timezone: Asia/Shanghai\n');
    await findings(uri, names('Asia/Shanghai'));
    await vscode.workspace.fs.delete(config);
    await findings(uri, (found) => found.length > 0 && !names('Asia/Shanghai')(found));
  });
});
