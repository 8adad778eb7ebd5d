import * as l10n from '@vscode/l10n';
import { addressOf } from '../html/addresses';
import { attribute } from '../html/attributes';
import { firstVisible } from '../html/blank';
import { lazyAddress } from '../html/images';
import { isDescription, isPixel, isToBeSeen } from '../html/pixels';
import { isNamedAsTracker, isTracker } from '../html/trackers';
import { joinsMarkdown, markdownLinks } from '../markdownLinks';
import { decodeReferences } from '../render/characters';
import type { Article, HtmlToken, Rule, Span, StartTag } from '../types';

export const noTrackingPixel: Rule<Span> = {
  meta: {
    id: 'no-tracking-pixel',
    description: 'A picture of one pixel, or one from a service that counts readers.',
    rationale:
      'Nobody sees it; it tells a third party who reads the article, and where. Lines and other thin pictures, badges that show a number, lazy images that wait at one pixel for a script, and pictures that get their size from elsewhere (a style, a class, `sizes`, Next.js) are left alone.',
    group: 'chaff',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p>Text.</p>\n<img src="https://count.example/i.gif" width="1" height="1">\n',
      good: '<p>Text.</p>\n<img src="https://img.example/line.gif" width="600" height="1">\n',
    },
  },

  *detect(article) {
    const { text, body } = article;
    for (const [index, token] of body.tokens.entries()) {
      if (token.kind === 'startTag' && isHtmlTracker(token)) {
        const span = withNoscript(text, body.tokens, index) ?? token;
        yield {
          start: span.start,
          end: span.end,
          message: message(addressOf(attribute(token, 'src'))),
          data: span,
        };
      }
    }
    for (const link of markdownLinks(article)) {
      const { start, end, destination } = link;
      const address = decodeReferences(text.slice(destination.start, destination.end));
      const alt = text.slice(link.text.start, link.text.end);
      const isNamed = isNamedAsTracker(address) && !isDescription(decodeReferences(alt));
      if (link.isImage && (isTracker(address) || isNamed || isEmpty(article, link))) {
        yield { start, end, message: message(address), data: link };
      }
    }
  },

  fix({ data: { start, end } }, article) {
    return joinsMarkdown(article, { start, end })
      ? []
      : [{ title: l10n.t('Remove this picture'), kind: 'safe', edits: [{ start, end, text: '' }] }];
  },
};

function message(address: string): string {
  return address === ''
    ? l10n.t('A picture without an address: nobody sees it.')
    : l10n.t('Tracker: nobody sees it, and it tells another site who reads the article.');
}

function isHtmlTracker(tag: StartTag): boolean {
  if (tag.name === 'iframe') {
    const address = addressOf(attribute(tag, 'src'));
    return isTracker(address) || isNamedAsTracker(address);
  }
  if (tag.name !== 'img' || attribute(tag, 'src') === undefined) {
    return false;
  }
  const address = addressOf(attribute(tag, 'src')) || (lazyAddress(tag)?.address ?? '');
  return isPixel(tag) || isTracker(address) || (isNamedAsTracker(address) && !isToBeSeen(tag));
}

/** `![]()`: neither an address nor a word. */
function isEmpty({ text }: Article, link: { readonly text: Span; readonly destination: Span }): boolean {
  return (
    link.destination.start === link.destination.end && firstVisible(text, link.text.start, link.text.end) < 0
  );
}

/** The `noscript` around a pixel, when it holds nothing else; a frame together with its end tag. */
function withNoscript(text: string, tokens: readonly HtmlToken[], index: number): Span | undefined {
  const token = tokens[index];
  const after = tokens[index + 1];
  if (token?.kind !== 'startTag') {
    return undefined;
  }
  const isClosed =
    after?.kind === 'endTag' && after.name === token.name && isBlankBetween(text, token, after);
  if (token.name === 'iframe' && !isClosed) {
    return undefined;
  }
  const last = isClosed ? after : token;
  const before = tokens[index - 1];
  const close = tokens[index + (isClosed ? 2 : 1)];
  const isAlone =
    before?.kind === 'startTag' &&
    before.name === 'noscript' &&
    close?.kind === 'endTag' &&
    close.name === 'noscript' &&
    isBlankBetween(text, before, token) &&
    isBlankBetween(text, last, close);
  return isAlone ? { start: before.start, end: close.end } : { start: token.start, end: last.end };
}

function isBlankBetween(text: string, first: Span, second: Span): boolean {
  return firstVisible(text, first.end, second.start) < 0;
}
