import * as l10n from '@vscode/l10n';
import { resolveScalar } from '../consumers/jsYaml';
import { describeClock } from './format';
import { readHugoDate } from './hugoDate';
import { judgeFuture, judgeMeaning, milliseconds, rewrites, writeInstant } from './meaning';
import type { DateFault, Judged } from './meaning';
import { judgeMissingZone } from './missingZone';
import { zoneOffset } from './zones';

/** Says what Hugo makes of a date when that is not what its author meant; see `readHugoDate`. */
export function judgeHugo(judged: Judged): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  const reading = readHugoDate(scalar);
  if (reading.kind === 'stops') {
    return {
      severity: 'error',
      message: l10n.t('Hugo has no layout for the date “{0}” and stops.', scalar.text),
      rewrites: rewrites(judged),
    };
  }
  const resolved = resolveScalar(scalar, setting.profile);
  if (resolved.type === 'number') {
    return judgeNumber(judged, resolved.value);
  }
  const read =
    reading.kind === 'clock' || meant === undefined
      ? undefined
      : describeClock(reading.instant + (meant.offset ?? 0) * 60_000, meant.hasTime);
  return (
    judgeMeaning(judged, read ?? (meant && describeClock(meant.clock, meant.hasTime))) ??
    judgeFuture(judged) ??
    (reading.kind === 'clock' ? judgeZone(judged) : undefined)
  );
}

/** A count of seconds is read as such, and so are the digits of a date. */
function judgeNumber(judged: Judged, value: number): DateFault {
  const { scalar, meant, setting } = judged;
  const isSeconds = meant === undefined && value >= 1e8 && value < milliseconds;
  const isMilliseconds = meant === undefined && value >= milliseconds;
  const read = describeSeconds(value);
  return {
    severity: isSeconds ? 'information' : 'warning',
    message: isSeconds
      ? l10n.t(
          '{0} counts seconds: {1} UTC. Hugo reads it, other readers and people do not.',
          scalar.text,
          read,
        )
      : l10n.t('YAML reads {0} as a number, and Hugo takes it for seconds: {1} UTC.', scalar.text, read),
    rewrites: isSeconds
      ? writeInstant(value * 1000, 0, setting)
      : isMilliseconds
        ? writeInstant(value, 0, setting)
        : rewrites(judged),
  };
}

function describeSeconds(value: number): string {
  const clock = value * 1000;
  return Math.abs(clock) <= 8.64e15 ? describeClock(clock, true) : String(value);
}

/** GMT, EST and other names are not looked at, and no zone is none either. */
function judgeZone(judged: Judged): DateFault | undefined {
  const { scalar, meant, setting } = judged;
  if (meant?.hasTime !== true || (meant.offset === undefined && !/\bCST\b/.test(scalar.text))) {
    return judgeMissingZone(judged);
  }
  const { zone } = setting;
  const isMoved = meant.offset !== 0 || (zone !== undefined && zoneOffset(zone, meant.clock) !== 0);
  return isMoved || zone === undefined
    ? {
        severity: isMoved ? 'warning' : 'hint',
        message: l10n.t(
          'Hugo does not look at the name of the zone in “{0}”: it reads {1} in “timeZone” of its configuration, or in UTC. Write an offset.',
          scalar.text,
          describeClock(meant.clock, true),
        ),
        rewrites: meant.offset === undefined ? [] : rewrites(judged),
      }
    : undefined;
}
