import { slips } from '../frontMatter/misspelling';
import type { KnownNames } from '../types';
import { simplify } from './script';

type Term = KnownNames['categories'][number];

/** Another way of writing a name. */
export interface LookAlike extends Term {
  /** `form`: the same but for case, width, blanks, hyphens and script. `letters`: a letter or two differ. */
  readonly by: 'form' | 'letters';
  /** How many other articles write it as it is written here. */
  readonly own: number;
}

/** How often a name in nearly the same letters must be used for each use of this one: both may be meant. */
const timesMoreUsed = 5;

/** The name that more of the other articles use for what is most likely the same; undefined for a name of its own. */
export function findLookAlike(name: string, { categories }: KnownNames): LookAlike | undefined {
  const index = indexOf(categories);
  const own = index.counts.get(name) ?? 0;
  const same = index.byForm.get(plainForm(name))?.find((term) => term.name !== name);
  if (same !== undefined && same.count > own) {
    return { ...same, by: 'form', own };
  }
  const near = isLatin(name)
    ? categories.find(
        (term) =>
          term.count >= Math.max(2, timesMoreUsed * own) && term.name !== name && areNear(name, term.name),
      )
    : undefined;
  return near && { ...near, by: 'letters', own };
}

/** The name of a list that is nearest to one which is not in it. */
export function nearestOf(name: string, names: readonly string[]): string | undefined {
  const form = plainForm(name);
  return (
    names.find((candidate) => plainForm(candidate) === form) ??
    names.find(
      (candidate) => slips(plainForm(candidate), form) <= (form.length > 9 ? 2 : form.length > 3 ? 1 : 0),
    )
  );
}

/** Case, width, blanks, hyphens and script do not count. */
export function plainForm(name: string): string {
  return simplify(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\-_‐-―·・]/g, ''),
  );
}

/** Of five to nine letters one may differ, of more two; `iOS 14` and `iOS 15` are two things. */
function areNear(name: string, other: string): boolean {
  const [a, b] = [plainForm(name), plainForm(other)];
  const digits = (text: string): string => text.replace(/\D/g, '');
  return (
    Math.abs(a.length - b.length) <= 2 &&
    a.startsWith(b.charAt(0)) &&
    isLatin(other) &&
    digits(a) === digits(b) &&
    slips(a, b) <= (Math.min(a.length, b.length) > 9 ? 2 : 1)
  );
}

function isLatin(name: string): boolean {
  return (name.match(/\p{Script=Latin}/gu)?.length ?? 0) >= 5 && !/\p{Script=Han}/u.test(name);
}

interface Index {
  readonly counts: ReadonlyMap<string, number>;
  /** Each list the most used first. */
  readonly byForm: ReadonlyMap<string, readonly Term[]>;
}

/** Made once for each list of names: the editor hands the same one in until an article changes. */
const indexes = new WeakMap<readonly Term[], Index>();

function indexOf(terms: readonly Term[]): Index {
  const known = indexes.get(terms);
  if (known !== undefined) {
    return known;
  }
  const byForm = new Map<string, Term[]>();
  for (const term of terms) {
    const form = plainForm(term.name);
    byForm.set(form, [...(byForm.get(form) ?? []), term]);
  }
  const index = { counts: new Map(terms.map(({ name, count }) => [name, count])), byForm };
  indexes.set(terms, index);
  return index;
}
