/**
 * `npm run bench -- [--files N] [--rounds N]`: how long reading, checking and cleaning take for a
 * generated corpus, beside markdownlint on the same texts. One process; every round runs every pass
 * once, so that a machine that slows down slows all of them; medians over the rounds.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeUtf8 } from '../../src/cli/utf8';
import { parseArticle } from '../../src/core/article';
import { isArticle } from '../../src/core/document';
import { check, clean } from '../../src/core/engine';
import { defaultOptions } from '../../src/core/options';
import type { Article, RuleContext } from '../../src/core/types';
import { generateCorpus, type GeneratedArticle } from './corpus';

interface Pass {
  readonly name: string;
  /** Returns a number that depends on the work, so that none of it can be left out. */
  run(): number;
}

async function main(): Promise<void> {
  const { files, rounds } = readArguments();
  const corpus = generateCorpus(files);
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
  try {
    const paths = corpus.map(({ name, text }) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
    const passes = await createPasses(corpus, paths);
    console.log(describeCorpus(corpus, passes));
    report(measure(passes, rounds), corpus);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readArguments(): { readonly files: number; readonly rounds: number } {
  const { values } = parseArgs({
    options: { files: { type: 'string', default: '300' }, rounds: { type: 'string', default: '9' } },
  });
  const files = Number(values.files);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(files) || !Number.isInteger(rounds) || files < 1 || rounds < 1) {
    throw new RangeError('--files and --rounds are whole numbers from 1 up.');
  }
  return { files, rounds };
}

const passNames = { read: 'read + decode', check: 'check', clean: 'clean', lint: 'markdownlint' } as const;

async function createPasses(
  corpus: readonly GeneratedArticle[],
  paths: readonly string[],
): Promise<readonly Pass[]> {
  // An ES module without a CommonJS twin.
  const { lint } = await import('markdownlint/sync');
  const now = Date.UTC(2024, 0, 15);
  const contextOf = (article: Article, path: string): RuleContext => ({
    options: defaultOptions,
    document: { path, now },
    isArticle: isArticle(article, path, defaultOptions),
  });
  const overTexts = (work: (text: string, path: string) => number): (() => number) => {
    return () => corpus.reduce((sum, { text }, index) => sum + work(text, paths[index] ?? ''), 0);
  };
  return [
    {
      name: passNames.read,
      run: () => paths.reduce((sum, path) => sum + decodeUtf8(readFileSync(path)).length, 0),
    },
    {
      name: passNames.check,
      run: overTexts((text, path) => {
        const article = parseArticle(text);
        return check(article, contextOf(article, path)).length;
      }),
    },
    {
      name: passNames.clean,
      run: overTexts((text, path) => {
        const article = parseArticle(text);
        return text.length - clean(article, {}, contextOf(article, path)).text.length;
      }),
    },
    {
      name: passNames.lint,
      run: overTexts((text) => lint({ strings: { text } }).text?.length ?? 0),
    },
  ];
}

/** Milliseconds of every round by the name of the pass. */
function measure(passes: readonly Pass[], rounds: number): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>(passes.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Each round begins with another pass, so that none always follows the same one.
    for (let turn = 0; turn < passes.length; turn++) {
      const pass = passes[(round + turn) % passes.length];
      if (pass !== undefined) {
        const start = performance.now();
        pass.run();
        times.get(pass.name)?.push(performance.now() - start);
      }
    }
  }
  return times;
}

/** Runs every pass once, which also warms it up. */
function describeCorpus(corpus: readonly GeneratedArticle[], passes: readonly Pass[]): string {
  const sizes = corpus.map(({ text }) => Buffer.byteLength(text));
  const results = new Map(passes.map((pass) => [pass.name, pass.run()]));
  return [
    `${corpus.length} articles, ${(sum(sizes) / 1e6).toFixed(2)} MB, median ${(median(sizes) / 1e3).toFixed(1)} KB, largest ${(Math.max(...sizes) / 1e3).toFixed(1)} KB`,
    `findings: ${results.get(passNames.check) ?? 0} (markdownlint ${results.get(passNames.lint) ?? 0}); characters cleaned away: ${results.get(passNames.clean) ?? 0}`,
    `Node ${process.versions.node}`,
    '',
  ].join('\n');
}

function report(times: ReadonlyMap<string, readonly number[]>, corpus: readonly GeneratedArticle[]): void {
  const bytes = sum(corpus.map(({ text }) => Buffer.byteLength(text)));
  const medianOf = (name: string): number => median(times.get(name) ?? []);
  const rows = [...times].map(([name, all]) => {
    const time = median(all);
    return [
      name,
      time.toFixed(1),
      Math.min(...all).toFixed(1),
      Math.max(...all).toFixed(1),
      ((time * 1000) / corpus.length).toFixed(0),
      (bytes / 1000 / time).toFixed(1),
      (time / medianOf(passNames.read)).toFixed(2),
      (time / medianOf(passNames.lint)).toFixed(4),
    ];
  });
  const head = ['pass', 'median ms', 'min', 'max', 'us/article', 'MB/s', 'x read+decode', 'x markdownlint'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
