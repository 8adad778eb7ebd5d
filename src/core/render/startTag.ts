import type { StartTag } from '../types';
import { escapeLiteral, fixReferences } from './characters';

/** Attributes by which the rendered HTML speaks to the client; an article's own of that name are not shown. */
const reserved = /^data-(?:line|start|chaff|winnow)/;

const alignmentInStyle = /(?:^|;)\s*text-align\s*:\s*(left|right|center|justify)\s*(?:;|!|$)/i;

/**
 * What a style attribute says that the preview shows: the alignment, as an attribute. The page parses no
 * style attribute, not even to drop it, since its content security policy would complain.
 */
export function alignment(style: string): string | undefined {
  return alignmentInStyle.exec(style)?.[1]?.toLowerCase();
}

/**
 * Writes a start tag as it is in the `source`, with more attributes put in front (the first of two equal
 * ones counts) and without its style. A tag that a browser would end elsewhere, as after a broken quote, is written anew.
 */
export function writeStartTag(source: string, tag: StartTag, extra: string): string {
  const asIs = endOfTag(source, 0) === source.length && !tag.attributes.some(isReplaced);
  if (asIs) {
    const nameEnd = 1 + tag.name.length;
    return source.slice(0, nameEnd) + extra + fixReferences(source.slice(nameEnd));
  }
  const attributes = tag.attributes
    .filter((item) => !isReplaced(item) && /^[^\s"'<>/=]+$/.test(item.name))
    .map(({ name, value }) => ` ${name}="${fixReferences(value).replaceAll('"', '&quot;')}"`);
  const aligned = alignment(tag.attributes.find(({ name }) => name === 'style')?.value ?? '');
  const align = aligned === undefined ? '' : attribute('align', aligned);
  return `<${tag.name}${extra}${align}${attributes.join('')}>`;
}

/** Attributes that are not written as they are. */
function isReplaced({ name }: StartTag['attributes'][number]): boolean {
  return name === 'style' || reserved.test(name);
}

/** Whether a tag may hold an attribute by which the preview speaks. */
export function isReserved(source: string): boolean {
  return /data-(?:line|start|chaff|winnow)/i.test(source);
}

/** An attribute with a plain string as its value, ready to be put into a tag. */
export function attribute(name: string, value: string | number): string {
  return ` ${name}="${escapeLiteral(String(value))}"`;
}

/**
 * Where the tokenizer of the HTML standard (13.2.5.32 to 13.2.5.39) ends the tag that begins at `start` of
 * `source`; -1 when not within it.
 */
export function endOfTag(source: string, start: number): number {
  let at = start + 1;
  const skip = (pattern: RegExp): void => {
    pattern.lastIndex = at;
    pattern.exec(source);
    at = pattern.lastIndex;
  };
  skip(/[^\s/>]*/y);
  while (at < source.length) {
    skip(/[\s/]*/y);
    if (source[at] === '>') {
      return at + 1;
    }
    // A `=` here is the first character of a name.
    at++;
    skip(/[^\s/>=]*\s*/y);
    if (source[at] !== '=') {
      continue;
    }
    at++;
    skip(/\s*/y);
    const quote = source[at];
    if (quote === '"' || quote === "'") {
      const close = source.indexOf(quote, at + 1);
      if (close === -1) {
        return -1;
      }
      at = close + 1;
    } else {
      skip(/[^\s>]*/y);
    }
  }
  return -1;
}
