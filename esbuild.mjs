// Builds everything under dist/: `node esbuild.mjs [--watch] [--production] [NAME...]`.
// NAME is one of the keys of `targets`; without one, all are built.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import esbuild from 'esbuild';
import { globSync } from 'tinyglobby';

const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith('--')));
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const production = flags.has('--production');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

/** The tests' own entries: every `*.test.ts` of a folder, one bundle each. */
const tests = (folder, options) => ({
  ...node,
  entryPoints: globSync(`test/${folder}/**/*.test.ts`),
  outbase: `test/${folder}`,
  outdir: `dist/test/${folder}`,
  packages: 'external',
  ...options,
});

/**
 * What the extension loads when it is first asked for; a bundle of its own, so that the one which is read
 * at the start stays small. The web host loads one file only, so there it stays in the bundle.
 */
const onDemand = {
  name: 'on demand',
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /\/core\/toMarkdown$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './toMarkdown.js', external: true } : undefined,
    );
  },
};

/** @type {Record<string, esbuild.BuildOptions>} */
const targets = {
  main: {
    ...node,
    entryPoints: ['src/host/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [onDemand],
    supported: { 'dynamic-import': false },
  },
  toMarkdown: {
    ...node,
    entryPoints: ['src/core/toMarkdown.ts'],
    outfile: 'dist/toMarkdown.js',
  },
  web: {
    ...common,
    platform: 'browser',
    format: 'cjs',
    entryPoints: ['src/host/extension.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
  },
  preview: {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/client.ts'],
    outfile: 'dist/preview.js',
  },
  // What colours code; the page loads it when an article has code.
  tokenise: {
    ...common,
    platform: 'browser',
    format: 'esm',
    entryPoints: ['src/webview/tokenise.ts'],
    outfile: 'dist/tokenise.js',
  },
  cli: {
    ...node,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  unit: tests('unit'),
  mocha: {
    ...node,
    entryPoints: ['test/support/mochaMain.ts'],
    outfile: 'dist/test/mocha.js',
    packages: 'external',
  },
  host: tests('host', { entryPoints: ['test/host/index.ts', ...globSync('test/host/**/*.test.ts')] }),
  'preview-tests': tests('preview'),
  score: { ...node, entryPoints: ['test/score/score.ts'], outdir: 'dist/test/score', packages: 'external' },
  bench: {
    ...node,
    entryPoints: ['test/bench/bench.ts', 'test/bench/corpus.ts'],
    outdir: 'dist/test/bench',
    packages: 'external',
  },
};

/** Targets that another needs when it runs. */
const parts = { main: ['toMarkdown'], preview: ['tokenise'] };

const asked = names.length > 0 ? names : Object.keys(targets);
const wanted = [...new Set(asked.flatMap((name) => [name, ...(parts[name] ?? [])]))];
const unknown = wanted.filter((name) => !(name in targets));
if (unknown.length > 0) {
  console.error(`Unknown target ${unknown.join(', ')}; there are ${Object.keys(targets).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted) {
  const options = targets[name];
  const entries = /** @type {string[]} */ (options.entryPoints);
  if (entries.length === 0 || entries.some((entry) => !existsSync(entry))) {
    continue;
  }
  if (flags.has('--watch')) {
    const context = await esbuild.context(options);
    await context.watch();
  } else {
    const { metafile } = await esbuild.build({ ...options, metafile: true });
    await removeOthers(options.outdir, new Set(Object.keys(metafile.outputs)));
  }
}

/** Takes what an earlier build left out of a folder: a test whose source is gone must not run. */
async function removeOthers(folder, written) {
  const old = folder ? globSync(`${folder}/**`).filter((file) => !written.has(file)) : [];
  await Promise.all(old.map((file) => rm(file, { force: true })));
}
