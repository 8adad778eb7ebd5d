/**
 * Why the host of a picture may not give it to the preview. The preview never says which page asks
 * (`no-referrer`): that satisfies hosts that refuse other pages by name, but not these.
 */
export type Refusal =
  /** Answers only when a page says which it is. */
  | 'referrer'
  /** The address itself was good for some time only. */
  | 'expired'
  /** Nothing is known of this host. */
  | 'unknown';

/** Hosts, with all under them, that answer 403 to a request without `Referer`. */
const referrerRequired: readonly string[] = [
  // Any page will do: https://github.com/l0ng-ai/papr/pull/21
  'sspai.com',
  // Only the host's own pages will do.
  'pximg.net',
];

/** Parts of a signed address that say until when it holds. */
const expiryParameters: readonly string[] = [
  // ByteDance (juejin, toutiao).
  'x-expires',
  // S3 and what imitates it; signed before 2012 and after.
  'expires',
  'x-amz-expires',
  'x-oss-expires',
  'q-sign-time',
];

/** Facebook and Instagram sign in `oe`, which means something else elsewhere. */
const expiryHosts: readonly string[] = ['cdninstagram.com', 'fbcdn.net'];

/** What is known of a picture's address; undefined when it is no address of another host. */
export function refusalOf(address: string): Refusal | undefined {
  let url: URL;
  try {
    url = new URL(address.trim().replace(/^\/\//, 'https://'));
  } catch {
    // Relative: a file of the workspace.
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return undefined;
  }
  const parameters = [...url.searchParams.keys()].map((name) => name.toLowerCase());
  if (
    isUnder(url.hostname, expiryHosts) ||
    parameters.some((parameter) => expiryParameters.includes(parameter))
  ) {
    return 'expired';
  }
  return isUnder(url.hostname, referrerRequired) ? 'referrer' : 'unknown';
}

function isUnder(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
