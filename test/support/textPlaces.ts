import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf } from './shownHtml';

type Node = DefaultTreeAdapterTypes.Node;

/** A text of a rendered body, and by what the page says where it is. */
export interface TextPlace {
  readonly text: string;
  /** `data-start` of the last element before it that has one; -1 for none. */
  readonly anchor: number;
  /** The text from that element's beginning to this text. */
  readonly before: string;
}

/** The texts of a rendered body but white space and chips, with their places as the page finds them. */
export function textPlaces(html: string): readonly TextPlace[] {
  const places: TextPlace[] = [];
  let anchor = -1;
  let before = '';
  const open: Node[] = [parseFragment(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node) {
      const start = attributeOf(node, 'data-start');
      if (start !== undefined) {
        anchor = Number(start);
        before = '';
      }
      if (attributeOf(node, 'data-winnow') === 'chip') {
        continue;
      }
    }
    if (node.nodeName === '#text' && 'value' in node) {
      if (node.value.trim() !== '') {
        places.push({ text: node.value, anchor, before });
      }
      before += node.value;
    } else if ('childNodes' in node) {
      open.push(...node.childNodes.toReversed());
    }
  }
  return places;
}
