import * as l10n from '@vscode/l10n';
import { afterLine, endOfLine } from '../frontMatter/lines';
import { isBlank } from '../text';
import type { Article, Edit, Rule, UnusedSuppression } from '../types';

export const unusedSuppression: Rule<UnusedSuppression> = {
  meta: {
    id: 'unused-suppression',
    description: 'A comment that silences a rule where there is nothing to silence.',
    rationale:
      'What it silenced was repaired or moved; one day it silences something new that nobody has seen. A comment for a rule that is off, or that did not run because of `winnow.maxBodySize`, is left alone.',
    group: 'comments',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    afterOthers: true,
    example: {
      bad: '<!-- winnow-disable-next-line no-html-comment -->\n<p>Text.</p>\n',
      good: '<!-- winnow-disable-next-line no-html-comment -->\n<!-- a note -->\n<p>Text.</p>\n',
      settings: { rules: { 'no-html-comment': 'hint' } },
    },
  },

  *detect(_, { unusedSuppressions }) {
    for (const suppression of unusedSuppressions ?? []) {
      const { start, end } = suppression;
      yield { start, end, message: messageOf(suppression), data: suppression };
    }
  },

  fix({ data: suppression }, article) {
    const edit = suppression.used.length > 0 ? keepUsed(suppression, article) : removal(suppression, article);
    return edit === undefined
      ? []
      : [
          {
            title:
              suppression.used.length > 0
                ? l10n.t('Remove what is unused from this comment')
                : l10n.t('Remove this comment'),
            kind: 'safe',
            edits: [edit],
          },
        ];
  },
};

function messageOf({ unused, unknown, endsNothing }: UnusedSuppression): string {
  if (endsNothing) {
    return l10n.t('This comment ends nothing: nothing was silenced up to here.');
  }
  if (unknown.length > 0) {
    return l10n.t('There is no rule of the name {0}.', unknown.join(', '));
  }
  return unused.length === 0
    ? l10n.t('This comment silences nothing.')
    : l10n.t('Nothing of {0} is silenced here.', unused.join(', '));
}

function keepUsed({ list, used }: UnusedSuppression, { text }: Article): Edit {
  const separator = text.slice(list.start, list.end).includes(',') ? ', ' : ' ';
  return { ...list, text: used.join(separator) };
}

function removal({ start, end }: UnusedSuppression, article: Article): Edit | undefined {
  const { text, lines, frontMatter } = article;
  const lineStart = lines.startOf(lines.lineAt(start));
  const lineEnd = endOfLine(text, end);
  if (frontMatter !== undefined && start < frontMatter.end) {
    return isBlank(text, lineStart, start)
      ? { start: lineStart, end: afterLine(text, lineEnd), text: '' }
      : { start: blanksBefore(text, start), end, text: '' };
  }
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  if (!/\s/.test(before) && !/\s/.test(after)) {
    // It keeps two things apart that might be read as one.
    return undefined;
  }
  // Blanks that come to stand at the end of a line are a line break in Markdown.
  const trailing = isBlank(text, end, lineEnd) && !isBlank(text, lineStart, start);
  return { start: trailing ? blanksBefore(text, start) : start, end: trailing ? lineEnd : end, text: '' };
}

function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) {
    start--;
  }
  return start;
}
