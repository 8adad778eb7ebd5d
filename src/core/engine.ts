import { withoutSideEffects } from './frontMatter/sideEffects';
import { rules } from './rules';
import { Rewrite, utf8Length } from './edits';
import { intersects } from './spans';
import { stabilise, type StablePlan } from './stabilise';
import { createSilence, findSuppressions, type Silence } from './suppressions';
import { findUnused } from './unusedSuppressions';
import type {
  Article,
  Edit,
  Finding,
  Fix,
  Group,
  Level,
  Problem,
  Rule,
  RuleContext,
  RuleMeta,
  Severity,
  Span,
  UnusedSuppression,
} from './types';

export interface CleanRequest {
  /** Which kinds of fixes count; default `standard`. */
  readonly level?: Level;
  /**
   * Rule ids or groups; without it every rule of the level. A rule named by its id applies suggestions
   * too. The group `frontmatter` and its rules count only when named here or by `frontMatter`.
   */
  readonly only?: readonly string[];
  /** Also the safe fixes of the front matter; without it cleaning is about the body. */
  readonly frontMatter?: boolean;
  /** Only findings that intersect one of these ranges. */
  readonly within?: readonly Span[];
}

/** How much one rule's fixes took out. `bytes` are UTF-8 bytes removed less bytes put in. */
export interface Removal {
  readonly rule: string;
  readonly group: Group;
  readonly count: number;
  readonly bytes: number;
}

/** A finding whose fix was applied, at its place in the original text. */
export interface Applied extends Span {
  readonly rule: string;
  readonly group: Group;
  readonly message: string;
  readonly line: number;
  /** The lowest level at which the fix counts. */
  readonly level: Level;
  /** Found only after other fixes had been applied. */
  readonly uncovered: boolean;
  /** What the fix edits, in the original text. */
  readonly changes: readonly Span[];
}

export interface CleanResult {
  readonly text: string;
  /** The smallest edits that turn the original into `text`; sorted. */
  readonly edits: readonly Edit[];
  /** In the order of the rules; only rules that removed something. */
  readonly removed: readonly Removal[];
  readonly applied: readonly Applied[];
}

/** Removing one thing can uncover another (an empty element, a run of blank lines); this many times at most. */
const maxPasses = 12;

/** The groups that level `minimal` removes: what no reader ever sees. */
const minimalGroups: readonly Group[] = ['comments', 'styles', 'scripts'];

/**
 * All findings of a document, sorted by place; none when Winnow is turned off. Never throws for any
 * text. Cleaning works even when Winnow is turned off, since it is always asked for.
 */
export function check(article: Article, context: RuleContext): readonly Finding[] {
  const { enable, maxBodySize } = context.options;
  if (!enable) {
    return [];
  }
  const withBody = maxBodySize === 0 || article.text.length - bodyStart(article) <= maxBodySize;
  const active = rules.filter((rule) => isOn(rule, context) && (withBody || !readsBody(rule.meta)));
  return findings({ active, ran: active, article, context, withBody, fixes: 'stable' }).sort(byPlace);
}

/** The findings of the front matter alone, as `check` would have them; for who shows these while someone types. */
export function checkFrontMatter(article: Article, context: RuleContext): readonly Finding[] {
  const ran = rules.filter((rule) => isOn(rule, context));
  const active = ran.filter(({ meta }) => meta.group === 'frontmatter');
  return findings({ active, ran: active, article, context, withBody: false, fixes: 'as given' }).sort(
    byPlace,
  );
}

/** Applies fixes until none is left that counts, and says what went. */
export function clean(article: Article, request: CleanRequest, context: RuleContext): CleanResult {
  const ran = rules.filter((rule) => isOn(rule, context));
  const active = ran.filter(({ meta }) => isWanted(meta, request) && mayApply(meta, request));
  const rewrite = new Rewrite(article.text);
  const removals = new Map<string, { group: Group; count: number; bytes: number }>();
  const applied: Applied[] = [];
  let current = article;
  let asked = active;

  for (let pass = 0; pass < maxPasses; pass++) {
    const toOriginal = rewrite.originalOffsets();
    const inScope = (span: Span): boolean =>
      request.within === undefined ||
      request.within.some((range) =>
        intersects(range, { start: toOriginal(span.start), end: toOriginal(span.end) }),
      );
    const found = findings({
      active: asked,
      ran,
      article: current,
      context,
      withBody: true,
      fixes: 'as given',
    });
    const firstOfBody = bodyStart(current);
    const candidates = found.flatMap((finding) => {
      const fix = finding.fixes.find(
        ({ kind, edits }) =>
          (kind === 'safe' || appliesSuggestions(finding.rule, finding.group, request)) &&
          (finding.group === 'frontmatter' ||
            editsFrontMatter(finding, request) ||
            edits.every(({ start }) => start >= firstOfBody)),
      );
      return fix !== undefined && inScope(finding) ? [{ finding, fix }] : [];
    });
    const plan = stabilise(
      current,
      candidates.map(({ fix }) => fix.edits),
    );
    if (plan.edits.length === 0) {
      break;
    }
    const bytes = bytesPerOwner(current.text, plan);
    for (const index of [...plan.applied].sort((a, b) => a - b)) {
      const candidate = candidates[index];
      if (candidate === undefined) {
        continue;
      }
      const { finding, fix } = candidate;
      const removal = removals.get(finding.rule) ?? { group: finding.group, count: 0, bytes: 0 };
      removal.count++;
      removal.bytes += bytes.get(index) ?? 0;
      removals.set(finding.rule, removal);
      const inOriginal = originalSpan(toOriginal);
      const span = inOriginal(finding);
      applied.push({
        ...span,
        rule: finding.rule,
        group: finding.group,
        message: finding.message,
        line: article.lines.lineAt(span.start),
        level: levelOf(finding, fix),
        uncovered: pass > 0,
        changes: fix.edits.map(inOriginal),
      });
    }
    rewrite.apply(plan.edits);
    current = plan.after;
    // Lines that went, and indentation, say nothing to a rule of another group: what it found is still all there is.
    const isSettled =
      plan.withheld.size === 0 &&
      [...plan.applied].every((index) => candidates[index]?.finding.group === 'whitespace');
    asked = isSettled ? active.filter(({ meta }) => meta.group === 'whitespace') : active;
  }
  return {
    text: rewrite.text,
    edits: rewrite.toEdits(),
    removed: rules.flatMap(({ meta }) => {
      const removal = removals.get(meta.id);
      return removal === undefined ? [] : [{ rule: meta.id, ...removal }];
    }),
    applied: applied.sort((a, b) => a.start - b.start),
  };
}

/** A span of the present text in the original; what was put in since lies where it was put. */
function originalSpan(toOriginal: (offset: number) => number): (span: Span) => Span {
  return (span) => {
    const start = toOriginal(span.start);
    // The end by the last character: where an earlier pass took something out, the next one lies behind it.
    const end = span.end > span.start ? toOriginal(span.end - 1) + 1 : start;
    return { start, end: Math.max(start, end) };
  };
}

function levelOf({ group }: Finding, { kind }: Fix): Level {
  if (kind === 'suggestion') {
    return 'thorough';
  }
  return minimalGroups.includes(group) ? 'minimal' : 'standard';
}

/** The edits of some fixes of one article, made to fit together and stable; a fix that cannot be made stable is left out. */
export function resolveFixes(article: Article, fixes: readonly Fix[]): readonly Edit[] {
  return stabilise(
    article,
    fixes.map((fix) => fix.edits),
  ).edits.map(({ start, end, text }) => ({ start, end, text }));
}

interface Search {
  readonly active: readonly Rule[];
  /** The rules by which a suppression is judged: those that are on and may look at the document. */
  readonly ran: readonly Rule[];
  readonly article: Article;
  readonly context: RuleContext;
  readonly withBody: boolean;
  /** `as given` by the rules, for a caller that makes them fit together itself. */
  readonly fixes: 'stable' | 'as given';
}

function findings(search: Search): Finding[] {
  const { active, article, withBody } = search;
  const silence = createSilence(findSuppressions(article, withBody));
  const found = active.filter(({ meta }) => !meta.afterOthers).flatMap((rule) => run(rule, search, silence));
  const last = active.filter(({ meta }) => meta.afterOthers);
  if (last.length === 0 || silence.suppressions.length === 0) {
    return found;
  }
  const context = { ...search.context, unusedSuppressions: unusedIn(search, silence) };
  return [...found, ...last.flatMap((rule) => run(rule, { ...search, context }, silence))];
}

/** Also asks the rules that this search is not about, whose findings are silenced nevertheless. */
function unusedIn({ active, ran, article, context }: Search, silence: Silence): readonly UnusedSuppression[] {
  for (const rule of ran.filter((other) => !active.includes(other) && !other.meta.afterOthers)) {
    for (const { start } of rule.detect(article, context)) {
      silence.covers(rule.meta.id, start);
    }
  }
  const metas = (list: readonly Rule[]): readonly RuleMeta[] => list.map(({ meta }) => meta);
  return findUnused({ article, context, silence, ran: metas(ran), all: metas(rules) });
}

function run(rule: Rule, { article, context, fixes }: Search, silence: Silence): readonly Finding[] {
  const problems = [...rule.detect(article, context)].filter(
    (problem) => !silence.covers(rule.meta.id, problem.start),
  );
  // On first use: who only shows the findings need not wait for the classification that fixes take.
  let computed: readonly (readonly Fix[])[] | undefined;
  const fixesOf = (index: number): readonly Fix[] => {
    if (computed === undefined) {
      const given = problems.map((problem) => fixesFor(rule, problem, { article, context }));
      computed = fixes === 'stable' && readsBody(rule.meta) ? stableFixes(article, given) : given;
    }
    return computed[index] ?? [];
  };
  return problems.map((problem, index) => toFinding(rule, problem, () => fixesOf(index), context));
}

function fixesFor(
  rule: Rule,
  problem: Problem,
  { article, context }: Pick<Search, 'article' | 'context'>,
): readonly Fix[] {
  const fixes = rule.fix?.(problem, article, context) ?? [];
  return rule.meta.group === 'frontmatter' ? withoutSideEffects(article, fixes) : fixes;
}

function toFinding(rule: Rule, problem: Problem, fixes: () => readonly Fix[], context: RuleContext): Finding {
  const { meta } = rule;
  return {
    rule: meta.id,
    group: meta.group,
    severity: severityOf(rule, problem, context),
    message: problem.message,
    start: problem.start,
    end: problem.end,
    related: problem.related ?? [],
    get fixes() {
      return fixes();
    },
    unnecessary: meta.unnecessary ?? false,
    ...(problem.allow !== undefined && { allow: problem.allow }),
  };
}

/**
 * Withholds the fixes that would change what they leave. The first fixes of all findings are tried
 * together, since trying each alone would take a classification of the whole body for each.
 */
function stableFixes(article: Article, given: readonly (readonly Fix[])[]): readonly (readonly Fix[])[] {
  const plan = stabilise(
    article,
    given.map((fixes) => fixes[0]?.edits),
  );
  return given.map((fixes, index) =>
    fixes.flatMap((fix, choice) =>
      choice > 0
        ? [fix]
        : plan.withheld.has(index)
          ? []
          : [{ ...fix, edits: plan.editsOf(index) ?? fix.edits }],
    ),
  );
}

function bytesPerOwner(text: string, plan: StablePlan): ReadonlyMap<number, number> {
  const bytes = new Map<number, number>();
  const add = (owner: number | undefined, count: number): void => {
    if (owner !== undefined) {
      bytes.set(owner, (bytes.get(owner) ?? 0) + count);
    }
  };
  for (const edit of plan.edits) {
    // The white space that went along is told of the first fix on the line.
    let rest = removedBytes(text, edit);
    for (const own of edit.plainer ?? []) {
      const count = removedBytes(text, own);
      add(own.owners[0], count);
      rest -= count;
    }
    add(edit.owners[0], rest);
  }
  return bytes;
}

function removedBytes(text: string, { start, end, text: inserted }: Edit): number {
  return utf8Length(text.slice(start, end)) - utf8Length(inserted);
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function bodyStart(article: Article): number {
  return article.frontMatter?.end ?? 0;
}

function readsBody(meta: RuleMeta): boolean {
  return meta.group !== 'frontmatter' && !meta.withoutBody;
}

function isOn({ meta }: Rule, { options, isArticle }: RuleContext): boolean {
  const set = options.rules[meta.id] ?? (meta.offByDefault ? 'off' : meta.severity);
  return set !== 'off' && (isArticle || !meta.articlesOnly);
}

function severityOf({ meta }: Rule, problem: Problem, { options }: RuleContext): Severity {
  const set = options.rules[meta.id];
  return set !== undefined && set !== 'off' ? set : (problem.severity ?? meta.severity);
}

function isWanted(meta: RuleMeta, request: CleanRequest): boolean {
  const named = request.only?.some((name) => name === meta.id || name === meta.group) ?? false;
  if (meta.group === 'frontmatter') {
    return named || request.frontMatter === true;
  }
  if (request.only !== undefined) {
    return named;
  }
  return request.level !== 'minimal' || minimalGroups.includes(meta.group);
}

/** Cleaning is about the body, unless the rule is named or the front matter is. */
function editsFrontMatter(finding: Finding, request: CleanRequest): boolean {
  return request.frontMatter === true || (request.only?.includes(finding.rule) ?? false);
}

/** Suggestions of the chaff group belong to level `thorough`; any other is applied when asked for by its rule's name. */
function appliesSuggestions(rule: string, group: Group, request: CleanRequest): boolean {
  return (request.level === 'thorough' && group === 'chaff') || (request.only?.includes(rule) ?? false);
}

/** Whether any fix of a rule could be applied; the costliest rules only suggest, and most runs apply no suggestion. */
function mayApply({ id, group, fixKind }: RuleMeta, request: CleanRequest): boolean {
  return fixKind === 'safe' || (fixKind === 'suggestion' && appliesSuggestions(id, group, request));
}
