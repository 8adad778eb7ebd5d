import * as l10n from '@vscode/l10n';
import { isMap, isSeq } from 'yaml';
import { resolveScalar } from '../consumers/jsYaml';
import { isPlaceholder, scalarOfField } from '../consumers/scalar';
import { knownFields, type FieldType } from '../fields';
import { quoteText } from '../frontMatter/quote';
import type { Field, Profile, Rule, Severity } from '../types';

interface Data {
  /** What to quote; undefined when only a person knows the value. */
  readonly quote: string | undefined;
}

export const frontmatterType: Rule<Data> = {
  meta: {
    id: 'frontmatter-type',
    description: 'A value of another kind than the field wants, such as a title that YAML reads as a date.',
    rationale:
      'Without quotes YAML reads 2015-10-11 as a date, 007 as the number 7 and true as a truth value; as a title Hexo then shows “7” or “Sun Oct 11 2015”. A list or map in place of a text shows as such, or stops the theme.',
    group: 'frontmatter',
    severity: 'warning',
    fixKind: 'safe',
    example: {
      bad: '---\ntitle: 2015-10-11\ndate: 2022-04-04\n---\n\nText.\n',
      good: "---\ntitle: '2015-10-11'\ndate: 2022-04-04\n---\n\nText.\n",
    },
  },

  *detect({ frontMatter, text }, { options: { profile } }) {
    for (const field of frontMatter?.fields ?? []) {
      const type = knownFields.get(field.key)?.type;
      if (type === undefined || isPlaceholder(text.slice(field.valueSpan.start, field.valueSpan.end))) {
        continue;
      }
      const fault = field.key === 'title' ? titleFault(field, profile) : undefined;
      const found = fault ?? collectionFault(field, type, profile);
      if (found !== undefined) {
        yield { ...field.valueSpan, ...found };
      }
    }
  },

  fix({ start, end, data: { quote } }) {
    return quote === undefined
      ? []
      : [{ title: l10n.t('Quote it'), kind: 'safe', edits: [{ start, end, text: quoteText(quote) }] }];
  },
};

interface Fault {
  readonly message: string;
  readonly severity?: Severity;
  readonly data: Data;
}

/** A title without quotes that is not text to YAML. */
function titleFault(field: Field, profile: Profile): Fault | undefined {
  const scalar = scalarOfField(field);
  const resolved = scalar && resolveScalar(scalar, profile);
  if (
    scalar === undefined ||
    resolved === undefined ||
    resolved.type === 'text' ||
    resolved.type === 'null'
  ) {
    return undefined;
  }
  const data = { quote: scalar.text };
  switch (resolved.type) {
    case 'timestamp':
      return {
        message: l10n.t('YAML reads the title {0} as a date, and it is shown as one. Quote it.', scalar.text),
        data,
      };
    case 'boolean':
      return { message: l10n.t('YAML reads the title {0} as a truth value. Quote it.', scalar.text), data };
    case 'number': {
      const shown = String(resolved.value);
      return shown === scalar.text
        ? {
            message: l10n.t(
              'YAML reads the title {0} as a number, which a theme that expects text may not take. Quote it.',
              shown,
            ),
            severity: 'information',
            data,
          }
        : {
            message: l10n.t('YAML reads the title {0} as the number {1}. Quote it.', scalar.text, shown),
            data,
          };
    }
  }
}

/** Text fields that are structured in some themes. */
const free = new Set(['author', 'cover']);

function collectionFault(field: Field, type: FieldType, profile: Profile): Fault | undefined {
  const map = isMap(field.node);
  if ((!map && !isSeq(field.node)) || free.has(field.key)) {
    return undefined;
  }
  const data = { quote: undefined };
  switch (type) {
    case 'tags':
      return map
        ? { message: l10n.t('“{0}” is a map, not a list. Write one tag a line after “- ”.', field.key), data }
        : undefined;
    case 'categories':
      // The rule about categories knows their shapes.
      return undefined;
    case 'image':
      return profile === 'hugo'
        ? undefined
        : { message: l10n.t('“{0}” is a list or a map, not the address of a picture.', field.key), data };
    case 'date':
      return { message: l10n.t('“{0}” is a list or a map, not a date.', field.key), data };
    case 'boolean':
      return {
        message: l10n.t('“{0}” is a list or a map, not true or false.', field.key),
        severity: 'information',
        data,
      };
    case 'text':
      return { message: l10n.t('“{0}” is a list or a map, not a text.', field.key), data };
  }
}
