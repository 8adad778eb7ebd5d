import * as l10n from '@vscode/l10n';
import { clean } from '../engine';
import { formatBytes } from '../summary';
import type { Article, Finding, RuleContext } from '../types';
import { nameOfProfile } from './forms';

/** What the status of a document says. */
export interface Status {
  readonly text: string;
  readonly detail: string;
  /** Cleaning would remove something. */
  readonly canClean: boolean;
}

/** What is known before anything is counted. */
export function profileStatus({ options }: Pick<RuleContext, 'options'>): Status {
  return { text: nameOfProfile(options.profile), detail: l10n.t('Site generator'), canClean: false };
}

/**
 * Profile, number of findings and what Clean Article would remove; only the profile for a document that is no
 * article. Above `winnow.maxBodySize` nothing is tried out.
 */
export function articleStatus(article: Article, findings: readonly Finding[], context: RuleContext): Status {
  const { options, isArticle } = context;
  if (!isArticle || !options.enable) {
    return profileStatus(context);
  }
  const bodySize = article.text.length - (article.frontMatter?.end ?? 0);
  const isLarge = options.maxBodySize > 0 && bodySize > options.maxBodySize;
  const removed = isLarge ? [] : clean(article, { level: options.clean.level }, context).removed;
  const bytes = removed.reduce((sum, removal) => sum + removal.bytes, 0);
  const counted =
    findings.length === 0
      ? l10n.t('no findings')
      : findings.length === 1
        ? l10n.t('1 finding')
        : l10n.t('{0} findings', findings.length);
  return {
    text: l10n.t('{0}: {1}', nameOfProfile(options.profile), counted),
    detail: isLarge
      ? l10n.t('The body is too large to be tried out while you type')
      : removed.length === 0
        ? l10n.t('Nothing to remove')
        : bytes > 0
          ? l10n.t('{0} can be removed', formatBytes(bytes))
          : l10n.t('There is something to clean'),
    canClean: isLarge || removed.length > 0,
  };
}
