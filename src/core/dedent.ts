import { Rewrite } from './edits';
import { clean, resolveFixes } from './engine';
import { parseArticle } from './article';
import { intersects, spansContain } from './spans';
import type { Article, Edit, Fix, RuleContext, Span } from './types';
import { verbatimSpans } from './verbatim';

export interface DedentResult {
  /** Sorted, over the original text. */
  readonly edits: readonly Edit[];
  /** How many lines lose their indentation. */
  readonly lines: number;
}

/**
 * Takes the indentation away that HTML does not need: first where Markdown shows it as code
 * (`indented-html`), then of every other line of HTML. What is in `pre`, code, comments, raw text and
 * attribute values stays as it is, and so does a line that Markdown would read as something else.
 */
export function dedentHtml(
  article: Article,
  { within }: { readonly within?: readonly Span[] },
  context: RuleContext,
): DedentResult {
  const request = { only: ['indented-html'], ...(within !== undefined && { within }) };
  const repaired = clean(article, request, context);
  const rewrite = new Rewrite(article.text);
  rewrite.apply(repaired.edits);
  const present = repaired.edits.length > 0 ? parseArticle(rewrite.text) : article;
  const toOriginal = rewrite.originalOffsets();
  const inScope = ({ start, end }: Span): boolean =>
    within === undefined ||
    within.some((range) => intersects(range, { start: toOriginal(start), end: toOriginal(end) }));
  const fixes = indentations(present)
    .filter(({ line }) => inScope(line))
    .map(({ indentation }) => toFix(indentation));
  rewrite.apply(resolveFixes(present, fixes));
  const edits = rewrite.toEdits();
  return { edits, lines: edits.length };
}

function toFix({ start, end }: Span): Fix {
  return { title: '', kind: 'safe', edits: [{ start, end, text: '' }] };
}

/** The indented lines of html whose indentation no reader sees. */
function indentations(article: Article): readonly { readonly line: Span; readonly indentation: Span }[] {
  const { text, lines, body } = article;
  const verbatim = disjoint([...verbatimSpans(body), ...valueSpans(article)]);
  return body.regions
    .filter(({ kind }) => kind === 'html')
    .flatMap((region) => {
      const found = [];
      for (let line = region.startLine; line <= region.endLine; line++) {
        const start = lines.startOf(line);
        const end = lines.endOf(line);
        const indentation = { start, end: afterBlanks(text, start, end) };
        const isContent = indentation.end > start && indentation.end < end;
        if (isContent && !spansContain(verbatim, start) && !hasPrefix(article, { start, end })) {
          found.push({ line: { start, end }, indentation });
        }
      }
      return found;
    });
}

/** The values of attributes, in which every blank counts. */
function valueSpans({ body }: Article): readonly Span[] {
  return body.tokens.flatMap((token) =>
    token.kind === 'startTag'
      ? token.attributes.map(({ valueStart, valueEnd }) => ({ start: valueStart, end: valueEnd }))
      : [],
  );
}

/** A line in a list or quote needs what stands before its content. */
function hasPrefix({ body }: Article, line: Span): boolean {
  return body.prefixes.length > 0 && body.prefixes.some((prefix) => intersects(prefix, line));
}

function disjoint(spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
    } else {
      result.push({ start, end });
    }
  }
  return result;
}

function afterBlanks(text: string, start: number, end: number): number {
  let position = start;
  while (position < end && (text[position] === ' ' || text[position] === '\t')) {
    position++;
  }
  return position;
}
