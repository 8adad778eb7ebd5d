import * as l10n from '@vscode/l10n';
import { attribute } from '../html/attributes';
import { styleDeclarations } from '../html/style';
import { isSymbolFont } from '../html/symbolFonts';
import { takenBack } from '../html/unmarked';
import { walkElements } from '../html/walk';
import { joinsMarkdown } from '../markdownLinks';
import type { EndTag, Rule, StartTag } from '../types';

interface Data {
  readonly startTag: StartTag;
  readonly endTag: EndTag;
  readonly isBold: boolean;
}

/** Attributes of a `b` that is not bold which say nothing else. */
const empty = /^(?:style|id|class|dir|data-.*)$/;

/** Attributes of `font` that say how it looks and nothing else. */
const looks: ReadonlySet<string> = new Set(['color', 'size', 'face', 'point-size', 'cms-style']);

/** Sina's editor writes bold text as `<font cms-style="font-L strong-Bold">`. */
const bold = /(?:^|\s)strong-bold(?:\s|$)/i;

/** Text in white hides something: a watermark, or the solution of a riddle. */
const white = /^(?:white|#f{3}|#f{6})$/i;

export const noFont: Rule<Data> = {
  meta: {
    id: 'no-font',
    description: 'A `<font>` element, or one such as `<b>` whose style takes back what it does.',
    rationale:
      'Its colours and sizes are those of the site the article came from: black on a dark page cannot be read. The words stay; where the element stands for bold text, `<strong>` takes its place. White text is left alone, since it was hidden on purpose, and so is a `font` with other attributes or of a face whose letters are signs (Symbol, Wingdings). `<b style="font-weight: normal">` is what Google Docs puts around what is copied: without its style all of it would be bold.',
    group: 'attributes',
    severity: 'hint',
    fixKind: 'safe',
    example: {
      bad: '<p><font color="#333333" size="3">Text.</font></p>\n',
      good: '<p><strong>Text.</strong></p>\n',
    },
  },

  *detect(article) {
    for (const { name, startTag, endTag } of walkElements(article.body.elements)) {
      if (endTag === undefined) {
        continue;
      }
      if (doesNothing(startTag)) {
        yield {
          start: startTag.start,
          end: startTag.end,
          message: l10n.t('“{0}” whose style takes back what it does.', name),
          related: [{ start: endTag.start, end: endTag.end, message: l10n.t('Its end tag.') }],
          data: { startTag, endTag, isBold: false },
        };
      }
      if (name !== 'font') {
        continue;
      }
      const isBold = bold.test(attribute(startTag, 'cms-style')?.value ?? '');
      const decorates =
        startTag.attributes.every((item) => looks.has(item.name)) &&
        !isSymbolFont(attribute(startTag, 'face')?.value ?? '');
      if (decorates && !white.test(attribute(startTag, 'color')?.value.trim() ?? '')) {
        yield {
          start: startTag.start,
          end: startTag.end,
          message: isBold
            ? l10n.t('“font” that stands for bold text.')
            : l10n.t('“font”: it only decorates.'),
          related: [{ start: endTag.start, end: endTag.end, message: l10n.t('Its end tag.') }],
          data: { startTag, endTag, isBold },
        };
      }
    }
  },

  fix({ data: { startTag, endTag, isBold } }, article) {
    if (isBold) {
      const tags = [
        { start: startTag.start, end: startTag.end, text: '<strong>' },
        { start: endTag.start, end: endTag.end, text: '</strong>' },
      ];
      return [{ title: l10n.t('Write “strong”'), kind: 'safe', edits: tags }];
    }
    if (joinsMarkdown(article, startTag) || joinsMarkdown(article, endTag)) {
      return [];
    }
    const edits = [startTag, endTag].map(({ start, end }) => ({ start, end, text: '' }));
    return [{ title: l10n.t('Remove the “{0}” tags', startTag.name), kind: 'safe', edits }];
  },
};

function doesNothing(tag: StartTag): boolean {
  const declaration = takenBack(tag);
  const style = attribute(tag, 'style');
  return (
    declaration !== undefined &&
    style !== undefined &&
    styleDeclarations(style).length === 1 &&
    tag.attributes.every(({ name }) => empty.test(name))
  );
}
