import * as l10n from '@vscode/l10n';
import { resolveScalar } from '../consumers/jsYaml';
import { describeClock } from './format';
import { judgeFuture, judgeMeaning, milliseconds, rewrites, write, writeInstant } from './meaning';
import type { DateFault, Judged, Rewrite } from './meaning';
import { clockIn, formatOffset, zoneOffset, instantOf } from './zones';

/**
 * gray-matter hands on a Date for a YAML timestamp, counting a missing zone as UTC, and text for all else.
 */
export function judgeGeneric(judged: Judged): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  const resolved = resolveScalar(scalar, setting.profile);
  if (resolved.type === 'timestamp') {
    if (meant?.impossible) {
      return {
        severity: 'warning',
        message: l10n.t(
          'There is no such date as {0}. gray-matter reads {0} as {1}.',
          scalar.text,
          describeClock(resolved.value, meant.hasTime),
        ),
        rewrites: [...rewrites(judged), ...write(resolved.value, meant, setting, 'as read')],
      };
    }
    return judgeMeaning(judged) ?? judgeFuture(judged) ?? judgeMissingZone(judged, resolved.hasZone);
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
    judgeMeaning(judged) ??
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

/** Jekyll gives the text to Ruby's `Time.parse` and stops the build when that refuses it. */
export function judgeJekyll(judged: Judged): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  if (meant === undefined || meant.impossible) {
    return {
      severity: 'error',
      message: l10n.t('“{0}” is not a valid date: Jekyll stops the build.', scalar.text),
      rewrites: rewrites(judged),
    };
  }
  if (/[年月日]/.test(scalar.text)) {
    return {
      severity: 'warning',
      message: l10n.t('Jekyll does not read “{0}” as the date it is.', scalar.text),
      rewrites: rewrites(judged),
    };
  }
  const hasZone = meant.offset !== undefined || setting.siteZone !== undefined;
  return judgeMeaning(judged) ?? judgeFuture(judged) ?? judgeMissingZone(judged, hasZone);
}

/**
 * Texts that Go's `cast.ToTime` has a layout for, beside YAML's timestamps. Source: spf13/cast,
 * `internal.TimeFormats`.
 */
const hugoTexts: readonly RegExp[] = [
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?: ?(?:Z|[-+]\d\d:?\d\d)(?: [A-Z]{3,4})?)?)?$/,
  /^(?:[A-Z][a-z]{2}, )?\d\d [A-Z][a-z]{2} \d{2}(?:\d{2})?(?: \d\d:\d\d(?::\d\d)? (?:[A-Z]{3,4}|[-+]\d{4}))?$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:(?:[A-Z]{3,4}|[-+]\d{4}) )?\d{4}$/,
];

/** Hugo has a fixed list of layouts and stops when none fits; a number counts seconds. */
export function judgeHugo(judged: Judged): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  const resolved = resolveScalar(scalar, setting.profile);
  if (resolved.type === 'number') {
    return undefined;
  }
  const read = resolved.type === 'timestamp' || hugoTexts.some((form) => form.test(scalar.text));
  if (!read || meant?.impossible) {
    return {
      severity: 'error',
      message: l10n.t('Hugo has no layout for the date “{0}” and stops.', scalar.text),
      rewrites: rewrites(judged),
    };
  }
  const hasZone = meant?.offset !== undefined;
  return judgeMeaning(judged) ?? judgeFuture(judged) ?? judgeMissingZone(judged, hasZone);
}

function judgeMissingZone({ meant, setting }: Judged, hasZone: boolean): DateFault | undefined {
  if (meant === undefined || hasZone || !meant.hasTime) {
    return undefined;
  }
  const { zone } = setting;
  const instant = zone === undefined ? undefined : instantOf(zone, meant.clock);
  const offset = zone === undefined || instant === undefined ? undefined : zoneOffset(zone, instant);
  if (zone === undefined || instant === undefined || offset === undefined) {
    return {
      severity: 'hint',
      message: l10n.t('No time zone: it is counted as UTC. Write an offset such as +08:00 after it.'),
      rewrites: [],
    };
  }
  if (offset === 0 || clockIn(zone, instant) !== meant.clock) {
    return undefined;
  }
  return {
    severity: 'hint',
    message: l10n.t('No time zone: it is counted as UTC, not as {0}.', zone),
    rewrites: write(meant.clock, meant, setting, 'in zone').map(({ text, note }) => ({
      text: `${text}${setting.format === 'ISO 8601' ? '' : ' '}${formatOffset(offset)}`,
      note,
    })),
  };
}
