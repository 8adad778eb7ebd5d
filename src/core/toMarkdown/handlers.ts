import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Html, InlineCode, Nodes, Parents, PhrasingContent } from 'mdast';
import { definitionElement, referenceElement } from './footnotes';
import { anchorElement } from './prepare';
import { verbatimBlock, verbatimElement, type Verbatim } from './source';

/** HTML that makes a block of its own carries this; told from a tag inside a line after the conversion. */
export interface MarkedHtml extends Html {
  readonly data?: { readonly block?: boolean };
}

/** A tag in a line until the conversion is done: the converter would take an `html` node for a block and break the line. */
interface LineTag extends InlineCode {
  readonly data: { readonly tag: true };
}

/** Tags in lines are `html` again. */
export function restoreTags(parent: Parents): void {
  parent.children.forEach((child, index) => {
    if (child.type === 'inlineCode' && (child as Partial<LineTag>).data?.tag) {
      parent.children[index] = { type: 'html', value: child.value };
    } else if ('children' in child) {
      restoreTags(child);
    }
  });
}

/** Inline elements that Markdown has no mark for but shows as they are. */
const inlineTags = ['sub', 'sup', 'kbd', 'mark', 'ins', 'u', 'ruby', 'rt', 'rp'];

const html = (value: string, block = false): MarkedHtml => ({ type: 'html', value, data: { block } });

const tag = (value: string): LineTag => ({ type: 'inlineCode', value, data: { tag: true } });

/** How elements become Markdown, where Winnow does it differently from the library. */
export function handlersFor(verbatim: readonly Verbatim[]): Readonly<Record<string, Handle>> {
  const keptHtml: Handle = (_, element) => {
    const [child] = element.children;
    const kept = verbatim[child?.type === 'text' ? Number(child.value) : -1];
    if (kept === undefined) {
      return undefined;
    }
    // A line that begins with a comment is HTML to its end, so a comment between blocks is one itself.
    return kept.block || kept.html.startsWith('<!--') ? html(kept.html, kept.block) : tag(kept.html);
  };
  return {
    ...Object.fromEntries(inlineTags.map((name) => [name, asTags])),
    [verbatimElement]: keptHtml,
    [verbatimBlock]: keptHtml,
    [anchorElement]: (_, { properties: { id } }) => tag(`<a id="${escapeAttribute(String(id))}"></a>`),
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
    img: (state, element) =>
      isWritable(element) ? defaultHandlers.img(state, element) : pictureTag(element),
    // Fields of a form have nothing to say; the box of a task in a list is not asked for here.
    input: () => undefined,
    select: () => undefined,
    textarea: () => undefined,
    code: (state, element) => withBraces(defaultHandlers.code(state, element)),
    tt: (state, element) => withBraces(defaultHandlers.tt(state, element)),
  };
}

/** Pictures whose address holds a drawing are no pictures to readers of Markdown. */
function isWritable({ properties: { src } }: Element): boolean {
  return !/^[\0-\x20]*data:(?!image\/(?:gif|png|jpeg|webp);)/i.test(String(src));
}

function pictureTag({ properties: { src, alt } }: Element): LineTag {
  return tag(`<img src="${escapeAttribute(String(src))}" alt="${escapeAttribute(alt ?? '')}">`);
}

/** The tags stay, without attributes; a `code` inside a `sup` becomes Markdown all the same. */
function asTags(state: State, element: Element): PhrasingContent[] {
  return [
    tag(`<${element.tagName}>`),
    ...(state.all(element) as PhrasingContent[]),
    tag(`</${element.tagName}>`),
  ];
}

/** A template engine looks into back-ticks as well, but not into references. */
function withBraces(node: Nodes): never {
  if (node.type === 'inlineCode' && /\{[{%#]/.test(node.value)) {
    const escaped = node.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('{', '&#123;');
    return tag(`<code>${escaped}</code>`) as never;
  }
  return node as never;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
