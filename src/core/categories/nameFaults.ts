import * as l10n from '@vscode/l10n';
import type { RuleContext, Severity } from '../types';
import { findLookAlike, nearestOf } from './lookAlikes';
import { scriptMix } from './script';

/** What is wrong with the name of a category. */
export interface NameFault {
  readonly message: string;
  readonly severity?: Severity;
  readonly better: string | undefined;
  /** The name could be added to the vocabulary. */
  readonly canBeAllowed: boolean;
}

/** What the vocabulary, the other articles and the name itself say of it; nothing about a name that is allowed. */
export function faultOfName(name: string, context: RuleContext): NameFault | undefined {
  const { allowed } = context.options.categories;
  if (allowed.length > 0) {
    return allowed.includes(name) ? undefined : notAllowed(name, allowed);
  }
  return lookAlike(name, context) ?? mixedScripts(name);
}

function notAllowed(name: string, allowed: readonly string[]): NameFault {
  const better = nearestOf(name, allowed);
  return {
    message:
      better === undefined
        ? l10n.t('“{0}” is not one of the categories that winnow.categories.allowed lists.', name)
        : l10n.t(
            '“{0}” is not one of the categories that winnow.categories.allowed lists. Did you mean “{1}”?',
            name,
            better,
          ),
    better,
    canBeAllowed: true,
  };
}

function lookAlike(name: string, { others }: RuleContext): NameFault | undefined {
  const found = others && findLookAlike(name, others);
  return (
    found && {
      message: l10n.t(
        'Did you mean “{0}” (used {1} times)? “{2}” is another category, which {3} other articles use.',
        found.name,
        found.count,
        name,
        found.own,
      ),
      ...(found.by === 'letters' && { severity: 'information' }),
      better: found.name,
      canBeAllowed: true,
    }
  );
}

function mixedScripts(name: string): NameFault | undefined {
  const mix = scriptMix(name);
  return (
    mix && {
      message:
        mix.odd === 'traditional'
          ? l10n.t(
              '“{0}” is traditional among simplified characters: “{1}” is another category.',
              mix.characters,
              mix.better,
            )
          : l10n.t(
              '“{0}” is simplified among traditional characters: “{1}” is another category.',
              mix.characters,
              mix.better,
            ),
      severity: 'hint',
      better: mix.better,
      canBeAllowed: false,
    }
  );
}
