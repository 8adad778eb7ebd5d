import * as l10n from '@vscode/l10n';
import { helpFor, knownFields, type KnownField } from '../fields';
import type { Article, Profile, RuleContext, Span } from '../types';
import { vocabularyOf, type Vocabulary } from '../vocabulary';
import { acceptedForms, nameOfProfile, nameOfType } from './forms';
import { placeAt, type ItemPlace, type KeyPlace, type Place, type ValuePlace } from './place';
import { suggestValues, type Suggestion } from './suggestions';
import { writeScalar } from './writeScalar';

/** What is known of the world around the article while it is written. */
export interface WritingContext extends Pick<RuleContext, 'options' | 'document'> {
  /** What the other articles say. */
  readonly names: Vocabulary;
  /** The article's own id in the vocabulary. */
  readonly id?: string;
  /** Milliseconds since the epoch; undefined for an article that is on no disk. */
  readonly file?: { readonly created: number; readonly changed: number };
  /** The IANA zone of the computer, for dates where no other zone is known. */
  readonly machineZone: string;
}

export type CompletionKind = 'key' | Suggestion['kind'];

/** One entry of the list. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** A few words behind the label. */
  readonly detail?: string;
  /** Sentences, plain text. */
  readonly documentation?: string;
  /** Stands on one line and holds the cursor. */
  readonly replace: Span;
  readonly text: string;
  /** What is compared with the text from the start of `replace` to the cursor. */
  readonly filter: string;
  /** The value comes next: the list should open again. */
  readonly opensNext?: true;
}

export interface CompletionRequest {
  /** Somebody only typed a character: then nothing is offered within a text that has been begun. */
  readonly isTyping?: boolean;
}

/**
 * What can be written at an offset, best first; none outside of the front matter. Works while the YAML has
 * errors.
 */
export function completionsAt(
  article: Article,
  offset: number,
  context: WritingContext,
  { isTyping = false }: CompletionRequest = {},
): readonly Completion[] {
  const place = placeAt(article, offset);
  if (place === undefined || (isTyping && unquoted(place.typed) !== '')) {
    return [];
  }
  return place.kind === 'key' ? completeKey(place, context) : completeValue(article, place, context);
}

/** True where names are offered that other articles use. */
export function asksForNames(article: Article, offset: number): boolean {
  const place = placeAt(article, offset);
  return place !== undefined && place.kind !== 'key' && vocabularyOf(place.key) !== undefined;
}

function completeKey(place: KeyPlace, { options }: WritingContext): readonly Completion[] {
  const { profile } = options;
  const rank = (field: KnownField): number =>
    field.requiredBy?.includes(profile) ? 0 : (field.usedBy?.includes(profile) ?? true) ? 1 : 2;
  return [...knownFields.values(), ...ownPictureFields(options)]
    .filter(({ name }) => !place.present.has(name))
    .sort((first, second) => rank(first) - rank(second))
    .map((field) => ({
      kind: 'key',
      label: field.name,
      detail: field.requiredBy?.includes(profile)
        ? l10n.t('{0}, required', nameOfType(field.type))
        : nameOfType(field.type),
      documentation: documentationOf(field, profile),
      replace: place.span,
      text: place.hasColon ? field.name : `${field.name}: `,
      filter: field.name,
      ...(place.hasColon ? {} : { opensNext: true }),
    }));
}

/** Picture fields that only the settings know. */
function ownPictureFields(options: WritingContext['options']): readonly KnownField[] {
  return options.images.fields.flatMap((key) => (knownFields.has(key) ? [] : (helpFor(key, options) ?? [])));
}

function documentationOf(field: KnownField, profile: Profile): string {
  const readers =
    field.usedBy === undefined ? [] : [l10n.t('For {0}.', field.usedBy.map(nameOfProfile).join(', '))];
  return [field.meaning(), acceptedForms(field, profile), ...readers].join('\n\n');
}

function completeValue(
  article: Article,
  place: ValuePlace | ItemPlace,
  context: WritingContext,
): readonly Completion[] {
  const suggestions = suggestValues(article, place, context);
  const typed = unquoted(place.typed);
  const written = unquoted(place.written);
  // Whoever asks at the end of a finished value wants to see the others, not only what begins like it.
  const isFinished =
    suggestions.some(({ value }) => value === written) ||
    !suggestions.some(({ label, value }) => resembles(label, typed) || resembles(value, typed));
  return suggestions.map(({ kind, label, value, detail, isLiteral }) => ({
    kind,
    label,
    ...(detail === undefined ? {} : { detail }),
    replace: place.span,
    text: textOf(value, { place, isLiteral, profile: context.options.profile }),
    filter: isFinished
      ? place.typed
      : place.typed.slice(0, place.typed.length - typed.length) + (resembles(label, typed) ? label : value),
  }));
}

interface Writing {
  readonly place: Exclude<Place, KeyPlace>;
  readonly isLiteral: boolean;
  readonly profile: Profile;
}

function textOf(value: string, { place, isLiteral, profile }: Writing): string {
  if (place.kind === 'item') {
    return place.before + writeScalar(value, place);
  }
  const blank = place.needsBlank ? ' ' : '';
  // Jekyll takes a text for several names with blanks between them.
  const isSplit = profile === 'jekyll' && /^(?:categories|tags)$/.test(place.key) && /\s/.test(value);
  if (isSplit) {
    return `${blank}[${writeScalar(value, { written: '', isFlow: true })}]`;
  }
  return blank + (isLiteral ? value : writeScalar(value, { written: place.written, isFlow: false }));
}

/** Without blanks and an opening quote. */
function unquoted(text: string): string {
  return text.trim().replace(/^["']/, '').replace(/["']$/, '');
}

/** All characters of the one occur in the other, in that order: what VS Code goes by, and a little less. */
function resembles(text: string, typed: string): boolean {
  const wanted = typed.toLowerCase();
  let found = 0;
  for (const character of text.toLowerCase()) {
    if (wanted.startsWith(character, found)) {
      found += character.length;
    }
  }
  return found === wanted.length;
}
