import { offsetsAfter } from './edits';
import type { Article, Edit, Span } from './types';

/**
 * Places of the original text at which edits made a tag or a comment out of text, or text out of one: `<<b>int</b>>`
 * without the tags of `b` is a tag itself. What the edits put in counts as theirs. Sorted.
 */
export function movedTags(article: Article, edits: readonly Edit[], after: Article): readonly Span[] {
  const map = offsetsAfter(edits);
  const moved: Span[] = [];
  const found = after.body.tokens;
  const back = new Backwards(edits);
  let at = 0;
  for (const token of article.body.tokens) {
    const start = map(token.start);
    if (start === map(token.end)) {
      continue;
    }
    let other = found[at];
    while (other !== undefined && other.start < start) {
      const place = back.place(other.start);
      if (!place.isPutIn) {
        moved.push(place);
      }
      other = found[++at];
    }
    if (other?.start === start) {
      at++;
    } else {
      moved.push({ start: token.start, end: token.end });
    }
  }
  for (const other of found.slice(at)) {
    const place = back.place(other.start);
    if (!place.isPutIn) {
      moved.push(place);
    }
  }
  return [...moved, ...joinedReferences(edits, after, map)].sort((a, b) => a.start - b.start);
}

/** Edits that join the two halves of a character reference: `&l<!-- -->t;`. */
function joinedReferences(
  edits: readonly Edit[],
  { text }: Article,
  map: (offset: number) => number,
): readonly Span[] {
  return edits.filter((edit) => {
    const joint = map(edit.end) - edit.text.length;
    const from = Math.max(0, joint - longestReference);
    const start = text.slice(from, joint).lastIndexOf('&');
    const found = start < 0 ? null : reference.exec(text.slice(from + start, joint + longestReference));
    return found !== null && from + start + found[0].length > joint;
  });
}

/** With a semicolon, or one of those that browsers read without. */
const reference = /^&(?:(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);|(?:lt|gt|amp|quot|nbsp|copy|reg|#x?[0-9a-f]))/i;
const longestReference = 34;

/** Where places of the edited text were before; asked in ascending order. */
class Backwards {
  readonly #edits: readonly Edit[];
  #index = 0;
  #shift = 0;

  constructor(edits: readonly Edit[]) {
    this.#edits = edits;
  }

  place(offset: number): Span & { readonly isPutIn: boolean } {
    let edit = this.#edits[this.#index];
    while (edit !== undefined && edit.start + this.#shift + edit.text.length <= offset) {
      this.#shift += edit.text.length - (edit.end - edit.start);
      edit = this.#edits[++this.#index];
    }
    const isPutIn = edit !== undefined && edit.start + this.#shift <= offset;
    const start = isPutIn ? (edit?.start ?? 0) : offset - this.#shift;
    return { start, end: Math.max(start, isPutIn ? (edit?.end ?? 0) : start + 1), isPutIn };
  }
}
