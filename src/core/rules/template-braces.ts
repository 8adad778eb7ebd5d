import * as l10n from '@vscode/l10n';
import { excerpt } from '../excerpt';
import { findPattern, findString } from '../html/finder';
import { firstEndingAfter } from '../spans';
import type { Article, Rule, Severity, Span } from '../types';

/**
 * Tags that Hexo 8 knows: its own (`lib/plugins/tag/index.ts`), its helpers, and those of Nunjucks. The ends of
 * blocks are among them, since an end without a beginning is reported by Hexo itself at its place.
 */
const knownTags: ReadonlySet<string> = new Set(
  (
    'quote blockquote code codeblock highlight iframe img image include_code include-code a link anchor post_path ' +
    'post_link asset_path asset_link asset_img asset_image pullquote url_for full_url_for jsfiddle gist youtube vimeo ' +
    'raw verbatim if elif elseif else for asyncEach asyncAll macro set extends block include import from filter call ' +
    'super switch case default more'
  ).split(' '),
);

/** What Nunjucks can read as one value: a path of names, a literal; with filters and arguments in brackets. */
const plainValue = /^\s*[-\w$.'"\p{L}]+\s*$/u;

interface Braces extends Span {
  readonly kind: '{{' | '{%' | '{#';
  readonly content: string;
}

export const templateBraces: Rule<Span> = {
  meta: {
    id: 'template-braces',
    description: 'Braces outside code that Hexo runs as a template: `{{ }}`, `{% %}`, `{# #}`.',
    rationale:
      'Hexo gives the whole article to Nunjucks: what stands in `{{ }}` vanishes, an unknown tag or an expression that it cannot read stops the site from being built. Back-tick code, fences and `<code>` are safe, a `<pre>` without `<code>` is not. Nothing is reported for other generators, inside `{% raw %}`, and with `disableNunjucks: true`.',
    group: 'scripts',
    severity: 'warning',
    fixKind: 'suggestion',
    articlesOnly: true,
    example: {
      bad: '---\ntitle: Templates\n---\n\nWrite {{ user name }} into the page.\n',
      good: '---\ntitle: Templates\n---\n\nWrite `{{ user name }}` into the page.\n',
    },
  },

  *detect(article, { options: { profile } }) {
    const { frontMatter } = article;
    if (profile !== 'hexo' || frontMatter?.field('disableNunjucks')?.value === true) {
      return;
    }
    const all = [...templatesOf(article)];
    const names = new Set(all.map(({ kind, content }) => (kind === '{%' ? tagName(content) : '')));
    for (const braces of all) {
      const verdict = judge(braces, names);
      if (verdict !== undefined) {
        const { start, end } = braces;
        yield { start, end, ...verdict, data: { start, end } };
      }
    }
  },

  fix({ data: { start, end } }) {
    const edits = [
      { start, end: start, text: '{% raw %}' },
      { start: end, end, text: '{% endraw %}' },
    ];
    return [{ title: l10n.t('Put it between “raw” tags'), kind: 'suggestion', edits }];
  },
};

/** `names` are those of all tags of the article. */
function judge(
  { kind, content }: Braces,
  names: ReadonlySet<string>,
): { readonly message: string; readonly severity: Severity } | undefined {
  const shown = excerpt(`${kind}${content}${kind === '{{' ? '}' : kind.slice(1)}}`, 30);
  if (kind === '{#') {
    return {
      severity: 'warning',
      message: l10n.t('Hexo takes “{0}” for a comment of a template and drops it.', shown),
    };
  }
  if (kind === '{{') {
    return plainValue.test(content)
      ? {
          severity: 'warning',
          message: l10n.t(
            'Hexo runs “{0}” as a template: a reader sees its value, which is most likely nothing.',
            shown,
          ),
        }
      : { severity: 'error', message: l10n.t('Hexo runs “{0}” as a template and may stop there.', shown) };
  }
  const name = tagName(content);
  if (name === '') {
    return {
      severity: 'error',
      message: l10n.t('Hexo runs “{0}” as a template tag without a name and stops there.', shown),
    };
  }
  // A tag with an end of its own is written for a plug-in.
  const isBlock = name.startsWith('end') || names.has(`end${name}`);
  return knownTags.has(name) || isBlock
    ? undefined
    : { severity: 'warning', message: l10n.t('Hexo stops at “{0}” unless a plug-in knows this tag.', shown) };
}

function tagName(content: string): string {
  return /^-?\s*([^\s%-][^\s%]*)/.exec(content)?.[1] ?? '';
}

/** Everything that Nunjucks would read, but for what is between `raw` tags. */
function* templatesOf(article: Article): Iterable<Braces> {
  const { text, body } = article;
  const shielded = shieldedSpans(article);
  const closers = { '{{': findString(text, '}'), '{%': findString(text, '%}'), '{#': findString(text, '#}') };
  const rawEnd = findPattern(text, /\{%-?[ \t\r\n]*end(?:raw|verbatim)[ \t\r\n]*-?%\}/g);
  let at = text.indexOf('{', body.start);
  while (at >= 0) {
    const kind = text.slice(at, at + 2);
    const shield = shielded[firstEndingAfter(shielded, at)];
    if (shield !== undefined && shield.start <= at) {
      at = text.indexOf('{', shield.end);
      continue;
    }
    if (kind !== '{{' && kind !== '{%' && kind !== '{#') {
      at = text.indexOf('{', at + 1);
      continue;
    }
    const close = closers[kind].next(at + 2);
    // A single brace in `{{ ... }` makes text of it.
    const isWhole = close < text.length && (kind !== '{{' || text[close + 1] === '}');
    if (!isWhole) {
      at = text.indexOf('{', at + 2);
      continue;
    }
    let end = close + 2;
    const content = text.slice(at + 2, close);
    if (kind === '{%' && /^-?\s*(?:raw|verbatim)\s*-?$/.test(content)) {
      const raw = rawEnd.next(end);
      end = raw < text.length ? raw + 1 : end;
    } else {
      yield { start: at, end, kind, content };
    }
    at = text.indexOf('{', end);
  }
}

/** Fences, back-tick code, `<code>` and comments, sorted. Hexo takes them out before Nunjucks runs. */
function shieldedSpans({ text, body }: Article): readonly Span[] {
  const bare = new Set(
    body.tokens.flatMap((token) => (token.kind === 'startTag' && token.name === 'pre' ? [token.end] : [])),
  );
  const spans = [
    ...body.regions.filter(
      ({ kind, start }) => kind === 'code' && !/^[ \t]{0,3}[{[]/.test(text.slice(start, start + 4)),
    ),
    // Behind the `%}` or `]` of a shortcode Nunjucks runs.
    ...body.code.filter(({ start }) => !bare.has(start) && !/[}\]]/.test(text[start - 1] ?? '')),
    ...body.tokens.filter(({ kind }) => kind === 'comment'),
  ];
  return spans.sort((a, b) => a.start - b.start);
}
