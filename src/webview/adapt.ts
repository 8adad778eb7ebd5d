import { resolveResource } from './addresses';
import { element } from './dom';
import type { ImagePolicy, PreviewStrings, ResourceBases } from './protocol';

/** What the page may load and say. */
export interface Surroundings {
  readonly images: ImagePolicy;
  readonly bases: ResourceBases;
  readonly strings: PreviewStrings;
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
  if (resource.kind === 'load') {
    if (resource.address !== written) {
      image.setAttribute('src', resource.address);
    }
    image.setAttribute('data-address', written);
    return;
  }
  image.removeAttribute('src');
  if (resource.kind === 'blocked') {
    image.replaceWith(
      element(
        'span',
        {
          class: 'image-blocked',
          'data-line': image.getAttribute('data-line') ?? undefined,
          title: resource.address,
        },
        element('span', { class: 'image-state' }, around.strings.imageBlocked),
        image.alt === '' ? undefined : ` ${image.alt}`,
      ),
    );
  }
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

function boxTable(table: HTMLTableElement): void {
  // Reachable by keyboard, so that it can be scrolled by keyboard.
  const box = element('div', { class: 'table-box', tabindex: '0' });
  table.replaceWith(box);
  box.append(table);
}

function fillEmbed(place: HTMLElement, around: Surroundings): void {
  const address = place.getAttribute('data-address') ?? '';
  const resource = resolveResource(address, 'remote', around.bases);
  place.className = 'embed';
  place.replaceChildren(element('span', { class: 'embed-label' }, around.strings.embedded));
  if (resource.kind === 'load' && /^https:/i.test(resource.address)) {
    place.append(' ', element('a', { href: resource.address }, resource.address));
  }
}
