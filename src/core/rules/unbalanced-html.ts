import * as l10n from '@vscode/l10n';
import { trackedNames } from '../html/names';
import { outsideForeignContent } from '../html/svg';
import { walkElements } from '../html/walk';
import type { Rule } from '../types';

/** Inline elements that change how everything after them looks when they are not closed. */
const inlineNames =
  'a abbr b big cite del em font i ins kbd mark q s small span strike strong sub sup tt u'.split(' ');

/** Elements whose end tag may not be left out (HTML, section 13.1.2.4). */
const paired: ReadonlySet<string> = new Set([...trackedNames, ...inlineNames]);

export const unbalancedHtml: Rule<undefined> = {
  meta: {
    id: 'unbalanced-html',
    description: 'An end tag that closes nothing, or an element that is never closed.',
    rationale:
      'Browsers guess, and their guess may be a link over half of the article. Only a person knows where the tag belongs, so nothing is changed. Tags that HTML lets one leave out (`</p>`, `</li>`, `</td>` ...) are no matter.',
    group: 'chaff',
    severity: 'information',
    fixKind: 'none',
    example: {
      bad: '<div>\n<p>One <b>word.</p>\n</div>\n</div>\n',
      good: '<ul>\n<li>One\n<li>Two\n</ul>\n<p>Text.\n',
    },
  },

  *detect({ body }) {
    const matched = new Set<number>();
    for (const { name, startTag, endTag } of walkElements(body.elements)) {
      if (endTag !== undefined) {
        matched.add(endTag.start);
      } else if (paired.has(name) && !startTag.selfClosing) {
        yield {
          start: startTag.start,
          end: startTag.end,
          message: l10n.t('This <{0}> is never closed: how far it reaches is up to the browser.', name),
          data: undefined,
        };
      }
    }
    for (const token of outsideForeignContent(body.tokens)) {
      if (token.kind === 'endTag' && paired.has(token.name) && !matched.has(token.start)) {
        yield {
          start: token.start,
          end: token.end,
          message: l10n.t('This </{0}> closes nothing.', token.name),
          data: undefined,
        };
      }
    }
  },
};
