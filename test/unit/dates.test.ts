import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeClock, describeWeekday, formatDate } from '../../src/core/dates/format';
import { recogniseDate } from '../../src/core/dates/recognise';
import { clockIn, formatOffset, instantOf, zoneOffset } from '../../src/core/dates/zones';

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
];

describe('Time zones', () => {
  it('have the offset of the instant, summer and winter', () => {
    const offset = (zone: string, date: string): number =>
      (zoneOffset(zone, Date.parse(date)) ?? NaN) / 60_000;
    assert.equal(offset('Asia/Shanghai', '2022-05-15T05:10:40Z'), 480);
    assert.equal(offset('Europe/Berlin', '2022-01-01T00:00:00Z'), 60);
    assert.equal(offset('Europe/Berlin', '2022-07-01T00:00:00Z'), 120);
    assert.equal(offset('Asia/Kolkata', '2022-07-01T00:00:00Z'), 330);
  });

  it('are undefined when there is no such zone', () => {
    assert.equal(zoneOffset('Mars/Phobos', 0), undefined);
    assert.equal(clockIn('', 0), undefined);
    assert.equal(instantOf('nowhere', 0), undefined);
  });

  it('lead from an instant to its clock time and back', () => {
    const instant = fc
      .integer({ min: Date.UTC(1975, 0), max: Date.UTC(2035, 0) })
      .map((ms) => ms - (ms % 1000));
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, given) => {
        const clock = clockIn(zone, given);
        assert.ok(clock !== undefined);
        const back = instantOf(zone, clock);
        // In the hour that a clock shows twice the first one is meant.
        assert.ok(back !== undefined && clockIn(zone, back) === clock && back <= given);
      }),
    );
  });

  it('move a clock time that a zone skips forward', () => {
    // On 27 March 2022 Berlin went from 02:00 to 03:00.
    assert.equal(instantOf('Europe/Berlin', Date.UTC(2022, 2, 27, 2, 30)), Date.UTC(2022, 2, 27, 1, 30));
  });

  it('write their offset', () => {
    assert.deepEqual(
      [0, 8, -5.5, 14].map((hours) => formatOffset(hours * 3_600_000)),
      ['+00:00', '+08:00', '-05:30', '+14:00'],
    );
  });
});

/** value, what is meant as UTC clock time, offset in minutes */
const meant: readonly (readonly [string, string, number?])[] = [
  ['2022-04-04', '2022-04-04T00:00:00'],
  ['2022-4-4', '2022-04-04T00:00:00'],
  ['2022-04-04 03:30:45', '2022-04-04T03:30:45'],
  ['2022-04-04T03:30:45.123456', '2022-04-04T03:30:45'],
  ['2022-04-04 3:30', '2022-04-04T03:30:00'],
  ['2022/04/04 03:30', '2022-04-04T03:30:00'],
  ['2022.04.04', '2022-04-04T00:00:00'],
  ['2022-04-04 03:30:45 +08:00', '2022-04-04T03:30:45', 480],
  ['2022-04-04 03:30:45 +0700', '2022-04-04T03:30:45', 420],
  ['2017-07-15T0:10:32+00:00', '2017-07-15T00:10:32', 0],
  ['2017-07-15 00:00:16+00:00', '2017-07-15T00:00:16', 0],
  ['2022-04-04T03:30:45Z', '2022-04-04T03:30:45', 0],
  ['2018-02-24  +0800', '2018-02-24T00:00:00', 480],
  ['2021-08', '2021-08-01T00:00:00'],
  ['20220515', '2022-05-15T00:00:00'],
  ['20220515131040', '2022-05-15T13:10:40'],
  ['20220515T131040Z', '2022-05-15T13:10:40', 0],
  ['2022-04-04 03:30:45 +0800 CST', '2022-04-04T03:30:45', 480],
  ['Sun, 15 May 2022 05:10:40 GMT', '2022-05-15T05:10:40', 0],
  ['Sun, 15 May 2022 05:10:40 +0800', '2022-05-15T05:10:40', 480],
  ['15 May 22 05:10 EST', '2022-05-15T05:10:00', -300],
  ['Sunday, 15-May-22 05:10:40 UTC', '2022-05-15T05:10:40', 0],
  ['Sun May 15 05:10:40 2022', '2022-05-15T05:10:40'],
  ['Sun May 15 13:10:40 CST 2022', '2022-05-15T13:10:40'],
  ['Sun May 15 2022 13:10:40 GMT+0800 (China Standard Time)', '2022-05-15T13:10:40', 480],
  ['May 15, 2022', '2022-05-15T00:00:00'],
  ['May 15th, 2022 at 10:00 PM', '2022-05-15T22:00:00'],
  ['2022年9月26日', '2022-09-26T00:00:00'],
  ['2022 年 9 月 26 日 10:11', '2022-09-26T10:11:00'],
  ['2022年9月26日 星期一 下午3时5分', '2022-09-26T15:05:00'],
  ['05/06/2022', '2022-05-06T00:00:00'],
  ['13/06/2022', '2022-06-13T00:00:00'],
];

describe('A date', () => {
  for (const [text, clock, offset] of meant) {
    it(`is recognised: ${text}`, () => {
      const found = recogniseDate(text);
      assert.ok(found);
      assert.equal(new Date(found.clock).toISOString().slice(0, 19), clock);
      assert.equal(found.offset, offset);
      assert.equal(found.impossible, false);
    });
  }

  it('is not recognised in other text', () => {
    for (const text of [
      '',
      'Invalid Date',
      'now',
      '99',
      '1652591440',
      'May',
      '2022',
      '22-05-06',
      'a 2022-04-04',
      '2022-04-04 x',
      '12:30',
    ]) {
      assert.equal(recogniseDate(text), undefined, text);
    }
  });

  it('is impossible when a part is out of its range', () => {
    const impossible = (text: string): boolean | undefined => recogniseDate(text)?.impossible;
    for (const text of [
      '2018-15-30',
      '2022-02-30',
      '2023-02-29',
      '2022-04-31',
      '2022-00-10',
      '2022-04-04 25:00',
      '2022-04-04 10:60:00',
    ]) {
      assert.equal(impossible(text), true, text);
    }
    for (const text of ['2024-02-29', '2022-04-04 24:00:00', '2016-12-31 23:59:60', '2022-12-31']) {
      assert.equal(impossible(text), false, text);
    }
  });

  it('may have day and month exchanged', () => {
    const exchanged = (text: string): string | undefined => {
      const clock = recogniseDate(text)?.exchanged;
      return clock === undefined ? undefined : new Date(clock).toISOString().slice(0, 10);
    };
    assert.equal(exchanged('05/06/2022'), '2022-06-05');
    assert.equal(exchanged('2018-30-05'), '2018-05-30');
    assert.equal(exchanged('2018-15-30'), undefined);
    assert.equal(exchanged('13/06/2022'), undefined);
    assert.equal(exchanged('2022-05-06'), undefined);
  });

  it('is written in the three formats', () => {
    const date = { clock: Date.UTC(2022, 4, 15, 5, 10, 40), hasTime: true };
    const write = (offset: number | undefined, hasTime = true): readonly (string | undefined)[] =>
      (['YYYY-MM-DD HH:mm:ss', 'ISO 8601', 'RFC 3339 date'] as const).map((format) =>
        formatDate({ ...date, offset, hasTime }, format),
      );
    assert.deepEqual(write(undefined), ['2022-05-15 05:10:40', '2022-05-15T05:10:40', '2022-05-15']);
    assert.deepEqual(write(0), ['2022-05-15 05:10:40 +00:00', '2022-05-15T05:10:40Z', '2022-05-15']);
    assert.deepEqual(write(28_800_000), [
      '2022-05-15 05:10:40 +08:00',
      '2022-05-15T05:10:40+08:00',
      '2022-05-15',
    ]);
    assert.deepEqual(write(undefined, false), ['2022-05-15', '2022-05-15', '2022-05-15']);
    assert.equal(
      formatDate({ clock: Date.UTC(10_000, 0), hasTime: false, offset: undefined }, 'ISO 8601'),
      undefined,
    );
    assert.equal(formatDate({ clock: NaN, hasTime: true, offset: undefined }, 'ISO 8601'), undefined);
  });

  it('is told to people with the name of its month', () => {
    assert.equal(describeClock(Date.UTC(2019, 2, 30), false), '30 March 2019');
    assert.equal(describeClock(Date.UTC(2019, 2, 30, 5, 1, 2), true), '30 March 2019 05:01:02');
    assert.equal(describeWeekday(0), 'Sunday');
  });
});
