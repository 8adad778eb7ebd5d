import { isFollowable, resolveResource } from './addresses';
import { element } from './dom';
import { refusalOf } from './hotlinks';
import type { PictureSizes } from './pictureSizes';
import type { ImagePolicy, ResourceBases } from './protocol';
import type { PreviewStrings } from './strings';

/** What the page may load and say. */
export interface Surroundings {
  readonly images: ImagePolicy;
  readonly bases: ResourceBases;
  readonly strings: PreviewStrings;
  /** Addresses of pictures that could not be loaded: they are not asked for again with every update. */
  readonly failed: ReadonlySet<string>;
  /** Sizes of pictures that have been loaded. */
  readonly sizes: PictureSizes;
}

/**
 * A picture of the article or of its title block.
 * @param written its address; a picture of the page's own document must not have it yet, since a browser begins
 *   to load it as soon as it has one, whether it is in the page or not
 */
export function adaptImage(
  image: HTMLImageElement,
  around: Surroundings,
  written: string = image.getAttribute('src') ?? '',
): void {
  // Set before `src` in case a browser starts to load at once.
  image.setAttribute('referrerpolicy', 'no-referrer');
  image.setAttribute('loading', 'lazy');
  image.setAttribute('decoding', 'async');
  // Assistive technology would read out the address of a picture without it.
  image.alt = image.getAttribute('alt') ?? '';
  const resource = resolveResource(written, around.images, around.bases);
  const loads = resource.kind === 'load' && !around.failed.has(resource.address);
  if (loads && resource.address === written) {
    image.removeAttribute(addressAttribute);
  } else {
    image.setAttribute(addressAttribute, written);
  }
  if (loads) {
    image.setAttribute('src', resource.address);
    around.sizes.apply(image, resource.address);
    return;
  }
  if (resource.kind === 'none') {
    image.removeAttribute('src');
  } else {
    replaceImage(image, resource.kind === 'load' ? 'failed' : 'blocked', around.strings);
  }
}

/** The address of a picture as the article has it, where the page needs another. */
export const addressAttribute = 'data-address';

/** The address of a picture as the article has it. */
export function writtenAddress(image: HTMLImageElement): string {
  return image.getAttribute(addressAttribute) ?? image.getAttribute('src') ?? '';
}

/** Why a picture is not there. */
export type Absence = 'blocked' | 'failed';

/** Puts what explains its absence into the place of a picture. */
export function replaceImage(image: HTMLImageElement, absence: Absence, strings: PreviewStrings): void {
  const link = image.closest('a');
  if (link?.textContent.trim() === '' && link.querySelectorAll('img').length === 1) {
    // Links and buttons may not be inside a link; this one becomes one of several.
    link.replaceWith(imagePlace(image, absence, { strings, leadsTo: link.getAttribute('href') }));
  } else {
    image.replaceWith(imagePlace(image, absence, { strings, isPlain: link !== null }));
  }
}

interface PlaceOptions {
  readonly strings: PreviewStrings;
  /** Where the picture led to. */
  readonly leadsTo?: string | null;
  /** Without links and buttons, because it is inside a link. */
  readonly isPlain?: boolean;
}

/** What stands in the place of a picture: why it is not there, what it showed, and what can be done. */
function imagePlace(
  image: HTMLImageElement,
  absence: Absence,
  { strings, leadsTo, isPlain = false }: PlaceOptions,
): HTMLElement {
  const address = writtenAddress(image);
  const isRemote = /^\s*(?:https?:)?\/\//i.test(address);
  const hint = absence === 'failed' ? explain(address, strings) : undefined;
  const actions = [
    absence === 'blocked' && isRemote && strings.imageLoad !== ''
      ? element(
          'button',
          { type: 'button', 'data-action': 'load-images', 'data-scope': 'once' },
          strings.imageLoad,
        )
      : undefined,
    isFollowable(address)
      ? element('a', { href: address }, isRemote ? strings.imageOpen : strings.fileOpen)
      : undefined,
    leadsTo && leadsTo !== address ? element('a', { href: leadsTo }, strings.imageLink) : undefined,
  ].filter((action) => action !== undefined);
  const why = absence === 'blocked' ? strings.imageBlocked : strings.imageFailed;
  return element(
    'span',
    {
      class: 'missing',
      'data-line': image.getAttribute('data-line') ?? undefined,
      'data-start': image.getAttribute('data-start') ?? undefined,
      [addressAttribute]: address,
      // Counted to offer loading them.
      'data-remote': absence === 'blocked' && isRemote ? '' : undefined,
    },
    element('span', { class: 'missing-why' }, why),
    image.alt === '' ? undefined : element('span', { class: 'missing-alt' }, image.alt),
    isPlain || actions.length === 0 ? undefined : element('span', { class: 'missing-actions' }, ...actions),
    element('span', { class: 'missing-address', dir: 'ltr' }, address),
    hint === undefined ? undefined : element('span', { class: 'missing-hint' }, hint),
  );
}

function explain(address: string, strings: PreviewStrings): string | undefined {
  switch (refusalOf(address)) {
    case undefined:
      return undefined;
    case 'referrer':
      return strings.imageNeedsReferrer;
    case 'expired':
      return strings.imageExpired;
    case 'unknown':
      return strings.imageRefused;
  }
}
