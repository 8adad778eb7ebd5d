import * as l10n from '@vscode/l10n';
import { attribute } from '../html/attributes';
import { firstVisible } from '../html/blank';
import { blockNames } from '../html/names';
import { isInSentence } from '../html/samples';
import { outsideForeignContent } from '../html/svg';
import { walkElements } from '../html/walk';
import { spansContain } from '../spans';
import type { Article, Edit, HtmlElement, HtmlToken, Rule, Span, StartTag } from '../types';

const frameNames: ReadonlySet<string> = new Set(['html', 'head', 'body']);

/** What a frame may stand in; in a paragraph or a list it is a word of the text that lost its escapes. */
const holders: ReadonlySet<string> = new Set(['html', 'body', 'div', 'section', 'article', 'main']);

/** What a `head` may hold to go as a whole. */
const headNames: ReadonlySet<string> = new Set(['title', 'meta', 'link', 'style', 'script', 'base']);

export const noDocumentFrame: Rule<readonly Span[]> = {
  meta: {
    id: 'no-document-frame',
    description: 'The frame of a whole HTML document: doctype, `<html>`, `<head>`, `<body>`, `<meta>`.',
    rationale:
      'Parsers that crawlers use write it around a piece of a page. In a page of your own a browser ignores these tags but gives their attributes, such as colours and classes, to the page. The content stays, and so do frames that say which way text runs, tags in the middle of a text, and a post that is a page of its own (`layout: false`).',
    group: 'chaff',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<div>\n<html><head></head><body><p>Text.</p></body></html>\n</div>\n',
      good: '<p>The element <code><body></code> holds the page.</p>\n',
    },
  },

  *detect(article) {
    const [first, ...others] = isPageOfItsOwn(article) ? [] : framesOf(article);
    if (first !== undefined) {
      yield {
        start: first.start,
        end: first.end,
        message: l10n.t('The frame of a whole document: the page has its own.'),
        related: others.map(({ start, end }) => ({ start, end, message: l10n.t('So is this.') })),
        data: [first, ...others],
      };
    }
  },

  fix({ data }) {
    const edits: readonly Edit[] = data.map(({ start, end }) => ({ start, end, text: '' }));
    return [{ title: l10n.t('Remove the frame'), kind: 'safe', edits }];
  },
};

function isPageOfItsOwn({ frontMatter }: Article): boolean {
  const layout = frontMatter?.field('layout')?.value;
  return (
    layout === false ||
    layout === null ||
    (typeof layout === 'string' && /^(?:false|none|null|nil)$/i.test(layout))
  );
}

/** The tags of the frame, a head that holds nothing of the article, and what tells machines of the page, in source order. */
function framesOf(article: Article): readonly Span[] {
  const tokens = [...outsideForeignContent(article.body.tokens)];
  const strays = new Map<number, number>();
  tokens.forEach((token, index) => {
    if ((token.kind === 'startTag' || token.kind === 'endTag') && frameNames.has(token.name)) {
      strays.set(token.start, index);
    }
  });
  const shown = shownRange(article, tokens);
  const spans = tokens.filter(
    ({ kind, start, end }) =>
      kind === 'declaration' && end <= shown.start && doctype.test(article.text.slice(start, start + 10)),
  ) as Span[];
  const heads: Span[] = [];
  let takenUpTo = 0;
  for (const element of strays.size === 0 ? [] : walkElements(article.body.elements)) {
    const { name, startTag, endTag, start } = element;
    const open = strays.get(start);
    const close = strays.get(endTag?.start ?? -1);
    strays.delete(start);
    strays.delete(endTag?.start ?? -1);
    if (!frameNames.has(name) || open === undefined || start < takenUpTo || !isFrame(element)) {
      continue;
    }
    if (endTag === undefined || close === undefined) {
      // One that is not closed is a frame at the top, and a word elsewhere.
      if (startTag.end <= shown.start) {
        spans.push(startTag);
      }
      continue;
    }
    if (!isApart(article, tokens, open - 1) || !isApart(article, tokens, close)) {
      continue;
    }
    if (name !== 'head') {
      spans.push(startTag, endTag);
    } else if (holdsNothing(article, tokens.slice(open, close + 1))) {
      heads.push({ start, end: endTag.end });
      takenUpTo = endTag.end;
    }
  }
  spans.push(
    ...tokens.filter(
      (token): token is StartTag =>
        token.kind === 'startTag' &&
        token.name === 'meta' &&
        !spansContain(heads, token.start) &&
        !isInSentence(article, token),
    ),
  );
  const endTags = [...strays.values()].map((index) => tokens[index]).filter((token) => token !== undefined);
  spans.push(...endTags.filter(({ kind, start }) => kind === 'endTag' && start >= shown.end));
  spans.push(...heads);
  return spans.sort((a, b) => a.start - b.start);
}

const doctype = /^<!doctype\b/i;

function isFrame({ parent, startTag }: HtmlElement): boolean {
  return (parent === undefined || holders.has(parent.name)) && attribute(startTag, 'dir') === undefined;
}

/** Whether a head, given by its tokens, could go: a comment in it may have to stay, text is the article's. */
function holdsNothing({ text }: Article, tokens: readonly HtmlToken[]): boolean {
  return tokens.every(
    (token, index) =>
      (index === 0 || firstVisible(text, tokens[index - 1]?.end ?? token.start, token.start) < 0) &&
      (index === 0 || index === tokens.length - 1 || isOfHead(token)),
  );
}

function isOfHead(token: HtmlToken): boolean {
  return (
    token.kind === 'rawText' ||
    ((token.kind === 'startTag' || token.kind === 'endTag') &&
      headNames.has(token.name) &&
      !(token.kind === 'startTag' && /math/i.test(attribute(token, 'type')?.value ?? '')))
  );
}

/** Whether neither text nor an inline element touches the place between a token and the next one. */
function isApart({ text, body }: Article, tokens: readonly HtmlToken[], index: number): boolean {
  const before = tokens[index];
  const after = tokens[index + 1];
  return (
    isEdge(before) &&
    isEdge(after) &&
    firstVisible(text, before?.end ?? body.start, after?.start ?? body.end, body.prefixes) < 0
  );
}

function isEdge(token: HtmlToken | undefined): boolean {
  return (
    (token?.kind !== 'startTag' && token?.kind !== 'endTag') ||
    blockNames.has(token.name) ||
    headNames.has(token.name)
  );
}

/** From the first to the last thing that a reader sees as text. */
function shownRange({ text, body }: Article, tokens: readonly HtmlToken[]): Span {
  let start: number | undefined;
  let end = body.start;
  let position = body.start;
  for (const token of [...tokens, undefined]) {
    const found = firstVisible(text, position, token?.start ?? body.end, body.prefixes);
    if (found >= 0) {
      start ??= found;
      end = token?.start ?? body.end;
    }
    position = token?.end ?? body.end;
  }
  return { start: start ?? body.end, end: start === undefined ? body.start : end };
}
