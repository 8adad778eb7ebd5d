/** What is wrong with the address of a picture. */
export type ImageFault =
  /** A program wrote the name of a missing value. */
  | { readonly kind: 'leaked' }
  /** Another picture at each request, or a box with its size written in it. */
  | { readonly kind: 'random'; readonly host: string }
  /** `https://proxy/?https://real/picture.png`: `direct` when the address itself is the query or the path. */
  | { readonly kind: 'wrapped'; readonly host: string; readonly inner: string; readonly direct: boolean }
  | { readonly kind: 'spinner'; readonly name: string }
  /** The portrait of an account. */
  | { readonly kind: 'avatar'; readonly name: string }
  /** Characters that an address does not hold as they are; `invalid` when not every browser mends them. */
  | {
      readonly kind: 'unencoded';
      readonly characters: string;
      readonly encoded: string;
      readonly invalid: boolean;
    }
  | { readonly kind: 'insecure'; readonly secure: string }
  | { readonly kind: 'blanks'; readonly clean: string }
  | { readonly kind: 'data'; readonly kilobytes: number }
  | { readonly kind: 'local' }
  | { readonly kind: 'noAddress' };

/** Services that answer with a random picture or a placeholder, by host; subdomains included. */
const placeholderHosts: readonly string[] = [
  'picsum.photos',
  'unsplash.it',
  'source.unsplash.com',
  'loremflickr.com',
  'lorempixel.com',
  'placeimg.com',
  'placekitten.com',
  'placebear.com',
  'placedog.net',
  'placebeard.it',
  'baconmockup.com',
  'placeholder.com',
  'placehold.it',
  'placehold.co',
  'placehold.jp',
  'placeholdit.imgix.net',
  'dummyimage.com',
  'fakeimg.pl',
];

/** With these picsum.photos and its like always answer with the same picture. */
const fixedPicture = /^\/(?:id|seed)\//;

/** The archive's addresses contain the original's, and stand for a copy that may be the only one left. */
const archives: readonly string[] = ['web.archive.org', 'archive.org'];

/** Query parameters under which image proxies take the address. */
const addressParameters = new Set(['url', 'u', 'src', 'img', 'image', 'imgurl', 'uri', 'target', 'link']);

const spinner =
  /^(?:loading|loader|spinner|placeholder|blank|lazyload|lazy|grey|gray|transparent|spacer|pixel|1x1|default|no[-_]?(?:image|img|pic|photo)|default[-_]?(?:image|img|pic|cover|thumb|thumbnail|avatar))(?:[-_]?(?:gif|img|image|icon|bg|\d{1,4}))?\.(?:gif|png|svg|jpe?g|webp)$/i;

const avatar =
  /^(?:(?:user|default)?[-_]?(?:gr)?avatar|(?:no|default)[-_]?(?:face|portrait|head))(?:[-_]?(?:default|small|big|\d{1,4}))?\.(?:gif|png|svg|jpe?g|webp)$/i;

/** What RFC 3986 leaves out of an address besides blanks, and a percent sign that begins no code. */
const unencoded = /[^\x21-\x7e]|[<>"{}|^`]|%(?![\da-fA-F]{2})/gu;

const leakedName = /^(?:undefined|null|none|nan|nil|false|\[object object\])$/i;

/**
 * A data URI of this many characters is longer than all the rest of the front matter and stands in every list
 * page.
 */
const maxDataLength = 4096;

/** Says what is wrong with the address; undefined for a good one. Linear in its length. */
export function imageFault(value: string): ImageFault | undefined {
  const address = trimBlanks(value);
  if (/^data:/i.test(address)) {
    return address.length > maxDataLength
      ? { kind: 'data', kilobytes: Math.round(address.length / 1024) }
      : undefined;
  }
  if (leakedName.test(lastSegment(address))) {
    return { kind: 'leaked' };
  }
  if (address !== value) {
    return { kind: 'blanks', clean: encodeBlanks(address) };
  }
  const web = /^(https?:)?\/\/([^/?#\s]+)([^\s]*)/i.exec(address);
  if (web === null) {
    return faultOfPath(address);
  }
  const host = (web[2] ?? '')
    .toLowerCase()
    .replace(/^[^@]*@/, '')
    .replace(/:\d+$/, '');
  return (
    faultOfPlace(address, host, web[3] ?? '') ??
    (/\s/.test(address) ? { kind: 'blanks', clean: encodeBlanks(address) } : undefined) ??
    (/^http:/i.test(address)
      ? { kind: 'insecure', secure: address.replace(/^http:/i, 'https:') }
      : undefined) ??
    faultOfCharacters(address)
  );
}

function faultOfPlace(address: string, host: string, rest: string): ImageFault | undefined {
  if (!host.includes('.') && host !== 'localhost' && !host.startsWith('[')) {
    return { kind: 'noAddress' };
  }
  if (
    placeholderHosts.some((name) => host === name || host.endsWith(`.${name}`)) &&
    !fixedPicture.test(rest)
  ) {
    return { kind: 'random', host };
  }
  const wrapped = archives.includes(host) ? undefined : innerAddress(rest);
  if (wrapped !== undefined) {
    return { kind: 'wrapped', host, ...wrapped };
  }
  return faultOfName(lastSegment(address));
}

function faultOfName(name: string): ImageFault | undefined {
  return spinner.test(name)
    ? { kind: 'spinner', name }
    : avatar.test(name)
      ? { kind: 'avatar', name }
      : undefined;
}

function faultOfCharacters(address: string): ImageFault | undefined {
  const found = new Set(address.match(unencoded));
  if (found.size === 0) {
    return undefined;
  }
  const characters = [...found].join('');
  return {
    kind: 'unencoded',
    characters,
    encoded: address.replace(unencoded, encodeCharacter),
    invalid: /[\x21-\x7e]/.test(characters),
  };
}

function encodeCharacter(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    // Half a surrogate pair is no character.
    return '%EF%BF%BD';
  }
}

function innerAddress(rest: string): { readonly inner: string; readonly direct: boolean } | undefined {
  const query = rest.indexOf('?');
  if (query >= 0) {
    const whole = asAddress(rest.slice(query + 1));
    if (whole !== undefined) {
      return { inner: whole, direct: true };
    }
    for (const part of rest.slice(query + 1).split('&')) {
      const equals = part.indexOf('=');
      const inner = addressParameters.has(part.slice(0, equals).toLowerCase())
        ? asAddress(part.slice(equals + 1))
        : undefined;
      if (inner !== undefined) {
        return { inner, direct: false };
      }
    }
  }
  const path = /\/(https?:\/\/[^]*)$/i.exec(rest.slice(0, query < 0 ? undefined : query));
  const inner = path === null ? undefined : asAddress((path[1] ?? '') + (query < 0 ? '' : rest.slice(query)));
  return inner === undefined ? undefined : { inner, direct: true };
}

/** An absolute address, as it is or percent-encoded. */
function asAddress(text: string): string | undefined {
  const decoded = /^https?%3a/i.test(text) ? decode(text) : text;
  return decoded !== undefined && /^https?:\/\/[^/?#\s]+\.[^/?#\s]+\/[^\s]*$/i.test(decoded)
    ? decoded
    : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape: then it is not known what the address is.
    return undefined;
  }
}

function faultOfPath(address: string): ImageFault | undefined {
  if (/^[a-z]:[\\/]/i.test(address) || /^file:/i.test(address) || address.includes('\\')) {
    return { kind: 'local' };
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(address) || !/[./]/.test(address)) {
    return { kind: 'noAddress' };
  }
  const named = faultOfName(lastSegment(address));
  if (named !== undefined) {
    return named;
  }
  return /\s/.test(address) && !/\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/i.test(address)
    ? { kind: 'noAddress' }
    : /\s/.test(address)
      ? { kind: 'blanks', clean: encodeBlanks(address) }
      : undefined;
}

function lastSegment(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

function trimBlanks(value: string): string {
  return value
    .trim()
    .replace(/^[\u200B-\u200D\u2060]+/, '')
    .trim();
}

function encodeBlanks(address: string): string {
  return address.replace(/\s/g, (blank) => encodeURIComponent(blank));
}

/** True for what can only be the path of a file: no address of the web, no data, nothing without a dot or a slash. */
export function isLocal(value: string): boolean {
  const address = trimBlanks(value);
  return /[./]/.test(address) && !address.startsWith('//') && !/^[a-z][a-z\d+.-]*:/i.test(address);
}
