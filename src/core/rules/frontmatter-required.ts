import * as l10n from '@vscode/l10n';
import { scalarOfField } from '../consumers/scalar';
import { knownFields } from '../fields';
import { insertAfter, isBlockMap } from '../frontMatter/entries';
import { titleFromPath } from '../frontMatter/fileName';
import { quoteText } from '../frontMatter/quote';
import type { Article, Edit, FrontMatter, Profile, Rule, RuleContext, Span } from '../types';

interface Data {
  readonly title: string;
  readonly edit: Edit | undefined;
}

/**
 * The fields of the crawler's first template, which knew no `headimg`; its second one has it in every file.
 */
const crawlerFields = ['title', 'categories', 'author', 'comments', 'date', 'thumbnail'];

export const frontmatterRequired: Rule<Data> = {
  meta: {
    id: 'frontmatter-required',
    description: 'A field is missing that every article needs.',
    rationale:
      'Without a title the post has none in lists and feeds; without a date Hexo takes the time at which the file was created, which changes when the archive is copied.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    articlesOnly: true,
    example: {
      bad: '---\ntitle: A\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\n---\n\nText.\n',
    },
  },

  *detect(article, context) {
    const { frontMatter } = article;
    if (!frontMatter?.valid || frontMatter.fields.length === 0) {
      return;
    }
    const { profile } = context.options;
    const place = placeOf(article, frontMatter);
    for (const { name, requiredBy } of knownFields.values()) {
      if (
        requiredBy?.includes(profile) &&
        isMissing(frontMatter, name) &&
        !isImplied(name, frontMatter, context)
      ) {
        yield {
          ...place,
          message: messageOf(name, profile),
          ...(profile === 'generic' && { severity: 'information' as const }),
          data: {
            title: l10n.t('Add a title made from the file name'),
            edit: titleEdit(name, article, context),
          },
        };
      }
    }
    yield* missingHeadImage(article, frontMatter);
  },

  fix({ data: { title, edit } }) {
    return edit === undefined ? [] : [{ title, kind: 'suggestion', edits: [edit] }];
  },
};

function isMissing(frontMatter: FrontMatter, name: string): boolean {
  return frontMatter.field(name) === undefined;
}

/**
 * A date in the file name is Jekyll's own form, and Hexo and Hugo can be set to it; a page or a draft needs
 * none.
 */
function isImplied(name: string, frontMatter: FrontMatter, { options, document }: RuleContext): boolean {
  const path = document.path ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dated = /^\d{4}-\d{1,2}-\d{1,2}-/.test(file);
  if (name === 'title') {
    return options.profile === 'jekyll' && dated;
  }
  const layout = frontMatter.field('layout');
  const isPage = layout !== undefined && scalarOfField(layout)?.text !== 'post';
  return dated || isPage || /\/_?(?:drafts|scaffolds|archetypes)\//.test(`/${path}`);
}

function messageOf(name: string, profile: Profile): string {
  if (name === 'title') {
    return l10n.t('There is no title: the article has no name in lists and feeds.');
  }
  switch (profile) {
    case 'hexo':
      return l10n.t('There is no date: Hexo uses the time at which the file was created.');
    case 'jekyll':
      return l10n.t(
        'There is no date, neither here nor in the file name: Jekyll does not take this for a post.',
      );
    case 'hugo':
    case 'generic':
      return l10n.t('There is no date.');
  }
}

function placeOf({ lines }: Article, { openFence, start }: FrontMatter): Span {
  return openFence.end > openFence.start ? openFence : { start, end: lines.endOf(lines.lineAt(start)) };
}

function titleEdit(name: string, article: Article, { document }: RuleContext): Edit | undefined {
  const { frontMatter, eol } = article;
  const title = name === 'title' ? titleFromPath(document.path) : undefined;
  if (title === undefined || frontMatter === undefined || !isBlockMap(article, frontMatter)) {
    return undefined;
  }
  const { start } = frontMatter.content;
  const first = frontMatter.fields[0]?.keySpan.start ?? start;
  const indent = article.text.slice(article.lines.startOf(article.lines.lineAt(first)), first);
  return { start, end: start, text: `${indent}title: ${quoteText(title)}${eol}` };
}

/**
 * Only where every other field of the crawler's template is there: elsewhere a theme may have no such
 * picture.
 */
function* missingHeadImage(article: Article, frontMatter: FrontMatter): ReturnType<Rule<Data>['detect']> {
  const thumbnail = frontMatter.field('thumbnail');
  const isCrawled = crawlerFields.every((name) => frontMatter.field(name) !== undefined);
  if (thumbnail === undefined || !isCrawled || frontMatter.field('headimg') !== undefined) {
    return;
  }
  const written = article.text.slice(thumbnail.valueSpan.start, thumbnail.valueSpan.end);
  const empty = (scalarOfField(thumbnail)?.text.trim() ?? '') === '';
  yield {
    ...thumbnail.keySpan,
    message: l10n.t(
      'There is a “thumbnail” but no “headimg”: the article itself shows no picture at its head.',
    ),
    severity: 'hint',
    data: {
      title: l10n.t('Add a “headimg” equal to the thumbnail'),
      edit: empty ? undefined : insertAfter(article, thumbnail, `headimg: ${written}`),
    },
  };
}
