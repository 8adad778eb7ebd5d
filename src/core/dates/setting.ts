import type { RuleContext } from '../types';
import type { DateSetting } from './meaning';

/** What has to be known to judge the date of a field, from the settings and the site. */
export function dateSettingOf(
  key: string,
  { options, document }: Pick<RuleContext, 'options' | 'document'>,
): DateSetting {
  const siteZone = document.siteTimezone;
  return {
    profile: options.profile,
    siteZone,
    zone: siteZone ?? (options.date.timezone === '' ? undefined : options.date.timezone),
    format: options.date.format,
    // A page expires in the future: that date is no mistake.
    now: key === 'expiryDate' ? Infinity : document.now,
    fallback: key === 'date' ? 'created' : 'changed',
  };
}
