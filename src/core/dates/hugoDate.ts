import { resolveScalar } from '../consumers/jsYaml';
import type { Scalar } from '../consumers/scalar';
import { recogniseDate } from './recognise';

/**
 * What Hugo makes of a date. Its YAML reader leaves every date a text, and `cast.ToTime` tries a fixed list of layouts
 * (spf13/cast, `internal.TimeFormats`). A zone that is written by name is not looked at: GMT, CST and none at all mean
 * `timeZone` of Hugo's configuration, or UTC. An integer counts seconds. A test compares this file with what Hugo itself
 * answered.
 */
export type HugoReading =
  /** Since 0.135 the build; before, the page was dated in the year 1. */
  | { readonly kind: 'stops' }
  /** Milliseconds since the epoch. */
  | { readonly kind: 'instant'; readonly instant: number }
  /** A clock time, as milliseconds counted as UTC, in Hugo's `timeZone`. */
  | { readonly kind: 'clock'; readonly clock: number };

const stops: HugoReading = { kind: 'stops' };

const time = '\\d{1,2}:\\d\\d:\\d\\d(?:\\.\\d+)?';
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const offset = '[-+]\\d{4}';

/** Layouts with an offset: the value is a moment. */
const fixed: readonly RegExp[] = [
  `\\d{4}-\\d\\d-\\d\\dT${time}(?:Z|[-+]\\d\\d:\\d\\d|${offset})`,
  `\\d{4}-\\d\\d-\\d\\d ${time}(?:Z|[-+]\\d\\d:?\\d\\d)`,
  `\\d{4}-\\d\\d-\\d\\d ${time} [-+]\\d\\d:\\d\\d`,
  `\\d{4}-\\d\\d-\\d\\d ${time} ${offset}(?: [A-Z]{3,4})?`,
  `${weekday}, \\d\\d ${month} \\d{4} ${time} ${offset}`,
  `\\d\\d ${month} \\d\\d \\d{1,2}:\\d\\d ${offset}`,
  `${weekday} ${month} \\d\\d ${time} ${offset} \\d{4}`,
].map(whole);

/** Layouts without one, or with a zone by name. */
const floating: readonly RegExp[] = [
  `\\d{4}-\\d\\d-\\d\\d(?:[T ]${time})?`,
  `${weekday}, \\d\\d ${month} \\d{4} ${time} [A-Z]{3,4}`,
  `\\d\\d ${month} \\d\\d \\d{1,2}:\\d\\d [A-Z]{3,4}`,
  `(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, \\d\\d-${month}-\\d\\d ${time} [A-Z]{3,4}`,
  `${weekday} ${month} [ \\d]?\\d ${time}(?: [A-Z]{3,4})? \\d{4}`,
  `\\d\\d ${month} \\d{4}`,
].map(whole);

function whole(layout: string): RegExp {
  return new RegExp(`^${layout}$`);
}

export function readHugoDate(scalar: Scalar): HugoReading {
  const resolved = resolveScalar(scalar, 'hugo');
  if (resolved.type === 'number') {
    return Number.isSafeInteger(resolved.value) && !/[.eE]/.test(scalar.text.replace(/^0x.*/i, ''))
      ? { kind: 'instant', instant: resolved.value * 1000 }
      : stops;
  }
  const { text } = scalar;
  const isFixed = fixed.some((layout) => layout.test(text));
  if (!isFixed && !floating.some((layout) => layout.test(text))) {
    return stops;
  }
  const meant = recogniseDate(text);
  // Go has neither the end of the day as 24:00:00 nor a leap second.
  if (meant === undefined || meant.impossible || /(?:^|\D)24:\d\d:|:60(?:\D|$)/.test(text)) {
    return stops;
  }
  return isFixed
    ? { kind: 'instant', instant: meant.clock - (meant.offset ?? 0) * 60_000 }
    : { kind: 'clock', clock: meant.clock };
}
