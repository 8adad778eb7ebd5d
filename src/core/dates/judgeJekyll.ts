import * as l10n from '@vscode/l10n';
import { describeClock } from './format';
import { readJekyllDate, type JekyllReading } from './jekyllDate';
import { judgeFuture, judgeMeaning, rewrites, write, writeInstant } from './meaning';
import type { DateFault, Judged } from './meaning';
import { judgeMissingZone } from './missingZone';

/** Says what Jekyll makes of a date when that is not what its author meant; see `readJekyllDate`. */
export function judgeJekyll(judged: Judged): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  const reading = readJekyllDate(scalar);
  if (reading.kind === 'stops') {
    return {
      severity: 'error',
      message: l10n.t('“{0}” is not a valid date: Jekyll stops the build.', scalar.text),
      rewrites: rewrites(judged),
    };
  }
  if (reading.kind === 'unsure' || meant === undefined) {
    return {
      severity: 'error',
      message: l10n.t('Jekyll stops the build at “{0}”, or makes another date of it.', scalar.text),
      rewrites: rewriteUnsure(judged),
    };
  }
  // A moment is told as it is in the zone that the value names, a clock time as it stands there.
  const clock = reading.kind === 'clock' ? reading.clock : reading.instant + (meant.offset ?? 0) * 60_000;
  const read = describeClock(clock, meant.hasTime);
  if (meant.impossible) {
    return {
      severity: 'warning',
      message: l10n.t('There is no such date as {0}. Jekyll reads {0} as {1}.', scalar.text, read),
      rewrites: [...rewrites(judged), ...write(clock, meant, setting, 'as read')],
    };
  }
  return (
    judgeMeaning(judged, read) ??
    judgeFuture(judged) ??
    judgeZoneName(judged, reading) ??
    judgeZone(judged, reading)
  );
}

function rewriteUnsure(judged: Judged): DateFault['rewrites'] {
  const seconds = Number(judged.scalar.text);
  return judged.meant === undefined && Number.isSafeInteger(seconds) && seconds >= 1e8
    ? writeInstant(seconds < 1e11 ? seconds * 1000 : seconds, 0, judged.setting)
    : rewrites(judged);
}

type Read = Extract<JekyllReading, { readonly kind: 'instant' | 'clock' }>;

/** `GMT+0800` is not looked at, and `CST` is the time of Chicago. */
function judgeZoneName(judged: Judged, reading: Read): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  if (reading.kind === 'clock' && meant?.hasTime && meant.offset !== undefined) {
    return {
      severity: 'warning',
      message:
        setting.siteZone === undefined
          ? l10n.t(
              'Jekyll does not look at the zone in “{0}”: it reads {1} in the zone of the machine that builds the site.',
              scalar.text,
              describeClock(reading.clock, true),
            )
          : l10n.t(
              'Jekyll does not look at the zone in “{0}”: it reads {1} in {2}.',
              scalar.text,
              describeClock(reading.clock, true),
              setting.siteZone,
            ),
      rewrites: rewrites(judged),
    };
  }
  if (reading.kind === 'instant' && meant?.offset === undefined && /\bCST\b/i.test(scalar.text)) {
    return {
      severity: 'warning',
      message: l10n.t(
        'Jekyll takes CST for the time of Chicago: {0} UTC. If China is meant, write +08:00.',
        describeClock(reading.instant, true),
      ),
      rewrites: [],
    };
  }
  return undefined;
}

/** Only a timestamp is counted as UTC; a text is read in the zone of the site. */
function judgeZone(judged: Judged, reading: Read): DateFault | undefined {
  if (reading.kind === 'instant') {
    return judgeMissingZone(judged);
  }
  return judged.meant?.hasTime && judged.setting.siteZone === undefined
    ? {
        severity: 'hint',
        message: l10n.t(
          'No time zone: Jekyll reads this in the zone of the machine that builds the site. Write an offset such as +08:00 after it, or set “timezone” in _config.yml.',
        ),
        rewrites: judged.setting.zone === undefined ? [] : rewrites(judged),
      }
    : undefined;
}
