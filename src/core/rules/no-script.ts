import * as l10n from '@vscode/l10n';
import { attribute } from '../html/attributes';
import { rawElements } from '../html/rawElements';
import { isInSentence } from '../html/samples';
import type { Rule, StartTag } from '../types';

/** A script of these types holds words of the article: MathJax 2 reads its formulas from there. */
const contentTypes = 'math/';

/** Scripts that write a part of the article into the page: a code listing, a recorded terminal. */
const embeds = [
  'gist.github.com/',
  'gist.github.io/',
  'gitee.com/',
  'asciinema.org/a/',
  'jsfiddle.net/',
  'emgithub.com/embed',
];

export const noScript: Rule = {
  meta: {
    id: 'no-script',
    description: 'A `<script>` element.',
    rationale:
      'Statistics, advertising and share buttons of the site the article came from run in the reader’s browser. Formulas (`type="math/tex"`) and scripts that embed a code listing or a recorded terminal are part of the article and are left alone, and so is one in the middle of a sentence, which speaks of it.',
    group: 'scripts',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p>Text.</p>\n<script>count();</script>\n',
      good: '<p>So <script type="math/tex">a^2</script> is positive.</p>\n',
    },
  },

  *detect(article) {
    for (const { start, end, startTag } of rawElements(article.body.tokens, 'script')) {
      if (!isContent(startTag) && !isInSentence(article, { start, end })) {
        yield {
          start,
          end,
          message: l10n.t('Script: it belongs to the site the article came from.'),
          data: undefined,
        };
      }
    }
  },

  fix({ start, end }) {
    return [{ title: l10n.t('Remove this script'), kind: 'safe', edits: [{ start, end, text: '' }] }];
  },
};

function isContent(tag: StartTag): boolean {
  const type = attribute(tag, 'type')?.value.trim().toLowerCase() ?? '';
  const address = (attribute(tag, 'src')?.value ?? '').trim().replace(/^(?:https?:)?\/\/(?:www\.)?/i, '');
  return type.startsWith(contentTypes) || embeds.some((embed) => address.startsWith(embed));
}
