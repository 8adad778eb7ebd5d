import { Parser, type CST } from 'yaml';
import { spansContain } from './spans';
import type { Article, Span } from './types';

/** One `winnow-...` directive and what it silences. */
export interface Suppression extends Span {
  /** Rule ids; empty means every rule. */
  readonly rules: readonly string[];
  /** Where the ids stand, from the first to the last; empty for none. */
  readonly list: Span;
  /** Findings that start in here are silenced; empty for a `winnow-enable` that ends nothing. */
  readonly scope: Span;
}

/** What a document silences. */
export interface Silence {
  readonly suppressions: readonly Suppression[];
  /** Tells whether a finding of a rule is silenced, and keeps in mind that there was one; O(log n). */
  covers(rule: string, offset: number): boolean;
  /** True when a finding of the rule was silenced in the span; of any rule for ''. O(log n), after the first time. */
  silencedIn(rule: string, span: Span): boolean;
}

const directive = /^\s*winnow-(disable-next-line|disable|enable)(?:\s+([^]*))?$/;
const lineDirective = /^#\s*winnow-disable-line(?:\s+(.*))?$/;

/**
 * The suppressions of a document: `<!-- winnow-disable-next-line rule -->`, `<!-- winnow-disable
 * rule -->` to `<!-- winnow-enable rule -->` (or the end) in the body, `# winnow-disable-line rule`
 * in the front matter. Several rules are separated by blanks or commas; none means all.
 */
export function findSuppressions(article: Article, withBody: boolean): readonly Suppression[] {
  const result: Suppression[] = [...frontMatterSuppressions(article)];
  // The body is only classified for this when the word occurs at all.
  if (withBody && article.text.includes('winnow-')) {
    result.push(...bodySuppressions(article));
  }
  return result;
}

/** Stands for every rule. */
const everyRule = '';

/** Answers what the suppressions silence. */
export function createSilence(suppressions: readonly Suppression[]): Silence {
  const scopes = new Map<string, Span[]>();
  for (const { rules, scope } of suppressions) {
    for (const rule of rules.length === 0 ? [everyRule] : rules) {
      const list = scopes.get(rule) ?? [];
      list.push(scope);
      scopes.set(rule, list);
    }
  }
  const merged = new Map([...scopes].map(([rule, spans]) => [rule, union(spans)]));
  const silenced = new Map<string, number[]>();
  const remember = (rule: string, offset: number): void => {
    const offsets = silenced.get(rule) ?? [];
    offsets.push(offset);
    silenced.set(rule, offsets);
  };
  let sorted: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    suppressions,
    covers(rule, offset) {
      const covered =
        spansContain(merged.get(everyRule) ?? [], offset) || spansContain(merged.get(rule) ?? [], offset);
      if (covered) {
        sorted = undefined;
        remember(rule, offset);
        remember(everyRule, offset);
      }
      return covered;
    },
    silencedIn(rule, { start, end }) {
      sorted ??= new Map([...silenced].map(([id, offsets]) => [id, [...offsets].sort((a, b) => a - b)]));
      const offsets = sorted.get(rule) ?? [];
      return (offsets[firstFrom(offsets, start)] ?? Infinity) < end;
    },
  };
}

/** Index of the first of the sorted numbers that is not below the given one. */
function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < least) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The same characters as disjoint spans, sorted. */
function union(spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last !== undefined && span.start <= last.end) {
      last.end = Math.max(last.end, span.end);
    } else {
      result.push({ start: span.start, end: span.end });
    }
  }
  return result;
}

function* bodySuppressions(article: Article): Iterable<Suppression> {
  const { text, lines, body } = article;
  let open: { readonly comment: Span; readonly named: Named }[] = [];
  for (const token of body.tokens) {
    if (token.kind !== 'comment') {
      continue;
    }
    const match = directive.exec(text.slice(token.content.start, token.content.end));
    if (!match) {
      continue;
    }
    const { start, end } = token;
    const named = ruleNames(match[2], token.content.start + match[0].length - (match[2]?.length ?? 0));
    if (match[1] === 'disable-next-line') {
      const line = lines.lineAt(end) + 1;
      if (line <= lines.count) {
        yield { start, end, ...named, scope: { start: lines.startOf(line), end: lines.endOf(line) + 1 } };
      }
    } else if (match[1] === 'disable') {
      open.push({ comment: token, named });
    } else {
      const closes = (given: readonly string[]): boolean =>
        named.rules.length === 0 || (given.length > 0 && given.every((rule) => named.rules.includes(rule)));
      const closed = open.filter((item) => closes(item.named.rules));
      for (const { comment, named: silenced } of closed) {
        yield {
          start: comment.start,
          end: comment.end,
          ...silenced,
          scope: { start: comment.end, end: start },
        };
      }
      if (closed.length === 0) {
        yield { start, end, ...named, scope: { start: end, end } };
      }
      open = open.filter((item) => !closes(item.named.rules));
    }
  }
  for (const { comment, named } of open) {
    const { start, end } = comment;
    yield { start, end, ...named, scope: { start: end, end: body.end + 1 } };
  }
}

function* frontMatterSuppressions(article: Article): Iterable<Suppression> {
  const { frontMatter, text, lines } = article;
  if (frontMatter === undefined) {
    return;
  }
  const { start, end } = frontMatter.content;
  const source = text.slice(start, end);
  if (!source.includes('winnow-disable-line')) {
    return;
  }
  for (const comment of yamlComments(source)) {
    const match = lineDirective.exec(comment.source);
    if (match) {
      const at = start + comment.offset;
      const line = lines.lineAt(at);
      yield {
        start: at,
        end: at + comment.source.length,
        ...ruleNames(match[1], at + match[0].length - (match[1]?.length ?? 0)),
        scope: { start: lines.startOf(line), end: lines.endOf(line) + 1 },
      };
    }
  }
}

/** The comments of a YAML text by its own lexer, so that a `#` inside a quoted title is not one. */
function* yamlComments(source: string): Iterable<CST.SourceToken> {
  const pending: unknown[] = [...new Parser().parse(source)];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if (Array.isArray(item)) {
      pending.push(...(item as unknown[]));
    } else if (typeof item === 'object' && item !== null) {
      if ((item as CST.SourceToken).type === 'comment') {
        yield item as CST.SourceToken;
      } else {
        pending.push(...Object.values(item as Readonly<Record<string, unknown>>));
      }
    }
  }
}

type Named = Pick<Suppression, 'rules' | 'list'>;

/** The ids before a reason, which begins with `--` or, in the front matter, with another `#`. */
function ruleNames(text: string | undefined, at: number): Named {
  const list = (text ?? '').replace(/(?:^|\s)(?:--|#)[^]*$/, '').trimEnd();
  return {
    rules: list.split(/[\s,]+/).filter((name) => name !== ''),
    list: { start: at, end: at + list.length },
  };
}
