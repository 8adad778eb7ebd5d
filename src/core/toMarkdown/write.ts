import type { Delete, Emphasis, Image, InlineCode, Link, Nodes, Root, Strong, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, toMarkdown, type Handle, type Info, type State } from 'mdast-util-to-markdown';

/** Writes Markdown that CommonMark with tables, footnotes, task lists and strikethrough reads back as the tree. */
export function write(root: Root): string {
  joinTexts(root);
  return toMarkdown(root, {
    bullet: '-',
    // Three dashes would be taken for a fence of the front matter by readers that look for the next one.
    rule: '*',
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
    ],
    handlers: { delete: deleted, emphasis, image, inlineCode, link, strong, text },
  });
}

const marked: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete']);

/** Drops marks around nothing and joins the texts beside them: a `<` is escaped by what comes right after it. */
function joinTexts(node: Nodes): void {
  if (!('children' in node)) {
    return;
  }
  const children: Nodes[] = [];
  for (const child of node.children) {
    joinTexts(child);
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      last.value += child.value;
    } else if (!(marked.has(child.type) && 'children' in child && child.children.length === 0)) {
      children.push(child);
    }
  }
  node.children = children as never;
}

const strong: Handle = Object.assign(
  (node: Strong, _: unknown, state: State, info: Info) =>
    mark(node, state, { info, marker: '**', tag: 'strong' }),
  { peek: () => '*' },
);

const emphasis: Handle = Object.assign(
  (node: Emphasis, _: unknown, state: State, info: Info) =>
    mark(node, state, { info, marker: '*', tag: 'em' }),
  { peek: () => '*' },
);

const deleted: Handle = Object.assign(
  (node: Delete, _: unknown, state: State, info: Info) =>
    mark(node, state, { info, marker: '~~', tag: 'del' }),
  { peek: () => '~' },
);

/**
 * `**Note:**text` is no emphasis in CommonMark, because of the colon before the mark and the letter after
 * it; Chinese text has such places everywhere. There the tags of HTML do it.
 */
function mark(
  node: Strong | Emphasis | Delete,
  state: State,
  { info, marker, tag }: { readonly info: Info; readonly marker: string; readonly tag: string },
): string {
  const exit = state.enter(node.type === 'delete' ? 'strikethrough' : node.type);
  const content = state.containerPhrasing(node, { ...info, before: marker, after: marker });
  exit();
  const inner = content.trim();
  if (inner === '') {
    return content;
  }
  const before = content.slice(0, content.indexOf(inner));
  const after = content.slice(before.length + inner.length);
  const outerBefore = before === '' ? info.before.slice(-1) : ' ';
  const outerAfter = after === '' ? info.after.slice(0, 1) : ' ';
  const isFree = ![outerBefore, outerAfter].some((character) => /[*_~]/.test(character));
  const opens = !isPunctuation(first(inner)) || isEdge(outerBefore);
  const closes = !isPunctuation(last(inner)) || isEdge(outerAfter);
  return isFree && opens && closes
    ? `${before}${marker}${inner}${marker}${after}`
    : `${before}<${tag}>${inner}</${tag}>${after}`;
}

const first = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 32);
const last = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);
const isEdge = (character: string): boolean =>
  character === '' || /\s/.test(character) || isPunctuation(character);

/** An ampersand is escaped only where a reference begins with it, and tags of templates are left as they are. */
function text(node: Text, _: unknown, state: State, info: Info): string {
  let result = '';
  for (const { value, isTag } of templateTags(node.value)) {
    result += isTag
      ? value
      : plainAmpersands(state.safe(value, result === '' ? info : { ...info, before: 'a' }));
  }
  return result;
}

function plainAmpersands(markdown: string): string {
  return markdown.includes('\\&')
    ? markdown.replace(/(\\+)&(?!#?\w+;)/g, (whole, slashes: string) =>
        slashes.length % 2 === 1 ? whole.slice(1) : whole,
      )
    : markdown;
}

/** The parts of a text that Nunjucks or Liquid reads, and those between. */
function templateTags(value: string): readonly { readonly value: string; readonly isTag: boolean }[] {
  const parts: { value: string; isTag: boolean }[] = [];
  let position = 0;
  const opener = /\{[{%]/g;
  for (let match = opener.exec(value); match !== null; match = opener.exec(value)) {
    const end = value.indexOf(match[0] === '{{' ? '}}' : '%}', match.index + 2);
    if (end < 0) {
      break;
    }
    parts.push({ value: value.slice(position, match.index), isTag: false });
    parts.push({ value: value.slice(match.index, end + 2), isTag: true });
    position = opener.lastIndex = end + 2;
  }
  return [...parts, { value: value.slice(position), isTag: false }].filter((part) => part.value !== '');
}

/** Back-ticks that touch would be one run: beside other code the tags of HTML do it. */
const inlineCode: Handle = Object.assign(
  (node: InlineCode, parent: Parameters<Handle>[1], state: State, info: Info) =>
    info.before.endsWith('`') || info.after.startsWith('`')
      ? `<code>${node.value.replace(/[^\p{L}\p{N}\s]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`)}</code>`
      : defaultHandlers.inlineCode(node, parent as never, state),
  { peek: () => '`' },
);

const link: Handle = Object.assign(
  (node: Link, _: unknown, state: State, info: Info) => {
    const exits = [state.enter('link'), state.enter('label')];
    const label = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
    exits.reverse().forEach((exit) => {
      exit();
    });
    return `[${label}]${resource(node)}`;
  },
  { peek: () => '[' },
);

const image: Handle = Object.assign(
  (node: Image, _: unknown, state: State, info: Info) => {
    const exit = state.enter('label');
    const alt = state.safe(node.alt ?? '', { ...info, before: '[', after: ']' });
    exit();
    return `![${alt.replace(/\s+/g, ' ')}]${resource(node)}`;
  },
  { peek: () => '!' },
);

/** The part in parentheses. */
function resource({ url, title }: Pick<Link | Image, 'url' | 'title'>): string {
  const address = url
    .replace(/[\n\r]/g, '')
    .replace(/[\\<>]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;');
  const destination = /^$|[\s()\p{Cc}]|\\[<>]/u.test(address) ? `<${address}>` : address;
  const words = title
    ?.replace(/\s+/g, ' ')
    .replace(/["\\]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return words ? `(${destination} "${words}")` : `(${destination})`;
}
