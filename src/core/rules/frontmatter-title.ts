import * as l10n from '@vscode/l10n';
import { isScalar } from 'yaml';
import { isPlaceholder, scalarOfField } from '../consumers/scalar';
import { quoteText, rewriteScalar } from '../frontMatter/quote';
import { titleFaults, type TitleFault } from '../frontMatter/titleText';
import { termsOf } from '../vocabulary';
import type { Field, Rule, Severity } from '../types';

interface Data {
  readonly field: Field;
  readonly fault: TitleFault;
}

export const frontmatterTitle: Rule<Data> = {
  meta: {
    id: 'frontmatter-title',
    description: 'A title with characters or words in it that do not belong to it.',
    rationale:
      'Crawlers leave HTML entities, line breaks, invisible characters, quotes of their templates and the name of the site in titles; all of it shows in lists, feeds, addresses and search results.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'suggestion',
    example: {
      bad: "---\ntitle: 'Cats &amp; dogs'\ndate: 2022-04-04\n---\n\nText.\n",
      good: "---\ntitle: 'Cats & dogs'\ndate: 2022-04-04\n---\n\nText.\n",
    },
  },

  *detect(article, { options: { profile } }) {
    const { frontMatter, text } = article;
    const field = frontMatter?.field('title');
    const scalar = field && scalarOfField(field);
    if (
      field === undefined ||
      scalar === undefined ||
      isPlaceholder(text.slice(field.valueSpan.start, field.valueSpan.end))
    ) {
      return;
    }
    const { author, categories } = termsOf(article, profile);
    for (const fault of titleFaults(scalar.text, { authors: author, categories })) {
      yield {
        ...field.valueSpan,
        message: messageOf(fault),
        ...severityOf(fault),
        data: { field, fault },
      };
    }
  },

  fix({ data: { field, fault } }, { text }) {
    const { valueSpan, node } = field;
    // What an alias repeats elsewhere would change with it.
    if (fault.better === undefined || (isScalar(node) && node.anchor !== undefined)) {
      return [];
    }
    const written = text.slice(valueSpan.start, valueSpan.end);
    const value = /^["']/.test(written) ? rewriteScalar(written, fault.better) : quoteText(fault.better);
    return [{ title: fixTitle(fault), kind: 'suggestion', edits: [{ ...valueSpan, text: value }] }];
  },
};

function messageOf(fault: TitleFault): string {
  switch (fault.kind) {
    case 'lineBreak':
      return l10n.t('There is a line break in the title.');
    case 'entity':
      return l10n.t(
        '“{0}” is the code of a character in HTML: here it may be shown as it stands.',
        fault.shown,
      );
    case 'unseen':
      return l10n.t(
        'There are characters in the title that nobody sees ({0}): searching for it fails, and its address differs.',
        fault.shown,
      );
    case 'blanks':
      return l10n.t('There are blanks around the title.');
    case 'quotes':
      return l10n.t(
        'The quotes {0} are a part of the title. They look like the rest of a template.',
        fault.shown,
      );
    case 'author':
      return l10n.t('The title ends with “{0}”, which is the author already.', fault.shown);
    case 'category':
      return l10n.t('The title ends with “{0}”, which is a category already.', fault.shown);
  }
}

function severityOf({ kind }: TitleFault): { readonly severity?: Severity } {
  switch (kind) {
    case 'author':
    case 'entity':
      return { severity: 'information' };
    case 'category':
      return { severity: 'hint' };
    case 'lineBreak':
    case 'unseen':
    case 'blanks':
    case 'quotes':
      return {};
  }
}

function fixTitle(fault: TitleFault): string {
  switch (fault.kind) {
    case 'lineBreak':
      return l10n.t('Write the title on one line');
    case 'entity':
      return l10n.t('Write the character itself');
    case 'unseen':
      return l10n.t('Remove the characters that nobody sees');
    case 'blanks':
      return l10n.t('Remove the blanks');
    case 'quotes':
      return l10n.t('Remove the quotes');
    case 'author':
    case 'category':
      return l10n.t('Cut “{0}” off', fault.shown);
  }
}
