import * as l10n from '@vscode/l10n';
import type { Scalar } from '../consumers/scalar';
import type { DateFormat, Profile, Severity } from '../types';
import { describeClock, describeWeekday, formatDate } from './format';
import { nameOfProfile } from '../language/forms';
import type { MeantDate } from './recognise';
import { clockIn, instantOf, zoneOffset } from './zones';

/** What has to be known to judge a date. */
export interface DateSetting {
  readonly profile: Profile;
  /** The zone of `_config.yml`. */
  readonly siteZone: string | undefined;
  /** The zone of dates without one: that of the site, else that of the settings, else unknown. */
  readonly zone: string | undefined;
  readonly format: DateFormat;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What Hexo uses when it reads no date: `updated` falls back to the time of the last change. */
  readonly fallback: 'created' | 'changed';
}

export interface DateFault {
  readonly severity: Severity;
  readonly message: string;
  /** Best first. */
  readonly rewrites: readonly Rewrite[];
}

/** Another way to write the date, with what a person has to know before choosing it. */
export interface Rewrite {
  readonly text: string;
  readonly note: RewriteNote;
}

export type RewriteNote =
  'same' | 'day only' | 'in zone' | 'UTC kept' | 'zone guessed' | 'month first' | 'day first' | 'as read';

/** A value together with what its author meant by it. */
export interface Judged {
  readonly scalar: Scalar;
  readonly meant: MeantDate | undefined;
  readonly setting: DateSetting;
}

/**
 * Faults of what the value says, whoever reads it. `read` is the date that its reader takes it for, undefined for one that
 * hands on the text.
 */
export function judgeMeaning(
  { scalar, meant, setting }: Judged,
  read: string | undefined,
): DateFault | undefined {
  if (meant === undefined) {
    return undefined;
  }
  const { text } = scalar;
  const weekday = new Date(meant.clock).getUTCDay();
  if (meant.weekday !== undefined && meant.weekday !== weekday && !meant.impossible) {
    return {
      severity: 'warning',
      message: join(
        l10n.t(
          '“{0}” contradicts itself: {1} is a {2}, not a {3}.',
          text,
          describeClock(meant.clock, false),
          describeWeekday(weekday),
          describeWeekday(meant.weekday),
        ),
        readAs(read, setting),
        l10n.t('Correct one of the two.'),
      ),
      rewrites: rewrites({ scalar, meant, setting }),
    };
  }
  if (meant.ambiguous && meant.exchanged !== undefined) {
    return {
      severity: 'warning',
      message: join(
        l10n.t(
          '“{0}” can be {1} or {2}.',
          text,
          describeClock(meant.clock, false),
          describeClock(meant.exchanged, false),
        ),
        readAs(read, setting),
        l10n.t('Write the year first.'),
      ),
      rewrites: [
        ...write(meant.clock, meant, setting, 'month first'),
        ...write(meant.exchanged, meant, setting, 'day first'),
      ],
    };
  }
  if (meant.twoDigitYear && !meant.impossible) {
    return {
      severity: 'information',
      message: join(
        l10n.t('“{0}” has a year of two digits.', text),
        readAs(read, setting),
        l10n.t('Write it with four.'),
      ),
      rewrites: rewrites({ meant, setting }),
    };
  }
  if (meant.clock >= 0 && meant.clock < 86_400_000) {
    return {
      severity: 'warning',
      message: l10n.t(
        '1 January 1970 is what programs write for a date they do not know. Write the real date.',
      ),
      rewrites: [],
    };
  }
  return undefined;
}

function readAs(read: string | undefined, { profile }: DateSetting): string {
  return read === undefined
    ? l10n.t('gray-matter hands it on as a text, not a date.')
    : l10n.t('{0} reads {1}.', nameOfProfile(profile), read);
}

/** Sentences one after the other. */
function join(...sentences: readonly string[]): string {
  return sentences.reduce((before, after) => l10n.t('{0} {1}', before, after));
}

/**
 * From here on a number is a count of milliseconds (1973 on); below, a count of seconds or the digits of a
 * date.
 */
export const milliseconds = 1e11;

/** A day of tolerance, since the zone of the value or of the reader may be unknown. */
const futureTolerance = 86_400_000;

/** A date in the future, however it is written. */
export function judgeFuture({ meant, setting }: Judged): DateFault | undefined {
  if (meant === undefined || meant.clock - (meant.offset ?? 0) * 60_000 <= setting.now + futureTolerance) {
    return undefined;
  }
  const day = describeClock(meant.clock, false);
  return {
    severity: 'information',
    message:
      setting.profile === 'hexo'
        ? l10n.t(
            '{0} lies in the future. Hexo publishes the post now, unless “future” is false in _config.yml.',
            day,
          )
        : setting.profile === 'generic'
          ? l10n.t('{0} lies in the future.', day)
          : l10n.t('{0} lies in the future. The site generator leaves the page out until then.', day),
    rewrites: [],
  };
}

/** The ways to write what is meant, so that the instant is kept where the value names a zone. */
export function rewrites({
  meant,
  setting,
}: Pick<Judged, 'meant' | 'setting'> & { readonly scalar?: Scalar }): Rewrite[] {
  if (meant === undefined) {
    return [];
  }
  if (meant.impossible) {
    return meant.exchanged === undefined ? [] : write(meant.exchanged, meant, setting, 'same');
  }
  if (meant.offset === undefined || !meant.hasTime) {
    return write(meant.clock, meant, setting, 'same');
  }
  const written = writeInstant(meant.clock - meant.offset * 60_000, meant.offset * 60_000, setting);
  return isMidnight(meant.clock)
    ? [...written, ...write(meant.clock, { ...meant, hasTime: false }, setting, 'day only')]
    : written;
}

/** To the second: the source most likely gave the day and no time. */
function isMidnight(clock: number): boolean {
  return clock % 86_400_000 === 0;
}

/**
 * Writes an instant in the known zone; without one in the zone it was written in, which only Hexo does not
 * understand.
 */
export function writeInstant(instant: number, writtenOffset: number, setting: DateSetting): Rewrite[] {
  const { profile, zone, format } = setting;
  const clock = zone === undefined ? undefined : clockIn(zone, instant);
  if (zone !== undefined && clock !== undefined) {
    // Hexo forgets an offset after it has moved the clock time by it, so it gets the clock time alone.
    const offset = profile === 'hexo' ? undefined : zoneOffset(zone, instant);
    return rewrite(formatDate({ clock, hasTime: true, offset }, format), 'in zone');
  }
  const written = instant + writtenOffset;
  if (profile === 'hexo' && writtenOffset !== 0) {
    return rewrite(formatDate({ clock: written, hasTime: true, offset: undefined }, format), 'zone guessed');
  }
  return rewrite(
    formatDate({ clock: written, hasTime: true, offset: writtenOffset }, format),
    profile === 'hexo' ? 'UTC kept' : 'same',
  );
}

/**
 * Writes a clock time as it is; with the offset of the zone where that is known, but for Hexo, which forgets it after it
 * has moved the clock time by it.
 */
export function write(
  clock: number,
  { hasTime }: MeantDate,
  { profile, zone, format }: DateSetting,
  note: RewriteNote,
): Rewrite[] {
  const instant = profile === 'hexo' || zone === undefined ? undefined : instantOf(zone, clock);
  const offset = zone === undefined || instant === undefined ? undefined : zoneOffset(zone, instant);
  return rewrite(formatDate({ clock, hasTime, offset }, format), note);
}

function rewrite(text: string | undefined, note: RewriteNote): Rewrite[] {
  return text === undefined ? [] : [{ text, note }];
}
