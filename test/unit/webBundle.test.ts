import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import esbuild from 'esbuild';

const root = join(__dirname, '../../..');

/** A bundle for the web, built as `esbuild.mjs` builds the entry `browser`. */
async function bundle(options: esbuild.BuildOptions): Promise<string> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}

/** Runs a bundle where there is nothing but ECMAScript and `URL`, which Node and web workers share: no Node, no DOM. */
function run(code: string, require: (name: string) => unknown): Readonly<Record<string, unknown>> {
  const module = { exports: {} };
  runInNewContext(code, { module, exports: module.exports, require, URL });
  return module.exports;
}

describe('the extension for the web', () => {
  it('asks for no module but vscode, and needs nothing of Node to be loaded', async () => {
    const code = await bundle({ entryPoints: ['src/host/extension.ts'] });
    const asked = new Set([...code.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name));
    assert.deepEqual([...asked], ['vscode']);

    // Whatever is looked up in vscode while the extension is loaded is there, as a class with every member.
    const anything: unknown = new Proxy(Object, {
      get: (target, name) => (name === 'prototype' ? target.prototype : anything),
      apply: () => anything,
    });
    const names = [...code.matchAll(/\bvscode\d*\.([A-Z]\w+)/g)].map(([, name]) => name ?? '');
    const vscode = Object.fromEntries(names.map((name) => [name, anything]));
    const { activate } = run(code, () => vscode);
    assert.equal(typeof activate, 'function');
  });

  it('checks, cleans and renders without Buffer, process or a document', async () => {
    const code = await bundle({
      stdin: {
        resolveDir: root,
        loader: 'ts',
        contents: `
          import { parseArticle } from './src/core/article';
          import { check, clean } from './src/core/engine';
          import { defaultOptions } from './src/core/options';
          import { render } from './src/core/render';
          const text = '\\n---\\ntitle: A walk\\ndate: 2024-02-30\\ncategories: [a]\\n---\\n<p>One.</p>\\n<!-- slot -->\\n\`\`\`js\\n1\\n\`\`\`\\n';
          const article = parseArticle(text);
          const context = { options: defaultOptions, isArticle: true, document: { now: 0 } };
          export const rules = check(article, context).map(({ rule }) => rule);
          export const cleaned = clean(article, { level: 'thorough', frontMatter: true }, context).text;
          export const html = render(article, { level: 'thorough' }, context).html;
        `,
      },
    });
    const { rules, cleaned, html } = run(code, (name) => assert.fail(`It asks for ${name}.`));
    assert.ok((rules as readonly string[]).includes('no-html-comment'));
    assert.match(String(cleaned), /^---\ntitle: A walk/);
    assert.match(String(html), /<p[^>]*>One\.<\/p>/);
  });
});
