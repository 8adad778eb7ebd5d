import { addressAttribute, writtenAddress } from './pictures';
import { ownSizeAttribute } from './pictureSizes';

/**
 * `bare`: nothing that needs a style sheet, for another program. `page`: with the classes of kinds of
 * code, of alignment and of the title block, for a page that has the style sheet of the export.
 */
export type CopyKind = 'bare' | 'page';

/** Prefix that DOMPurify puts before the article's own names. */
const namePrefix = 'user-content-';

/** What says something for the page and not for the article. */
const furniture =
  '[role="status"], [role="toolbar"], #toolbar, #pictures, #hidden, .badge, button, script, [data-winnow="chip"]';

const keptClass = /^(?:language|lang)-/;
const keptOnPage =
  /^(?:(?:language|lang|align|token)-|headimg$|categories$|category$|separator$|title$|byline$|layout$)/;

/**
 * Turns a copy of a part of the page into what the article says: without placeholders, boxes, and
 * attributes of ours, with the addresses that the article has. The nodes must be a copy; they are changed.
 */
export function cleanCopy(copy: DocumentFragment, kind: CopyKind): DocumentFragment {
  // An inert document: no picture is asked for again.
  const inert = document.implementation.createHTMLDocument('');
  const fragment = inert.adoptNode(copy);
  removeFurniture(fragment);
  for (const place of fragment.querySelectorAll('.missing')) {
    restorePlace(place, inert);
  }
  for (const box of fragment.querySelectorAll('.table-box, .with-badge, #head, #article')) {
    box.replaceWith(...box.childNodes);
  }
  if (kind === 'bare') {
    for (const token of fragment.querySelectorAll('[class|="token"]')) {
      token.replaceWith(...token.childNodes);
    }
  }
  for (const element of fragment.querySelectorAll('*')) {
    cleanElement(element, kind);
  }
  fragment.normalize();
  return fragment;
}

/** The HTML text of a fragment. */
export function toHtml(fragment: DocumentFragment): string {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(fragment);
  return holder.innerHTML;
}

function removeFurniture(fragment: DocumentFragment): void {
  for (const part of fragment.querySelectorAll(furniture)) {
    part.remove();
  }
}

/** A picture that could not be shown is a picture all the same; an embedded page is a link to it. */
function restorePlace(place: Element, inert: Document): void {
  if (place.getAttribute('data-winnow') === 'embed') {
    const link = place.querySelector('a[href]');
    if (link) {
      place.replaceWith(link);
    } else {
      place.remove();
    }
    return;
  }
  const image = inert.createElement('img');
  image.setAttribute('src', place.getAttribute(addressAttribute) ?? '');
  image.alt = place.querySelector('.missing-alt')?.textContent ?? '';
  place.replaceWith(image);
}

function cleanElement(element: Element, kind: CopyKind): void {
  if (element instanceof HTMLImageElement) {
    cleanImage(element, kind);
  }
  for (const name of ['src', 'poster']) {
    const written = element.getAttribute(`data-${name}`);
    if (written !== null) {
      element.setAttribute(name, written);
    }
  }
  if (element.getAttribute('data-winnow') === 'prose' && kind === 'page') {
    element.classList.add('prose');
  }
  cleanClass(element, kind);
  for (const { name, value } of [...element.attributes]) {
    if (name.startsWith('data-') || name.startsWith('aria-') || name === 'role' || name === 'tabindex') {
      element.removeAttribute(name);
    } else if (name === 'id' || name === 'name') {
      element.setAttribute(name, value.startsWith(namePrefix) ? value.slice(namePrefix.length) : value);
    }
  }
}

function cleanImage(image: HTMLImageElement, kind: CopyKind): void {
  image.setAttribute('src', writtenAddress(image));
  const ownWidth = image.getAttribute(ownSizeAttribute);
  if (ownWidth !== null) {
    image.removeAttribute('height');
    image.setAttribute('width', ownWidth);
    if (ownWidth === '') {
      image.removeAttribute('width');
    }
  }
  if (kind === 'bare') {
    image.removeAttribute('loading');
    image.removeAttribute('decoding');
    image.removeAttribute('referrerpolicy');
  } else {
    image.setAttribute('referrerpolicy', 'no-referrer');
  }
}

function cleanClass(element: Element, kind: CopyKind): void {
  const kept = kind === 'page' ? keptOnPage : keptClass;
  const names = [...element.classList];
  if (kind === 'bare') {
    const alignment = names.find((name) => name.startsWith('align-'))?.slice('align-'.length);
    if (alignment !== undefined) {
      // Every program that takes HTML knows it; a style attribute would meet the policy of the page.
      element.setAttribute('align', alignment);
    }
  }
  const rest = names.filter((name) => kept.test(name) || (kind === 'page' && name === 'prose'));
  if (rest.length > 0) {
    element.setAttribute('class', rest.join(' '));
  } else {
    element.removeAttribute('class');
  }
}
