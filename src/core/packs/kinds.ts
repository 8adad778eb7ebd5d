import * as l10n from '@vscode/l10n';

/** What a block is that does not belong to the article. */
export type ChaffKind =
  | 'share'
  | 'follow'
  | 'app'
  | 'tip'
  | 'subscribe'
  | 'related'
  | 'notice'
  | 'original'
  | 'ad'
  | 'counter'
  | 'tags'
  | 'navigation'
  | 'player'
  | 'code'
  | 'forum'
  | 'author'
  | 'comments'
  | 'login';

/** What is said of a block of that kind. */
export function describeKind(kind: ChaffKind): string {
  switch (kind) {
    case 'share':
      return l10n.t('Buttons for sharing: not part of the article.');
    case 'follow':
      return l10n.t('Invitation to follow an account or to scan a code: not part of the article.');
    case 'app':
      return l10n.t('Invitation to install or open an app: not part of the article.');
    case 'tip':
      return l10n.t('Request for a tip or a donation: not part of the article.');
    case 'subscribe':
      return l10n.t('Invitation to subscribe: not part of the article.');
    case 'related':
      return l10n.t('Links to other articles of the site: not part of this one.');
    case 'notice':
      return l10n.t('Notice of the site on copyright, reprinting or liability: not part of the article.');
    case 'original':
      return l10n.t('Link to the rest of the article or to its page: not part of the text.');
    case 'ad':
      return l10n.t('Advertisement: not part of the article.');
    case 'counter':
      return l10n.t('Buttons and counters of the page: not part of the article.');
    case 'tags':
      return l10n.t('List of the site’s tags: not part of the article.');
    case 'navigation':
      return l10n.t('Navigation of the site: not part of the article.');
    case 'player':
      return l10n.t('Controls or substitute text of a player: not part of the article.');
    case 'code':
      return l10n.t('Button or line numbers beside code: not part of the code.');
    case 'forum':
      return l10n.t('Note of the forum’s software: not part of the article.');
    case 'author':
      return l10n.t('Card of the author or of an account: not part of the article.');
    case 'comments':
      return l10n.t('Comments of readers and the form for them: not part of the article.');
    case 'login':
      return l10n.t('Request to log in or to accept cookies: not part of the article.');
  }
}
