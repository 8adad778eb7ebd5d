/** What a person means by a date, whatever any program makes of it. */
export interface MeantDate {
  /** The clock time as milliseconds counted as UTC; impossible parts roll over. */
  readonly clock: number;
  /** Minutes ahead of UTC, when the value names a zone. */
  readonly offset: number | undefined;
  readonly hasTime: boolean;
  /** A part is out of its range: month 13, 30 February, hour 25. */
  readonly impossible: boolean;
  /** The only such part is a day that its month does not have, though another has: 30 February. */
  readonly rollsOver: boolean;
  /** The same value with day and month exchanged, where that is possible: `05/06/2022`, `2018-30-05`. */
  readonly exchanged: number | undefined;
  /** Numbers only and the day or the month first: both readings are in use. */
  readonly ambiguous: boolean;
  readonly twoDigitYear: boolean;
  /** The day of the week that the value names, 0 for Sunday. */
  readonly weekday: number | undefined;
}

/** Longer texts are prose. Keeps every expression below at a few hundred steps. */
const maxLength = 80;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * Zone names of RFC 822, in minutes, as JavaScript, Ruby and Go read them. Not CST: the crawled sites mean
 * China's (+08:00), the programs the one of Chicago (-06:00).
 */
const zoneNames: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

const weekdayName = '(?<weekday>(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*)';
const monthName = '(?<monthName>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)';
const time =
  '(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?)?(?: ?(?<half>am|pm))?';
const zone =
  '(?: ?(?:(?:utc|gmt)?(?<sign>[-+]) ?(?<zoneHour>\\d{1,2})(?::?(?<zoneMinute>\\d{2}))?(?: [a-z]{3,4})?|(?<zoneName>z|utc?|gmt|[ecmp][sd]t)))?(?: \\([^()]*\\))?';

/** Written for a value in lower case with single blanks. */
const forms: readonly RegExp[] = [
  // 2022-04-04 03:30:45 +08:00, 2022/4/4 3:30, 2022.04.04
  `(?<year>\\d{4})(?<separator>[-/.])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?:(?:t| |, ?)${time}${zone})?`,
  // 2018-02-24 +0800
  `(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})${zone}`,
  // 2021-08
  '(?<year>\\d{4})[-/](?<month>\\d{1,2})',
  // 20220515, 202205151310, 20220515131040
  '(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?:t?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?(?<zoneName>z)?)?',
  // Sun, 15 May 2022 05:10:40 GMT; 15-May-2022
  `(?:${weekdayName},? )?(?<day>\\d{1,2})[ -]${monthName}\\.?,?[ -](?<year>\\d{4}|\\d{2})(?:,? ${time}${zone})?`,
  // Sun May 15 2022 13:10:40 GMT+0800 (China Standard Time); May 15, 2022
  `(?:${weekdayName},? )?${monthName}\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?:,?(?: at)? ${time}${zone})?`,
  // Sun May 15 05:10:40 GMT 2022
  `(?:${weekdayName},? )?${monthName} (?<day>\\d{1,2}) ${time}${zone} (?<year>\\d{4})`,
  // 05/06/2022
  `(?<first>\\d{1,2})(?<separator>[-/.])(?<then>\\d{1,2})\\k<separator>(?<year>\\d{4}|\\d{2})(?:,? ${time}${zone})?`,
].map((form) => new RegExp(`^${form}$`));

const chinese =
  /^(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号]?(?: ?(?:星期|周|礼拜)(?<chineseDay>[一二三四五六日天]))?(?: ?(?<half>上午|下午|晚上|凌晨|中午)? ?(?<hour>\d{1,2}) ?[:：时点](?: ?(?<minute>\d{1,2}) ?分?(?: ?[:：]? ?(?<second>\d{1,2}) ?秒?)?)?)?$/;

/** Reads a date as its author meant it; undefined for what is no date to a person either. */
export function recogniseDate(text: string): MeantDate | undefined {
  if (text.length > maxLength) {
    return undefined;
  }
  const value = text.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const form of [chinese, ...forms]) {
    const groups = form.exec(value)?.groups;
    if (groups && !yearUnclear(groups)) {
      return meant(groups);
    }
  }
  return undefined;
}

/** `22-05-06`: the year may be the first part or the last. */
function yearUnclear({ first, year }: Groups): boolean {
  return first !== undefined && year?.length === 2 && Number(first) > 12;
}

type Groups = Readonly<Record<string, string | undefined>>;

function meant(groups: Groups): MeantDate {
  const number = (name: string): number | undefined =>
    groups[name] === undefined ? undefined : Number(groups[name]);
  const first = number('first');
  const then = number('then');
  const dayFirst = first !== undefined && first > 12 && (then ?? 0) <= 12;
  const month = monthOf(groups) ?? number('month') ?? (dayFirst ? then : first) ?? 1;
  const day = number('day') ?? (dayFirst ? first : then) ?? 1;
  const shortYear = groups.year?.length === 2;
  const parts = {
    // As ECMAScript's engines and RFC 2822 do.
    year: (number('year') ?? 0) + (shortYear ? ((number('year') ?? 0) < 50 ? 2000 : 1900) : 0),
    month,
    day,
    hour: hourOf(groups, number('hour') ?? 0),
    minute: number('minute') ?? 0,
    second: number('second') ?? 0,
  };
  const exchanged = { ...parts, month: day, day: month };
  const numeric = first !== undefined;
  const mayExchange = month !== day && groups.monthName === undefined && isPossible(exchanged);
  return {
    clock: clockOf(parts),
    offset: offsetOf(groups),
    hasTime: groups.hour !== undefined,
    impossible: !isPossible(parts),
    rollsOver: !isPossible(parts) && day >= 29 && day <= 31 && isPossible({ ...parts, day: 28 }),
    exchanged: mayExchange && (numeric || !isPossible(parts)) ? clockOf(exchanged) : undefined,
    ambiguous: numeric && isPossible(parts) && mayExchange,
    twoDigitYear: shortYear,
    weekday: weekdayOf(groups),
  };
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function clockOf({ year, month, day, hour, minute, second }: Parts): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The end of the day as 24:00:00 and a leap second are possible. */
function isPossible({ year, month, day, hour, minute, second }: Parts): boolean {
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
    (hour <= 23 || endOfDay) &&
    minute <= 59 &&
    second <= 60
  );
}

function hourOf(groups: Groups, hour: number): number {
  switch (groups.half) {
    case 'pm':
    case '下午':
    case '晚上':
      return hour < 12 ? hour + 12 : hour;
    case 'am':
    case '凌晨':
      return hour === 12 ? 0 : hour;
    case undefined:
    default:
      return hour;
  }
}

function monthOf(groups: Groups): number | undefined {
  const index = months.indexOf((groups.monthName ?? '').slice(0, 3));
  return index < 0 ? undefined : index + 1;
}

function weekdayOf(groups: Groups): number | undefined {
  const chineseDay = groups.chineseDay;
  if (chineseDay !== undefined) {
    return '日一二三四五六'.indexOf(chineseDay === '天' ? '日' : chineseDay);
  }
  const index = weekdays.indexOf((groups.weekday ?? '').slice(0, 3));
  return index < 0 ? undefined : index;
}

function offsetOf(groups: Groups): number | undefined {
  if (groups.sign !== undefined) {
    const minutes = Number(groups.zoneHour) * 60 + Number(groups.zoneMinute ?? 0);
    return groups.sign === '-' ? -minutes : minutes;
  }
  return zoneNames[groups.zoneName ?? ''];
}
