import type { Silence, Suppression } from './suppressions';
import type { Article, RuleContext, RuleMeta, UnusedSuppression } from './types';

/** What is known once the rules have run. */
export interface Run {
  readonly article: Article;
  readonly context: RuleContext;
  readonly silence: Silence;
  /** The rules that looked at the document. */
  readonly ran: readonly RuleMeta[];
  /** Every rule that there is. */
  readonly all: readonly RuleMeta[];
}

/**
 * The suppressions that silence nothing. One of a rule that is off, did not run or could not know all that it asks is
 * not among them, nor one in front matter that nothing could read.
 */
export function findUnused({ article, context, silence, ran, all }: Run): readonly UnusedSuppression[] {
  const known = new Set(all.map(({ id }) => id));
  const judged = new Set(ran.filter((meta) => couldKnowAll(meta, context)).map(({ id }) => id));
  return silence.suppressions.flatMap((suppression) => {
    const { rules, scope, list, start, end } = suppression;
    if (inUnreadFrontMatter(article, suppression)) {
      return [];
    }
    const isUsed = (rule: string): boolean =>
      known.has(rule) && (!judged.has(rule) || silence.silencedIn(rule, scope));
    const endsNothing = scope.start === scope.end;
    const used = endsNothing ? [] : rules.filter(isUsed);
    const isNeeded = rules.length === 0 ? !endsNothing && silence.silencedIn('', scope) : false;
    return isNeeded || (rules.length > 0 && used.length === rules.length)
      ? []
      : [
          {
            start,
            end,
            list,
            used,
            unused: rules.filter((rule) => !used.includes(rule)),
            unknown: rules.filter((rule) => !known.has(rule)),
            endsNothing,
          },
        ];
  });
}

function couldKnowAll(meta: RuleMeta, { document, others }: RuleContext): boolean {
  if (meta.asksWorkspace === 'vocabulary') {
    return others !== undefined;
  }
  if (meta.asksWorkspace === 'files') {
    return document.fileExists !== undefined;
  }
  return meta.afterOthers !== true;
}

function inUnreadFrontMatter({ frontMatter }: Article, { start }: Suppression): boolean {
  return frontMatter !== undefined && !frontMatter.valid && start < frontMatter.end;
}
