import type { HtmlAttribute, StartTag } from '../types';
import { addressOf, lastSegment, parseWebAddress } from './addresses';
import { attribute } from './attributes';
import { isPreview } from './pictureAddresses';
import { candidatesOf, isPreviewBeside, largestOf, type Candidate } from './srcsets';

/** Elements that show something from an address in `src`. */
export const mediaNames: ReadonlySet<string> = new Set('img iframe video audio source embed'.split(' '));

/**
 * Attributes in which lazy-loading scripts keep the address of the picture until it scrolls into view,
 * the best first. Sources: the readmes of lazysizes, lozad, vanilla-lazyload, jquery_lazyload, echo.js and
 * unveil; the pages of WeChat (`data-src`), Zhihu (`data-actualsrc`), Discuz (`file`, `zoomfile`), Sina blogs
 * (`real_src`), WP Rocket, Jetpack and Smush (`data-lazy-src`, `data-src`), Cloudflare (`data-cfsrc`).
 */
const lazyNames = (
  'data-src data-original data-lazy-src data-actualsrc data-lazy data-lazyload data-lazy-load data-lazyload-src ' +
  'data-echo data-url data-real-src data-realsrc real_src data-original-src data-originalsrc data-orig-src ' +
  'data-img-src data-imgsrc data-image-src data-img data-image data-cfsrc data-ezsrc data-pagespeed-lazy-src ' +
  'data-ks-lazyload data-ll-src data-layzr data-defer-src data-delay-src data-normal data-hi-res-src ' +
  'data-croporisrc data-backsrc data-o_src data-source data-file lazy-src lazysrc _src original file zoomfile ' +
  'data-full-src data-full-url data-large-file data-orig-file'
).split(' ');

/** The same for a list of addresses in several sizes. */
const lazySetNames = 'data-srcset data-lazy-srcset data-original-set data-src-set lazy-srcset srcset'.split(
  ' ',
);

/** The same for frames and players, which have other addresses of pictures besides. */
const lazyFrameNames =
  'data-src data-lazy-src data-original data-lazyload data-lazyload-src data-original-src data-real-src lazy-src'.split(
    ' ',
  );

/** Other names that speak of an address of the picture, and those that speak of another one. */
const lazyName =
  /(?:^|[-_])(?:src|source|original|origin|lazy|real|image|img|pic|photo|file)(?:[-_]|$|src|url)/;
const otherName =
  /error|fail|fallback|placeholder|default|loading|avatar|author|thumb|preview|poster|link|page/;

/** The end of the address of a picture, with what image hosts add to it. */
export const imageExtension = /\.(?:avif|bmp|gif|jfif|jpe?g|png|svg|webp)(?:[!?#@_/:].*)?$/i;

/** What a template writes when it has no value. */
const noValue = /^(?:undefined|null|nan|false|\[object object\])$/i;

/** Words of which the names of spinners and blanks are made. */
const placeholderWords = new Set(
  'loading loader lazy lazyload lazyloading lazyimg blank spacer spinner placeholder transparent transp 1x1 1px'.split(
    ' ',
  ),
);
/** Words that only a GIF is called by for being one, or a picture that has another address besides. */
const doubtfulWords = new Set(
  'load spin grey gray trans pixel dot none empty clear default nopic noimg noimage nophoto'.split(' '),
);
/** What stands beside these words. */
const fillerWords =
  /^(?:\d*|\d+x\d*|\d+px|[a-z]|img|image|pic|photo|picture|bg|icon|new|small|big|animation|gif|svg|white|black|2x|3x|min|holder|ajax|th|default|no)$/;

/** An address at which there is no picture of the article: nothing, a template's leftover, an inlined or a named placeholder. */
export function isPlaceholder(address: string): boolean {
  return (
    address === '' ||
    address.startsWith('#') ||
    /^(?:about|data|javascript|blob):/i.test(address) ||
    noValue.test(lastSegment(address)) ||
    isPlaceholderName(address)
  );
}

/** Whether the file of an address has the name of a spinner or blank and nothing else in it. */
export function isPlaceholderName(address: string): boolean {
  const { words, extension } = wordsOf(address);
  const isGif = extension === 'gif';
  const says = (word: string): boolean => placeholderWords.has(word) || (isGif && doubtfulWords.has(word));
  return (
    (isGif && words.length === 1 && /^[a-z]$/.test(words[0] ?? '')) ||
    (words.length <= 6 && words.some(says) && words.every((word) => says(word) || fillerWords.test(word)))
  );
}

/** Whether the name could be that of a placeholder: enough for a picture that has another address. */
function mayBePlaceholderName(address: string): boolean {
  const { words, extension } = wordsOf(address);
  const says = (word: string): boolean => placeholderWords.has(word) || doubtfulWords.has(word);
  return (
    words.some(says) &&
    (extension === 'gif' ||
      extension === 'svg' ||
      words.every((word) => says(word) || fillerWords.test(word)))
  );
}

function wordsOf(address: string): { readonly words: readonly string[]; readonly extension: string } {
  const name = lastSegment(address).toLowerCase();
  const dot = name.lastIndexOf('.');
  return dot < 0
    ? { words: name.split(/[-_~]+/), extension: '' }
    : { words: name.slice(0, dot).split(/[-_.~]+/), extension: name.slice(dot + 1) };
}

/**
 * Whether the tag shows what is at its `src`, and that is neither a placeholder nor, when another attribute
 * holds another address, a tiny preview or what may be a placeholder. Beside a mere list of sizes it must be that
 * list which says how tiny the preview is.
 */
export function hasRealSource(tag: StartTag): boolean {
  const source = attribute(tag, 'src');
  const address = addressOf(source);
  if (source === undefined || isPlaceholder(address)) {
    return false;
  }
  const isTiny = isPreview(address);
  if (
    tag.name !== 'img' ||
    !(
      isTiny ||
      mayBePlaceholderName(address) ||
      isStandIn(tag, address) ||
      isPreviewBeside(tag, listedSizes(tag))
    )
  ) {
    return true;
  }
  const lazy = lazyAddress(tag)?.address;
  return lazy === undefined || lazy === address || (isTiny && isPreview(lazy));
}

function listedSizes(tag: StartTag): readonly Candidate[] {
  return candidatesOf(addressOf(attribute(tag, 'srcset')));
}

/** Classes of pictures that wait for a script; those that have been loaded say so. */
const lazyClass = /(?:^|[\s_-])(?:lazy|lazyload|lozad|b-lazy|js-lazy|lazy-?img|lazy-?image)(?:$|[\s_-])/i;
const loadedClass = /(?:^|[\s_-])(?:lazy-?loaded|loaded|entered)(?:$|[\s_-])/i;

/** Folders in which the files of a site's design are, not the pictures of its articles. */
const designFolder =
  /\/(?:static|assets?|global|themes?|skins?|dist|images?|img|common|public|styles?|css|js|res|resources?|v\d*)\//i;

/**
 * Whether a picture that waits for a script shows, until then, a file of the site's design: `t.png`,
 * `squares.svg`. Pictures of articles have longer names, and the address that waits is of another file.
 */
function isStandIn(tag: StartTag, address: string): boolean {
  const classes = attribute(tag, 'class')?.value ?? '';
  if (!lazyClass.test(classes) || loadedClass.test(classes)) {
    return false;
  }
  const name = lastSegment(address);
  const lazy = lazyAddress(tag)?.address;
  return (
    lazy !== undefined &&
    lastSegment(lazy) !== name &&
    /^[a-z]{1,16}(?:[-_][a-z]{1,12})?\d?\.(?:svg|gif|png)$/i.test(name) &&
    designFolder.test(address)
  );
}

/** An attribute that holds the address a lazy picture has in truth. */
export interface LazyAddress {
  readonly attribute: HtmlAttribute;
  readonly address: string;
  /** The attribute lists several addresses; `address` is that of the largest. */
  readonly isSet: boolean;
}

/** Where the real address of a picture or frame is, when it is not in `src`. */
export function lazyAddress(tag: StartTag): LazyAddress | undefined {
  const byName = new Map<string, HtmlAttribute>();
  for (const item of tag.attributes) {
    if (!byName.has(item.name)) {
      byName.set(item.name, item);
    }
  }
  const isPicture = tag.name === 'img';
  for (const name of isPicture ? lazyNames : lazyFrameNames) {
    const found = byName.get(name);
    if (found !== undefined && isAddress(addressOf(found))) {
      return { attribute: found, address: addressOf(found), isSet: false };
    }
  }
  if (!isPicture) {
    return undefined;
  }
  for (const name of lazySetNames) {
    const found = byName.get(name);
    const address = found === undefined ? undefined : largestOf(addressOf(found));
    if (found !== undefined && address !== undefined && isAddress(address)) {
      return { attribute: found, address, isSet: true };
    }
  }
  for (const [name, found] of byName) {
    const address = addressOf(found);
    if (name !== 'src' && lazyName.test(name) && !otherName.test(name) && isWebAddress(address)) {
      return { attribute: found, address, isSet: false };
    }
  }
  return undefined;
}

function isWebAddress(address: string): boolean {
  return parseWebAddress(address) !== undefined && !isPlaceholder(address);
}

/** An absolute address, or a relative one that reads like a file. */
function isAddress(address: string): boolean {
  if (isPlaceholder(address) || /[<>"\n\r]/.test(address)) {
    return false;
  }
  return (
    parseWebAddress(address) !== undefined ||
    (!/^[a-z][a-z0-9+.-]*:/i.test(address) && imageExtension.test(address)) ||
    /^\.{0,2}\/[^\s/]\S*$/.test(address)
  );
}
