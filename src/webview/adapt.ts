import { isFollowable, resolveResource, type Resource } from './addresses';
import { element } from './dom';
import type { ImagePolicy, PreviewStrings, ResourceBases } from './protocol';

/** What the page may load and say. */
export interface Surroundings {
  readonly images: ImagePolicy;
  readonly bases: ResourceBases;
  readonly strings: PreviewStrings;
  /** Addresses of pictures that could not be loaded: they are not asked for again with every update. */
  readonly failed: ReadonlySet<string>;
}

/**
 * Makes sanitised nodes fit the preview: pictures by policy and without a referrer, media with
 * controls, wide tables in a box that scrolls, embedded pages as a link to them.
 */
export function adapt(fragment: DocumentFragment, around: Surroundings): void {
  for (const image of fragment.querySelectorAll('img')) {
    adaptImage(image, around);
  }
  for (const media of fragment.querySelectorAll<HTMLMediaElement>('audio, video')) {
    adaptMedia(media, around);
  }
  for (const table of fragment.querySelectorAll('table')) {
    boxTable(table);
  }
  for (const place of fragment.querySelectorAll<HTMLElement>('[data-winnow="embed"]')) {
    fillEmbed(place, around);
  }
}

/** A picture of the article or of its title block. */
export function adaptImage(image: HTMLImageElement, around: Surroundings): void {
  const written = image.getAttribute('src') ?? '';
  // Set before `src` in case a browser starts to load at once.
  image.setAttribute('referrerpolicy', 'no-referrer');
  image.setAttribute('loading', 'lazy');
  image.setAttribute('decoding', 'async');
  const resource = resolveResource(written, around.images, around.bases);
  if (resource.kind === 'load' && !around.failed.has(resource.address)) {
    if (resource.address !== written) {
      image.setAttribute('src', resource.address);
    }
    return;
  }
  image.removeAttribute('src');
  if (resource.kind !== 'none') {
    image.replaceWith(imagePlace(image, resource, around.strings));
  }
}

/** What stands in the place of a picture that is not there: why, what it showed, and a link to it. */
export function imagePlace(
  image: HTMLImageElement,
  resource: Resource,
  strings: PreviewStrings,
): HTMLElement {
  const address = resource.kind === 'none' ? '' : resource.address;
  const why = resource.kind === 'blocked' ? strings.imageBlocked : strings.imageFailed;
  const shown = isFollowable(address) ? element('a', { href: address }, address) : address;
  return element(
    'span',
    {
      class: 'missing',
      'data-line': image.getAttribute('data-line') ?? undefined,
      // Counted to offer loading them.
      'data-remote': resource.kind === 'blocked' && /^https:/i.test(address) ? '' : undefined,
    },
    element('span', { class: 'missing-why' }, why),
    image.alt === '' ? undefined : element('span', { class: 'missing-alt' }, image.alt),
    element('span', { class: 'missing-address' }, shown),
  );
}

function adaptMedia(media: HTMLMediaElement, around: Surroundings): void {
  media.setAttribute('controls', '');
  media.setAttribute('preload', 'none');
  applyResource(media, 'src', around);
  applyResource(media, 'poster', around);
}

function applyResource(target: HTMLElement, attribute: string, around: Surroundings): void {
  const written = target.getAttribute(attribute);
  if (written === null) {
    return;
  }
  const resource = resolveResource(written, around.images, around.bases);
  if (resource.kind === 'load') {
    target.setAttribute(attribute, resource.address);
  } else {
    target.removeAttribute(attribute);
  }
}

/** A table with one cell is no table but a page layout: it stays a plain block. */
function boxTable(table: HTMLTableElement): void {
  if (table.rows.length === 1 && table.rows[0]?.cells.length === 1) {
    table.classList.add('layout');
    return;
  }
  // Reachable by keyboard, so that it can be scrolled by keyboard.
  const box = element('div', { class: 'table-box', tabindex: '0' });
  table.replaceWith(box);
  box.append(table);
}

function fillEmbed(place: HTMLElement, around: Surroundings): void {
  const resource = resolveResource(place.getAttribute('data-address') ?? '', 'remote', around.bases);
  place.className = 'missing';
  place.replaceChildren(element('span', { class: 'missing-why' }, around.strings.embedded));
  if (resource.kind === 'load' && /^https:/i.test(resource.address)) {
    const link = element('a', { href: resource.address }, resource.address);
    place.append(element('span', { class: 'missing-address' }, link));
  }
}
