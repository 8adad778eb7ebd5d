/** What is remembered is thrown away by halves: the older half when the newer one has this many entries. */
const mostEntries = 4_000;

/** Longer texts are worked on anew each time, so that what is remembered stays small. */
const longestKey = 600;

/**
 * Remembers what a pure function of a text returned. An article is judged again after each pass of cleaning and each key
 * that is typed, and all but a few of its lines are the same then.
 */
export function remembering<Result>(compute: (text: string) => Result): (text: string) => Result {
  let recent = new Map<string, { readonly result: Result }>();
  let older = new Map<string, { readonly result: Result }>();
  return (text) => {
    if (text.length > longestKey) {
      return compute(text);
    }
    const known = recent.get(text);
    if (known) {
      return known.result;
    }
    const entry = older.get(text) ?? { result: compute(text) };
    if (recent.size >= mostEntries) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, entry);
    return entry.result;
  };
}
