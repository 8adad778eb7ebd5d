import * as l10n from '@vscode/l10n';
import { locateFence, type Fence } from '../frontMatter/fence';
import type { Article, Edit, Profile, Rule, Severity, Span } from '../types';

interface Data {
  /** Undefined when only a person can repair it. */
  readonly edits?: readonly Edit[];
  readonly title: string;
}

interface Fault extends Span, Data {
  readonly message: string;
  /** The site generators that read the front matter in spite of it. */
  readonly acceptedBy: readonly Profile[];
  readonly severity?: Severity;
  /** The site generator whose own form this is: there it is no fault at all. */
  readonly own?: Profile;
}

/**
 * Which reader accepts what was measured (hexo-front-matter 4.2 behind hexo-fs, gray-matter 4) or read in the
 * source (Jekyll's `YAML_FRONT_MATTER_REGEXP`, Hugo's `pagelexer_intro.go`); a test repeats the measurements.
 */
export const frontmatterFence: Rule<Data> = {
  meta: {
    id: 'frontmatter-fence',
    description: 'A front-matter fence that some readers do not recognise.',
    rationale:
      'A reader that does not recognise a fence shows the front matter as text or swallows the article. Each site generator has its own idea of a fence; three dashes alone on the first line and alone on a line after the YAML satisfy all of them.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'safe',
    example: {
      bad: '\n---\ntitle: A\ndate: 2022-04-04\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\n---\n\nText.\n',
    },
  },

  *detect(article, { options }) {
    const { frontMatter } = article;
    const fence = locateFence(article.text);
    // One fault at a time: broken YAML is told first, and with it no other edit of the front matter is
    // offered.
    if (!frontMatter || !fence || (fence.closer !== 'none' && frontMatter.errors.length > 0)) {
      return;
    }
    for (const { start, end, message, acceptedBy, severity, own, ...data } of faults(article, fence)) {
      if (own === options.profile) {
        continue;
      }
      yield {
        start,
        end,
        message,
        severity: severity ?? (acceptedBy.includes(options.profile) ? 'information' : 'error'),
        data,
      };
    }
  },

  fix({ data: { edits, title } }) {
    return edits === undefined ? [] : [{ title, kind: 'safe', edits }];
  },
};

function* faults(article: Article, fence: Fence): Iterable<Fault> {
  if (fence.closer === 'none') {
    yield unclosed(article, fence);
    return;
  }
  yield* leadingFaults(article.text, fence);
  yield* openingFaults(article, fence);
  yield* closingFaults(article, fence);
}

function unclosed({ text, eol, frontMatter }: Article, { start, open, end }: Fence): Fault {
  const lineBefore = end > start && !'\r\n'.includes(text.charAt(end - 1)) ? eol : '';
  const closing = { start: end, end, text: `${lineBefore}---${eol}` };
  return {
    ...open,
    message: l10n.t(
      'The front matter is not closed: no reader finds its end, and the site generator shows it as text or stops. Put a line of three dashes after it.',
    ),
    acceptedBy: [],
    title: l10n.t('Close the front matter'),
    ...(frontMatter?.errors.length === 0 && { edits: [closing] }),
  };
}

function* leadingFaults(text: string, { leading, indent }: Fence): Iterable<Fault> {
  if (leading.end > leading.start) {
    const one = /^(?:\r\n?|\n)$/.test(text.slice(leading.start, leading.end));
    yield {
      ...leading,
      message: one
        ? l10n.t(
            'The file begins with a blank line. Hexo and Hugo read the front matter all the same; Jekyll and gray-matter (Eleventy, VitePress) see none.',
          )
        : l10n.t(
            'The file begins with blank lines, more than the one empty line that Hexo allows. Hugo reads the front matter all the same; Hexo, Jekyll and gray-matter (Eleventy, VitePress) see none.',
          ),
      acceptedBy: one ? ['hexo', 'hugo'] : ['hugo'],
      title: l10n.t('Remove what is before the front matter'),
      edits: [remove(leading)],
    };
  }
  if (indent.end > indent.start) {
    yield {
      ...indent,
      message: l10n.t(
        'The opening fence is indented. Hugo reads the front matter all the same; Hexo, Jekyll and gray-matter do not.',
      ),
      acceptedBy: ['hugo'],
      title: l10n.t('Remove the indentation'),
      edits: [remove(indent)],
    };
  }
}

function* openingFaults(article: Article, fence: Fence): Iterable<Fault> {
  const { marker, start, open, tag, openBlanks, openLength } = fence;
  if (marker === '') {
    yield {
      start,
      end: article.lines.endOf(article.lines.lineAt(start)),
      message: l10n.t(
        'There is no opening fence. Only Hexo reads such front matter; Jekyll, Hugo and gray-matter show it as text.',
      ),
      acceptedBy: ['hexo'],
      title: l10n.t('Add the opening fence'),
      edits: [{ start, end: start, text: `---${article.eol}` }],
    };
    return;
  }
  if (marker === ';') {
    yield {
      ...open,
      message: l10n.t(
        'Front matter in JSON between semicolons is read by Hexo only. Winnow does not check it.',
      ),
      acceptedBy: ['hexo'],
      own: 'hexo',
      title: '',
    };
  } else if (marker === '+') {
    yield {
      ...open,
      message: l10n.t('Front matter in TOML is read by Hugo only. Winnow does not check it.'),
      acceptedBy: ['hugo'],
      own: 'hugo',
      title: '',
    };
  } else if (tag.end > tag.start) {
    yield languageTag(article.text.slice(tag.start, tag.end), fence);
  } else if (openBlanks.end > openBlanks.start) {
    yield {
      ...openBlanks,
      message: l10n.t(
        'Blanks after the opening fence: Hexo sees no front matter. Jekyll, Hugo and gray-matter do not mind.',
      ),
      acceptedBy: ['jekyll', 'hugo', 'generic'],
      title: l10n.t('Remove the blanks'),
      edits: [remove(openBlanks)],
    };
  }
  if (marker === '-' && openLength > 3) {
    yield longFence(fence);
  }
}

function languageTag(name: string, { start, open, tag }: Fence): Fault {
  const yaml = /^ya?ml$/i.test(name);
  return {
    ...tag,
    message: yaml
      ? l10n.t(
          '“---{0}” opens front matter for gray-matter only; Hexo, Jekyll and Hugo do not recognise it.',
          name,
        )
      : l10n.t(
          '“---{0}” is not YAML: Winnow does not read it, and a reader such as gray-matter may run it as code. Hexo, Jekyll and Hugo do not recognise it.',
          name,
        ),
    acceptedBy: ['generic'],
    title: l10n.t('Remove “{0}”', name),
    ...(yaml && { edits: [remove({ start: start + 3, end: open.end })] }),
  };
}

function longFence({ start, open, openLength, close, closeLength, closer }: Fence): Fault {
  const same = closer === 'dashes' && closeLength === openLength;
  const surplus = { start: start + 3, end: start + openLength };
  return {
    ...open,
    message: same
      ? l10n.t(
          'The fences have {0} dashes. Only Hexo reads them; Jekyll, Hugo and gray-matter want three.',
          openLength,
        )
      : l10n.t(
          'The opening fence has {0} dashes, the closing one {1}: no reader takes them for a pair.',
          openLength,
          closeLength,
        ),
    acceptedBy: same ? ['hexo'] : [],
    title: l10n.t('Write three dashes'),
    edits: [
      remove(surplus),
      ...(close !== undefined && closer === 'dashes' && closeLength > 3
        ? [remove({ start: close.start + 3, end: close.start + closeLength })]
        : []),
    ],
  };
}

function* closingFaults(article: Article, fence: Fence): Iterable<Fault> {
  const { closer, close, closeLength, openLength, marker } = fence;
  if (close === undefined) {
    return;
  }
  if (closer === 'dots') {
    yield {
      ...close,
      message: l10n.t(
        'Three dots close the front matter for Jekyll only. Hexo, Hugo and gray-matter read on to the next line of dashes.',
      ),
      acceptedBy: ['jekyll'],
      title: l10n.t('Write three dashes'),
      edits: [{ start: close.start, end: close.start + 3, text: '---' }],
    };
    return;
  }
  if (closer === 'glued') {
    yield {
      ...close,
      message: l10n.t(
        'The article begins on the line of the closing fence. Hexo, Hugo and gray-matter read it all the same; Jekyll looks for another fence.',
      ),
      acceptedBy: ['hexo', 'hugo', 'generic'],
      title: l10n.t('Put the article on its own line'),
      edits: [{ start: close.end, end: close.end, text: article.eol }],
    };
    return;
  }
  const dashesEnd = close.start + closeLength;
  if (marker === '-' && openLength === 3 && closeLength > 3) {
    const surplus = { start: close.start + 3, end: dashesEnd };
    yield {
      ...close,
      message: l10n.t(
        'The closing fence has {0} dashes: Hexo, Hugo and gray-matter show what is more than three at the head of the article, Jekyll looks for another fence.',
        closeLength,
      ),
      acceptedBy: ['hexo', 'hugo', 'generic'],
      title: l10n.t('Write three dashes'),
      edits: [remove(surplus)],
    };
  }
  if (close.end > dashesEnd) {
    yield {
      start: dashesEnd,
      end: close.end,
      message: l10n.t(
        'Blanks after the closing fence: all readers accept them, some begin the article with them.',
      ),
      acceptedBy: [],
      severity: 'hint',
      title: l10n.t('Remove the blanks'),
      edits: [remove({ start: dashesEnd, end: close.end })],
    };
  }
  if (marker === '-' && article.text.slice(fence.content.start, fence.content.end).trim() === '') {
    yield {
      start: fence.start,
      end: close.end,
      message: l10n.t(
        'The front matter is empty. Hexo takes its fences for two rules of the article, or all up to the next line of dashes for front matter.',
      ),
      acceptedBy: ['jekyll', 'hugo', 'generic'],
      title: '',
    };
  }
}

function remove({ start, end }: Span): Edit {
  return { start, end, text: '' };
}
