import { offsetsAfter } from './edits';
import { spansContain } from './spans';
import type { Article, Edit, HtmlToken, Span } from './types';

/**
 * Places of the original text at which edits made a tag or a comment out of text, or text out of one: `<<b>int</b>>`
 * without the tags of `b` is a tag itself. What the edits put in counts as theirs. Sorted.
 */
export function movedTags(article: Article, edits: readonly Edit[], after: Article): readonly Span[] {
  const map = offsetsAfter(edits);
  const moved: Span[] = [];
  // The content of an empty script is a token without length.
  const found = after.body.tokens.filter(({ start, end }) => end > start);
  const back = new Backwards(edits);
  const note = (token: HtmlToken): void => {
    const place = back.place(token.start);
    if (!place.isPutIn && !isFrameOfCode(article, token, place)) {
      moved.push(place);
    }
  };
  let at = 0;
  for (const token of article.body.tokens) {
    const start = map(token.start);
    if (start === map(token.end)) {
      continue;
    }
    let other = found[at];
    while (other !== undefined && other.start < start) {
      note(other);
      other = found[++at];
    }
    if (other?.start === start) {
      at++;
    } else {
      moved.push({ start: token.start, end: token.end });
    }
  }
  found.slice(at).forEach(note);
  return [...moved, ...joinedReferences(edits, after, map)].sort((a, b) => a.start - b.start);
}

/** With a button beside it, the `code` in a `pre` is a part of its content; without one it is the frame around it. */
function isFrameOfCode({ body }: Article, token: HtmlToken, place: Span): boolean {
  return (
    (token.kind === 'startTag' || token.kind === 'endTag') &&
    token.name === 'code' &&
    spansContain(body.code, place.start)
  );
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
