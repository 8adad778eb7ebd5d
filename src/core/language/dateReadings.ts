import * as l10n from '@vscode/l10n';
import { resolveScalar } from '../consumers/jsYaml';
import type { Scalar } from '../consumers/scalar';
import { describeClock } from '../dates/format';
import { readHexoDate } from '../dates/hexoDate';
import { judgeDate } from '../dates/judge';
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
    return setting.profile === 'hexo' ? fallbackOf(setting) : l10n.t('nothing');
  }
  switch (setting.profile) {
    case 'hexo':
      return hexoReading(scalar, setting);
    case 'generic':
      return genericReading(scalar);
    case 'jekyll':
    case 'hugo':
      return strictReading(scalar, setting);
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

function withOffset({ clock, offset = 0 }: MeantDate): string {
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

/** Jekyll and Hugo stop at what they cannot read, and count a time without a zone as UTC. */
function strictReading(scalar: Scalar, setting: DateSetting): string {
  const resolved = resolveScalar(scalar, setting.profile);
  if (setting.profile === 'hugo' && resolved.type === 'number') {
    return l10n.t('{0} UTC', describeClock(resolved.value * 1000, true));
  }
  const meant = recogniseDate(scalar.text);
  const isRefused = judgeDate(scalar, setting)?.severity === 'error';
  if (meant === undefined || isRefused) {
    return l10n.t('no date: the build stops');
  }
  if (/[年月日]/.test(scalar.text)) {
    return l10n.t('another date than this');
  }
  if (!meant.hasTime) {
    return describeClock(meant.clock, false);
  }
  const { siteZone } = setting;
  return meant.offset === undefined && setting.profile === 'jekyll' && siteZone !== undefined
    ? l10n.t('{0} in {1}', describeClock(meant.clock, true), siteZone)
    : withOffset(meant);
}
