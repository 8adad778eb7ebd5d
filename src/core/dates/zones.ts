/**
 * Making a formatter takes some 50 µs and a document has few zones: kept per zone name, undefined for no
 * zone.
 */
const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * How far the clocks of an IANA zone are ahead of UTC at an instant, in milliseconds; undefined when there is
 * no such zone.
 */
export function zoneOffset(zone: string, instant: number): number | undefined {
  const formatter = formatterOf(zone);
  if (formatter === undefined || Number.isNaN(instant)) {
    return undefined;
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) {
    parts[type] = Number(value);
  }
  const part = (name: string): number => parts[name] ?? 0;
  const clock = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return clock - Math.floor(instant / 1000) * 1000;
}

/** The clock time that a zone shows at an instant, as milliseconds counted as if it were UTC. */
export function clockIn(zone: string, instant: number): number | undefined {
  const offset = zoneOffset(zone, instant);
  return offset === undefined ? undefined : instant + offset;
}

/**
 * The instant at which a zone shows a clock time; of two, the earlier; one in a gap is moved forward by the
 * gap.
 */
export function instantOf(zone: string, clock: number): number | undefined {
  const before = zoneOffset(zone, clock - 86_400_000);
  const after = zoneOffset(zone, clock + 86_400_000);
  if (before === undefined || after === undefined) {
    return undefined;
  }
  const early = clock - before;
  return zoneOffset(zone, early) === before || before === after ? early : laterOf(zone, clock, before, after);
}

function laterOf(zone: string, clock: number, before: number, after: number): number {
  const late = clock - after;
  return zoneOffset(zone, late) === after ? late : clock - before;
}

/** `+08:00`; `Z` is left to the caller. */
export function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) {
    formatters.set(zone, createFormatter(zone));
  }
  return formatters.get(zone);
}

function createFormatter(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // Intl throws a RangeError for a zone it does not know; that is the answer.
    return undefined;
  }
}
