import assert from 'node:assert/strict';
import { parse } from 'hexo-front-matter';
import { adjustDateForTimezone, toDate } from 'hexo/dist/plugins/processor/common';
import { scalarOfField } from '../../src/core/consumers/scalar';
import { hexoInstant, readHexoDate } from '../../src/core/dates/hexoDate';
import { parseFrontMatter } from '../../src/core/frontMatter';
import { check } from '../../src/core/engine';
import { testDocument } from '../support/context';

/**
 * Every value is given to the whole chain of Hexo (hexo-front-matter, then `toDate` and
 * `adjustDateForTimezone` as its post processor calls them) and to ours, in several zones of the machine and
 * of the site.
 */
const values: readonly string[] = [
  '2022-04-04 03:30:45',
  '2022-04-04',
  '2022-4-4',
  '2022-4-4 3:30:45',
  '2022-04-04T03:30:45',
  '2022-04-04T03:30:45Z',
  '2022-04-04 03:30:45 +00:00',
  '2022-04-04 03:30:45 +08:00',
  '2022-04-04 03:30:45 +0800',
  '2022-04-04T03:30:45+0800',
  '2022-04-04T03:30:45.123456',
  '2022-04-04T03:30:45.123+08:00',
  '2018-15-30',
  '2018-30-05',
  '2022-02-30',
  '2022-02-30 10:00:00',
  '2022-02-30 10:00',
  '2022-04-04 25:00:00',
  '2022-04-04 24:00:00',
  '2016-12-31 23:59:60',
  '2022-04-04 03:30',
  '2022-04-04 3:30',
  '2022/04/04',
  '2022/04/04 03:30:45',
  '2022/4/4 3:30',
  '2022.04.04',
  '2022.04.04 03:30',
  'Sun, 15 May 2022 05:10:40 GMT',
  'Mon, 15 May 2022 05:10:40 GMT',
  'Sun, 15 May 2022 05:10:40 +0800',
  '15 May 2022 05:10:40 GMT',
  '15 May 2022',
  'May 15, 2022',
  'May 15 2022 10:00 PM',
  'Thursday, May 5, 2022',
  'Mon May 16 2022',
  '16-May-2022',
  '16-May-22 10:00:00',
  'Sun May 15 2022 13:10:40 GMT+0800 (China Standard Time)',
  'Sun May 15 13:10:40 CST 2022',
  '2022年9月26日',
  '2022年9月26日 10:11:12',
  '1652591440',
  '1652591440000',
  '20220515',
  '202205151010',
  '05/06/2022',
  '13/06/2022',
  '05-06-2022',
  '05.06.2022',
  '5/6/22',
  '22-05-06',
  '1970-01-01',
  '1970-01-01 00:00:00',
  '0',
  '1',
  '1.5',
  '1e12',
  '0x10',
  'true',
  'false',
  'null',
  '~',
  "''",
  "' '",
  'Invalid Date',
  'undefined',
  'now',
  'yesterday',
  '2021',
  '99',
  '2021-08',
  '2021-10-10 11:06:15',
  '2018-02-24  +0800',
  '2019-2-06',
  '2017-07-15T0:10:32+00:00',
  '2017-07-15 00:00:16+00:00',
  '2017-07-15 00:00:16 +0700',
  "'2022-04-04'",
  "'2022-04-04 03:30:45'",
  '"2022-04-04T03:30:45Z"',
  "'2022-04-04T03:30:45'",
  "'Sun, 15 May 2022 05:10:40 GMT'",
  '2022-04-04 03:30:45 UTC',
  '2022-04-04 03:30:45 GMT+8',
  '2022-04-04 03:30:45 Asia/Shanghai',
  '2022-04-04 下午3:30',
  '2022-04-04 3:30 PM',
  '2022-04-04 03-30-45',
  '2022-04-04_03:30:45',
  '10000-01-01',
  '2022-13-01',
  '2022-00-10',
  '2022-04-04t03:30:45z',
  '2022-04-04 03:30:45Z',
  '2022-04-04 03:30:45 -5',
  '2022-04-04 03:30:45 +0800 CST',
  '2022-04-04 03:30:45 -05:30',
  '2022-W10',
  '12:30:45',
  // Berlin and New York change their clocks here.
  '2022-03-27 02:30:00',
  '2022/03/27 02:30:00',
  '2022-10-30 02:30:00',
  '2022/10/30 02:30:00',
  '2022-03-13 02:30:00',
];

const machines = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/Berlin'];
const sites = [undefined, 'Asia/Shanghai', 'America/New_York', 'UTC'];

/**
 * What Hexo's post processor does to `data.date`; undefined when it goes on to the file's time of creation.
 */
function hexoDate(value: string, site: string | undefined): number | undefined {
  const { date: given } = parse(`---\ndate: ${value}\n---\n`) as { readonly date?: string };
  const date = given ? (toDate(given) as Date | undefined) : undefined;
  if (date === undefined) {
    return undefined;
  }
  return (site === undefined ? date : adjustDateForTimezone(date, site)).getTime();
}

function ownDate(value: string, machine: string, site: string | undefined): number | undefined {
  const field = parseFrontMatter(`---\ndate: ${value}\n---\n`)?.field('date');
  const scalar = field && scalarOfField(field);
  assert.ok(scalar, `${value} is no scalar`);
  return hexoInstant(readHexoDate(scalar), { machine, site });
}

const show = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString();

describe('What Hexo makes of a date', () => {
  const machineZone = process.env.TZ;

  afterEach(() => {
    if (machineZone === undefined) {
      delete process.env.TZ;
    } else {
      process.env.TZ = machineZone;
    }
  });

  for (const machine of machines) {
    it(`is foretold for ${values.length} values when the site is built in ${machine}`, () => {
      process.env.TZ = machine;
      for (const site of sites) {
        const own = values.map((value) => `${value} -> ${show(ownDate(value, machine, site))}`);
        const theirs = values.map((value) => `${value} -> ${show(hexoDate(value, site))}`);
        assert.deepEqual(own, theirs, `site ${site}`);
      }
    });
  }

  /**
   * Offsets make Hexo forget the zone; so a value that keeps the instant is a clock time in the zone of the
   * site.
   */
  it('is the instant that was meant once the fix is applied', () => {
    for (const machine of machines) {
      process.env.TZ = machine;
      for (const value of ['Sun, 15 May 2022 05:10:40 GMT', '2022-05-15 13:10:40 +08:00', '1652591440']) {
        const { article, context } = testDocument(`---\ndate: ${value}\n---\n`, {
          siteTimezone: 'Asia/Shanghai',
        });
        const [finding] = check(article, context).filter(({ rule }) => rule === 'frontmatter-date');
        const written = finding?.fixes[0]?.edits[0]?.text ?? '';
        assert.equal(written, '2022-05-15 13:10:40');
        assert.equal(show(hexoDate(written, 'Asia/Shanghai')), '2022-05-15T05:10:40.000Z', machine);
      }
    }
  });

  it('is told in the message for a date that rolls over', () => {
    process.env.TZ = 'UTC';
    for (const value of ['2018-15-30', '2022-02-30', '2022-13-01', '2022-04-31 10:00:00']) {
      const { article, context } = testDocument(`---\ndate: ${value}\n---\n`);
      const [finding] = check(article, context).filter(({ rule }) => rule === 'frontmatter-date');
      const read = new Date(hexoDate(value, undefined) ?? NaN);
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(read);
      assert.ok(finding?.message.includes(`Hexo reads ${value} as ${day}`), finding?.message);
    }
  });

  it('is the creation time exactly where the message says so', () => {
    process.env.TZ = 'UTC';
    for (const value of values.filter((one) => !/^(?:'\s*'|~|null)$/.test(one))) {
      const { article, context } = testDocument(`---\ndate: ${value}\n---\n`);
      const messages = check(article, context).filter(({ rule }) => rule === 'frontmatter-date');
      const says = messages.some(({ message }) => message.includes('the file was created'));
      assert.equal(says, hexoDate(value, undefined) === undefined, value);
    }
  });
});
