import * as l10n from '@vscode/l10n';
import type { Rule } from '../types';

export const frontmatterMissing: Rule = {
  meta: {
    id: 'frontmatter-missing',
    description: 'An article without front matter.',
    rationale:
      'Without front matter the site generator knows neither title nor date nor category: Hexo dates the post by its file, Jekyll and Hugo may leave it out. Said only of files in a content folder of the profile or matched by `winnow.include`.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'none',
    articlesOnly: true,
    example: { bad: 'Text without a head.\n', good: '---\ntitle: A\ndate: 2022-04-04\n---\n\nText.\n' },
  },

  *detect({ frontMatter, lines, text }) {
    if (frontMatter !== undefined) {
      return;
    }
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    yield {
      start,
      end: Math.max(start, lines.endOf(1)),
      message: l10n.t(
        'This article has no front matter: begin it with a line “---”, a title, a date and another “---”.',
      ),
      data: undefined,
    };
  },
};
