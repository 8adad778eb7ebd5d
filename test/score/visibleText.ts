import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements whose content a browser does not show. */
const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'head',
  'iframe',
  'noembed',
  'noframes',
]);

export interface Shown {
  /** The text a reader sees, white space as it is in the source. */
  readonly text: string;
  /** The addresses of the pictures, entities decoded. */
  readonly images: readonly string[];
}

/** What a browser shows of an HTML fragment, without style sheets. */
export function whatIsShown(html: string): Shown {
  const texts: string[] = [];
  const images: string[] = [];
  const pending: Node[] = [parseFragment(html)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.nodeName === '#text' && 'value' in node) {
      texts.push(node.value);
    } else if ('childNodes' in node && !unseen.has(node.nodeName)) {
      if (node.nodeName === 'img' && 'attrs' in node) {
        const source = node.attrs.find(({ name }) => name === 'src')?.value;
        images.push(...(source === undefined ? [] : [source]));
      }
      pending.push(...[...node.childNodes].reverse());
    }
  }
  return { text: texts.join(''), images };
}
