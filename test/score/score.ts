/**
 * `npm run score -- FOLDER`: how well the preview and the cleaned file match a careful editor's judgement. FOLDER holds
 * `NAME.md` and `NAME.gold.json` pairs; the gold's fields are described in the README ("Score"). Then the two lists of the
 * front matter: see `frontMatter.ts`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../../src/core/engine';
import { render } from '../../src/core/render';
import { testDocument } from '../support/context';
import { scoreFrontMatter, type FrontMatterGold } from './frontMatter';
import { whatIsShown } from './visibleText';

export interface Gold {
  readonly keepText: string;
  /** Source that looks like chaff and is content. */
  readonly mustKeep: readonly { readonly text: string }[];
  readonly dropText: readonly string[];
  readonly dropMarkup: readonly string[];
  readonly keepImages: readonly string[];
  readonly dropImages: readonly string[];
  /** Remarks on what reasonable editors keep or drop; what they quote counts neither way. */
  readonly debatable?: readonly string[];
}

export interface Score {
  readonly name: string;
  /** Share of the editor's text that is shown. */
  readonly recall: number;
  /** Share of what is shown that is the editor's text. */
  readonly precision: number;
  /** What is not as the editor wants it, a sentence each. */
  readonly wrong: readonly string[];
  /** Passages of the editor's text that are not shown. */
  readonly lost: readonly string[];
  /** Passages that are shown and are not the editor's. */
  readonly unwanted: readonly string[];
}

export function scoreArticle(name: string, source: string, gold: Gold): Score {
  const { article, context } = testDocument(source, { path: `${name}.md` });
  const shown = whatIsShown(render(article, { level: 'thorough' }, context).html);
  const cleaned = clean(article, { level: 'thorough' }, context).text.slice(bodyStart(source));
  const text = squeezed(shown.text);
  const wanted = squeezed(gold.keepText);
  const counted = withoutDebatable(text, wanted, gold.debatable ?? []);
  return {
    name,
    // What stands between two passages of the editor's and counts neither way separates nothing.
    recall: Math.max(share(wanted, text), share(wanted, counted)),
    precision: share(counted, wanted),
    lost: missing(wanted, text),
    unwanted: missing(counted, wanted),
    wrong: [
      ...gold.mustKeep
        .filter((item) => !cleaned.includes(item.text) && !text.includes(squeezed(item.text)))
        .map((item) => `lost: ${item.text}`),
      ...gold.dropText.filter((item) => text.includes(squeezed(item))).map((item) => `shown: ${item}`),
      ...gold.dropMarkup.filter((item) => cleaned.includes(item)).map((item) => `still in the file: ${item}`),
      ...gold.keepImages
        .filter((item) => !shown.images.includes(item))
        .map((item) => `picture lost: ${item}`),
      ...gold.dropImages
        .filter((item) => shown.images.includes(item))
        .map((item) => `picture shown: ${item}`),
    ],
  };

  function bodyStart(whole: string): number {
    return Math.min(article.frontMatter?.end ?? 0, whole.length);
  }
}

export function isPerfect({ recall, precision, wrong }: Score): boolean {
  return recall > 0.995 && precision > 0.98 && wrong.length === 0;
}

/** Passages quoted in the remarks, an ellipsis standing for anything, are taken out unless the editor kept them. */
function withoutDebatable(text: string, wanted: string, remarks: readonly string[]): string {
  let result = text;
  for (const remark of remarks) {
    // A passage may have quotation marks of its own: then the remark goes from the first to the last of them.
    const whole = squeezed(/^"(.+)"(?= )/s.exec(remark)?.[1] ?? '');
    if (whole !== '' && result.includes(whole) && !wanted.includes(whole)) {
      result = result.replace(whole, () => '');
      continue;
    }
    for (const [, double, corner, element] of remark.matchAll(/"([^"]{2,})"|「([^」]{2,})」|<(\w+)>/g)) {
      const quoted =
        element === undefined ? (double ?? corner ?? '') : (remark.split(`<${element}>`)[1] ?? '');
      const parts = squeezed(quoted.replace(/<.*$/s, '')).split(/…|\.\.\./);
      const start = result.indexOf(parts[0] ?? '');
      const last = parts.at(-1) ?? '';
      const end = last === '' ? start + (parts[0]?.length ?? 0) : result.indexOf(last, start) + last.length;
      if (start >= 0 && end > start && !wanted.includes(result.slice(start, end))) {
        result = result.slice(0, start) + result.slice(end);
      }
    }
  }
  return result;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Share of the 5-grams of `of` that `within` has too, each as often. A text of under five characters is one gram. */
function share(of: string, within: string): number {
  const available = new Map<string, number>();
  for (const gram of grams(within)) {
    available.set(gram, (available.get(gram) ?? 0) + 1);
  }
  let total = 0;
  let found = 0;
  for (const gram of grams(of)) {
    total++;
    const left = available.get(gram) ?? 0;
    if (left > 0) {
      available.set(gram, left - 1);
      found++;
    }
  }
  return total === 0 ? 1 : found / total;
}

/** The passages of `of` whose 5-grams `within` does not have, in order. */
function missing(of: string, within: string): readonly string[] {
  const available = new Set(grams(within));
  const passages: string[] = [];
  let start = -1;
  for (let index = 0; index + 5 <= of.length; index++) {
    const isThere = available.has(of.slice(index, index + 5));
    if (!isThere && start < 0) {
      start = index;
    } else if (isThere && start >= 0) {
      // Where something stands between two of them, only the grams that cross the seam are missing.
      passages.push(of.slice(start === 0 ? 0 : start + 4, index));
      start = -1;
    }
  }
  if (start >= 0) {
    passages.push(of.slice(start === 0 ? 0 : start + 4));
  }
  return passages.filter((passage) => passage !== '');
}

function* grams(text: string): Iterable<string> {
  if (text.length > 0 && text.length < 5) {
    yield text;
  }
  for (let index = 0; index + 5 <= text.length; index++) {
    yield text.slice(index, index + 5);
  }
}

function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error('Say which folder: npm run score -- FOLDER');
    return 2;
  }
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => file.slice(0, -'.gold.json'.length))
    .sort();
  const scores = names.map((name) =>
    scoreArticle(
      name,
      readFileSync(join(folder, `${name}.md`), 'utf8'),
      JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Gold,
    ),
  );
  const mean = (of: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / Math.max(1, scores.length);
  console.log('| Article | Recall | Precision | Perfect | Wrong |\n| --- | --- | --- | --- | --- |');
  for (const score of scores) {
    const { name, recall, precision, wrong } = score;
    console.log(
      `| ${name} | ${recall.toFixed(4)} | ${precision.toFixed(4)} | ${isPerfect(score) ? 'yes' : 'no'} | ${wrong.join('; ')} |`,
    );
  }
  for (const { name, lost, unwanted } of scores) {
    for (const [label, passages] of [
      ['lost', lost],
      ['unwanted', unwanted],
    ] as const) {
      for (const passage of passages) {
        console.log(`${name}: ${label}: ${passage.length > 120 ? `${passage.slice(0, 120)}…` : passage}`);
      }
    }
  }
  const perfect = scores.filter(isPerfect).length;
  console.log(
    `\n${scores.length} articles, ${perfect} perfect; mean recall ${mean((s) => s.recall).toFixed(4)}, mean precision ${mean((s) => s.precision).toFixed(4)}.`,
  );
  printFrontMatter(folder, names);
  return 0;
}

function printFrontMatter(folder: string, names: readonly string[]): void {
  const scores = names.map((name) =>
    scoreFrontMatter(
      name,
      readFileSync(join(folder, `${name}.md`), 'utf8'),
      JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as FrontMatterGold,
    ),
  );
  console.log('\nFindings at fields for which the editor named no problem:\n');
  for (const { name, extra } of scores) {
    extra.forEach((finding) => {
      console.log(`- ${name} ${finding}`);
    });
  }
  console.log('\nProblems that a rule can know, and what reports them:\n');
  for (const { name, reported } of scores) {
    for (const { problem, findings } of reported) {
      console.log(
        `- ${findings.length === 0 ? 'MISSED ' : ''}${name} “${problem.slice(0, 70)}”: ${findings.join(', ')}`,
      );
    }
  }
  const all = scores.flatMap(({ reported }) => reported);
  const told = all.filter(({ findings }) => findings.length > 0).length;
  const extra = scores.reduce((sum, score) => sum + score.extra.length, 0);
  const personal = scores.reduce((sum, score) => sum + score.personal.length, 0);
  console.log(
    `\n${told} of ${all.length} reported, ${extra} beyond them; ${personal} are for a person to know.`,
  );
}

if (require.main === module) {
  process.exitCode = main(process.argv[2]);
}
