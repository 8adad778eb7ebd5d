import * as l10n from '@vscode/l10n';
import { formatDate } from '../dates/format';
import { recogniseDate } from '../dates/recognise';
import { dateSettingOf } from '../dates/setting';
import { clockIn, zoneOffset } from '../dates/zones';
import { helpFor } from '../fields';
import { titleFromPath } from '../frontMatter/fileName';
import type { Article } from '../types';
import { vocabularyOf, type VocabularyField } from '../vocabulary';
import type { WritingContext } from './completions';
import { headingsOf } from './headings';
import { picturesOf } from './pictures';
import type { ItemPlace, ValuePlace } from './place';

/** A value that could be meant. */
export interface Suggestion {
  readonly kind: 'name' | 'date' | 'boolean' | 'image' | 'text';
  readonly label: string;
  /** The value itself, not yet written as YAML. */
  readonly value: string;
  readonly detail?: string;
  /** YAML is to read it as a date or a truth value: it gets no quotes. */
  readonly isLiteral: boolean;
}

/** Enough for anybody to look through; typing narrows them down. */
const mostNames = 500;

/** The values that could be meant at a place, best first. */
export function suggestValues(
  article: Article,
  place: ValuePlace | ItemPlace,
  context: WritingContext,
): readonly Suggestion[] {
  const vocabulary = vocabularyOf(place.key);
  if (vocabulary !== undefined) {
    return names(vocabulary, place, context);
  }
  switch (helpFor(place.key, context.options)?.type) {
    case 'date':
      return dates(place.key, context);
    case 'boolean':
      return ['true', 'false'].map((value) => ({ kind: 'boolean', label: value, value, isLiteral: true }));
    case 'image':
      return picturesOf(article, context, place.key).map((value) => ({
        kind: 'image',
        label: shorten(value),
        value,
        isLiteral: false,
      }));
    case 'text':
    case 'categories':
    case 'tags':
    case undefined:
      return place.key === 'title' ? titles(article, context) : [];
  }
}

function names(
  field: VocabularyField,
  place: ValuePlace | ItemPlace,
  { names: known, id }: WritingContext,
): readonly Suggestion[] {
  const others = new Set(place.kind === 'item' ? place.siblings.map(plainText) : []);
  return known
    .terms(field, { except: id })
    .filter(({ name }) => !others.has(name))
    .slice(0, mostNames)
    .map(({ name, count }) => ({
      kind: 'name',
      label: shorten(name),
      value: name,
      detail: count === 1 ? l10n.t('1 article') : l10n.t('{0} articles', count),
      isLiteral: false,
    }));
}

/** Good enough for comparing: names with escapes are rare. */
function plainText(written: string): string {
  return written.replace(/^(["'])(.*)\1$/, '$2');
}

function dates(key: string, context: WritingContext): readonly Suggestion[] {
  const { document, file } = context;
  const created =
    file === undefined
      ? []
      : [[Math.min(file.created, file.changed), l10n.t('the file’s creation')] as const];
  const changed = file === undefined ? [] : [[file.changed, l10n.t('the file’s last change')] as const];
  const instants = [
    [document.now, l10n.t('now')] as const,
    ...(key === 'date' ? [...created, ...changed] : [...changed, ...created]),
  ];
  const found = new Map<string, Suggestion>();
  for (const [instant, detail] of instants) {
    const value = writeInstantFor(key, instant, context);
    if (value !== undefined && instant > 0 && !found.has(value)) {
      found.set(value, { kind: 'date', label: value, value, detail, isLiteral: true });
    }
  }
  const named = dateInName(document.path);
  if (named !== undefined && key === 'date' && !found.has(named)) {
    found.set(named, {
      kind: 'date',
      label: named,
      value: named,
      detail: l10n.t('from the file’s name'),
      isLiteral: true,
    });
  }
  return [...found.values()];
}

/**
 * An instant in the configured form and zone, as the profile reads it: Hexo takes a clock time and forgets
 * any zone.
 */
export function writeInstantFor(key: string, instant: number, context: WritingContext): string | undefined {
  const { zone = context.machineZone, profile, format } = dateSettingOf(key, context);
  const clock = clockIn(zone, instant);
  const offset = profile === 'hexo' ? undefined : zoneOffset(zone, instant);
  return clock === undefined ? undefined : formatDate({ clock, hasTime: true, offset }, format);
}

function dateInName(path = ''): string | undefined {
  const day = /^(\d{4}-\d{1,2}-\d{1,2})(?!\d)/.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
  const meant = day === undefined ? undefined : recogniseDate(day);
  return meant === undefined || meant.impossible
    ? undefined
    : formatDate({ clock: meant.clock, hasTime: false, offset: undefined }, 'RFC 3339 date');
}

function titles(article: Article, { document, options }: WritingContext): readonly Suggestion[] {
  const heading = firstHeading(article, options.maxBodySize);
  const fromName = titleFromPath(document.path);
  const found = new Map<string, string>();
  if (heading !== undefined) {
    found.set(heading, l10n.t('the first heading'));
  }
  if (fromName !== undefined && !found.has(fromName)) {
    found.set(fromName, l10n.t('from the file’s name'));
  }
  return [...found].map(([value, detail]) => ({
    kind: 'text',
    label: shorten(value),
    value,
    detail,
    isLiteral: false,
  }));
}

/** The text of the first heading of the body that has one; undefined above `winnow.maxBodySize`. */
export function firstHeading(article: Article, maxBodySize: number): string | undefined {
  const start = article.frontMatter?.end ?? 0;
  return maxBodySize > 0 && article.text.length - start > maxBodySize
    ? undefined
    : headingsOf(article).find(({ text }) => text !== '')?.text;
}

const longestLabel = 80;

/** The end of an address tells more than its middle. */
function shorten(text: string): string {
  return text.length > longestLabel ? `${text.slice(0, 40)}…${text.slice(-(longestLabel - 41))}` : text;
}
