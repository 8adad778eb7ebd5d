import * as l10n from '@vscode/l10n';
import { attribute, removeAttribute } from '../html/attributes';
import { blanksToFill, drawsBlank } from '../html/blanksToFill';
import { hides, styleDeclarations, type Declaration } from '../html/style';
import { isFormula } from '../html/formulas';
import { indentOf, indentedTags } from '../html/indentation';
import { isMeaningful } from '../html/meaningfulStyles';
import { isSizedByStyle } from '../html/pixels';
import { outsideForeignContent } from '../html/svg';
import { swatchParts, swatchTags } from '../html/swatches';
import { takenBack } from '../html/unmarked';
import type { Body, HtmlAttribute, Rule, StartTag } from '../types';

interface Data {
  readonly tag: StartTag;
  readonly style: HtmlAttribute;
  /** The declarations that say something to a reader and stay. */
  readonly kept: readonly Declaration[];
}

export const noStyleAttribute: Rule<Data> = {
  meta: {
    id: 'no-style-attribute',
    description: 'A `style` attribute that only decorates.',
    rationale:
      'Colours, fonts and widths of the site the article came from fight with the reader’s theme: black text on a dark page cannot be read. Declarations that carry meaning stay (alignment to the centre or right, bold, italic, underlined, struck out, raised, lists, kept white space, display, marks beside letters, the indentation of paragraphs that differ in it, a font of signs such as Symbol, a background picture, the colour of an empty box or cell, the line of a blank to fill in, and what makes a `<b>` not bold), and so does a style that hides its element, since without it the hidden text would show; formulas keep theirs.',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p style="color: #40485b; font-size: 15px">Text.</p>\n',
      good: '<p style="text-align: center">Text.</p>\n',
    },
  },

  *detect(article) {
    const { text, body } = article;
    const indented = indentedTags(article);
    const layout = tagsWithLayout(body);
    const swatches = swatchTags(text, body.elements);
    const blanks = blanksToFill(article).drawn;
    for (const tag of outsideForeignContent(body.tokens)) {
      const style = tag.kind === 'startTag' ? attribute(tag, 'style') : undefined;
      if (tag.kind !== 'startTag' || style === undefined || layout.has(tag) || isSizedByStyle(tag)) {
        continue;
      }
      const declarations = styleDeclarations(style);
      const back = takenBack(tag);
      const isSwatch = swatches.has(tag);
      const isBlank = blanks.has(tag);
      const kept = declarations.filter(
        (item) =>
          isMeaningful(tag, item, declarations) ||
          item.start === back?.start ||
          (isSwatch && swatchParts.has(item.name)) ||
          (isBlank && drawsBlank(item)) ||
          (indented.has(tag) && indentOf(item) > 0),
      );
      if (
        (hides(declarations) && !isFadingIn(tag, declarations)) ||
        (declarations.length > 0 && kept.length === declarations.length)
      ) {
        continue;
      }
      yield {
        start: style.start,
        end: style.end,
        message:
          kept.length === 0
            ? l10n.t('Inline style: it only decorates.')
            : l10n.t('Inline style: only “{0}” says something to a reader.', kept.map(source).join('; ')),
        data: { tag, style, kept },
      };
    }
  },

  fix({ data: { tag, style, kept } }, { text }) {
    const edit =
      kept.length === 0
        ? removeAttribute(text, tag, style)
        : {
            start: style.valueStart,
            end: style.valueEnd,
            text: kept.map(({ start, end }) => text.slice(start, end)).join('; '),
          };
    return [{ title: l10n.t('Remove this inline style'), kind: 'safe', edits: [edit] }];
  },
};

/**
 * Tags whose style is more than decoration whatever it says: inside a formula it sets the signs in place, and inside
 * an element that hides what is in it (`font-size: 0`) it may show a part again.
 */
function tagsWithLayout({ elements }: Body): ReadonlySet<StartTag> {
  const found = new Set<StartTag>();
  const pending = elements.map((element) => ({ element, inside: false }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { element, inside } = next;
    const formula = isFormula(element);
    if (inside || formula) {
      found.add(element.startTag);
    }
    const style = attribute(element.startTag, 'style');
    const within = inside || formula || (style !== undefined && hides(styleDeclarations(style)));
    for (const child of element.children) {
      pending.push({ element: child, inside: within });
    }
  }
  return found;
}

/** A picture that a script lets come up, and that `no-hidden-element` takes for no hidden one. */
function isFadingIn({ name }: StartTag, declarations: readonly Declaration[]): boolean {
  return (
    name === 'img' &&
    declarations.some((item) => item.name.startsWith('transition')) &&
    !hides(declarations.filter((item) => item.name !== 'opacity'))
  );
}

function source({ name, value }: Declaration): string {
  return `${name}: ${value}`;
}
