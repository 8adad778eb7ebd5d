import type { Article, HtmlElement, StartTag } from '../types';
import { attribute } from './attributes';
import { styleDeclarations, type Declaration } from './style';
import { isBare } from './swatches';
import { walkElements } from './walk';
import { wordsAround } from './wordsAround';

/** Blanks to write something on. */
export interface BlanksToFill {
  /** Where their elements start. */
  readonly starts: ReadonlySet<number>;
  /** Tags whose style draws the line or the box. */
  readonly drawn: ReadonlySet<StartTag>;
}

/** Declarations that draw a blank; the line goes with any of the names that begin with `border`. */
export function drawsBlank({ name }: Declaration): boolean {
  return /^(?:border(?:-.+)?|(?:min-)?width|height|padding(?:-.+)?)$/.test(name);
}

/** The blanks of a body: underlined, or drawn by a border in a line of text. */
export function blanksToFill(article: Article): BlanksToFill {
  const { text, body } = article;
  const starts = new Set<number>();
  const drawn = new Set<StartTag>();
  const boxes: HtmlElement[] = [];
  for (const element of walkElements(body.elements)) {
    if (!isBare(text, element)) {
      continue;
    }
    const { parent, start, startTag } = element;
    const outer = parent?.children.length === 1 ? parent : element;
    const lines = [element, outer].filter((candidate) => isDrawn(candidate));
    if (isWide(text, element) && (lines.length > 0 || isUnderlined(element) || isUnderlined(outer))) {
      starts.add(start);
      for (const line of lines) {
        drawn.add(line.startTag);
      }
    } else if (isDrawn(element) && isBox(startTag)) {
      boxes.push(element);
    }
  }
  // Without words beside it such a box is an ornament.
  for (const [{ start, startTag }, { before, after }] of wordsAround(article, boxes)) {
    if (before !== '' || after !== '') {
      starts.add(start);
      drawn.add(startTag);
    }
  }
  return { starts, drawn };
}

/** Whether the blanks in it are wider than one that an editor leaves behind. */
function isWide(text: string, { startTag, endTag }: HtmlElement): boolean {
  const blanks = text
    .slice(startTag.end, endTag?.start)
    .replace(/&(?:zwn?j|ZeroWidthSpace|#0*(?:820[345]|65279)|#x(?:200[bcd]|feff));/gi, '')
    .replace(/&[#\w]+;/g, '\u00A0');
  const plain = blanks.split(' ').length - 1;
  const wide = blanks.replace(/[\0- \u200B-\u200D\u2060\uFEFF]+/g, '').replaceAll('\u3000', '  ').length;
  return !/[\n\r]/.test(blanks) && (wide > 1 || wide + plain > 2);
}

function declarationsOf(tag: StartTag): readonly Declaration[] {
  const style = attribute(tag, 'style');
  return style === undefined ? [] : styleDeclarations(style);
}

function isUnderlined({ name, startTag }: HtmlElement): boolean {
  return (
    name === 'u' ||
    name === 'ins' ||
    declarationsOf(startTag).some(
      (item) => /^text-decoration(?:-line)?$/.test(item.name) && item.value.includes('underline'),
    )
  );
}

/** Elements that stand in a line; a border of a block is a frame or a rule. */
const inlineNames: ReadonlySet<string> = new Set('span font u i em b strong label'.split(' '));

function isDrawn({ name, startTag }: HtmlElement): boolean {
  return (
    inlineNames.has(name) &&
    declarationsOf(startTag).some(
      (item) =>
        /^border(?:-bottom)?$/.test(item.name) &&
        /\b(?:solid|dashed|dotted|double)\b/.test(item.value) &&
        !/\btransparent\b|(?:^| )0(?:px)?(?: |$)|(?:white|#fff(?:fff)?)\b/.test(item.value),
    )
  );
}

/** Whether an empty element has a size of its own, as wide as a short word or more and no wider than a line. */
function isBox(tag: StartTag): boolean {
  const declarations = declarationsOf(tag);
  return (
    declarations.some(({ name, value }) => name === 'display' && value.startsWith('inline-')) &&
    declarations.some(({ name, value }) => {
      const [, size = '', unit = ''] =
        (/^(?:min-)?width$/.test(name) && /^([\d.]+)(px|em|rem|pt)$/.exec(value)) || [];
      return Number(size) >= (unit.endsWith('em') ? 1 : 12);
    })
  );
}
