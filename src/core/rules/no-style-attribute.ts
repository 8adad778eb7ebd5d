import * as l10n from '@vscode/l10n';
import { attribute, removeAttribute } from '../html/attributes';
import { hides, styleDeclarations, type Declaration } from '../html/style';
import { outsideForeignContent } from '../html/svg';
import type { HtmlAttribute, Rule, StartTag } from '../types';

interface Data {
  readonly tag: StartTag;
  readonly style: HtmlAttribute;
  /** The declarations that say something to a reader and stay. */
  readonly kept: readonly Declaration[];
}

/** Declarations that carry meaning: what is emphasised, struck out, raised, centred, or laid out in lines. */
const meaningful: Readonly<Record<string, RegExp>> = {
  'text-align': /^(?:center|right|end|-webkit-center|-webkit-right)$/,
  'font-weight': /^(?:bold|bolder|[6-9]00)$/,
  'font-style': /^(?:italic|oblique)/,
  'text-decoration': /(?:line-through|underline)/,
  'text-decoration-line': /(?:line-through|underline)/,
  'vertical-align': /^(?:super|sub)$/,
  'white-space': /^(?:pre|pre-wrap|pre-line|break-spaces)$/,
  'list-style': /./,
  'list-style-type': /./,
  direction: /^rtl$/,
  'writing-mode': /^(?:vertical|sideways)/,
  display: /^(?!inline$)/,
};

export const noStyleAttribute: Rule<Data> = {
  meta: {
    id: 'no-style-attribute',
    description: 'A `style` attribute that only decorates.',
    rationale:
      'Colours, fonts and widths of the site the article came from fight with the reader’s theme: black text on a dark page cannot be read. Declarations that carry meaning stay (alignment to the centre or right, bold, italic, underlined, struck out, raised, lists, kept white space, display), and so does a style that hides its element, since without it the hidden text would show.',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p style="color: #40485b; font-size: 15px">Text.</p>\n',
      good: '<p style="text-align: center">Text.</p>\n',
    },
  },

  *detect({ body }) {
    for (const tag of outsideForeignContent(body.tokens)) {
      const style = tag.kind === 'startTag' ? attribute(tag, 'style') : undefined;
      if (tag.kind !== 'startTag' || style === undefined) {
        continue;
      }
      const declarations = styleDeclarations(style);
      const kept = declarations.filter(isMeaningful);
      if (hides(declarations) || (declarations.length > 0 && kept.length === declarations.length)) {
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

function isMeaningful({ name, value }: Declaration): boolean {
  return meaningful[name]?.test(value) ?? false;
}

function source({ name, value }: Declaration): string {
  return `${name}: ${value}`;
}
