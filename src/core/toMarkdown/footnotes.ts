import type { Element, Nodes, Root } from 'hast';

/** Elements that stand for `[^1]` and `[^1]: ...`; the label is in the property `label`. */
export const referenceElement = 'winnow-footnote';
export const definitionElement = 'winnow-footnote-definition';

/** A note links back once for each reference to it; what holds more links is no note. */
const mostBackLinks = 50;

interface Place {
  readonly element: Element;
  readonly parents: readonly Element[];
}

/**
 * Finds footnotes: a link to an element further down that links back. The references and notes become
 * elements of their own, the links back go. Returns the ids that other links of the text still need.
 */
export function markFootnotes(root: Root, labels: LabelSource): ReadonlySet<string> {
  const links: Place[] = [];
  const byId = new Map<string, Place>();
  walk(root, [], (element, parents) => {
    const id = idOf(element);
    if (id !== undefined && !byId.has(id)) {
      byId.set(id, { element, parents });
    }
    if (element.tagName === 'a' && targetOf(element) !== undefined) {
      links.push({ element, parents });
    }
  });
  const inside = new Map<Element, Place[]>();
  for (const link of links) {
    for (const parent of link.parents) {
      inside.set(parent, [...(inside.get(parent)?.slice(-mostBackLinks) ?? []), link]);
    }
  }
  const notes = new Map<Element, string>();
  const back = new Set<Element>();
  for (const link of links) {
    const note = byId.get(targetOf(link.element) ?? '');
    const backLinks = note && inside.get(note.element);
    const around = [link.element, ...link.parents.slice(-2)];
    const own = new Set(around.flatMap((element) => idOf(element) ?? []));
    const returns = backLinks?.filter(({ element }) => own.has(targetOf(element) ?? '')) ?? [];
    if (
      note === undefined ||
      returns.length === 0 ||
      link.parents.includes(note.element) ||
      !isNote(note.element)
    ) {
      continue;
    }
    const label = notes.get(note.element) ?? labels.take(textOf(link.element));
    notes.set(note.element, label);
    returns.forEach(({ element }) => back.add(element));
    become(referenceOf(link), referenceElement, label, []);
  }
  for (const [note, label] of notes) {
    dropNumber(note, label);
    become(note, definitionElement, label, note.children);
  }
  liftNotes(root, back);
  return new Set(
    links.flatMap(({ element }) =>
      element.tagName === 'a' && !back.has(element) ? (targetOf(element) ?? []) : [],
    ),
  );
}

/** Hands out labels of footnotes, none twice and none that the article has already. */
export class LabelSource {
  readonly #used: Set<string>;
  #next = 1;

  constructor(article: string) {
    this.#used = new Set([...article.matchAll(/\[\^([^\]\s]{1,40})\]/g)].map(([, label = '']) => label));
  }

  take(text: string): string {
    let label = /^[^\w]*(\d{1,4})[^\w]*$/.exec(text)?.[1] ?? String(this.#next);
    while (this.#used.has(label)) {
      label = String(this.#next++);
    }
    this.#used.add(label);
    return label;
  }
}

function isNote({ tagName }: Element): boolean {
  return ['li', 'p', 'div', 'dd', 'aside'].includes(tagName);
}

/** The `sup` or `span` around the link when there is nothing else in it. */
function referenceOf({ element, parents }: Place): Element {
  const parent = parents[parents.length - 1];
  const isOnly = parent?.children.every(
    (child) => child === element || (child.type === 'text' && /^[\s[\]]*$/.test(child.value)),
  );
  return parent !== undefined && isOnly === true && (parent.tagName === 'sup' || parent.tagName === 'span')
    ? parent
    : element;
}

/** The number that a note writes before its text; a reader of footnotes writes one itself. */
function dropNumber(parent: Element, label: string): void {
  const at = parent.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '');
  const first = parent.children[at];
  if (first?.type === 'element') {
    const words = textOf(first).trim();
    if (first.tagName === 'p') {
      dropNumber(first, label);
    } else if (['sup', 'span', 'b', 'strong'].includes(first.tagName) && isNumber(words, label)) {
      parent.children.splice(at, 1);
    }
  } else if (first?.type === 'text') {
    const number = /^\s*(\[\d{1,4}\]|\d{1,4}\.)\s+/.exec(first.value);
    if (number?.[1] !== undefined && isNumber(number[1], label)) {
      first.value = first.value.slice(number[0].length);
    }
  }
}

function isNumber(words: string, label: string): boolean {
  return words.replace(/[^\w]/g, '') === label;
}

function become(element: Element, tagName: string, label: string, children: Element['children']): void {
  element.tagName = tagName;
  element.properties = { label };
  element.children = children;
}

/** Takes the links back away, and the notes out of the list that they were in. */
function liftNotes(parent: Root | Element, back: ReadonlySet<Element>): void {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type === 'element' && back.has(child) && child.tagName === 'a') {
      continue;
    }
    if (child.type !== 'element') {
      children.push(child);
      continue;
    }
    liftNotes(child, back);
    if (isListOfNotes(child)) {
      dropRule(children);
      children.push(...child.children.filter(({ type }) => type === 'element'));
    } else {
      children.push(child);
    }
  }
  parent.children = children as typeof parent.children;
}

function isListOfNotes({ tagName, children }: Element): boolean {
  return (
    (tagName === 'ol' || tagName === 'ul') &&
    children.some((child) => child.type === 'element' && child.tagName === definitionElement)
  );
}

/** The line between the text and its notes; a reader of footnotes draws one itself. */
function dropRule(before: Nodes[]): void {
  const at = before.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '');
  const last = before[at];
  if (last?.type === 'element' && last.tagName === 'hr') {
    before.splice(at);
  }
}

function walk(
  parent: Root | Element,
  parents: readonly Element[],
  visit: (element: Element, parents: readonly Element[]) => void,
): void {
  for (const child of parent.children) {
    if (child.type === 'element') {
      visit(child, parents);
      walk(child, [...parents, child], visit);
    }
  }
}

function idOf({ properties }: Element): string | undefined {
  const id = properties.id ?? properties.name;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function targetOf({ properties: { href } }: Element): string | undefined {
  if (typeof href !== 'string' || !href.startsWith('#') || href.length === 1) {
    return undefined;
  }
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    // A `%` that is no escape: the id is as written.
    return href.slice(1);
  }
}

function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}
