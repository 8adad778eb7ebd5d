import type { Element, ElementContent, Root } from 'hast';
import { programmingLanguages } from '../html/languages';
import { verbatimBlock } from './source';

/** An anchor that a link of the article leads to; it stays HTML. */
export const anchorElement = 'winnow-anchor';

/** Puts where the converter looks for it what pages say elsewhere: the language of code, the targets of links. */
export function prepare(root: Root, targets: ReadonlySet<string>): void {
  prepareChildren(root, { targets, language: undefined, holdBlocks: new Set() });
}

interface Surroundings {
  readonly targets: ReadonlySet<string>;
  /** Named by an element around. */
  readonly language: string | undefined;
  /** Elements with a block somewhere inside; filled from the inside out. */
  readonly holdBlocks: Set<Element>;
}

/** Elements that Markdown marks within a line. */
const formats: ReadonlySet<string> = new Set([
  ...['b', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 's', 'strike', 'strong', 'sub', 'sup', 'u'],
]);

const blocks: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'center', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure'],
  ...['footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p'],
  ...['pre', 'section', 'table', 'ul', verbatimBlock],
]);

/** Blocks whose content cannot be marked piece by piece. */
const solid: ReadonlySet<string> = new Set(['hr', 'pre', 'table', verbatimBlock]);

function prepareChildren(parent: Root | Element, around: Surroundings): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') {
      return child.type === 'doctype' ? [] : [child];
    }
    const language = languageOf(child) ?? around.language;
    prepareChildren(child, { ...around, language });
    if (child.children.some((inner) => inner.type === 'element' && isOrHoldsBlock(inner, around))) {
      around.holdBlocks.add(child);
    }
    if (child.tagName === 'pre') {
      nameLanguage(child, language);
    }
    const id = child.properties.id ?? (child.tagName === 'a' ? child.properties.name : undefined);
    const anchor = typeof id === 'string' && around.targets.has(id) ? [anchorOf(id)] : [];
    if (formats.has(child.tagName) && around.holdBlocks.has(child)) {
      return [...anchor, ...pushDown(child, child.children, around)];
    }
    const isPlain = child.tagName === 'a' && !leadsSomewhere(child);
    return [...anchor, ...(isPlain ? child.children : [child])];
  });
}

/** Links that run a script lead nowhere, and Markdown does not read them as links. */
function leadsSomewhere({ properties: { href } }: Element): boolean {
  return typeof href === 'string' && !/^[\0-\x20]*(?:javascript|vbscript|data):/i.test(href);
}

function isOrHoldsBlock(element: Element, { holdBlocks }: Surroundings): boolean {
  return blocks.has(element.tagName) || holdBlocks.has(element);
}

/** Marks of Markdown cannot reach over blocks, so each piece of text inside gets its own. */
function pushDown(
  format: Element,
  children: readonly ElementContent[],
  around: Surroundings,
): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    const start = run.findIndex(isMarkable);
    const end = run.findLastIndex(isMarkable) + 1;
    result.push(...run.slice(0, Math.max(start, 0)));
    if (end > 0) {
      result.push({ ...format, children: run.slice(start, end) });
    }
    // Line breaks at the edges are outside of the mark.
    result.push(...run.slice(end));
    run = [];
  };
  for (const child of children) {
    if (child.type !== 'element' || !isOrHoldsBlock(child, around)) {
      run.push(child);
      continue;
    }
    flush();
    if (!solid.has(child.tagName)) {
      child.children = pushDown(format, child.children, around);
    }
    result.push(child);
  }
  flush();
  return result;
}

function isMarkable(child: ElementContent): boolean {
  return child.type === 'text'
    ? child.value.trim() !== ''
    : child.type === 'element' && child.tagName !== 'br';
}

function anchorOf(id: string): Element {
  return { type: 'element', tagName: anchorElement, properties: { id }, children: [] };
}

/** Puts the language on a `code` inside the `pre`, the one place where the converter reads it. */
function nameLanguage(pre: Element, around: string | undefined): void {
  const inner = pre.children.find((child) => child.type === 'element' && child.tagName === 'code');
  const code = inner?.type === 'element' ? inner : undefined;
  const language = (code && languageOf(code)) ?? around;
  if (language === undefined) {
    if (code !== undefined) {
      delete code.properties.className;
    }
    return;
  }
  const properties = { className: [`language-${language}`] };
  if (code === undefined) {
    pre.children = [{ type: 'element', tagName: 'code', properties, children: pre.children }];
  } else {
    code.properties = properties;
  }
}

/** The language that an element names in one of the ways of highlighters; undefined when it names none. */
function languageOf({ tagName, properties }: Element): string | undefined {
  if (!['code', 'pre', 'figure', 'div'].includes(tagName)) {
    return undefined;
  }
  const given = ['dataLang', 'dataLanguage', 'dataEnlighterLanguage', 'lang']
    .map((name) => properties[name])
    .find((value): value is string => typeof value === 'string' && isLanguage(value));
  if (given !== undefined) {
    return given;
  }
  const className = properties.className;
  const words = Array.isArray(className) ? className.map(String) : [];
  const prefixed = words.map((word) => /^lang(?:uage)?[-_:](\S+)$/i.exec(word)?.[1]).find(Boolean);
  const brush = /\bbrush:\s*([\w+#-]+)/i.exec(words.join(' '))?.[1];
  const isHighlighter = tagName !== 'div' || words.some((word) => /highlight|code/i.test(word));
  const bare = isHighlighter
    ? words.find((word) => isLanguage(word) && programmingLanguages.has(word.toLowerCase()))
    : undefined;
  const named = prefixed ?? brush ?? bare;
  return named !== undefined && isLanguage(named) && !/^(?:plain|none|text|auto)$/i.test(named)
    ? named
    : undefined;
}

/** Something that the info string of a fence can hold. */
function isLanguage(text: string): boolean {
  return /^[\w+#.-]{1,30}$/.test(text);
}
