import * as l10n from '@vscode/l10n';
import { addressOf, lastSegment } from '../html/addresses';
import { attribute } from '../html/attributes';
import { lazyAddress } from '../html/images';
import { nearbyPictures } from '../html/nearbyPictures';
import { noscriptTwins } from '../html/noscriptTwins';
import { isPixel } from '../html/pixels';
import { joinsMarkdown, markdownLinks } from '../markdownLinks';
import { decodeReferences } from '../render/characters';
import type { Article, Rule, Span, StartTag } from '../types';

interface Data extends Span {
  /** Undefined when a person has to look: there are words in it, or an article about spinners would show one. */
  readonly isCertain: boolean;
}

/** A picture in a line of text, such as an emoji, is small and may well be inlined. */
const inlinePicture = /emoji|emoticon|smil(?:e|ey)|icon|latex|math|formula|equation/i;

/** Names of files that show nothing at all, and those of spinners and stand-ins, which an article may be about. */
const blankName =
  /^(?:(?:blank|spacer|transparent|transp|trans|none|empty|clear|pixel|grey|gray|1x1|1px|[a-z])(?:[-_.]\w+)?\.gif|(?:spacer|transparent|1x1|1px)(?:[-_.]\w+)?\.(?:png|svg))$/i;
const spinnerName =
  /^(?:(?:img|image|pic|default|ajax)[-_.])?(?:loading|loader|spinner|lazy|lazyload|placeholder)(?:[-_.](?:\d+(?:x\d+)?|img|image|bg|small|big|animation|icon|placeholder|spinner|2x))*\.(?:gif|png|svg|webp)$/i;

/** Words that stand in `alt` where nobody wrote any. */
const emptyAlt = /^(?:image|img|pic|picture|photo|loading|lazy|placeholder|图片|图|图像|加载中)?[\s.…\d]*$/i;

/** The first bytes of a GIF and a PNG of one pixel in base64, and drawings in which nothing is drawn. */
const inlinedBlank =
  /^data:(?:,|;|image\/gif;base64,R0lGOD(?:dh|lh)AQABA|image\/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB)/i;
const inlinedDrawing = /^data:image\/svg\+xml/i;
const longestBlank = 500;

export const noPlaceholderImage: Rule<Data> = {
  meta: {
    id: 'no-placeholder-image',
    description: 'A picture that has only a placeholder: no address, a blank or a spinner.',
    rationale:
      'The real picture is lost, and readers see a broken one or a gap. Where its address still stands in another attribute or in a `noscript`, `lazy-image` brings it back. A placeholder with words in `alt` is reported, but left for a person to judge.',
    group: 'chaff',
    severity: 'information',
    fixKind: 'suggestion',
    unnecessary: true,
    example: {
      bad: '<p>Text.</p>\n<img src="https://cdn.example/blank.gif">\n',
      good: '<p>Text.</p>\n<img src="https://cdn.example/river.gif">\n',
    },
  },

  *detect(article) {
    const pictures = [...htmlPictures(article), ...markdownPictures(article)];
    const counts = new Map<string, number>();
    for (const { address } of pictures) {
      counts.set(address, (counts.get(address) ?? 0) + 1);
    }
    /** Pictures that `lazy-image` can bring back. */
    const repairable = new Set<number | undefined>([
      ...[...noscriptTwins(article)].map(({ neighbour }) => neighbour?.start),
      ...nearbyPictures(article).keys(),
    ]);
    for (const { start, end, address, alt, isLazy } of pictures) {
      if (repairable.has(start)) {
        continue;
      }
      const isBlank = isBlankPicture(address) || isLazy || (counts.get(address) ?? 0) > 1;
      yield {
        start,
        end,
        message:
          address === ''
            ? l10n.t('This picture has no address: it is lost.')
            : l10n.t('This picture is only a placeholder: the real one is lost.'),
        data: { start, end, isCertain: isBlank && emptyAlt.test(alt) },
      };
    }
  },

  fix({ data: { start, end, isCertain } }, article) {
    return !isCertain || joinsMarkdown(article, { start, end })
      ? []
      : [{ title: l10n.t('Remove this picture'), kind: 'suggestion', edits: [{ start, end, text: '' }] }];
  },
};

/** A picture without a real address. */
interface Picture extends Span {
  readonly address: string;
  readonly alt: string;
  /** It says of itself that it waits for a script. */
  readonly isLazy: boolean;
}

function* htmlPictures({ body }: Article): Iterable<Picture> {
  for (const tag of body.tokens) {
    if (tag.kind === 'startTag' && tag.name === 'img' && isLost(tag)) {
      yield {
        start: tag.start,
        end: tag.end,
        address: addressOf(attribute(tag, 'src')),
        alt: addressOf(attribute(tag, 'alt')),
        isLazy: /lazy|loading/i.test(attribute(tag, 'class')?.value ?? ''),
      };
    }
  }
}

function isLost(tag: StartTag): boolean {
  const marks = [attribute(tag, 'class'), attribute(tag, 'alt')].map((item) => item?.value ?? '').join(' ');
  return (
    isPlaceholderSource(addressOf(attribute(tag, 'src'))) &&
    lazyAddress(tag) === undefined &&
    !inlinePicture.test(marks) &&
    !isPixel(tag)
  );
}

function* markdownPictures(article: Article): Iterable<Picture> {
  const { text } = article;
  for (const { start, end, isImage, text: label, destination } of markdownLinks(article)) {
    const address = decodeReferences(text.slice(destination.start, destination.end));
    if (isImage && address !== '' && isPlaceholderSource(address)) {
      yield { start, end, address, alt: text.slice(label.start, label.end), isLazy: false };
    }
  }
}

/** `undefined` and its like are left to `undefined-leak`, a picture inlined in full is one. */
function isPlaceholderSource(address: string): boolean {
  return /^data:/i.test(address)
    ? isBlankPicture(address)
    : isBlankPicture(address) || spinnerName.test(lastSegment(address));
}

function isBlankPicture(address: string): boolean {
  if (inlinedDrawing.test(address)) {
    return (
      address.length < longestBlank &&
      !/;base64,/i.test(address) &&
      !/(?:<|%3c)(?:path|circle|image|text|g|use|line|poly|ellipse|rect)/i.test(address)
    );
  }
  return (
    address === '' ||
    /^(?:#|about:)/i.test(address) ||
    inlinedBlank.test(address) ||
    blankName.test(lastSegment(address))
  );
}
