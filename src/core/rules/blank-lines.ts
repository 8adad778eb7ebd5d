import * as l10n from '@vscode/l10n';
import { isBlank } from '../text';
import { verbatimSpans } from '../verbatim';
import type { Article, Rule, Span } from '../types';

export const blankLines: Rule = {
  meta: {
    id: 'blank-lines',
    description: 'More than one blank line in a row.',
    rationale:
      'They are what a template’s empty places left behind. One blank line means the same; blank lines in code, in `pre` and where a style keeps white space are content and are left alone.',
    group: 'whitespace',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p>One.</p>\n\n\n\n<p>Two.</p>\n',
      good: '<p>One.</p>\n\n<p>Two.</p>\n',
    },
  },

  *detect(article) {
    const { lines, body } = article;
    for (const run of surplusRuns(article, verbatimSpans(body))) {
      const count = lines.lineAt(run.end) - lines.lineAt(run.start);
      yield {
        ...run,
        message:
          count === 1
            ? l10n.t('One blank line more than needed.')
            : l10n.t('{0} blank lines more than needed.', count),
        data: undefined,
      };
    }
  },

  fix({ start, end }) {
    return [{ title: l10n.t('Remove these blank lines'), kind: 'safe', edits: [{ start, end, text: '' }] }];
  },
};

/** From the start of the second blank line of each run to the start of the line after the run. */
function* surplusRuns({ text, lines, body }: Article, verbatim: readonly Span[]): Iterable<Span> {
  let next = 0;
  let verbatimEnd = -1;
  let runStart: number | undefined;
  const first = lines.lineAt(body.start);
  for (let line = first; line <= lines.count; line++) {
    const start = Math.max(lines.startOf(line), body.start);
    while ((verbatim[next]?.start ?? Infinity) <= start) {
      verbatimEnd = Math.max(verbatimEnd, verbatim[next]?.end ?? 0);
      next++;
    }
    // The last line without a line end is not a line to be removed.
    if (start >= verbatimEnd && line < lines.count && isBlank(text, start, lines.endOf(line))) {
      runStart ??= line;
      continue;
    }
    if (runStart !== undefined && line - runStart >= 2) {
      yield { start: lines.startOf(runStart + 1), end: lines.startOf(line) };
    }
    runStart = undefined;
  }
}
