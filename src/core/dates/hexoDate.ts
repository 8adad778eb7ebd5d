import { resolveScalar } from '../consumers/jsYaml';
import type { Scalar } from '../consumers/scalar';
import { instantOf, zoneOffset } from './zones';

/**
 * What Hexo 8 makes of a `date`, in three steps (hexo-front-matter 4 `parse`, then `toDate` and
 * `adjustDateForTimezone` of `hexo/lib/plugins/processor/common`; a test compares this file with them):
 *
 * 1. js-yaml turns a plain timestamp into a Date, counting a missing zone as UTC; its UTC clock time is then
 *    taken for a local one, so that an offset in the file only moves the clock time and is forgotten.
 * 2. Anything else goes through `new Date(value)`. Without a result the post has no date: Hexo takes the time
 *    the file was created.
 * 3. When `_config.yml` has a `timezone`, what the clock of the building machine would show is read in that
 *    zone.
 */
export type HexoReading =
  /** A clock time (milliseconds counted as UTC) in the zone of the site, or else of the building machine. */
  | { readonly kind: 'clock'; readonly clock: number; readonly via: HexoPath; readonly offsetLost: boolean }
  /** An instant, which step 3 moves by the difference between the two zones. */
  | { readonly kind: 'instant'; readonly instant: number; readonly via: HexoPath }
  /** Hexo uses the file's time of creation. */
  | { readonly kind: 'none' };

/** What YAML took the value for before Hexo made a date of it. */
export type HexoPath = 'timestamp' | 'text' | 'number' | 'boolean';

export interface HexoZones {
  /** `timezone` of `_config.yml`. */
  readonly site?: string | undefined;
  /** The zone of the machine that builds the site. */
  readonly machine: string;
}

const none: HexoReading = { kind: 'none' };

export function readHexoDate(scalar: Scalar): HexoReading {
  const resolved = resolveScalar(scalar, 'hexo');
  switch (resolved.type) {
    case 'null':
      return none;
    case 'boolean':
      return resolved.value ? { kind: 'instant', instant: 1, via: 'boolean' } : none;
    case 'number':
      // Hexo asks `if (data.date)`, so 0 is no date; the range is that of Date.
      return resolved.value === 0 || !(Math.abs(resolved.value) <= 8.64e15)
        ? none
        : { kind: 'instant', instant: Math.trunc(resolved.value), via: 'number' };
    case 'timestamp':
      return { kind: 'clock', clock: resolved.value, via: 'timestamp', offsetLost: resolved.hasZone };
    case 'text':
      return readText(resolved.value);
  }
}

/** The instant Hexo gives the post; undefined when it uses the file's time of creation. */
export function hexoInstant(reading: HexoReading, { site, machine }: HexoZones): number | undefined {
  if (reading.kind === 'none') {
    return undefined;
  }
  const instant = reading.kind === 'instant' ? reading.instant : machineInstant(reading, machine);
  if (instant === undefined || site === undefined) {
    return instant;
  }
  const here = zoneOffset(machine, instant);
  const there = zoneOffset(site, instant);
  return here === undefined || there === undefined ? instant : instant + here - there;
}

/**
 * hexo-front-matter subtracts the offset at the wrong instant, which shows within hours of a clock change.
 */
function machineInstant(
  reading: { readonly clock: number; readonly via: HexoPath },
  machine: string,
): number | undefined {
  if (reading.via !== 'timestamp') {
    return instantOf(machine, reading.clock);
  }
  const offset = zoneOffset(machine, reading.clock);
  return offset === undefined ? undefined : reading.clock - offset;
}

/** ECMAScript's own date-time form: local without a zone. A date alone in it is UTC. */
const isoLocal = /^(?:\d{4}|[-+]\d{6})-\d\d(?:-\d\d)?T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const isoDate = /^(?:\d{4}|[-+]\d{6})(?:-\d\d(?:-\d\d)?)?$/;
/**
 * The zones V8's own parser knows, at the end or before a comment or a year; an offset needs a time before
 * it.
 */
const zoneInText =
  /(?:\b|\d)(?:Z|UTC?|GMT|[ECMP][SD]T)(?![a-z])|:\d\d(?:\.\d+)?\s*(?:[ap]m\s*)?[-+]\s*\d{1,2}(?::?\d{2})?(?!\d)/i;

/** Every year has it: whatever the text means, longer ones are no dates. */
const maxTextLength = 200;

function readText(text: string): HexoReading {
  if (text === '' || text.length > maxTextLength) {
    return none;
  }
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) {
    return none;
  }
  const fixed = isoLocal.test(text) ? false : isoDate.test(text) || zoneInText.test(withoutComments(text));
  if (fixed) {
    return { kind: 'instant', instant, via: 'text' };
  }
  const asUtc = Date.parse(isoLocal.test(text) ? `${text}Z` : `${text} UTC`);
  return {
    kind: 'clock',
    clock: Number.isNaN(asUtc) ? localClock(instant) : asUtc,
    via: 'text',
    offsetLost: false,
  };
}

/** V8 skips what stands in parentheses. */
function withoutComments(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ');
}

function localClock(instant: number): number {
  return instant - new Date(instant).getTimezoneOffset() * 60_000;
}
