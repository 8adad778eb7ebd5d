import { imageFault } from '../frontMatter/imageAddress';
import { decodePercent, isHostOf, parseWebAddress, queryParameters } from './addresses';

/** A picture that another server fetches from where it really is. */
export interface Proxied {
  /** The host of the proxy. */
  readonly host: string;
  /** The address of the picture itself. */
  readonly inner: string;
}

/** Proxies that take an address without its scheme: images.weserv.nl/docs. */
const withoutScheme = ['images.weserv.nl', 'wsrv.nl'] as const;

/** `blog.example/path`, and `ssl:blog.example/path` of weserv's first version. */
const bareAddress = /^(?:ssl:)?(?:\/\/)?((?:[\w-]+\.)+[a-z]{2,}\/[^\s"'<>]+)$/i;

/** What an address of a picture leads to when it only passes through a proxy; undefined for any other. */
export function proxied(address: string): Proxied | undefined {
  const parts = parseWebAddress(address);
  if (parts === undefined) {
    return undefined;
  }
  const { host, query } = parts;
  const fault = imageFault(address);
  if (fault?.kind === 'wrapped') {
    return { host, inner: fault.inner };
  }
  if (!withoutScheme.some((domain) => isHostOf(host, domain))) {
    return undefined;
  }
  const value = queryParameters(query).find(({ name }) => name === 'url')?.value;
  const inner = bareAddress.exec(decodePercent(value ?? '') ?? '')?.[1];
  return inner === undefined ? undefined : { host, inner: `https://${inner}` };
}
