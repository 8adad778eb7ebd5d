import type { Line } from './lines';

/** Punctuation and arrows around a heading or the words of a button. */
const end = String.raw`[\s:：>》»›→…。.!！▼↓∨＞】\]—–_=*·-]*$`;
const start = String.raw`^[\s<《«‹←【\[▲▼↓▶►●◆■☞👉👇★·・—–_=*-]*`;

/** An expression for a line of nothing but these words, whatever marks stand around them. */
export const whole = (words: string, flags = 'iu'): RegExp => new RegExp(`${start}(?:${words})${end}`, flags);

/** One line of several sentences: what begins with one of them, or is one, when it ends with `$`. */
export const beginning = (
  kind: Line['kind'],
  where: Line['where'],
  sentences: readonly string[],
  linked = 0,
): Line => ({
  kind,
  where,
  linked,
  pattern: new RegExp(`^[\\s\\p{S}>＞|※*＊·•“"]*(?:${sentences.join('|')})`, 'iu'),
});
