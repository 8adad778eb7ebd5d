import { Parser, type CST } from 'yaml';
import { spansContain } from './spans';
import type { Article, Span } from './types';

/** One `winnow-...` directive and what it silences. */
export interface Suppression extends Span {
  /** Rule ids; empty means every rule. */
  readonly rules: readonly string[];
  /** Findings that start in here are silenced. */
  readonly scope: Span;
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

/** Tells whether a suppression silences a rule at an offset; O(log n) for each question. */
export function createSuppressionTest(
  suppressions: readonly Suppression[],
): (rule: string, offset: number) => boolean {
  const everyRule = '';
  const scopes = new Map<string, Span[]>();
  for (const { rules, scope } of suppressions) {
    for (const rule of rules.length === 0 ? [everyRule] : rules) {
      const list = scopes.get(rule) ?? [];
      list.push(scope);
      scopes.set(rule, list);
    }
  }
  const merged = new Map([...scopes].map(([rule, spans]) => [rule, union(spans)]));
  return (rule, offset) =>
    spansContain(merged.get(everyRule) ?? [], offset) || spansContain(merged.get(rule) ?? [], offset);
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
  let open: { readonly comment: Span; readonly rules: readonly string[] }[] = [];
  for (const token of body.tokens) {
    if (token.kind !== 'comment') {
      continue;
    }
    const match = directive.exec(text.slice(token.content.start, token.content.end));
    if (!match) {
      continue;
    }
    const rules = ruleNames(match[2]);
    if (match[1] === 'disable-next-line') {
      const line = lines.lineAt(token.end) + 1;
      if (line <= lines.count) {
        const scope = { start: lines.startOf(line), end: lines.endOf(line) + 1 };
        yield { start: token.start, end: token.end, rules, scope };
      }
    } else if (match[1] === 'disable') {
      open.push({ comment: token, rules });
    } else {
      const closes = (given: readonly string[]): boolean =>
        rules.length === 0 || (given.length > 0 && given.every((rule) => rules.includes(rule)));
      for (const { comment, rules: silenced } of open.filter((item) => closes(item.rules))) {
        yield {
          start: comment.start,
          end: comment.end,
          rules: silenced,
          scope: { start: comment.end, end: token.start },
        };
      }
      open = open.filter((item) => !closes(item.rules));
    }
  }
  for (const { comment, rules } of open) {
    yield { start: comment.start, end: comment.end, rules, scope: { start: comment.end, end: body.end + 1 } };
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
        rules: ruleNames(match[1]),
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

function ruleNames(list: string | undefined): readonly string[] {
  return (list ?? '').split(/[\s,]+/).filter((name) => name !== '' && name !== '--');
}
