import * as l10n from '@vscode/l10n';
import { addressOf, parseWebAddress } from '../html/addresses';
import { attribute } from '../html/attributes';
import { mediaNames } from '../html/images';
import { markdownLinks } from '../markdownLinks';
import type { Rule, Span } from '../types';

/** This machine and private networks: nobody encrypts there. */
const localHost =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|localhost|test|internal)$/;

export const insecureUrl: Rule<Span> = {
  meta: {
    id: 'insecure-url',
    description: 'A picture, frame or player whose address begins with `http:`.',
    rationale:
      'On a site that is served over https browsers block such a frame and try pictures over https only. Nothing is changed by itself, since not every host answers there. Links are no matter: they open as they always did.',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'suggestion',
    example: {
      bad: '<img src="http://img.example/river.jpg">\n',
      good: '<a href="http://www.example.com/">A page</a> with <img src="https://img.example/river.jpg">\n',
    },
  },

  *detect(article) {
    const { text, body } = article;
    for (const tag of body.tokens) {
      if (tag.kind !== 'startTag' || !mediaNames.has(tag.name)) {
        continue;
      }
      for (const source of [attribute(tag, 'src'), attribute(tag, 'poster')]) {
        if (source !== undefined && isInsecure(addressOf(source))) {
          yield* report(text, source.valueStart, source.valueEnd);
        }
      }
    }
    for (const { isImage, destination } of markdownLinks(article)) {
      if (isImage && isInsecure(text.slice(destination.start, destination.end))) {
        yield* report(text, destination.start, destination.end);
      }
    }
  },

  fix({ data: { start, end } }) {
    return [{ title: l10n.t('Write “https:”'), kind: 'suggestion', edits: [{ start, end, text: 'https' }] }];
  },
};

function* report(
  text: string,
  start: number,
  end: number,
): Iterable<{ start: number; end: number; message: string; data: Span }> {
  const scheme = text.slice(start, end).search(/http/i);
  if (scheme >= 0) {
    yield {
      start,
      end,
      message: l10n.t(
        'Not encrypted: a site served over https shows this only if the host answers there too.',
      ),
      data: { start: start + scheme, end: start + scheme + 'http'.length },
    };
  }
}

function isInsecure(address: string): boolean {
  const target = parseWebAddress(address);
  return target?.scheme === 'http' && !localHost.test(target.host);
}
