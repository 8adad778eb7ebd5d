import type { PreviewState } from './protocol';

type PictureSize = NonNullable<PreviewState['sizes']>[number];

/** The width that the article gives a picture, '' for none, where the page gives it another size. */
export const ownSizeAttribute = 'data-own-width';

/** More pictures than this are a gallery; the state that VS Code keeps should stay small. */
const remembered = 200;

/** Longer ones are pictures written into the text: they are there at once, and too large to keep. */
const longestAddress = 2048;

/**
 * The natural sizes of the pictures that have been loaded, so that each gets its room before it is
 * loaded again and the text does not move.
 */
export class PictureSizes {
  readonly #sizes = new Map<string, { readonly width: number; readonly height: number }>();

  /** @param saved what `save` gave before the page was reloaded; anything else is passed over */
  constructor(saved: unknown) {
    for (const size of Array.isArray(saved) ? (saved as readonly unknown[]) : []) {
      if (isSize(size)) {
        this.#set(...size);
      }
    }
  }

  /** Remembers a picture that has been loaded. */
  learn(image: HTMLImageElement): void {
    const address = image.getAttribute('src') ?? '';
    // An SVG without a size of its own has none.
    if (image.naturalWidth > 0 && image.naturalHeight > 0 && address.length <= longestAddress) {
      this.#set(address, image.naturalWidth, image.naturalHeight);
    }
  }

  /** Makes room for a picture: the width that the article wants, at the ratio that the picture has. */
  apply(image: HTMLImageElement, address: string): void {
    const size = this.#sizes.get(address);
    if (!size) {
      return;
    }
    const wanted = /^\s*(\d{1,5})(?:px)?\s*$/.exec(image.getAttribute('width') ?? '')?.[1];
    if (wanted === undefined && image.hasAttribute('width')) {
      // A share of the column: the ratio of the box is not known before it is laid out.
      return;
    }
    const width = Number(wanted ?? size.width);
    image.setAttribute(ownSizeAttribute, wanted ?? '');
    image.setAttribute('width', String(width));
    image.setAttribute('height', String(Math.max(1, Math.round((width * size.height) / size.width))));
  }

  /** What outlives the page, newest last. */
  save(): readonly PictureSize[] {
    return [...this.#sizes].map(([address, { width, height }]) => [address, width, height]);
  }

  #set(address: string, width: number, height: number): void {
    this.#sizes.delete(address);
    this.#sizes.set(address, { width, height });
    if (this.#sizes.size > remembered) {
      this.#sizes.delete(this.#sizes.keys().next().value ?? '');
    }
  }
}

function isSize(value: unknown): value is PictureSize {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    typeof value[0] === 'string' &&
    [value[1], value[2]].every((length) => Number.isSafeInteger(length) && (length as number) > 0)
  );
}
