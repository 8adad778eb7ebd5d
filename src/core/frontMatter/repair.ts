import type { FixKind } from '../types';

/** Why YAML does not read a line as its author meant it. */
export type HostileKind =
  /** `"""'text'"""`: a template quoted the value at each run. */
  | 'nested quotes'
  /** A quote of the same kind inside of the quotes. */
  | 'inner quote'
  /** `"C:\path"`. */
  | 'escape'
  /** The closing quote is missing. */
  | 'open quote'
  /** `tags: [a, b`. */
  | 'open bracket'
  /** A key that is indented below one that has a value. */
  | 'indentation'
  /** `title: What: a title`. */
  | 'colon'
  /** `[`, `{`, `%`, `@`, `*` ... at the beginning. */
  | 'indicator'
  /** A tab in the indentation. */
  | 'tab'
  /** `title:text` or `title：text`. */
  | 'separator';

/** Mistakes that a look at the line alone proves, even when the block cannot be repaired. */
export const evidentKinds: ReadonlySet<HostileKind> = new Set([
  'nested quotes',
  'colon',
  'indicator',
  'escape',
]);

/** A way to write a line so that it says what it seems to say. */
export interface Repair {
  readonly kind: HostileKind;
  /** Where in the line the fault is; columns from 0. Undefined: where the parser stopped. */
  readonly fault: { readonly start: number; readonly end: number } | undefined;
  /** What to replace in the line. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly fixKind: FixKind;
  /** The key, or '' for a list item. */
  readonly key: string;
  /** How many pairs of quotes are around the text, for `nested quotes`. */
  readonly pairs?: number;
}

/** A repair of a value, with places relative to its start; `length` is how much of it is replaced. */
export type ValueRepair = Pick<Repair, 'kind' | 'fault' | 'text' | 'fixKind' | 'pairs'> & {
  readonly length?: number;
};
