import assert from 'node:assert/strict';
import frontMatterOf from 'front-matter';
import matter from 'gray-matter';
import { load } from 'js-yaml';
import { resolveScalar } from '../../src/core/consumers/jsYaml';
import { scalarOfField, type Scalar } from '../../src/core/consumers/scalar';
import { readHugoDate } from '../../src/core/dates/hugoDate';
import { readJekyllDate } from '../../src/core/dates/jekyllDate';
import { recogniseDate } from '../../src/core/dates/recognise';
import { check } from '../../src/core/engine';
import { parseFrontMatter } from '../../src/core/frontMatter';
import type { Finding } from '../../src/core/types';
import { testDocument } from '../support/context';
import { measuredDates } from '../support/measuredDates';

const values = measuredDates.map(([value]) => value);

function scalarIn(value: string): Scalar {
  const field = parseFrontMatter(`---\ndate: ${value}\n---\n`)?.field('date');
  const scalar = field && scalarOfField(field);
  assert.ok(scalar, `${value} is no scalar`);
  return scalar;
}

/** `2022-05-15T05:10:40`, with a Z for a moment and without for a clock time. */
function show(time: number, isMoment: boolean): string {
  const date = new Date(time);
  // Hugo dates some numbers later than a Date can be.
  return Number.isNaN(date.getTime())
    ? 'later'
    : date
        .toISOString()
        .replace(/\.\d+Z$/, isMoment ? 'Z' : '')
        .replace(/^\+0?/, '');
}

function findingOf(value: string, settings: Readonly<Record<string, unknown>>): Finding | undefined {
  const { article, context } = testDocument(`---\ntitle: A\ndate: ${value}\n---\n\nText.\n`, {
    now: '2030-01-01T00:00:00Z',
    ...settings,
  });
  return check(article, context).find(({ rule }) => rule === 'frontmatter-date');
}

/** Front matter without a value is another rule's. */
const isNothing = (value: string): boolean => /^(?:''|' '|~|null)$/.test(value);

describe('What YAML readers on npm make of a date', () => {
  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    'gray-matter': (text) => matter(text, {}).data.date as unknown,
    'front-matter': (text) => (frontMatterOf(text).attributes as { readonly date?: unknown }).date,
    'js-yaml': (text) => (load(text.replaceAll('---\n', '')) as { readonly date?: unknown }).date,
  };

  for (const [name, read] of Object.entries(readers)) {
    it(`is foretold for ${values.length} values given to ${name}`, () => {
      for (const value of values) {
        const resolved = resolveScalar(scalarIn(value), name === 'js-yaml' ? 'hexo' : 'generic');
        const own =
          resolved.type === 'timestamp'
            ? new Date(resolved.value)
            : resolved.type === 'null'
              ? null
              : resolved.value;
        assert.deepEqual(own, read(`---\ndate: ${value}\n---\n`), value);
      }
    });
  }

  it('is what the message says: a date, another date, a number or a text', () => {
    for (const value of values.filter((one) => !isNothing(one))) {
      const read = readers['gray-matter']?.(`---\ndate: ${value}\n---\n`);
      const message = findingOf(value, { profile: 'generic' })?.message ?? '';
      if (typeof read === 'string') {
        assert.match(
          /^['"]/.test(value) ? 'not a date' : message,
          /text, not a date|not a date|can be|contradicts itself|two digits/,
          value,
        );
      } else if (read instanceof Date) {
        assert.doesNotMatch(message, /not a date/, value);
      } else {
        assert.match(message, /a number or a truth value/, value);
      }
    }
  });
});

describe('What Jekyll makes of a date', () => {
  it(`is foretold for ${values.length} values, but where Ruby guesses`, () => {
    const guessed: string[] = [];
    for (const [value, jekyll] of measuredDates) {
      const reading = readJekyllDate(scalarIn(value));
      if (reading.kind === 'unsure') {
        guessed.push(value);
        continue;
      }
      const own =
        reading.kind === 'stops'
          ? '-'
          : show(reading.kind === 'instant' ? reading.instant : reading.clock, reading.kind === 'instant');
      assert.equal(own, jekyll, value);
    }
    // What people read as a date is foretold, but for years of two digits, which may stand at either end.
    const recognised = guessed.filter((value) => recogniseDate(value)?.twoDigitYear === false);
    assert.deepEqual(recognised, []);
  });

  it('stops the build exactly where the message says so', () => {
    for (const [value, jekyll] of measuredDates) {
      const message = findingOf(value, { profile: 'jekyll' })?.message ?? '';
      if (/stops the build at .*, or/.test(message) || isNothing(value)) {
        continue;
      }
      assert.equal(message.includes('Jekyll stops the build'), jekyll === '-', `${value}: ${message}`);
    }
  });

  it('is told where it is another day than the one that is written', () => {
    for (const value of ['2022-02-30', '2022-04-31', '2022-02-29', '2022/02/30', '30 Feb 2022']) {
      const jekyll = measuredDates.find(([one]) => one === value)?.[1] ?? '';
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
      assert.match(
        findingOf(value, { profile: 'jekyll' })?.message ?? '',
        new RegExp(`Jekyll reads .* as ${day.format(Date.parse(`${jekyll}Z`))}`),
      );
    }
  });
});

describe('What Hugo makes of a date', () => {
  it(`is foretold for ${values.length} values`, () => {
    for (const [value, , hugo] of measuredDates.filter(([one]) => !isNothing(one))) {
      const reading = readHugoDate(scalarIn(value));
      const own =
        reading.kind === 'stops'
          ? '-'
          : show(reading.kind === 'instant' ? reading.instant : reading.clock, reading.kind === 'instant');
      assert.equal(own, hugo.replace(/^642732-.*/, 'later'), value);
    }
  });

  it('stops the build exactly where the message says so', () => {
    for (const [value, , hugo] of measuredDates.filter(([one]) => !isNothing(one))) {
      const message = findingOf(value, { profile: 'hugo' })?.message ?? '';
      assert.equal(message.includes('Hugo has no layout'), hugo === '-', `${value}: ${message}`);
    }
  });
});

describe('A date once it is fixed', () => {
  /** The moment that each of the three reads in a site of Asia/Shanghai, from what they are known to do. */
  const read: Readonly<Record<string, (value: string) => number | undefined>> = {
    jekyll: (value) => {
      const reading = readJekyllDate(scalarIn(value));
      return reading.kind === 'instant' ? reading.instant : undefined;
    },
    hugo: (value) => {
      const reading = readHugoDate(scalarIn(value));
      return reading.kind === 'instant' ? reading.instant : undefined;
    },
    generic: (value) => (matter(`---\ndate: ${value}\n---\n`, {}).data.date as Date).getTime(),
  };
  const meant = Date.parse('2022-05-15T05:10:40Z');

  for (const format of ['YYYY-MM-DD HH:mm:ss', 'ISO 8601']) {
    for (const [profile, readBack] of Object.entries(read)) {
      it(`is the moment that was meant to ${profile}, written as ${format}`, () => {
        for (const value of [
          'Sun, 15 May 2022 05:10:40 GMT',
          'Sun May 15 2022 13:10:40 GMT+0800 (China Standard Time)',
        ]) {
          const finding = findingOf(value, {
            profile,
            siteTimezone: 'Asia/Shanghai',
            date: { format },
          });
          const text = finding?.fixes[0]?.edits[0]?.text;
          if (text !== undefined) {
            assert.equal(readBack(text), meant, text);
          } else {
            assert.equal(readBack(value), meant, value);
          }
        }
      });
    }
  }
});
