import { HtmlSource } from '../html/source';
import { scanTag } from '../html/tag';
import type { Span } from '../types';
import { escapeText, fixReferences } from './characters';
import { codeFrames } from './codeFrames';
import { isReserved, writeStartTag } from './startTag';

/**
 * What highlighters put into code, besides `br`. Every other tag in code is text: the crawler decoded
 * `&lt;` there as well, so it is what the author wanted to show.
 */
const highlighting: ReadonlySet<string> = new Set([
  'span',
  'em',
  'strong',
  'b',
  'i',
  'a',
  'br',
  'mark',
  'code',
]);

/** Of these, what highlighters put into code that is itself HTML: links and bold type are then what it shows. */
const highlightingHtml: ReadonlySet<string> = new Set(['span', 'br', 'code']);

/** Tags that no highlighter writes: code with one of them is HTML. */
const structure =
  /<\/?(?:html|head|body|div|p|ul|ol|li|table|tr|td|th|h[1-6]|script|style|link|meta|img|form|input|button|section|nav|header|footer|main|article|template|svg|iframe|label|select|option|textarea)(?=[\s/>])/i;

/** What is markup in a piece of code, apart from a highlighter's tags. */
export interface CodeShape {
  /** The code is HTML whose references the crawler has decoded. */
  readonly inHtml: boolean;
  /** What a highlighter put around the lines. */
  readonly frames: readonly Span[];
}

export function shapeOfCode(code: string): CodeShape {
  const frames = codeFrames(code);
  const lines = frames.map(({ end }, index) => code.slice(end, frames[index + 1]?.start));
  return {
    inHtml: frames.length === 0 ? structure.test(code) : lines.some((line) => structure.test(line)),
    frames,
  };
}

/** A tag without attributes or with attributes of the plain form `name="value"`; sticky. */
const plainTag = /<(\/?)([a-z]+)((?:\s+[a-z][\w:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/giy;

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly closes: boolean;
  readonly name: string;
}

/**
 * Shows the content of `<code>` or `<pre>` verbatim, except tags of a highlighter that have their
 * partner in the same content.
 *
 * @param inCode The content is that of a `<code>` element. Some exporters close it after each line and
 *   open it again; such tags are kept, whereas a `<code>` inside it is text.
 * @param attributesAt More attributes for the tag at an offset of the content.
 */
export function renderCodeText(
  content: string,
  { inCode, attributesAt }: { readonly inCode: boolean; readonly attributesAt?: (offset: number) => string },
): string {
  const shape = shapeOfCode(content);
  const kept: readonly (Span | Tag)[] = [...pairs(tagsIn(content, shape), inCode), ...shape.frames].sort(
    (a, b) => a.start - b.start,
  );
  const lastEnd = shape.frames.at(-1)?.end ?? 0;
  let result = '';
  let position = 0;
  for (const piece of kept) {
    result += escapeText(content.slice(position, piece.start));
    if ('name' in piece) {
      result += writeTag(content.slice(piece.start, piece.end), piece, attributesAt?.(piece.start) ?? '');
    } else if (piece.start > 0 && piece.end < lastEnd && content[piece.start - 1] !== '\n') {
      result += '\n';
    }
    position = piece.end;
  }
  return result + escapeText(content.slice(position));
}

/** As it is but for a style, and without its attributes when they would pass for those of the preview. */
function writeTag(source: string, { closes, name }: Tag, extra: string): string {
  if (closes) {
    return `</${name}>`;
  }
  if (isReserved(source)) {
    return `<${name}${extra}>`;
  }
  const tag = /style/i.test(source) ? scanTag(new HtmlSource(source), 0, source.length) : undefined;
  return tag?.kind === 'startTag'
    ? writeStartTag(source, tag, extra)
    : `<${name}${extra}${fixReferences(source.slice(1 + name.length))}`;
}

/**
 * The end of the tag of a highlighter that begins at `start`, -1 for none.
 *
 * @param inHtml The code is HTML, see `CodeShape`.
 */
export function endOfHighlightTag(text: string, start: number, inHtml: boolean): number {
  plainTag.lastIndex = start;
  return (inHtml ? highlightingHtml : highlighting).has(plainTag.exec(text)?.[2]?.toLowerCase() ?? '')
    ? plainTag.lastIndex
    : -1;
}

function tagsIn(content: string, { inHtml }: CodeShape): readonly Tag[] {
  const tags: Tag[] = [];
  const names = inHtml ? highlightingHtml : highlighting;
  for (let start = content.indexOf('<'); start !== -1; start = content.indexOf('<', start + 1)) {
    plainTag.lastIndex = start;
    const match = plainTag.exec(content);
    const name = match?.[2]?.toLowerCase() ?? '';
    if (match && names.has(name)) {
      tags.push({ start, end: plainTag.lastIndex, closes: match[1] === '/', name });
    }
  }
  return tags;
}

/** The tags that have their partner, in source order. */
function pairs(tags: readonly Tag[], inCode: boolean): readonly Tag[] {
  const kept: Tag[] = [];
  const open: Tag[] = [];
  /** How many tags of each name are in `open`. */
  const waiting = new Map<string, number>();
  let wrapped = inCode;
  let shown = 0;
  for (const tag of tags) {
    if (tag.name === 'br') {
      kept.push(tag);
    } else if (tag.name === 'code') {
      // Tags of shown code come in pairs of their own; what is left is the wrapper's end and new start.
      if (wrapped && !tag.closes) {
        shown++;
      } else if (shown > 0) {
        shown--;
      } else if (wrapped === tag.closes) {
        wrapped = !tag.closes;
        kept.push(tag);
      }
    } else if (!tag.closes) {
      open.push(tag);
      waiting.set(tag.name, (waiting.get(tag.name) ?? 0) + 1);
    } else if ((waiting.get(tag.name) ?? 0) > 0) {
      // Whatever is open above the partner has none: `vector<a>` inside a highlighter's `<span>`.
      for (let partner = open.pop(); partner; partner = open.pop()) {
        waiting.set(partner.name, (waiting.get(partner.name) ?? 0) - 1);
        if (partner.name === tag.name) {
          kept.push(partner, tag);
          break;
        }
      }
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
