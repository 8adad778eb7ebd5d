import * as l10n from '@vscode/l10n';
import { addressOf, setAddress } from '../html/addresses';
import { attribute } from '../html/attributes';
import { redirectTarget, type Target } from '../html/redirectors';
import { markdownAddresses } from '../markdownAddresses';
import { forMarkdown, markdownLinks } from '../markdownLinks';
import { decodeReferences } from '../render/characters';
import { excerpt } from '../excerpt';
import type { Edit, Problem, Rule, Span } from '../types';

interface Data {
  readonly isKnown: boolean;
  readonly edit: Edit;
}

export const noRedirectLink: Rule<Data> = {
  meta: {
    id: 'no-redirect-link',
    description: 'A link that passes through a redirect page of the site the article came from.',
    rationale:
      'The page counts the click or warns of leaving, and when it is gone, so is the link, although the real address stands in it. Links of pages that are known to do nothing else are replaced by what they lead to; others that look like it are a suggestion. Links for sharing, searching, translating and logging in hold addresses too and are none of it.',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'safe',
    example: {
      bad: '<a href="https://link.zhihu.com/?target=https%3A//www.example.com/a">A page</a>\n',
      good: '<a href="https://share.example/post?url=https%3A%2F%2Fwww.example.com%2F">Share</a>\n',
    },
  },

  *detect(article) {
    const { text, body } = article;
    for (const tag of body.tokens) {
      const link =
        tag.kind === 'startTag' && /^(?:a|area)$/.test(tag.name) ? attribute(tag, 'href') : undefined;
      const target = redirectTarget(addressOf(link));
      if (link !== undefined && target !== undefined) {
        yield problem(
          { start: link.valueStart, end: link.valueEnd },
          target,
          setAddress(text, link, target.address),
        );
      }
    }
    const links = markdownLinks(article);
    // `[text](<address>)` looks like an autolink, and pictures show what they lead to.
    const inLinks = new Set(links.map(({ destination }) => destination.start));
    const destinations = [
      ...links.flatMap(({ isImage, destination }) => (isImage ? [] : [destination])),
      ...[...markdownAddresses(article)].filter(({ start }) => !inLinks.has(start)),
    ];
    for (const destination of destinations) {
      const { start, end } = destination;
      const target = redirectTarget(decodeReferences(text.slice(start, end)));
      if (target !== undefined) {
        yield problem(destination, target, { start, end, text: forMarkdown(target.address) });
      }
    }
  },

  fix({ data: { isKnown, edit } }) {
    return [
      { title: l10n.t('Link to the page itself'), kind: isKnown ? 'safe' : 'suggestion', edits: [edit] },
    ];
  },
};

function problem({ start, end }: Span, { address, isKnown }: Target, edit: Edit): Problem<Data> {
  return {
    start,
    end,
    message: l10n.t('This link passes through a redirect page on its way to {0}.', excerpt(address, 60)),
    data: { isKnown, edit },
  };
}
