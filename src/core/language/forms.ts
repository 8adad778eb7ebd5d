import * as l10n from '@vscode/l10n';
import type { FieldType, KnownField } from '../fields';
import type { Profile } from '../types';

/** What people call the program that reads the front matter. */
export function nameOfProfile(profile: Profile): string {
  return { hexo: 'Hexo', jekyll: 'Jekyll', hugo: 'Hugo', generic: 'gray-matter' }[profile];
}

/** The kind of value, in a word or two. */
export function nameOfType(type: FieldType): string {
  switch (type) {
    case 'text':
      return l10n.t('text');
    case 'date':
      return l10n.t('date');
    case 'boolean':
      return l10n.t('true or false');
    case 'image':
      return l10n.t('picture');
    case 'categories':
    case 'tags':
      return l10n.t('names');
  }
}

/** What a value of the field may look like for a profile. */
export function acceptedForms({ type, name }: KnownField, profile: Profile): string {
  switch (type) {
    case 'text':
      return l10n.t(
        'Text. In quotes when it holds “: ” or “ #”, looks like a number or a date, or begins with a sign such as [, #, @ or *.',
      );
    case 'date':
      return dateForms(profile);
    case 'boolean':
      return l10n.t('true or false, without quotes.');
    case 'image':
      return l10n.t(
        'An address that begins with https, a path from the root of the site such as /images/a.png, or one from the folder of the article.',
      );
    case 'categories':
      return name === 'category' ? l10n.t('One name.') : categoryForms(profile);
    case 'tags':
      return profile === 'jekyll'
        ? l10n.t('A list of names, or names with blanks between them.')
        : l10n.t('A list of names.');
  }
}

function dateForms(profile: Profile): string {
  switch (profile) {
    case 'hexo':
      return l10n.t(
        '2024-05-06 07:08:09 or 2024-05-06, without quotes and without a zone: the zone is that of the site.',
      );
    case 'jekyll':
      return l10n.t('2024-05-06 07:08:09 +08:00 or 2024-05-06.');
    case 'hugo':
      return l10n.t('2024-05-06T07:08:09+08:00 or 2024-05-06.');
    case 'generic':
      return l10n.t('2024-05-06T07:08:09+08:00 or 2024-05-06, without quotes.');
  }
}

function categoryForms(profile: Profile): string {
  switch (profile) {
    case 'hexo':
      return l10n.t(
        'A name; a list, which is one path from the outer to the inner category; or a list of lists for several.',
      );
    case 'jekyll':
      return l10n.t('A list of names, or names with blanks between them.');
    case 'hugo':
    case 'generic':
      return l10n.t('A list of names.');
  }
}
