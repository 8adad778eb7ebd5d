import * as l10n from '@vscode/l10n';
import { scalarOfField } from '../consumers/scalar';
import { helpFor, type KnownField } from '../fields';
import type { Article, Field, RuleContext, Span } from '../types';
import { meantDate } from './dateReadings';
import { acceptedForms, nameOfType } from './forms';
import { looseFieldAt } from './looseFields';
import { readingsOf, type Reading } from './readings';

/** What a hover says, from top to bottom. Every text is plain and may hold anything an article can hold. */
export type HoverPart =
  | { readonly kind: 'title'; readonly key: string; readonly type: string; readonly meaning: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A name for what follows, and the text itself. */
  | { readonly kind: 'labelled'; readonly label: string; readonly text: string }
  | { readonly kind: 'readings'; readonly readings: readonly Reading[] }
  | { readonly kind: 'picture'; readonly address: string };

export interface HoverInfo extends Span {
  readonly parts: readonly HoverPart[];
}

/**
 * What is known about the key or value at an offset; undefined for a field that Winnow does not know, and
 * outside of the front matter. While the YAML has errors only the key is explained: nobody reads the value.
 */
export function hoverAt(
  article: Article,
  offset: number,
  context: Pick<RuleContext, 'options' | 'document'>,
): HoverInfo | undefined {
  const { frontMatter } = article;
  if (frontMatter?.valid !== true) {
    return brokenHover(article, offset, context);
  }
  const field = frontMatter.fields.find(
    ({ keySpan, valueSpan }) => holds(keySpan, offset) || holds(valueSpan, offset),
  );
  const known = field && helpFor(field.key, context.options);
  if (field === undefined || known === undefined) {
    return undefined;
  }
  const span = holds(field.keySpan, offset) ? field.keySpan : field.valueSpan;
  return {
    start: span.start,
    end: span.end,
    parts: [
      title(known),
      ...pictureOf(field, known),
      ...interpretation(field, known, context),
      forms(known, context),
    ],
  };
}

function brokenHover(
  article: Article,
  offset: number,
  context: Pick<RuleContext, 'options' | 'document'>,
): HoverInfo | undefined {
  const field = looseFieldAt(article, offset);
  const known = field && helpFor(field.key, context.options);
  return field === undefined || known === undefined || !holds(field.keySpan, offset)
    ? undefined
    : {
        ...field.keySpan,
        parts: [
          title(known),
          forms(known, context),
          {
            kind: 'text',
            text: l10n.t('The front matter has an error, so no program reads the value.'),
          },
        ],
      };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

function title(known: KnownField): HoverPart {
  return { kind: 'title', key: known.name, type: nameOfType(known.type), meaning: known.meaning() };
}

function forms(known: KnownField, { options }: Pick<RuleContext, 'options' | 'document'>): HoverPart {
  return {
    kind: 'labelled',
    label: l10n.t('Accepted'),
    text: acceptedForms(known, options.profile),
  };
}

function interpretation(
  field: Field,
  known: KnownField,
  context: Pick<RuleContext, 'options' | 'document'>,
): readonly HoverPart[] {
  const scalar = scalarOfField(field);
  const meant =
    known.type === 'date' && scalar !== undefined ? meantDate(field.key, scalar, context) : undefined;
  const readings = readingsOf(field, known.type, context);
  return [
    ...(meant === undefined ? [] : [{ kind: 'labelled' as const, label: l10n.t('This date'), text: meant }]),
    ...(readings.length === 0 ? [] : [{ kind: 'readings' as const, readings }]),
  ];
}

function pictureOf(field: Field, known: KnownField): readonly HoverPart[] {
  const address = known.type === 'image' ? (scalarOfField(field)?.text.trim() ?? '') : '';
  return address === '' ? [] : [{ kind: 'picture', address }];
}
