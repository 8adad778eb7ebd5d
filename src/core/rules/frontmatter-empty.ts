import * as l10n from '@vscode/l10n';
import { isPlaceholder, scalarOfField } from '../consumers/scalar';
import { knownFields } from '../fields';
import { firstImage } from '../frontMatter/bodyPictures';
import { removeField } from '../frontMatter/entries';
import { titleFromPath } from '../frontMatter/fileName';
import { quoteText } from '../frontMatter/quote';
import type { Article, Field, Fix, Rule, RuleContext } from '../types';

export const frontmatterEmpty: Rule<Field> = {
  meta: {
    id: 'frontmatter-empty',
    description: 'A field without a value.',
    rationale:
      'A title of blanks or nothing leaves the post without a name in lists, feeds and addresses; an empty date means the time at which the file was created. An empty picture or author is reported as a hint.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    example: {
      bad: "---\ntitle: ' '\ndate: 2022-04-04\n---\n\nText.\n",
      good: '---\ntitle: A\ndate: 2022-04-04\ntags:\n---\n\nText.\n',
    },
  },

  *detect(article, context) {
    for (const field of article.frontMatter?.fields ?? []) {
      const known = knownFields.get(field.key);
      if (known?.emptyIsFault === undefined || !isEmpty(article, field)) {
        continue;
      }
      // The rule about pictures says so, and offers the first one of the article.
      if (known.type === 'image' && firstImage(article, context) !== undefined) {
        continue;
      }
      const { start, end } = field.valueSpan;
      yield {
        ...(end > start ? field.valueSpan : field.keySpan),
        message: messageOf(field.key, context),
        severity: stopsBuild(field.key, context) ? 'error' : known.emptyIsFault,
        data: field,
      };
    }
  },

  fix({ data: field }, article, context) {
    if (field.key === 'title') {
      return titleFix(field, context);
    }
    return field.key === 'date' ? [] : removal(article, field);
  },
};

/** Nothing at all, or only characters that show nothing: zero-width ones and the byte order mark too. */
function isEmpty({ text }: Article, field: Field): boolean {
  if (isPlaceholder(text.slice(field.valueSpan.start, field.valueSpan.end))) {
    return false;
  }
  const scalar = scalarOfField(field);
  if (scalar === undefined) {
    return Array.isArray(field.value) && field.value.length === 0;
  }
  const nothing = scalar.plain && /^(?:~|null|Null|NULL)?$/.test(scalar.text);
  return nothing || /^[\s\u200B-\u200D\u2060]*$/.test(scalar.text);
}

function stopsBuild(key: string, { options }: RuleContext): boolean {
  return key === 'date' && options.profile === 'jekyll';
}

function messageOf(key: string, context: RuleContext): string {
  if (key === 'title') {
    return l10n.t('The title is empty: the post has no name in lists, feeds and its address.');
  }
  if (stopsBuild(key, context)) {
    return l10n.t('The date is empty: Jekyll stops the build.');
  }
  if (key === 'date' && context.options.profile === 'hexo') {
    return l10n.t('The date is empty: Hexo uses the time at which the file was created.');
  }
  return l10n.t('“{0}” is empty.', key);
}

function titleFix({ valueSpan, keySpan }: Field, { document }: RuleContext): readonly Fix[] {
  const title = titleFromPath(document.path);
  if (title === undefined) {
    return [];
  }
  const blank = valueSpan.end === valueSpan.start && valueSpan.start > keySpan.end ? ' ' : '';
  return [
    {
      title: l10n.t('Use the file name as title'),
      kind: 'suggestion',
      edits: [{ ...valueSpan, text: blank + quoteText(title) }],
    },
  ];
}

function removal(article: Article, field: Field): readonly Fix[] {
  const edit = removeField(article, field);
  return edit === undefined
    ? []
    : [
        {
          title: l10n.t('Remove the empty “{0}”', field.key),
          kind: 'suggestion',
          edits: [edit],
        },
      ];
}
