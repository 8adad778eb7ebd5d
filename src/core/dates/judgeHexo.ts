import * as l10n from '@vscode/l10n';
import { describeClock } from './format';
import { readHexoDate, type HexoReading } from './hexoDate';
import { judgeFuture, judgeMeaning, milliseconds, rewrites, write, writeInstant } from './meaning';
import type { DateFault, Judged } from './meaning';
import { clockIn, zoneOffset } from './zones';

/**
 * Says what Hexo makes of a date when that is not what its author meant; see `readHexoDate` for the steps.
 */
export function judgeHexo(judged: Judged): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  const reading = readHexoDate(scalar);
  if (reading.kind === 'none') {
    return {
      severity: 'warning',
      message:
        setting.fallback === 'created'
          ? l10n.t(
              'Hexo reads no date in “{0}” and uses the time at which the file was created.',
              scalar.text,
            )
          : l10n.t('Hexo reads no date in “{0}” and uses the time of the file’s last change.', scalar.text),
      rewrites: rewrites(judged),
    };
  }
  if (meant?.impossible) {
    const clock = clockOf(reading);
    return {
      severity: 'warning',
      message: l10n.t(
        'There is no such date as {0}. Hexo reads {0} as {1}.',
        scalar.text,
        describeClock(clock, meant.hasTime),
      ),
      rewrites: [...rewrites(judged), ...write(clock, meant, setting, 'as read')],
    };
  }
  if (reading.via === 'number' || reading.via === 'boolean') {
    return judgeNumber(judged, reading);
  }
  return (
    judgeMeaning(judged, readTo(judged, reading)) ??
    judgeFuture(judged) ??
    (reading.kind === 'clock' ? judgeClock(judged, reading) : judgeInstant(judged, reading.instant))
  );
}

/** The day and time as the value has them, when they are what Hexo reads: a weekday that is wrong changes nothing. */
function readTo({ meant }: Judged, reading: HexoReading): string {
  const clock = clockOf(reading) + (reading.kind === 'instant' ? (meant?.offset ?? 0) * 60_000 : 0);
  return describeClock(clock, meant?.hasTime ?? true);
}

function judgeNumber(judged: Judged, reading: HexoReading): DateFault {
  const { scalar, meant, setting } = judged;
  const value = Number(scalar.text);
  const read = describeClock(clockOf(reading), true);
  if (reading.kind === 'instant' && reading.via === 'boolean') {
    return {
      severity: 'warning',
      message: l10n.t('YAML reads {0} as a truth value, and Hexo makes {1} UTC of it.', scalar.text, read),
      rewrites: [],
    };
  }
  if (meant !== undefined || !Number.isSafeInteger(value) || value < 1e8) {
    return {
      severity: 'warning',
      message: l10n.t(
        'YAML reads {0} as a number, and Hexo takes it for milliseconds: {1} UTC.',
        scalar.text,
        read,
      ),
      rewrites: rewrites(judged),
    };
  }
  return value < milliseconds
    ? {
        severity: 'warning',
        message: l10n.t(
          '{0} counts seconds, but Hexo takes it for milliseconds: {1} UTC.',
          scalar.text,
          read,
        ),
        rewrites: writeInstant(value * 1000, 0, setting),
      }
    : {
        severity: 'information',
        message: l10n.t(
          '{0} counts milliseconds: {1} UTC. Hexo reads it, other readers and people do not.',
          scalar.text,
          read,
        ),
        rewrites: writeInstant(value, 0, setting),
      };
}

type ClockReading = Extract<HexoReading, { readonly kind: 'clock' }>;

function judgeClock(judged: Judged, reading: ClockReading): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  if (reading.offsetLost && meant?.offset !== undefined) {
    return judgeLostOffset(judged, reading, meant.offset * 60_000);
  }
  if (reading.via === 'text' && scalar.plain) {
    return {
      severity: 'information',
      message: l10n.t(
        'YAML reads “{0}” as text, not as a date. Hexo makes {1} of it; gray-matter leaves it text.',
        scalar.text,
        describeClock(reading.clock, meant?.hasTime ?? true),
      ),
      rewrites: meant === undefined ? [] : rewrites(judged),
    };
  }
  if (meant?.hasTime && setting.zone === undefined) {
    return {
      severity: 'hint',
      message: l10n.t(
        'The time zone is not known: Hexo reads this in the zone of the machine that builds the site. Set “timezone” in _config.yml, or winnow.date.timezone.',
      ),
      rewrites: [],
    };
  }
  return undefined;
}

/** `2022-05-15 13:10:40 +08:00`: only the UTC clock time 05:10:40 survives, and is read as a local one. */
function judgeLostOffset(
  { scalar, setting }: Judged,
  reading: ClockReading,
  writtenOffset: number,
): DateFault | undefined {
  const { zone } = setting;
  // js-yaml has moved the clock time to UTC.
  const instant = reading.clock;
  const read = describeClock(reading.clock, true);
  if (zone === undefined) {
    return {
      severity: writtenOffset === 0 ? 'hint' : 'warning',
      message: l10n.t(
        'Hexo converts “{0}” to UTC and then forgets the zone: it reads {1} in the zone of the machine that builds the site. Set “timezone” in _config.yml, or winnow.date.timezone.',
        scalar.text,
        read,
      ),
      // Rewriting UTC without knowing the zone would change nothing for Hexo and lose the zone for people.
      rewrites: writtenOffset === 0 ? [] : writeInstant(instant, writtenOffset, setting),
    };
  }
  const right = clockIn(zone, instant);
  if (right === undefined || right === reading.clock) {
    return undefined;
  }
  return {
    severity: 'warning',
    message: l10n.t(
      'Hexo converts “{0}” to UTC and then forgets the zone: it reads {1} in {2} instead of {3}.',
      scalar.text,
      read,
      zone,
      describeClock(right, true),
    ),
    rewrites: writeInstant(instant, writtenOffset, setting),
  };
}

function judgeInstant(judged: Judged, instant: number): DateFault {
  const { scalar, meant, setting } = judged;
  const { siteZone } = setting;
  const utc = describeClock(instant, true);
  const rewritten = meant === undefined ? writeInstant(instant, 0, setting) : rewrites(judged);
  if (siteZone !== undefined && zoneOffset(siteZone, instant) !== 0) {
    return {
      severity: 'warning',
      message: l10n.t(
        'YAML reads “{0}” as text, not as a date. Hexo makes a date of it, but takes the clock of the building machine for that of {1}: built in UTC the post is dated {2} instead of {3}.',
        scalar.text,
        siteZone,
        utc,
        describeClock(clockIn(siteZone, instant) ?? instant, true),
      ),
      rewrites: rewritten,
    };
  }
  return {
    severity: 'information',
    message: l10n.t(
      'YAML reads “{0}” as text, not as a date. Hexo makes {1} UTC of it, and shifts it when “timezone” in _config.yml is not the zone of the building machine; gray-matter leaves it text.',
      scalar.text,
      utc,
    ),
    rewrites: rewritten,
  };
}

function clockOf(reading: HexoReading): number {
  return reading.kind === 'clock' ? reading.clock : reading.kind === 'instant' ? reading.instant : 0;
}
