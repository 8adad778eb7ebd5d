/** Punctuation and arrows around a heading or the words of a button. */
const end = String.raw`[\s:：>》»›→…。.!！▼↓∨＞】\]—–_=*·-]*$`;
const start = String.raw`^[\s<《«‹←【\[▲▼↓▶►●◆■☞👉👇★·・—–_=*-]*`;

/** An expression for a line of nothing but these words, whatever marks stand around them. */
export const whole = (words: string, flags = 'iu'): RegExp => new RegExp(`${start}(?:${words})${end}`, flags);
