import * as l10n from '@vscode/l10n';
import type { DateFault, Judged } from './meaning';
import { write } from './meaning';
import { instantOf, zoneOffset } from './zones';

/** A time without a zone where the reader counts it as UTC. */
export function judgeMissingZone(judged: Judged): DateFault | undefined {
  const { meant, setting } = judged;
  if (meant === undefined || meant.offset !== undefined || !meant.hasTime) {
    return undefined;
  }
  const { zone } = setting;
  const instant = zone === undefined ? undefined : instantOf(zone, meant.clock);
  const offset = zone === undefined || instant === undefined ? undefined : zoneOffset(zone, instant);
  if (zone === undefined || offset === undefined) {
    return {
      severity: 'hint',
      message:
        setting.profile === 'hugo'
          ? l10n.t(
              'No time zone: Hugo counts it in “timeZone” of its configuration, or as UTC. Write an offset such as +08:00 after it.',
            )
          : l10n.t('No time zone: it is counted as UTC. Write an offset such as +08:00 after it.'),
      rewrites: [],
    };
  }
  return offset === 0
    ? undefined
    : {
        severity: 'hint',
        message:
          setting.profile === 'hugo'
            ? l10n.t(
                'No time zone: Hugo counts it as UTC, not as {0}, unless “timeZone” of its configuration says so.',
                zone,
              )
            : l10n.t('No time zone: it is counted as UTC, not as {0}.', zone),
        rewrites: write(meant.clock, meant, setting, 'in zone'),
      };
}
