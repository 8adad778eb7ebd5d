import { decodePercent, lastSegment, parseWebAddress, queryParameters } from './addresses';

/** At most so many pixels wide, a picture beside a larger one of the same is a preview of it. */
export const widestPreview = 150;

/** A preview a few pixels wide, which the page replaces by the picture itself. */
const tiny = /[?&/,_-](?:w|width|max|resize)[=/:_-]\d{1,2}(?!\d)/i;

/** How image hosts are asked for a blurred picture: imgix, Cloudinary, Qiniu, Aliyun, thumbor. */
const blurred = /[?&]blur=(?:[1-9]|true)|[/,]e_blur:\d|\/blur\/\d+x\d|image\/blur,|:blur\(\d|,blur[_=][1-9]/i;

/** Whether an address alone says that its picture is a blurred preview. */
export function isPreview(address: string): boolean {
  return tiny.test(address) || isBlurred(address);
}

export function isBlurred(address: string): boolean {
  return blurred.test(address);
}

/**
 * Where an address says how wide its picture is: a parameter, what a host is asked for in the path (Medium's `max/60`
 * and `resize:fit:60`, Cloudinary's `w_60`, Qiniu's `w/60`, Blogger's `s60`), and the end of a name (`-60x40`, `-60w`). What
 * a host is asked for counts before the name of the file.
 */
const widths: readonly RegExp[] = [
  /[?&;](?:w|width|imwidth|im_w|max-?w(?:idth)?|resize|fit)=(\d{1,5})(?!\d)/i,
  /[/,](?:max|w|width|resize:(?:fit|fill))[/_:](\d{1,5})(?!\d)/i,
  /\/(\d{1,4})x\d{1,4}\//,
  /\/s(\d{2,4})(?:-[a-z]+)*\/|=[sw](\d{2,4})(?:-|$)/,
  /[-_@](\d{1,5})x\d{1,5}\.\w+(?:[?#]|$)/,
  /[-_](\d{2,5})w\.\w+(?:[?#]|$)/,
];

/** How wide a picture is, as far as its address says. */
export function statedWidth(address: string): number | undefined {
  for (const pattern of widths) {
    const match = pattern.exec(address);
    if (match !== null) {
      return Number(match[1] ?? match[2]);
    }
  }
  return undefined;
}

/** Whether, by their addresses, a picture is clearly larger than the one that is shown in its place. */
export function isBetter(other: string, shown: string): boolean {
  if (isBlurred(other) || isBlurred(shown)) {
    return !isBlurred(other);
  }
  const width = statedWidth(shown);
  const otherWidth = statedWidth(other);
  return (
    width !== undefined && (otherWidth === undefined ? width <= widestPreview : otherWidth >= width * 1.5)
  );
}

/** Parameters in which a service that makes pictures fit is told which picture: Next.js, Netlify, Nuxt. */
const innerNames: ReadonlySet<string> = new Set(['url', 'src', 'image', 'href']);

/** The name of a picture without what says its size: `-300x200`, `_b`, `_720w`, `@2x`. */
export function pictureName(address: string): string {
  return lastSegment(innerAddress(address) ?? address)
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/(?:[-_@](?:\d+x\d*|\d+w|[a-z]|hd|xl|qhd|scaled|thumb))+$/i, '')
    .toLowerCase();
}

function innerAddress(address: string): string | undefined {
  if (lastSegment(address).includes('.')) {
    return undefined;
  }
  const query = parseWebAddress(address)?.query ?? /\?([^#]*)/.exec(address)?.[1] ?? '';
  const inner = queryParameters(query).find(({ name }) => innerNames.has(name))?.value;
  return inner === undefined || inner === '' ? undefined : decodePercent(inner);
}
