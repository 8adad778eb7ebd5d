import { isHostOf, parseWebAddress } from './addresses';

/**
 * Pictures that count readers: a domain and, where it also serves other things, how the path begins. The site on which
 * a service explains itself, and the charts it publishes, are no counters.
 * Sources: EasyPrivacy's list of tracking servers, the feeds of Medium, FeedBurner, WordPress.com,
 * Amazon Associates and The Conversation, the analytics services' own snippets.
 */
const counters: readonly (readonly [domain: string, path?: string])[] = [
  ['medium.com', '/_/stat'],
  ['feeds.feedburner.com', '/~r/'],
  ['feeds.feedburner.com', '/~ff/'],
  ['feedproxy.google.com', '/~r/'],
  ['feedads.g.doubleclick.net'],
  ['doubleclick.net'],
  ['feedsportal.com'],
  ['pheedo.com'],
  ['pixel.wp.com'],
  ['stats.wp.com'],
  ['stats.wordpress.com'],
  ['feeds.wordpress.com', '/1.0/'],
  ['tracking.feedpress.it'],
  ['tracking.feedpress.com'],
  ['google-analytics.com'],
  ['googletagmanager.com'],
  ['googleadservices.com'],
  ['googlesyndication.com'],
  ['facebook.com', '/tr'],
  ['analytics.twitter.com'],
  ['t.co', '/i/adsct'],
  ['px.ads.linkedin.com'],
  ['bat.bing.com'],
  ['b.scorecardresearch.com'],
  ['sb.scorecardresearch.com'],
  ['quantserve.com'],
  ['statcounter.com', '/counter/'],
  ['mc.yandex.ru', '/watch'],
  ['counter.yadro.ru'],
  ['hm.baidu.com'],
  ['cnzz.mmstat.com'],
  ['counter.theconversation.com'],
  ['counter.theconversation.edu.au'],
  ['blogger.googleusercontent.com', '/tracker/'],
  ['googleusercontent.com', '/tracker/'],
  ['eotrx.substackcdn.com', '/open'],
  ['list-manage.com', '/track/open'],
  ['sendgrid.net', '/wf/open'],
  ['rss.buysellads.com'],
  ['api.segment.io', '/v1/pixel'],
  ['pixel.parsely.com'],
  ['chartbeat.net', '/ping'],
];

/**
 * Hosts that a service numbers: `c21.statcounter.com`, `s4.cnzz.com`, `hzs10.cnzz.com`, `z3.cnzz.com`, `alogs.umeng.com`;
 * `gs.statcounter.com`, `www.cnzz.com` and `dev.umeng.com` are read.
 */
const counterHost =
  /^(?:(?:c\d*|secure)\.statcounter\.com|(?:[cqsvwz]\d*|hzs\d*|icon|ei|pcookie)\.cnzz\.com|[a-z]*logs?\d*\.umeng(?:cloud)?\.com)$/;

/** Amazon has a host for each country: `www.assoc-amazon.de/e/ir`, `ir-na.amazon-adsystem.com/e/ir`. */
const amazon = /^(?:www\.)?assoc-amazon\.[a-z.]+$|^ir-[a-z]+\.amazon-adsystem\.com$/;

/** Self-hosted counters, wherever they are. */
const counterPath = /\/(?:(?:piwik|matomo)\.php|hm\.gif|__utm\.gif|mp\/getmsgpixel)$/i;

/** Names that counters have, and pictures too. */
const counterName = /\/(?:beacon\.gif|pixel\.gif|1x1\.(?:gif|png))$/i;

/** True for the address of a picture that is there to count who reads the page. */
export function isTracker(address: string): boolean {
  const target = parseWebAddress(address);
  if (target === undefined) {
    return false;
  }
  const { host, path } = target;
  return (
    counters.some(([domain, prefix = '']) => isHostOf(host, domain) && beginsWith(path, prefix)) ||
    counterHost.test(host) ||
    (amazon.test(host) && path.startsWith('/e/ir')) ||
    counterPath.test(path)
  );
}

/** True for an address that only its file name makes that of a counter. */
export function isNamedAsTracker(address: string): boolean {
  return counterName.test(parseWebAddress(address)?.path ?? '');
}

/** `/tr` is the beginning of `/tr` and `/tr/x`, not of `/trees`. */
function beginsWith(path: string, prefix: string): boolean {
  return path.startsWith(prefix) && (/\/$|^$/.test(prefix) || !/\w/.test(path[prefix.length] ?? ''));
}
