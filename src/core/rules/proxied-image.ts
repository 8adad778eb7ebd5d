import * as l10n from '@vscode/l10n';
import { addressOf, setAddress } from '../html/addresses';
import { attribute } from '../html/attributes';
import { mediaNames } from '../html/images';
import { proxied } from '../html/proxied';
import { forMarkdown, markdownLinks } from '../markdownLinks';
import { decodeReferences } from '../render/characters';
import { excerpt } from '../excerpt';
import type { Edit, Fix, Problem, Rule, Span } from '../types';

interface Data {
  readonly inner: string;
  readonly rewrite: (address: string) => Edit;
}

export const proxiedImage: Rule<Data> = {
  meta: {
    id: 'proxied-image',
    description: 'A picture that comes through a proxy, although its own address stands in the proxy’s.',
    rationale:
      'Feeds put proxies before pictures to get around what their hosts forbid. When the proxy is gone, so are the pictures of every article. The host may refuse to show the picture on another site, so nothing is changed by itself. Copies in web archives are none of it.',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'suggestion',
    example: {
      bad: '<img src="https://proxy.example/?https://img.example/river.jpg">\n',
      good: '<img src="https://web.archive.org/web/2020/https://img.example/river.jpg">\n',
    },
  },

  *detect(article) {
    const { text, body } = article;
    for (const tag of body.tokens) {
      const source =
        tag.kind === 'startTag' && mediaNames.has(tag.name) && tag.name !== 'iframe'
          ? attribute(tag, 'src')
          : undefined;
      if (source !== undefined) {
        yield* problemOf(addressOf(source), { start: source.valueStart, end: source.valueEnd }, (address) =>
          setAddress(text, source, address),
        );
      }
    }
    for (const { isImage, destination } of markdownLinks(article)) {
      const { start, end } = destination;
      if (isImage) {
        yield* problemOf(decodeReferences(text.slice(start, end)), destination, (address) => ({
          start,
          end,
          text: forMarkdown(address),
        }));
      }
    }
  },

  fix({ data: { inner, rewrite } }) {
    const fix = (title: string, address: string): Fix => ({
      title,
      kind: 'suggestion',
      edits: [rewrite(address)],
    });
    const own = fix(l10n.t('Use the picture’s own address'), inner);
    return /^http:/i.test(inner)
      ? [own, fix(l10n.t('Use the picture’s own address with https'), inner.replace(/^http:/i, 'https:'))]
      : [own];
  },
};

function* problemOf(
  address: string,
  { start, end }: Span,
  rewrite: (address: string) => Edit,
): Iterable<Problem<Data>> {
  const found = proxied(address);
  if (found !== undefined) {
    yield {
      start,
      end,
      message: l10n.t(
        'The picture comes through {0}, and is gone when that is. Its own address is {1}',
        found.host,
        excerpt(found.inner, 60),
      ),
      data: { inner: found.inner, rewrite },
    };
  }
}
