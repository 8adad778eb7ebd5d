import { attribute } from './startTag';

/** A place in the document as it is. */
export interface Place {
  /** 1-based. */
  readonly line: number;
  /** UTF-16 offset. */
  readonly start: number;
}

/** From an offset of the article that is rendered to its place in the document as it is. */
export type PlaceOf = (offset: number) => Place;

/** The attributes by which a block or a text says where it begins. */
export function placeAttributes({ line, start }: Place): string {
  return attribute('data-line', line) + attribute('data-start', start);
}

/** Stands before a text that no start tag of a block precedes. Empty, so that it changes no layout. */
export function textMarker(place: Place): string {
  return `<span${attribute('data-winnow', 'text')}${placeAttributes(place)}></span>`;
}
