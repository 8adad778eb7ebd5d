import * as l10n from '@vscode/l10n';
import { addressOf } from '../html/addresses';
import { attribute, removeAttribute } from '../html/attributes';
import { hasRealSource, isPlaceholder, largestOf, lazyAddress, mediaNames } from '../html/images';
import { noscriptTwins } from '../html/noscriptTwins';
import type { Edit, HtmlAttribute, Rule, StartTag } from '../types';

interface Data {
  readonly edits: readonly Edit[];
}

export const lazyImage: Rule<Data> = {
  meta: {
    id: 'lazy-image',
    description:
      'A picture or frame whose address waits in `data-src` or the like for a script, and the `noscript` twin of one.',
    rationale:
      'Without the script of the site the article came from a reader sees a spinner or nothing. The real address goes to `src`. A picture whose `src` is already real is left alone, and so is a `noscript` that holds anything but the picture beside it.',
    group: 'attributes',
    severity: 'warning',
    fixKind: 'safe',
    example: {
      bad: '<img src="/loading.gif" data-src="https://img.example/river.jpg">\n',
      good: '<img src="https://img.example/river.jpg" data-src="https://img.example/river-large.jpg">\n',
    },
  },

  *detect(article) {
    const { text, body } = article;
    for (const tag of body.tokens) {
      const found = tag.kind === 'startTag' && mediaNames.has(tag.name) ? repair(text, tag) : undefined;
      if (tag.kind === 'startTag' && found !== undefined) {
        yield {
          start: tag.start,
          end: tag.end,
          message:
            tag.name === 'img'
              ? l10n.t('Lazy image: its address is in “{0}”, where only a script finds it.', found.name)
              : l10n.t(
                  'Lazy “{0}”: its address is in “{1}”, where only a script finds it.',
                  tag.name,
                  found.name,
                ),
          data: { edits: found.edits },
        };
      }
    }
    for (const { start, end, tags, neighbour, isShown } of noscriptTwins(article)) {
      const unwrap = [...tags, ...(isShown ? [] : [neighbour])].map((span) => remove(span.start, span.end));
      yield {
        start,
        end,
        message: isShown
          ? l10n.t('The picture beside this “noscript” again, for browsers without scripts.')
          : l10n.t(
              'The picture is only in this “noscript”: browsers with scripts show the placeholder beside it.',
            ),
        data: { edits: isShown ? [remove(start, end)] : unwrap.sort((a, b) => a.start - b.start) },
      };
    }
  },

  fix({ data: { edits } }) {
    return [{ title: l10n.t('Show the real picture'), kind: 'safe', edits }];
  },
};

function remove(start: number, end: number): Edit {
  return { start, end, text: '' };
}

/** The edits that put the real address into its place, and the attribute it was in. */
function repair(
  text: string,
  tag: StartTag,
): { readonly name: string; readonly edits: readonly Edit[] } | undefined {
  if (hasRealSource(tag)) {
    return undefined;
  }
  const set = tag.name === 'source' ? lazySet(tag) : undefined;
  if (set !== undefined) {
    return { name: set.name, edits: replace(text, tag, 'srcset', set) };
  }
  const lazy = lazyAddress(tag);
  if (lazy === undefined) {
    return undefined;
  }
  const value = lazy.isSet ? lazy.address.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : undefined;
  return { name: lazy.attribute.name, edits: replace(text, tag, 'src', lazy.attribute, value) };
}

/** A `source` of a `picture` has its addresses in `srcset`. */
function lazySet(tag: StartTag): HtmlAttribute | undefined {
  const shown = largestOf(addressOf(attribute(tag, 'srcset')));
  return shown === undefined || isPlaceholder(shown)
    ? (attribute(tag, 'data-srcset') ?? attribute(tag, 'data-lazy-srcset'))
    : undefined;
}

/**
 * Renames the attribute that holds the real address, so that its value stays as it is written, and takes
 * out every other of the new name.
 */
function replace(
  text: string,
  tag: StartTag,
  name: string,
  holder: HtmlAttribute,
  value?: string,
): readonly Edit[] {
  const written = text.slice(holder.valueStart, holder.valueEnd);
  const repaired = value ?? repairReferences(written);
  const renamed: readonly Edit[] =
    value !== undefined
      ? [{ start: holder.start, end: holder.end, text: `${name}="${value}"` }]
      : [
          { start: holder.start, end: holder.nameEnd, text: name },
          ...(repaired === written
            ? []
            : [{ start: holder.valueStart, end: holder.valueEnd, text: repaired }]),
        ];
  const others = tag.attributes
    .filter((item) => item.name === name)
    .map((item) => removeAttribute(text, tag, item));
  return [...others, ...renamed].sort((a, b) => a.start - b.start);
}

/** WordPress writes `&` as `&#038;`; escaped a second time, the picture is not found any more. */
function repairReferences(value: string): string {
  return value.replace(/&(?:amp|#0*38);#0*38;/g, '&amp;');
}
