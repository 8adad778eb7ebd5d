import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Html, Nodes, PhrasingContent } from 'mdast';
import { definitionElement, referenceElement } from './footnotes';
import { anchorElement } from './prepare';
import { verbatimBlock, verbatimElement, type Verbatim } from './source';

/** HTML that makes a block of its own carries this; told from a tag inside a line after the conversion. */
export interface MarkedHtml extends Html {
  readonly data?: { readonly block?: boolean };
}

/** Inline elements that Markdown has no mark for but shows as they are. */
const inlineTags = ['sub', 'sup', 'kbd', 'mark', 'ins', 'u', 'ruby', 'rt', 'rp'];

const html = (value: string, block = false): MarkedHtml => ({ type: 'html', value, data: { block } });

/** How elements become Markdown, where Winnow does it differently from the library. */
export function handlersFor(verbatim: readonly Verbatim[]): Readonly<Record<string, Handle>> {
  const keptHtml: Handle = (_, element) => {
    const [child] = element.children;
    const kept = verbatim[child?.type === 'text' ? Number(child.value) : -1];
    return kept && html(kept.html, kept.block);
  };
  return {
    ...Object.fromEntries(inlineTags.map((name) => [name, asTags])),
    [verbatimElement]: keptHtml,
    [verbatimBlock]: keptHtml,
    [anchorElement]: (_, { properties: { id } }) => html(`<a id="${escapeAttribute(String(id))}"></a>`),
    [referenceElement]: (_, { properties: { label } }) => ({
      type: 'footnoteReference',
      identifier: String(label),
      label: String(label),
    }),
    [definitionElement]: (state, element) => ({
      type: 'footnoteDefinition',
      identifier: String(element.properties.label),
      label: String(element.properties.label),
      children: state.toFlow(state.all(element)),
    }),
    code: (state, element) => withBraces(defaultHandlers.code(state, element)),
    tt: (state, element) => withBraces(defaultHandlers.tt(state, element)),
  };
}

/** The tags stay, without attributes; a `code` inside a `sup` becomes Markdown all the same. */
function asTags(state: State, element: Element): PhrasingContent[] {
  return [
    html(`<${element.tagName}>`),
    ...(state.all(element) as PhrasingContent[]),
    html(`</${element.tagName}>`),
  ];
}

/** A template engine looks into back-ticks as well, but not into references. */
function withBraces(node: Nodes): never {
  if (node.type === 'inlineCode' && /\{[{%#]/.test(node.value)) {
    const escaped = node.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('{', '&#123;');
    return html(`<code>${escaped}</code>`) as never;
  }
  return node as never;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
