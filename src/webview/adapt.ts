import { resolveResource } from './addresses';
import { element } from './dom';
import { adaptImage, type Surroundings } from './pictures';
import type { PreviewStrings } from './strings';

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
    boxTable(table, around.strings);
  }
  for (const code of fragment.querySelectorAll('pre:not([data-winnow="prose"])')) {
    // Long lines scroll, by keyboard too.
    code.setAttribute('role', 'group');
    code.setAttribute('tabindex', '0');
    code.setAttribute('aria-label', around.strings.code);
  }
  for (const place of fragment.querySelectorAll<HTMLElement>('[data-winnow="embed"]')) {
    fillEmbed(place, around);
  }
}

function adaptMedia(media: HTMLMediaElement, around: Surroundings): void {
  media.setAttribute('controls', '');
  media.setAttribute('preload', 'none');
  applyResource(media, 'src', around);
  applyResource(media, 'poster', around);
}

function applyResource(target: HTMLElement, attribute: 'src' | 'poster', around: Surroundings): void {
  const written = target.getAttribute(attribute);
  if (written === null) {
    return;
  }
  const resource = resolveResource(written, around.images, around.bases);
  // What is copied or exported has the address that the article has.
  target.setAttribute(`data-${attribute}`, written);
  if (resource.kind === 'load') {
    target.setAttribute(attribute, resource.address);
  } else {
    target.removeAttribute(attribute);
  }
}

/** A table with one cell is no table but a page layout: it stays a plain block. */
function boxTable(table: HTMLTableElement, strings: PreviewStrings): void {
  if (table.rows.length === 1 && table.rows[0]?.cells.length === 1) {
    table.classList.add('layout');
    return;
  }
  if (table.parentElement?.closest('table:not(.layout)')) {
    // Scrolls with the table around it.
    return;
  }
  const name = table.caption?.textContent.trim();
  // Reachable by keyboard, so that it can be scrolled by keyboard.
  const box = element('div', {
    class: 'table-box',
    role: 'group',
    tabindex: '0',
    'aria-label': name || strings.table,
  });
  table.replaceWith(box);
  box.append(table);
}

function fillEmbed(place: HTMLElement, around: Surroundings): void {
  const resource = resolveResource(place.getAttribute('data-address') ?? '', 'remote', around.bases);
  place.className = 'missing';
  place.replaceChildren(element('span', { class: 'missing-why' }, around.strings.embedded));
  if (resource.kind === 'load' && /^https:/i.test(resource.address)) {
    const link = element('a', { href: resource.address }, resource.address);
    place.append(element('span', { class: 'missing-address', dir: 'ltr' }, link));
  }
}
