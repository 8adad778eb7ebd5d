/** Characters that nobody sees, and the blanks that look like others: zero-width ones, soft hyphen, NBSP. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]|^\s+|\s+$/g;

/**
 * How a key resembles a name: `form` when only case, width, blanks, hyphens or characters that nobody sees differ,
 * `letters` when up to two letters do; undefined when it does not, or is the name itself.
 */
export function misspelling(key: string, name: string): 'form' | 'letters' | undefined {
  // Nothing as long as this is a slip of the pen.
  if (key === name || key.length > name.length + 8) {
    return undefined;
  }
  const letters = plainForm(key);
  const wanted = plainForm(name);
  if (letters === wanted) {
    return 'form';
  }
  return slips(letters, wanted) <= allowedSlips(wanted, letters) ? 'letters' : undefined;
}

function plainForm(key: string): string {
  return key.normalize('NFKC').replace(unseen, '').toLowerCase().replace(/[-_ ]/g, '');
}

/**
 * Of four letters one may be wrong, of seven or more two. The first is seldom wrong: `rate` is no `date`.
 */
function allowedSlips(name: string, key: string): number {
  if (name.length < 4 || key.length < 4) {
    return 0;
  }
  const first = name.charAt(0);
  const sameStart = key.startsWith(first) || key.startsWith(first, 1);
  if (name.length < 7) {
    return sameStart ? 1 : 0;
  }
  return sameStart ? 2 : 1;
}

/** The letters to insert, delete, replace or swap with their neighbour (optimal string alignment); 3 for any more. */
export function slips(a: string, b: string): number {
  const limit = 3;
  if (Math.abs(a.length - b.length) >= limit) {
    return limit;
  }
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(limit, last[b.length] ?? limit);
}
