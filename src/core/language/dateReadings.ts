import * as l10n from '@vscode/l10n';
import { resolveScalar } from '../consumers/jsYaml';
import type { Scalar } from '../consumers/scalar';
import { describeClock } from '../dates/format';
import { readHexoDate } from '../dates/hexoDate';
import { readHugoDate } from '../dates/hugoDate';
import { readJekyllDate } from '../dates/jekyllDate';
import type { DateSetting } from '../dates/meaning';
import { recogniseDate, type MeantDate } from '../dates/recognise';
import { dateSettingOf } from '../dates/setting';
import { clockIn, formatOffset } from '../dates/zones';
import type { RuleContext } from '../types';

type Context = Pick<RuleContext, 'options' | 'document'>;

/**
 * What the profile of the settings makes of a date. The same sources answer as for the rule
 * `frontmatter-date`.
 */
export function dateReading(key: string, scalar: Scalar, context: Context): string {
  const setting = dateSettingOf(key, context);
  if (scalar.text.trim() === '' || resolveScalar(scalar, setting.profile).type === 'null') {
    return emptyReading(setting);
  }
  switch (setting.profile) {
    case 'hexo':
      return hexoReading(scalar, setting);
    case 'generic':
      return genericReading(scalar);
    case 'jekyll':
      return jekyllReading(scalar, setting);
    case 'hugo':
      return hugoReading(scalar);
  }
}

/** The moment that is meant, in the zone of the site or the settings; undefined for what is no date. */
export function meantDate(key: string, scalar: Scalar, context: Context): string | undefined {
  const { zone } = dateSettingOf(key, context);
  const meant = recogniseDate(scalar.text);
  if (meant === undefined || meant.impossible) {
    return undefined;
  }
  if (meant.ambiguous && meant.exchanged !== undefined) {
    return l10n.t('{0} or {1}', describeClock(meant.clock, false), describeClock(meant.exchanged, false));
  }
  if (!meant.hasTime) {
    return describeClock(meant.clock, false);
  }
  const clock =
    zone === undefined || meant.offset === undefined
      ? meant.clock
      : (clockIn(zone, meant.clock - meant.offset * 60_000) ?? meant.clock);
  if (zone !== undefined) {
    return l10n.t('{0} in {1}', describeClock(clock, true), zone);
  }
  return meant.offset === undefined
    ? l10n.t('{0}, the time zone is not known', describeClock(clock, true))
    : withOffset(meant);
}

function emptyReading(setting: DateSetting): string {
  switch (setting.profile) {
    case 'hexo':
      return fallbackOf(setting);
    case 'jekyll':
      return l10n.t('no date: the build stops');
    case 'hugo':
    case 'generic':
      return l10n.t('nothing');
  }
}

function withOffset({ clock, offset = 0 }: Pick<MeantDate, 'clock' | 'offset'>): string {
  return offset === 0
    ? l10n.t('{0} UTC', describeClock(clock, true))
    : `${describeClock(clock, true)} ${formatOffset(offset * 60_000)}`;
}

function hexoReading(scalar: Scalar, setting: DateSetting): string {
  const reading = readHexoDate(scalar);
  const hasTime = recogniseDate(scalar.text)?.hasTime ?? true;
  switch (reading.kind) {
    case 'none':
      return fallbackOf(setting);
    case 'clock':
      return setting.zone === undefined
        ? l10n.t('{0} in the zone of the machine that builds the site', describeClock(reading.clock, hasTime))
        : hasTime
          ? l10n.t('{0} in {1}', describeClock(reading.clock, true), setting.zone)
          : describeClock(reading.clock, false);
    case 'instant':
      return setting.siteZone === undefined
        ? l10n.t('{0} UTC', describeClock(reading.instant, true))
        : l10n.t(
            '{0} UTC, shifted unless the site is built in its own zone',
            describeClock(reading.instant, true),
          );
  }
}

function fallbackOf({ fallback }: DateSetting): string {
  return fallback === 'created'
    ? l10n.t('no date: it takes the time at which the file was created')
    : l10n.t('no date: it takes the time of the file’s last change');
}

/** gray-matter hands on what YAML reads. */
function genericReading(scalar: Scalar): string {
  const resolved = resolveScalar(scalar, 'generic');
  const hasTime = recogniseDate(scalar.text)?.hasTime ?? true;
  switch (resolved.type) {
    case 'timestamp':
      return hasTime
        ? l10n.t('{0} UTC', describeClock(resolved.value, true))
        : describeClock(resolved.value, false);
    case 'number':
      return l10n.t('the number {0}', String(resolved.value));
    case 'boolean':
      return l10n.t('{0}, a truth value', String(resolved.value));
    case 'text':
    case 'null':
      return l10n.t('the text “{0}”, not a date', scalar.text);
  }
}

function jekyllReading(scalar: Scalar, { siteZone }: DateSetting): string {
  const reading = readJekyllDate(scalar);
  switch (reading.kind) {
    case 'stops':
      return l10n.t('no date: the build stops');
    case 'unsure':
      return l10n.t('no date, or another one than this');
    case 'instant':
      return instantReading(scalar, reading.instant);
    case 'clock':
      return !(recogniseDate(scalar.text)?.hasTime ?? true)
        ? describeClock(reading.clock, false)
        : siteZone === undefined
          ? inMachineZone(reading.clock)
          : l10n.t('{0} in {1}', describeClock(reading.clock, true), siteZone);
  }
}

function hugoReading(scalar: Scalar): string {
  const reading = readHugoDate(scalar);
  const hasTime = recogniseDate(scalar.text)?.hasTime ?? true;
  switch (reading.kind) {
    case 'stops':
      return l10n.t('no date: the build stops');
    case 'instant':
      return instantReading(scalar, reading.instant);
    case 'clock':
      return hasTime
        ? l10n.t('{0} UTC, or in “timeZone” of its configuration', describeClock(reading.clock, true))
        : describeClock(reading.clock, false);
  }
}

/** In the zone that the value names. */
function instantReading(scalar: Scalar, instant: number): string {
  if (!(Math.abs(instant) <= 8.64e15)) {
    return l10n.t('no date: the build stops');
  }
  const { offset = 0 } = recogniseDate(scalar.text) ?? {};
  return withOffset({ clock: instant + offset * 60_000, offset });
}

function inMachineZone(clock: number): string {
  return l10n.t('{0} in the zone of the machine that builds the site', describeClock(clock, true));
}
