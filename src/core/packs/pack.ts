/**
 * A rule of one site, or of one user, as data: what to take out although nothing general says that it is
 * chaff. At least one of `match` and `text` is given.
 */
export interface PackEntry {
  /** A CSS selector of elements that go whole. */
  readonly match?: string;
  /** A regular expression, case ignored, that the text of the element, or of a line of text, has to match. */
  readonly text?: string;
  /** Only among the last so many lines and paragraphs, other chaff that is taken out not counted. */
  readonly within?: number;
  /** Why it is no part of the article: shown with the finding. */
  readonly why: string;
}

/** Compiles the `text` of an entry; undefined for an expression that is not one. */
export function compileText(text: string): RegExp | undefined {
  try {
    return new RegExp(text, 'iu');
  } catch {
    // Many expressions that people write are right only without the `u` flag (`\-`).
  }
  try {
    return new RegExp(text, 'i');
  } catch {
    return undefined;
  }
}
