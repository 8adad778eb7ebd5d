import * as l10n from '@vscode/l10n';
import { addressOf, setAddress } from '../html/addresses';
import { attribute, removeAttribute } from '../html/attributes';
import { hasRealSource, isPlaceholder, lazyAddress, mediaNames } from '../html/images';
import { lazyHolders } from '../html/lazyHolders';
import { nearbyPictures } from '../html/nearbyPictures';
import { noscriptTwins, type NoscriptTwin } from '../html/noscriptTwins';
import { previewsBeside } from '../html/previewsBeside';
import { largestOf } from '../html/srcsets';
import { waitingMarks } from '../html/waiting';
import { walkElements } from '../html/walk';
import type { Article, Edit, HtmlAttribute, HtmlElement, Problem, Rule, StartTag } from '../types';

interface Data {
  readonly edits: readonly Edit[];
}

export const lazyImage: Rule<Data> = {
  meta: {
    id: 'lazy-image',
    description:
      'A picture or frame whose address waits in `data-src` or the like for a script, and the `noscript` twin of one.',
    rationale:
      'Without the script of the site the article came from a reader sees a spinner or nothing. The real address goes to `src`. A `src` that is only a preview gives way to it: blurred, or at most 150 pixels wide where `srcset`, a `source` or the `noscript` has a much larger one and the page does not show it that small on purpose. Of a picture and its twin in a `noscript` the larger stays, and what hid it while it waited goes. A picture whose `src` is already real is left alone, larger ones in `srcset` or not, and so is a `noscript` that holds anything but the picture beside it.',
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
    const nearby = nearbyPictures(article);
    const twins = [...noscriptTwins(article)];
    const better = new Map(twins.map((twin) => [twin.neighbour?.start, twin.better]));
    for (const tag of body.tokens) {
      const other = nearby.get(tag.start);
      if (tag.kind === 'startTag' && other !== undefined) {
        yield {
          start: tag.start,
          end: tag.end,
          message:
            other.holder === 'a'
              ? l10n.t('Lazy image: its address is only in the link around it.')
              : l10n.t('Lazy image: its address is only in the “source” beside it.'),
          data: { edits: insertSource(text, tag, other.address) },
        };
        continue;
      }
      const found =
        tag.kind === 'startTag' && mediaNames.has(tag.name)
          ? repair(text, tag, better.get(tag.start))
          : undefined;
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
      } else if (tag.kind === 'startTag' && tag.name === 'img') {
        yield* escapedTwice(text, tag);
      }
    }
    for (const { element, source } of lazyHolders(article)) {
      const { startTag, end } = element;
      const nameStart = startTag.start + 1;
      yield {
        start: startTag.start,
        end: startTag.end,
        message: l10n.t('Lazy image: its address is in “{0}”, where only a script finds it.', source.name),
        data: {
          edits: [
            { start: nameStart, end: nameStart + startTag.name.length, text: 'img' },
            { start: source.start, end: source.start + source.name.length, text: 'src' },
            remove(startTag.end, end),
          ],
        },
      };
    }
    for (const { startTag, endTag } of acceleratedImages(article)) {
      const { start, end } = startTag;
      const nameEnd = start + 1 + startTag.name.length;
      yield {
        start,
        end,
        message: l10n.t('Only a script makes a picture of “{0}”.', startTag.name),
        data: {
          edits: [
            { start: start + 1, end: nameEnd, text: 'img' },
            ...(endTag === undefined ? [] : [remove(endTag.start, endTag.end)]),
          ],
        },
      };
    }
    for (const twin of twins) {
      const { start, end, isShown } = twin;
      yield {
        start,
        end,
        message:
          twin.better !== undefined
            ? l10n.t('The picture in this “noscript” is larger than the one that is shown beside it.')
            : isShown
              ? l10n.t('The picture beside this “noscript” again, for browsers without scripts.')
              : l10n.t('The picture is only in this “noscript”, which browsers with scripts do not show.'),
        data: { edits: [...editsOfTwin(text, twin)].sort((a, b) => a.start - b.start) },
      };
    }
    for (const { start, end } of previewsBeside(article)) {
      yield {
        start,
        end,
        message: l10n.t('A preview of the picture behind it, which a script would put in its place.'),
        data: { edits: [remove(start, end)] },
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

/** One picture stays: the neighbour, with the better address of the two, or what the `noscript` holds. */
function editsOfTwin(
  text: string,
  { start, end, tags, neighbour, isShown, better }: NoscriptTwin,
): readonly Edit[] {
  if (!isShown || neighbour === undefined) {
    return [...tags, ...(neighbour === undefined ? [] : [neighbour])].map((span) =>
      remove(span.start, span.end),
    );
  }
  const source = attribute(neighbour, 'src');
  if (!hasRealSource(neighbour) || source === undefined) {
    // `repair` sees to the neighbour.
    return [remove(start, end)];
  }
  return [
    remove(start, end),
    ...(better === undefined ? [] : [setAddress(text, source, better)]),
    ...waitingMarks(neighbour, addressOf(source)).map((item) => removeAttribute(text, neighbour, item)),
  ];
}

/** The edits that put the real address into its place, and the attribute it was in; `better` is that of its twin. */
function repair(
  text: string,
  tag: StartTag,
  better: string | undefined,
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
  const address = better ?? (lazy.isSet ? lazy.address : undefined);
  const value = address?.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return { name: lazy.attribute.name, edits: replace(text, tag, 'src', lazy.attribute, value) };
}

/** Pictures of AMP pages. */
function* acceleratedImages({ body }: Article): Iterable<HtmlElement> {
  const isAccelerated = (name: string): boolean => name === 'amp-img' || name === 'amp-anim';
  if (body.tokens.some((token) => token.kind === 'startTag' && isAccelerated(token.name))) {
    for (const element of walkElements(body.elements)) {
      if (isAccelerated(element.name) && attribute(element.startTag, 'src') !== undefined) {
        yield element;
      }
    }
  }
}

/** Puts an address into `src`, which may not be there yet. */
function insertSource(text: string, tag: StartTag, address: string): readonly Edit[] {
  const source = attribute(tag, 'src');
  if (source !== undefined) {
    return [setAddress(text, source, address)];
  }
  const nameEnd = tag.start + 1 + tag.name.length;
  const value = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return [{ start: nameEnd, end: nameEnd, text: ` src="${value}"` }];
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
    .concat(waitingMarks(tag, addressOf(holder)))
    .map((item) => removeAttribute(text, tag, item));
  return [...others, ...renamed].sort((a, b) => a.start - b.start);
}

/** An address that is real but was escaped a second time. */
function* escapedTwice(text: string, tag: StartTag): Iterable<Problem<Data>> {
  const source = attribute(tag, 'src');
  const written = source === undefined ? '' : text.slice(source.valueStart, source.valueEnd);
  const repaired = repairReferences(written);
  if (source !== undefined && repaired !== written) {
    const { start, end, valueStart, valueEnd } = source;
    yield {
      start,
      end,
      message: l10n.t('The address of this picture was escaped twice: nothing is found there.'),
      data: { edits: [{ start: valueStart, end: valueEnd, text: repaired }] },
    };
  }
}

/** WordPress writes `&` as `&#038;`; escaped a second time, the picture is not found any more. */
function repairReferences(value: string): string {
  return value.replace(/&(?:amp|#0*38);#0*38;/g, '&amp;');
}
