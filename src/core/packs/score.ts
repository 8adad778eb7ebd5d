import { remembering } from '../memo';
import { clausesBeside, isTold, type Hit } from './clauses';
import { narrative } from './narrative';
import { anyPhrase, phrases } from './phrases';
import type { ChaffKind } from './kinds';

/** How much a text says that does not belong to an article. */
export interface TextScore {
  /** The kind with the most weight. */
  readonly kind: ChaffKind;
  /** The sum of the weights of what it says, less what tells a story. */
  readonly score: number;
  /** The share of the text that is sentences which say it, from 0 to 1. */
  readonly coverage: number;
}

/** Longer texts are not asked: no invitation is that long, and a paragraph never goes for one sentence in it. */
const longestText = 420;

const storyWeight = 2;

/** So much of an invitation may be said of something else: names, a motto. */
const asides = 0.2;

/** What somebody else says or a sign reads. Shorter ones are names of accounts, buttons, and words to send. */
const quotation =
  /(?<![点击按戳复送搜加为注号])“[^“”]{9,}”|(?<![点击按戳复送搜加为注号])「[^「」]{9,}」|(?<![\w=])"[^"]{40,}"(?!\w)/g;

/** Judges the wording of one passage; undefined when nothing in it hints at chaff. */
export const scoreText = remembering((text: string): TextScore | undefined => {
  if (text.length > longestText || !anyPhrase.test(text)) {
    return undefined;
  }
  const said = text.replace(quotation, (quoted) => ' '.repeat(quoted.length));
  const weights = new Map<ChaffKind, number>();
  const hits: Hit[] = [];
  for (const { kind, pattern, weight } of phrases) {
    const match = pattern.exec(said);
    if (match !== null && !isTold(said, match.index)) {
      weights.set(kind, (weights.get(kind) ?? 0) + weight);
      hits.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  let best: ChaffKind | undefined;
  let total = 0;
  for (const [kind, weight] of weights) {
    total += weight;
    best = best === undefined || weight > (weights.get(best) ?? 0) ? kind : best;
  }
  if (best === undefined) {
    return undefined;
  }
  const stories = narrative.filter((pattern) => pattern.test(text)).length;
  const beside = clausesBeside(text, hits).reduce((sum, clause) => sum + textSize(clause), 0);
  return {
    kind: best,
    score: total * (1 - Math.max(0, beside / Math.max(1, textSize(text)) - asides)) - stories * storyWeight,
    coverage: sentenceCoverage(text, hits),
  };
});

/** How much of a text is in sentences that hold one of the places. */
function sentenceCoverage(text: string, hits: readonly Hit[]): number {
  let covered = 0;
  let total = 0;
  let start = 0;
  for (const { index } of [...text.matchAll(sentenceEnd), { index: text.length }]) {
    const end = index + 1;
    const sentence = text.slice(start, end);
    const isHit = hits.some((hit) => hit.start < end && hit.end > start);
    covered += isHit ? textSize(sentence) : 0;
    total += isHit || !shortQuestion.test(sentence) ? textSize(sentence) : 0;
    start = end;
  }
  return covered / Math.max(1, total);
}

/** What is asked so that the reader does something: it says nothing by itself. */
const shortQuestion = /^[^，,；;]{2,20}(?:吗|嗎|呢|了没|了吗)\s?？$/;

const sentenceEnd = /[。！？；]|[.!?;](?=\s)/g;

/** Length in units of a Chinese character: a Latin letter is about a third of one. */
export function textSize(text: string): number {
  let size = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    size += code > 0x2e7f ? 1 : code > 32 ? 0.36 : 0;
  }
  return size;
}
