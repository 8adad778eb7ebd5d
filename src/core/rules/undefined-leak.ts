import * as l10n from '@vscode/l10n';
import { addressOf, lastSegment, parseWebAddress } from '../html/addresses';
import { mediaNames } from '../html/images';
import { outsideForeignContent } from '../html/svg';
import { markdownLinks } from '../markdownLinks';
import type { HtmlAttribute, Rule, StartTag } from '../types';

/** What a program writes where it had no value. */
const leaked =
  /^(?:undefined|null|NaN|\[object (?:Object|Undefined|Null|Promise)\]|%5Bobject%20[A-Z][a-z]+%5D)$/;

/** `width: undefinedpx` */
const leakedLength = /(?:^|[\s:(,])(?:undefined|NaN)(?:px|em|rem|pt|%|vw|vh)?(?=$|[\s;),!])/;

/** A template that nothing filled in: `{{ item.image }}`, `${url}`, `<%= url %>`. */
const templates = [
  ['{{', '}}'],
  ['${', '}'],
  ['<%', '%>'],
  ['%7B%7B', '%7D%7D'],
] as const;

const addressNames: ReadonlySet<string> = new Set(['src', 'href', 'poster', 'srcset', 'data', 'action']);
const sizeNames: ReadonlySet<string> = new Set(['width', 'height']);
const textNames: ReadonlySet<string> = new Set(['alt', 'title']);

export const undefinedLeak: Rule<undefined> = {
  meta: {
    id: 'undefined-leak',
    description:
      'An attribute or address into which the page’s program wrote `undefined`, `null`, `NaN` or `[object Object]`, or a template it never filled in.',
    rationale:
      'The picture is broken, the link leads nowhere. Only a person can find out what should stand there, so nothing is deleted. Addresses of pages about these words (`/Global_Objects/undefined`) are none of it.',
    group: 'attributes',
    severity: 'information',
    fixKind: 'none',
    example: {
      bad: '<img src="https://img.example/undefined" alt="A river">\n',
      good: '<a href="https://docs.example/reference/undefined">undefined</a>\n',
    },
  },

  *detect(article, { options: { profile } }) {
    const { text, body } = article;
    for (const tag of outsideForeignContent(body.tokens)) {
      if (tag.kind !== 'startTag') {
        continue;
      }
      for (const item of tag.attributes) {
        const what = leakIn(tag, item, profile !== 'jekyll' && profile !== 'hugo');
        if (what !== undefined) {
          yield {
            start: item.start,
            end: item.end,
            message:
              what === 'template'
                ? l10n.t('A template in “{0}” that nothing filled in.', item.name)
                : l10n.t('“{0}” in “{1}”: the page’s program had no value there.', what, item.name),
            ...(item.name === 'src' && { severity: 'warning' as const }),
            data: undefined,
          };
        }
      }
    }
    for (const { isImage, destination } of markdownLinks(article)) {
      const { start, end } = destination;
      const address = text.slice(start, end);
      const name = lastSegment(address);
      if (leaked.test(name) && (isImage || isWholeName(address, name))) {
        yield {
          start,
          end,
          message: l10n.t('“{0}” in the address: the page’s program had no value there.', name),
          ...(isImage && { severity: 'warning' as const }),
          data: undefined,
        };
      }
    }
  },
};

/** Jekyll and Hugo fill in templates in articles themselves. */
function leakIn(tag: StartTag, item: HtmlAttribute, withTemplates: boolean): string | undefined {
  if (item.name === 'style') {
    return leakedLength.exec(item.value)?.[0].replace(/^[\s:(,]/, '');
  }
  if (sizeNames.has(item.name)) {
    return leaked.test(item.value.trim()) || leakedLength.test(item.value) ? item.value.trim() : undefined;
  }
  if (textNames.has(item.name)) {
    const isMedia = mediaNames.has(tag.name);
    return isMedia && leaked.test(item.value.trim()) ? item.value.trim() : undefined;
  }
  if (!addressNames.has(item.name)) {
    return undefined;
  }
  const address = addressOf(item);
  if (withTemplates && templates.some(([open, close]) => holdsPair(address, open, close))) {
    return 'template';
  }
  const name = lastSegment(address);
  return leaked.test(name) && (mediaNames.has(tag.name) || isWholeName(address, name)) ? name : undefined;
}

/** Nothing but the name of a missing value, or that right below a host: a page about it stands in some folder. */
function isWholeName(address: string, name: string): boolean {
  return leaked.test(address) || parseWebAddress(address)?.path === `/${name}`;
}

function holdsPair(text: string, open: string, close: string): boolean {
  const start = text.indexOf(open);
  return start >= 0 && text.includes(close, start);
}
