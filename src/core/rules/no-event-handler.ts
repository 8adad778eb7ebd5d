import * as l10n from '@vscode/l10n';
import { addressOf, parseWebAddress } from '../html/addresses';
import { attribute, removeAttribute } from '../html/attributes';
import { isInSentence } from '../html/samples';
import { hasRealLink } from '../html/traces';
import type { Article, HtmlAttribute, Rule, StartTag } from '../types';

interface Data {
  readonly tag: StartTag;
  readonly handler: HtmlAttribute;
}

/** What a click opens. */
const opened =
  /(?:\bopen\(|\blocation(?:\.href)?\s{0,9}=|\blocation\.(?:assign|replace)\()\s{0,9}['"]([^'"\s]+)['"]/;

/** Pages for sharing, signing in and printing are no targets. */
const serviceAddress = /shar(?:e|er|ing)\b|\/intent\/|log-?in|sign-?in|passport|\bprint\b/i;

/** `onclick`, `onerror` ...: the shortest are `oncut` and `onend`. */
const handlerName = /^on[a-z]{3,}$/;

/** What those write who show that a page runs their script. */
const attack =
  /\b(?:alert|prompt|confirm|eval)\s*[(`]|\bdocument\.(?:cookie|domain|forms|location)\b|javascript:/i;

export const noEventHandler: Rule<Data> = {
  meta: {
    id: 'no-event-handler',
    description: 'An event handler attribute such as `onclick`.',
    rationale:
      'It calls a script of the site the article came from, which is not there any more or should not run. Left alone is one that holds the only copy of what a link leads to (`onclick="location.href=\'https://…\'"` on an element that leads nowhere else), and one of which a sentence speaks (`<body onload="...">`, an attack that is shown).',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<img src="a.png" onload="resize(this)">\n',
      good: '<p>Set `onload="resize(this)"` on the picture.</p>\n',
    },
  },

  *detect(article) {
    for (const tag of article.body.tokens) {
      if (tag.kind !== 'startTag') {
        continue;
      }
      const only = onlyTarget(tag);
      for (const handler of tag.attributes) {
        if (handlerName.test(handler.name) && handler !== only && !isSample(article, tag, handler)) {
          yield {
            start: handler.start,
            end: handler.end,
            message: l10n.t('Event handler “{0}”: it calls a script of another site.', handler.name),
            data: { tag, handler },
          };
        }
      }
    }
  },

  fix({ data: { tag, handler } }, { text }) {
    return [
      {
        title: l10n.t('Remove this event handler'),
        kind: 'safe',
        edits: [removeAttribute(text, tag, handler)],
      },
    ];
  },
};

/** Whether a sentence shows the tag: one of a page's frame, or with the script of an attack. */
function isSample(article: Article, tag: StartTag, { value }: HtmlAttribute): boolean {
  return (tag.name === 'body' || tag.name === 'html' || attack.test(value)) && isInSentence(article, tag);
}

/** The handler by which a click leads to an address that stands nowhere else on the element. */
function onlyTarget(tag: StartTag): HtmlAttribute | undefined {
  const handler = attribute(tag, 'onclick');
  if (handler === undefined || hasRealLink(tag)) {
    return undefined;
  }
  const target = opened.exec(addressOf(handler))?.[1] ?? '';
  const isTarget =
    (parseWebAddress(target) !== undefined || /^\.{0,2}\/\w/.test(target)) &&
    !serviceAddress.test(target) &&
    !tag.attributes.some((item) => item !== handler && addressOf(item) === target);
  return isTarget ? handler : undefined;
}
