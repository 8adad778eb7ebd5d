import { clean, type Applied, type CleanResult } from '../engine';
import type { Article, Level, RuleContext } from '../types';

const ranks: Readonly<Record<Level, number>> = { minimal: 0, standard: 1, thorough: 2 };

interface Cleanings {
  /** What the preview hides. */
  readonly result: CleanResult;
  readonly level: Level;
  /** Default the setting. */
  readonly cleanLevel: Level | undefined;
}

/**
 * Whether Clean at its own level would leave what the preview hides at its level. The article is only cleaned
 * again when that does not follow from the kind of the fixes: one that was found after others may not be there
 * without them, such as an element that only a suggestion emptied.
 */
export function keepTest(
  article: Article,
  { result, level, cleanLevel }: Cleanings,
  context: RuleContext,
): (applied: Applied) => boolean {
  const own = cleanLevel ?? context.options.clean.level;
  const isAbove = (applied: Applied): boolean => ranks[applied.level] > ranks[own];
  if (ranks[own] >= ranks[level] || !result.applied.some(isAbove)) {
    return () => false;
  }
  let written: ReadonlySet<string> | undefined;
  return (applied) => {
    if (isAbove(applied) || !applied.uncovered) {
      return isAbove(applied);
    }
    written ??= new Set(clean(article, { level: own }, context).applied.map(keyOf));
    return !written.has(keyOf(applied));
  };
}

function keyOf({ rule, start }: Applied): string {
  return `${start} ${rule}`;
}
