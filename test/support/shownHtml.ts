import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A rendered body as a browser understands it. */
export interface ShownHtml {
  /** All text but that of raw text elements, which browsers do not show. */
  readonly text: string;
  readonly elements: readonly Element[];
}

const unseen = new Set(['script', 'style', 'title', 'noembed', 'noframes', 'template', 'textarea', 'iframe']);

/** Parses HTML as the standard says. */
export function showHtml(html: string): ShownHtml {
  const elements: Element[] = [];
  const parts: string[] = [];
  // A stack of our own: hostile articles nest deeper than the call stack reaches.
  const open: Node[] = [parseFragment(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node) {
      elements.push(node);
    }
    if (node.nodeName === '#text' && 'value' in node) {
      parts.push(node.value);
    } else if ('childNodes' in node && !unseen.has(node.nodeName)) {
      open.push(...node.childNodes.toReversed());
    }
  }
  return { text: parts.join(''), elements };
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** The elements as `name@line`, those without a line left out. */
export function linesOf({ elements }: ShownHtml): readonly string[] {
  return elements.flatMap((element) => {
    const line = attributeOf(element, 'data-line');
    return line === undefined ? [] : [`${element.tagName}@${line}`];
  });
}
