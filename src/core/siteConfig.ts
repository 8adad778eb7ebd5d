import { parseDocument } from 'yaml';

/** The file in which Hexo and Jekyll keep the settings of a site. */
export const siteConfigName = '_config.yml';

/**
 * The `timezone` of a site's `_config.yml`, an IANA name. Undefined when the file names none, when
 * there is no such zone, or when the file is not YAML: it belongs to the site generator, which
 * reports its faults itself.
 */
export function readSiteTimezone(text: string): string | undefined {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) {
    return undefined;
  }
  const zone: unknown = document.get('timezone');
  if (typeof zone !== 'string' || zone === '') {
    return undefined;
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    // Intl throws a RangeError for a zone it does not know.
    return undefined;
  }
}
