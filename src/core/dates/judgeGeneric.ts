import * as l10n from '@vscode/l10n';
import { resolveScalar } from '../consumers/jsYaml';
import { describeClock } from './format';
import { judgeFuture, judgeMeaning, milliseconds, rewrites, write, writeInstant } from './meaning';
import type { DateFault, Judged, Rewrite } from './meaning';
import { judgeMissingZone } from './missingZone';

/**
 * gray-matter hands on a Date for a YAML timestamp, counting a missing zone as UTC, and text for all else.
 */
export function judgeGeneric(judged: Judged): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  const resolved = resolveScalar(scalar, setting.profile);
  if (resolved.type === 'timestamp') {
    const read = describeClock(resolved.value, meant?.hasTime ?? true);
    if (meant?.impossible) {
      return {
        severity: 'warning',
        message: l10n.t('There is no such date as {0}. gray-matter reads {0} as {1}.', scalar.text, read),
        rewrites: [...rewrites(judged), ...write(resolved.value, meant, setting, 'as read')],
      };
    }
    return judgeMeaning(judged, read) ?? judgeFuture(judged) ?? judgeMissingZone(judged);
  }
  if (resolved.type !== 'text') {
    return {
      severity: 'warning',
      message: l10n.t('YAML reads {0} as a number or a truth value, not as a date.', scalar.text),
      rewrites: resolved.type === 'number' ? rewriteNumber(judged, resolved.value) : [],
    };
  }
  if (meant === undefined || meant.impossible) {
    return {
      severity: 'warning',
      message: l10n.t('“{0}” is not a date.', scalar.text),
      rewrites: rewrites(judged),
    };
  }
  return (
    judgeMeaning(judged, undefined) ??
    judgeFuture(judged) ??
    // In quotes the text may be wanted.
    (scalar.plain
      ? {
          severity: 'information',
          message: l10n.t('YAML reads “{0}” as text: gray-matter hands on a text, not a date.', scalar.text),
          rewrites: rewrites(judged),
        }
      : undefined)
  );
}

function rewriteNumber(judged: Judged, value: number): readonly Rewrite[] {
  if (judged.meant !== undefined || !Number.isSafeInteger(value) || value < 1e8) {
    return rewrites(judged);
  }
  return writeInstant(value < milliseconds ? value * 1000 : value, 0, judged.setting);
}
