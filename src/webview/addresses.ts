import type { ImagePolicy, ResourceBases } from './protocol';

/** Where a picture or a media file may be loaded from, if at all. */
export type Resource =
  | { readonly kind: 'load'; readonly address: string }
  | { readonly kind: 'blocked'; readonly address: string }
  | { readonly kind: 'none' };

/** A scheme as RFC 3986 writes it. White space and control characters are gone before this is asked. */
const scheme = /^([a-z][a-z0-9+.-]*):/i;

/** What a browser drops from an address before it reads the scheme: so `java\nscript:` is `javascript:`. */
// eslint-disable-next-line no-control-regex
const ignored = /[\u0000-\u0020\u007f-\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff]/g;

const inlineImage = /^data:image\/(?:avif|bmp|gif|jpe?g|png|webp|x-icon)[;,]/i;

/**
 * Decides about the address of a picture or media file. `http:` is asked for as `https:`, because the
 * page may not load the former at all.
 */
export function resolveResource(written: string, policy: ImagePolicy, bases: ResourceBases): Resource {
  const address = written.trim();
  const compact = address.replace(ignored, '');
  if (compact === '') {
    return { kind: 'none' };
  }
  if (inlineImage.test(compact)) {
    return { kind: 'load', address };
  }
  if (compact.startsWith('//')) {
    return remote(`https:${compact}`, policy);
  }
  const name = scheme.exec(compact)?.[1]?.toLowerCase();
  if (name === 'http' || name === 'https') {
    return remote(address.replace(/^http:/i, 'https:'), policy);
  }
  return name === undefined ? local(address, bases) : { kind: 'blocked', address };
}

/**
 * Whether a link may be followed: http, https, mail, a place in the article, or a file of the
 * workspace. The host asks again before it opens anything.
 */
export function isFollowable(written: string): boolean {
  const compact = written.replace(ignored, '');
  if (compact === '') {
    return false;
  }
  const name = scheme.exec(compact)?.[1]?.toLowerCase();
  return name === undefined || name === 'http' || name === 'https' || name === 'mailto';
}

function remote(address: string, policy: ImagePolicy): Resource {
  return { kind: policy === 'remote' ? 'load' : 'blocked', address };
}

function local(address: string, bases: ResourceBases): Resource {
  const path = address.replaceAll('\\', '/');
  const [base, rest] = path.startsWith('/') ? [bases.root, path.slice(1)] : [bases.document, path];
  if (base === '') {
    return { kind: 'blocked', address };
  }
  try {
    return { kind: 'load', address: new URL(rest, base).href };
  } catch {
    // Not an address at all, such as `//[`: there is nothing to load.
    return { kind: 'blocked', address };
  }
}
