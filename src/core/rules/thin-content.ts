import * as l10n from '@vscode/l10n';
import { skipBlank } from '../html/blank';
import { decodeReferences } from '../render/characters';
import type { Article, FrontMatter, Rule } from '../types';

/** A body with fewer letters says nothing ("as the title says"). A summary of one line is an article. */
const fewest = 5;

/** Elements that are worth reading without a word. */
const mediaNames: ReadonlySet<string> = new Set(
  'img picture video audio iframe embed object svg canvas table pre code math form input'.split(' '),
);

/** Fields of pages that a theme fills: lists of tags, albums, redirects. */
const themedFields = [
  'type',
  'redirect',
  'redirect_to',
  'redirect_from',
  'link',
  'external_link',
  'photos',
  'gallery',
];

export const thinContent: Rule<undefined> = {
  meta: {
    id: 'thin-content',
    description: 'An article without a body, or with one that only repeats the title.',
    rationale:
      'The crawler found nothing, as when the page wants a script or a login. Pages that a theme fills (`type`, `layout`, `redirect_to`, `photos`), drafts and summaries of a line are left alone.',
    group: 'chaff',
    severity: 'information',
    fixKind: 'none',
    articlesOnly: true,
    example: {
      bad: '---\ntitle: A river at night\n---\n\n<div>\n<p>A river at night</p>\n</div>\n',
      good: '---\ntitle: A river at night\n---\n\n<p>The city from the old bridge.</p>\n',
    },
  },

  *detect(article) {
    const { frontMatter } = article;
    if (frontMatter === undefined || !frontMatter.valid || isThemed(frontMatter)) {
      return;
    }
    const title = frontMatter.field('title')?.value;
    const plainTitle = letters(typeof title === 'string' ? title : '');
    const shown = visibleText(article, Math.max(plainTitle.length, fewest) * 4 + 100);
    if (shown === undefined) {
      return;
    }
    const plain = letters(shown.text);
    if (plain.length >= fewest && plain !== plainTitle) {
      return;
    }
    const fence = frontMatter.closeFence ?? frontMatter.openFence;
    yield {
      start: shown.start ?? fence.start,
      end: shown.end ?? fence.end,
      message:
        plain === ''
          ? l10n.t('The article has no content.')
          : plain === plainTitle
            ? l10n.t('The article only repeats its title.')
            : l10n.t('The article has next to no content.'),
      data: undefined,
    };
  },
};

function isThemed(frontMatter: FrontMatter): boolean {
  const layout = frontMatter.field('layout')?.value;
  return (
    themedFields.some((name) => frontMatter.field(name) !== undefined) ||
    frontMatter.field('draft')?.value === true ||
    frontMatter.field('published')?.value === false ||
    (layout !== undefined && layout !== 'post')
  );
}

/** What a reader sees of the body; undefined when that is a picture, code, or text longer than `limit`. */
function visibleText(
  { text, body }: Article,
  limit: number,
):
  | { readonly text: string; readonly start: number | undefined; readonly end: number | undefined }
  | undefined {
  if (body.code.length > 0 || body.regions.some(({ kind }) => kind === 'code')) {
    return undefined;
  }
  let shown = '';
  let start: number | undefined;
  let end: number | undefined;
  let position = body.start;
  for (const token of [...body.tokens, { kind: 'end', start: body.end, end: body.end } as const]) {
    for (let at = position; at < token.start;) {
      const next = skipBlank(text, at);
      if (next === at) {
        start ??= at;
        end = at + 1;
        shown += text[at] ?? '';
        at++;
      } else {
        at = next;
      }
      if (shown.length > limit) {
        return undefined;
      }
    }
    if (token.kind === 'startTag' && mediaNames.has(token.name)) {
      return undefined;
    }
    position = Math.max(position, token.end);
  }
  return { text: shown, start, end };
}

/** Without white space, punctuation and marks of Markdown. */
function letters(text: string): string {
  return decodeReferences(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
