import * as l10n from '@vscode/l10n';
import { parseArticle } from './article';
import { applyEdits } from './edits';
import { check } from './engine';
import { rules } from './rules';
import { spansContain } from './spans';
import { preSpans } from './verbatim';
import type { Article, Edit, Finding, Fix, HtmlToken, Options, RuleContext } from './types';

/**
 * Writes the comment that silences a finding: at the end of its line in the front matter, on or at the end of the line
 * above it in the body. Undefined where no comment can stand: in front matter that has an error, in a block scalar, on
 * a fence, within a tag, in code, and where it would split or change a block.
 */
export function silencingFix(article: Article, finding: Target, context: RuleContext): Fix | undefined {
  const { frontMatter } = article;
  const inFrontMatter = frontMatter !== undefined && finding.start < frontMatter.end;
  const edits = inFrontMatter ? atEndOfLine(article, finding) : aboveLine(article, finding);
  for (const edit of edits) {
    if (silences(article, edit, { finding, context })) {
      return { title: l10n.t('Silence {0} for this line', finding.rule), kind: 'suggestion', edits: [edit] };
    }
  }
  return undefined;
}

type Target = Pick<Finding, 'rule' | 'start'>;

function* atEndOfLine({ frontMatter, lines, text }: Article, { rule, start }: Target): Iterable<Edit> {
  if (frontMatter?.valid !== true || start < frontMatter.content.start || start >= frontMatter.content.end) {
    return;
  }
  const line = lines.lineAt(start);
  const from = lines.startOf(line);
  const end = lines.endOf(line);
  // A comment that is there already may be one of these: then it takes one more name.
  const written = text.slice(from, end);
  const present = /#[ \t]*winnow-disable-line[ \t]+(?!--|#)/.exec(written);
  if (present !== null) {
    const at = from + present.index + present[0].length;
    yield { start: at, end: at, text: `${rule}, ` };
  }
  // Before a comment that stands there, which goes on as the reason.
  for (const { index } of written.matchAll(/[ \t]#/g)) {
    const at = from + index + 1;
    yield { start: at, end: at, text: `# winnow-disable-line ${rule} ` };
  }
  yield { start: end, end, text: ` # winnow-disable-line ${rule}` };
}

function* aboveLine({ body, eol, lines, text }: Article, { rule, start }: Target): Iterable<Edit> {
  if (spansContain(preSpans(body), start) || body.kindAt(start) === 'code') {
    return;
  }
  const line = lines.lineAt(start);
  const from = lines.startOf(line);
  const comment = `<!-- winnow-disable-next-line ${rule} -->`;
  // The same quote marks and indentation, so that it belongs to what stands below it.
  const indentation = /^[ \t>]*/.exec(text.slice(from, lines.endOf(line)))?.[0] ?? '';
  yield { start: from, end: from, text: indentation + comment + eol };
  if (line > 1 && lines.startOf(line - 1) >= body.start) {
    const end = lines.endOf(line - 1);
    yield { start: end, end, text: (end > lines.startOf(line - 1) ? ' ' : '') + comment };
  }
}

/** True when the rule would report less, and nothing else is read in another way. */
function silences(
  article: Article,
  edit: Edit,
  { finding, context }: { readonly finding: Target; readonly context: RuleContext },
): boolean {
  const after = parseArticle(applyEdits(article.text, [edit]));
  const options = { ...context.options, rules: onlyRule(finding.rule) };
  const count = (of: Article): number => check(of, { ...context, options }).length;
  return (
    valuesOf(after) === valuesOf(article) &&
    isSameHtml(article, after) &&
    hasSameBlocks(article, after, edit) &&
    count(after) < count(article)
  );
}

function onlyRule(id: string): Options['rules'] {
  return Object.fromEntries(rules.map(({ meta }) => [meta.id, meta.id === id ? meta.severity : 'off']));
}

function valuesOf({ frontMatter }: Article): string {
  return JSON.stringify([frontMatter?.valid, frontMatter?.fields.map(({ key, value }) => [key, value])]);
}

/** The same tokens, but for at most one comment more. */
function isSameHtml(before: Article, after: Article): boolean {
  const [old, now] = [before.body.tokens, after.body.tokens];
  const added = now.length - old.length;
  const isSame = (a: HtmlToken | undefined, b: HtmlToken | undefined): boolean =>
    a?.kind === b?.kind &&
    before.text.slice(a?.start ?? 0, a?.end ?? 0) === after.text.slice(b?.start ?? 0, b?.end ?? 0);
  const first = old.findIndex((token, index) => !isSame(token, now[index]));
  const same = first < 0 ? old.length : first;
  return (
    (added === 0 && same === old.length) ||
    (added === 1 &&
      now[same]?.kind === 'comment' &&
      old.slice(same).every((token, index) => isSame(token, now[same + 1 + index])))
  );
}

/** The same blocks at the same places, but for one that is the comment itself. */
function hasSameBlocks(before: Article, after: Article, { start, text }: Edit): boolean {
  const end = start + text.length;
  const expected = before.body.blocks;
  const found = after.body.blocks.filter((block) => block.start < start || block.end > end);
  // A block may begin or end with the comment.
  const isAt = (now: number, then: number): boolean =>
    now === (then > start ? then + text.length : then) || (then === start && now >= start && now <= end);
  return (
    expected.length === found.length &&
    expected.every((block, index) => {
      const other = found[index];
      return (
        other?.type === block.type &&
        isAt(other.start, block.start) &&
        isAt(other.end, block.end) &&
        other.containers.length === block.containers.length &&
        other.containers.every(({ type, start: at }, depth) => {
          const container = block.containers[depth];
          return container?.type === type && isAt(at, container.start);
        })
      );
    })
  );
}
