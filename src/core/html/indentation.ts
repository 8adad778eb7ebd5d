import type { Article, HtmlElement, StartTag } from '../types';
import { attribute } from './attributes';
import { styleDeclarations, type Declaration } from './style';
import { walkElements } from './walk';

/** Pixels: a smaller difference is the margin of an editor, a larger one a level. */
const aLevel = 18;

/** When more of the paragraphs than this share are indented by the same, that is how the page looks. */
const mostAlike = 0.8;

/** Characters of source that are looked at to tell whether a paragraph has a text. */
const lookedAt = 300;

const pixelsOf: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16, '%': 6 };

/**
 * Tags of paragraphs whose indentation says something: lines of a verse, the level of a reply. It does when the
 * paragraphs of an article, or the boxes in one box, differ in it.
 */
export function indentedTags({ text, body }: Article): ReadonlySet<StartTag> {
  const groups = new Map<HtmlElement | 'p' | undefined, { tag: StartTag; left: number }[]>();
  for (const element of walkElements(body.elements)) {
    const { name, startTag, parent, end } = element;
    if (
      (name !== 'p' && name !== 'div') ||
      !hasText(text.slice(startTag.end, Math.min(end, startTag.end + lookedAt)))
    ) {
      continue;
    }
    const style = attribute(startTag, 'style');
    const left = style === undefined ? 0 : sumOf(styleDeclarations(style).map(indentOf));
    const key = name === 'p' ? name : parent;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ tag: startTag, left });
  }
  const found = new Set<StartTag>();
  for (const group of groups.values()) {
    const least = group.reduce((sum, { left }) => Math.min(sum, left), Infinity);
    const deeper = group.filter(({ left }) => left - least >= aLevel);
    const levels = new Set(deeper.map(({ left }) => left));
    if (levels.size > 1 || deeper.length <= group.length * mostAlike) {
      deeper.forEach(({ tag }) => found.add(tag));
    }
  }
  return found;
}

/** How far a declaration moves its element to the right, in pixels. */
export function indentOf({ name, value }: Declaration): number {
  if (name === 'margin-left' || name === 'padding-left') {
    return pixels(value);
  }
  // The fourth value of a shorthand is the left one.
  return name === 'margin' || name === 'padding' ? pixels(value.split(' ')[3] ?? '') : 0;
}

function pixels(value: string): number {
  const [, number = '', unit = ''] = /^(\d*\.?\d+)(px|pt|em|rem|%)$/.exec(value) ?? [];
  return Number(number) * (pixelsOf[unit] ?? 0);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function hasText(source: string): boolean {
  return source.replace(/<[^<>]*>|&nbsp;|\s/g, '') !== '';
}
