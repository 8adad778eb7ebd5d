import type { Look } from './protocol';

/** Puts what the reader has set into the custom properties that the style sheet reads; what is not set is removed. */
export function applyLook(root: HTMLElement, { fontSize, lineHeight, maxWidth }: Look): void {
  setProperty(root, '--winnow-font-size', fontSize > 0 ? `${fontSize}px` : '');
  setProperty(root, '--winnow-line-height', lineHeight > 0 ? String(lineHeight) : '');
  setProperty(root, '--winnow-max-width', maxWidth === undefined ? 'none' : `${maxWidth}em`);
}

/** Through the object model, since the page allows no style attributes in markup. An empty value removes the property. */
function setProperty(root: HTMLElement, name: string, value: string): void {
  if (root.style.getPropertyValue(name) !== value) {
    root.style.setProperty(name, value);
  }
}
