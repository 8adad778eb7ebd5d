import { resolveScalar } from '../consumers/jsYaml';
import type { Scalar } from '../consumers/scalar';
import { recogniseDate, type MeantDate } from './recognise';

/**
 * What Jekyll 4 makes of a date: the YAML reader turns a plain timestamp with seconds into a moment, counting a missing zone as
 * UTC whatever `timezone` says; all else goes as text through Ruby's `Time.parse`, which takes a missing zone from
 * `timezone` in `_config.yml`, else from the building machine. A test compares this file with what Jekyll itself answered.
 */
export type JekyllReading =
  | { readonly kind: 'stops' }
  /** Milliseconds since the epoch. */
  | { readonly kind: 'instant'; readonly instant: number }
  /** A clock time, as milliseconds counted as UTC, in the zone of the site or else of the machine. */
  | { readonly kind: 'clock'; readonly clock: number }
  /** Ruby picks digits out of nearly any text: Jekyll stops, or goes on with another date. */
  | { readonly kind: 'unsure' };

const stops: JekyllReading = { kind: 'stops' };

/** Minutes ahead of UTC. */
const chicago = -360;

export function readJekyllDate(scalar: Scalar): JekyllReading {
  const { text } = scalar;
  const meant = recogniseDate(text);
  if (meant === undefined) {
    return /\d/.test(text) || /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)
      ? { kind: 'unsure' }
      : stops;
  }
  if (/[年月日]/.test(text) || isMonth(text)) {
    return stops;
  }
  const clock = clockOf(meant, text);
  if (typeof clock !== 'number') {
    return clock;
  }
  const resolved = resolveScalar(scalar, 'jekyll');
  if (resolved.type === 'timestamp' && meant.hasTime) {
    return { kind: 'instant', instant: clock - (meant.offset ?? 0) * 60_000 };
  }
  const offset = meant.hasTime ? offsetOf(meant, text) : undefined;
  return offset === undefined
    ? { kind: 'clock', clock }
    : { kind: 'instant', instant: clock - offset * 60_000 };
}

/** `2021-08`: Ruby wants a day, except after a slash. */
function isMonth(text: string): boolean {
  return /^\s*\d{4}-\d{1,2}\s*$/.test(text);
}

function clockOf(meant: MeantDate, text: string): number | JekyllReading {
  if (/^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(text)) {
    // The day first, always: 05/13/2022 has a month 13.
    const monthFirst = /^\s*\d{1,2}[-/.](?:1[3-9]|[2-9]\d)[-/.]/.test(text);
    return monthFirst || meant.impossible ? stops : (meant.exchanged ?? meant.clock);
  }
  if (/^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?!\d)/.test(text)) {
    // The year first: 5/6/22 is 22 June 2005.
    return { kind: 'unsure' };
  }
  return meant.impossible && !meant.rollsOver ? stops : meant.clock;
}

/** Ruby does not look at an offset behind GMT or UTC, and takes CST for the time of Chicago. */
function offsetOf({ offset }: MeantDate, text: string): number | undefined {
  return /(?:GMT|UTC)\s?[-+]/i.test(text)
    ? undefined
    : (offset ?? (/\bCST\b/i.test(text) ? chicago : undefined));
}
