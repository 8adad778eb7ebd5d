import * as l10n from '@vscode/l10n';
import type { DateFormat } from '../types';
import { formatOffset } from './zones';

/** How a date is written into a file. */
export interface DateText {
  /** Milliseconds counted as UTC. */
  readonly clock: number;
  /** Without it only the day is written. */
  readonly hasTime: boolean;
  /** Milliseconds ahead of UTC; undefined writes none. */
  readonly offset: number | undefined;
}

/**
 * Writes a date in the chosen format, with years of four digits. Undefined outside of the years 0 to 9999.
 */
export function formatDate({ clock, hasTime, offset }: DateText, format: DateFormat): string | undefined {
  if (!(clock >= -62_167_219_200_000 && clock < 253_402_300_800_000)) {
    return undefined;
  }
  const iso = new Date(clock).toISOString();
  const day = iso.slice(0, 10);
  if (!hasTime || format === 'RFC 3339 date') {
    return day;
  }
  const time = iso.slice(11, 19);
  if (format === 'ISO 8601') {
    return `${day}T${time}${offset === undefined ? '' : offset === 0 ? 'Z' : formatOffset(offset)}`;
  }
  return `${day} ${time}${offset === undefined ? '' : ` ${formatOffset(offset)}`}`;
}

/** A clock time for people: `30 March 2019`, or `30 March 2019 05:10:40`. */
export function describeClock(clock: number, hasTime: boolean): string {
  const date = new Date(clock);
  const day = formatter('long day').format(date);
  return hasTime ? `${day} ${date.toISOString().slice(-13, -5)}` : day;
}

/** The name of a day of the week, 0 for Sunday. */
export function describeWeekday(weekday: number): string {
  // 4 January 1970 was a Sunday.
  return formatter('weekday').format((weekday + 3) * 86_400_000);
}

const styles = {
  'long day': { dateStyle: 'long', timeZone: 'UTC' },
  weekday: { weekday: 'long', timeZone: 'UTC' },
} as const;

/** A formatter takes longer to build than all else that a date is judged by; the answer depends on its key only. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(style: keyof typeof styles): Intl.DateTimeFormat {
  const locale = l10n.t({
    message: 'en-GB',
    comment: ['The BCP 47 tag of the language in which messages write dates'],
  });
  const key = `${locale} ${style}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, styles[style]);
  formatters.set(key, known);
  return known;
}
