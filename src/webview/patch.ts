import morphdom from 'morphdom';

/**
 * Makes the children of `target` equal to `wanted`, changing only what differs: scroll position,
 * selection, open `<details>` and playing media survive.
 */
export function patchChildren(target: HTMLElement, wanted: DocumentFragment | HTMLElement): void {
  const holder = target.cloneNode(false) as HTMLElement;
  holder.append(wanted);
  morphdom(target, holder, {
    childrenOnly: true,
    // Ids come from the article and may repeat, so they are no keys.
    getNodeKey: () => undefined,
    onBeforeElUpdated(from, to) {
      keepState(from, to);
      return !from.isEqualNode(to);
    },
  });
}

/** Carries over what the reader did to an element. */
function keepState(from: HTMLElement, to: HTMLElement): void {
  if (from instanceof HTMLDetailsElement) {
    to.toggleAttribute('open', from.open);
  }
}
