import * as l10n from '@vscode/l10n';
import { isScalar, isSeq } from 'yaml';
import { plainForm } from '../categories/lookAlikes';
import { isPlaceholder, scalarOf, scalarOfField } from '../consumers/scalar';
import type { Field, FrontMatter, Rule } from '../types';

/** What programs and content systems sign with. */
const account =
  /^(?:.*\[bot\]|admin|administrator|root|webmaster|editor|guest|unknown|anonymous|undefined|null|none|nan|管理员|佚名|匿名|小编)$/i;

export const frontmatterAuthor: Rule<undefined> = {
  meta: {
    id: 'frontmatter-author',
    description: 'An author that is the name of a site, a feed or an account, not of a person.',
    rationale:
      'A crawler that finds no author writes the name of the feed, the same that it writes among the categories; content systems sign with an account such as `admin`. Lists of authors then list sites. Who wrote the article only a person can find out; the byline of the article often says so.',
    group: 'frontmatter',
    severity: 'hint',
    fixKind: 'none',
    example: {
      bad: '---\ntitle: A\ndate: 2022-04-04\ncategories: [News, Harbour Daily]\nauthor: Harbour Daily\n---\n\nText.\n',
      good: '---\ntitle: A\ndate: 2022-04-04\ncategories: [News, Harbour Daily]\nauthor: Ann Miller\n---\n\nText.\n',
    },
  },

  *detect({ frontMatter, text }) {
    const author = frontMatter?.field('author');
    const name = author && scalarOfField(author)?.text.trim();
    if (
      frontMatter === undefined ||
      author === undefined ||
      name === undefined ||
      name === '' ||
      isPlaceholder(text.slice(author.valueSpan.start, author.valueSpan.end))
    ) {
      return;
    }
    if (account.test(name)) {
      yield {
        ...author.valueSpan,
        message: l10n.t('“{0}” is the name of an account or of nothing, not of a person.', name),
        data: undefined,
      };
      return;
    }
    const category = categoriesOf(frontMatter).find((other) => plainForm(other) === plainForm(name));
    if (category !== undefined) {
      yield {
        ...author.valueSpan,
        message: l10n.t('“{0}” is among the categories too: the name of the site, not of the author.', name),
        data: undefined,
      };
    }
  },
};

/** The names in lists: one that stands alone is a subject, which may be a person. */
function categoriesOf(frontMatter: FrontMatter): readonly string[] {
  const field: Field | undefined = frontMatter.field('categories');
  return isSeq(field?.node) ? namesIn(field.node.items, 2) : [];
}

function namesIn(items: readonly unknown[], depth: number): readonly string[] {
  return items.flatMap((item) =>
    isSeq(item) && depth > 1
      ? namesIn(item.items, depth - 1)
      : isScalar(item)
        ? [scalarOf(item)?.text.trim() ?? '']
        : [],
  );
}
