import * as l10n from '@vscode/l10n';
import { isScalar, isSeq } from 'yaml';
import { resolveScalar } from '../consumers/jsYaml';
import { scalarOf, type Scalar } from '../consumers/scalar';
import { truthOf } from '../consumers/truth';
import { describeClock } from '../dates/format';
import type { FieldType } from '../fields';
import { staticFileOf } from '../siteFiles';
import type { Field, Profile, RuleContext } from '../types';
import { dateReading } from './dateReadings';
import { nameOfProfile } from './forms';

/** What one or more programs make of a value. */
export interface Reading {
  /** As people call them. */
  readonly readers: readonly string[];
  readonly text: string;
  /** The profile of the settings is among them. */
  readonly isOwn: boolean;
}

const profiles: readonly Profile[] = ['hexo', 'jekyll', 'hugo', 'generic'];

/**
 * What each of the profiles reads, those that read the same together and the one of the settings first. Empty
 * where nothing is known about it, as for a map.
 */
export function readingsOf(
  field: Field,
  type: FieldType,
  context: Pick<RuleContext, 'options' | 'document'>,
): readonly Reading[] {
  const own = context.options.profile;
  const groups = new Map<string, Profile[]>();
  for (const profile of [own, ...profiles.filter((other) => other !== own)]) {
    const text = readingOf(field, { type, profile, context });
    if (text !== undefined) {
      groups.set(text, [...(groups.get(text) ?? []), profile]);
    }
  }
  return [...groups].map(([text, readers]) => ({
    readers: readers.map(nameOfProfile),
    text,
    isOwn: readers.includes(own),
  }));
}

interface Question {
  readonly type: FieldType;
  readonly profile: Profile;
  readonly context: Pick<RuleContext, 'options' | 'document'>;
}

function readingOf(field: Field, { type, profile, context }: Question): string | undefined {
  const scalar = scalarOf(field.node);
  switch (type) {
    case 'date':
      return (
        scalar && dateReading(field.key, scalar, { ...context, options: { ...context.options, profile } })
      );
    case 'boolean':
      return scalar && booleanReading(scalar, profile);
    case 'text':
      return scalar && textReading(scalar, profile);
    case 'image':
      return scalar && imageReading(scalar, profile);
    case 'categories':
    case 'tags':
      return namesReading(field, type, profile);
  }
}

function textReading(scalar: Scalar, profile: Profile): string {
  const resolved = resolveScalar(scalar, profile);
  switch (resolved.type) {
    case 'null':
      return l10n.t('nothing');
    case 'boolean':
      return l10n.t('{0}, a truth value', String(resolved.value));
    case 'number':
      return l10n.t('the number {0}', String(resolved.value));
    case 'timestamp':
      return l10n.t('the date {0}, not a text', describeClock(resolved.value, true));
    case 'text':
      return l10n.t('the text “{0}”', resolved.value);
  }
}

function booleanReading(scalar: Scalar, profile: Profile): string {
  const resolved = resolveScalar(scalar, profile);
  switch (resolved.type) {
    case 'null':
      return l10n.t('nothing');
    case 'boolean':
      return String(resolved.value);
    case 'number':
    case 'timestamp':
    case 'text': {
      const worth = String(truthOf(scalar.text, profile));
      return l10n.t('{0}, since “{1}” is no truth value', worth, scalar.text);
    }
  }
}

function imageReading(scalar: Scalar, profile: Profile): string | undefined {
  const address = scalar.text.trim();
  if (resolveScalar(scalar, profile).type === 'null' || address === '') {
    return l10n.t('nothing');
  }
  const host = /^(?:https?:)?\/\/([^/?#\s]+)/i.exec(address)?.[1];
  if (host !== undefined) {
    return l10n.t('a picture of {0}', host);
  }
  if (/^data:/i.test(address)) {
    return l10n.t('a picture that stands in the front matter itself');
  }
  const file = staticFileOf(address, profile);
  return file === undefined ? undefined : l10n.t('the file {0}', file);
}

/** Paths of names: one name each, but for Hexo's categories. */
function namesReading(field: Field, type: 'categories' | 'tags', profile: Profile): string | undefined {
  const { key, node } = field;
  if (isSeq(node)) {
    return show(listOf(node.items, type, profile));
  }
  if (node !== null && !isScalar(node)) {
    return undefined;
  }
  const scalar = scalarOf(node);
  if (scalar === undefined || resolveScalar(scalar, profile).type === 'null' || scalar.text.trim() === '') {
    return l10n.t('nothing');
  }
  const isSplit = profile === 'jekyll' && key !== 'category';
  const names = isSplit ? scalar.text.trim().split(/\s+/) : [scalar.text];
  return profile === 'generic'
    ? l10n.t('the text “{0}”, not a list', scalar.text)
    : show(names.map((name) => [name]));
}

function listOf(
  items: readonly unknown[],
  type: 'categories' | 'tags',
  profile: Profile,
): readonly string[][] {
  const nameOf = (item: unknown): readonly string[] => {
    const name = scalarOf(item)?.text ?? '';
    return name === '' ? [] : [name];
  };
  const flat = (list: readonly unknown[]): string[] =>
    list.flatMap((item) => (isSeq(item) ? flat(item.items) : nameOf(item)));
  if (profile !== 'hexo' || type === 'tags') {
    return flat(items).map((name) => [name]);
  }
  const paths = items.some(isSeq)
    ? items.map((item) => (isSeq(item) ? flat(item.items) : [...nameOf(item)]))
    : [flat(items)];
  return paths.filter((path) => path.length > 0);
}

function show(paths: readonly (readonly string[])[]): string {
  const shown = paths.map((path) => path.map((name) => `“${name}”`).join(' › '));
  const [first] = shown;
  return first === undefined
    ? l10n.t('nothing')
    : shown.length === 1
      ? first
      : shown.reduce((list, part) =>
          l10n.t({ message: '{0}, {1}', args: [list, part], comment: ['Joins the parts of a list'] }),
        );
}
