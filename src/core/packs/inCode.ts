import { HtmlSource } from '../html/source';
import { scanTag } from '../html/tag';
import type { Article, Edit, Span, StartTag } from '../types';

/** Names of the buttons that sites put into their blocks of code. */
const buttonNames =
  /^(?:copy-?code-?(?:btn|button)|code-?copy(?:-?(?:btn|button))?|copy-?(?:btn|button)|btn-?copy|hljs-button|copybtn|copycode|clipboard-?(?:btn|button))$/i;

const buttonText =
  /^\s*(?:(?:登录后)?复制(?:代码|成功)?|コピー(?:する)?|複製(?:程式碼)?|copy(?: code)?|copied!?)?\s*$/i;

/** Tags that highlighters write. Where there are others, the code is a sample of HTML, and so may its button be. */
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

/** What follows the code proper in a `pre`: a list of line numbers, a button. */
const numbersText = /^[\s\d]*(?:(?:登录后)?复制(?:代码)?|copy(?: code)?|コピー)?[\s\d]*$/i;

interface Tag extends Span {
  readonly name: string;
  readonly closes: boolean;
  readonly classes: readonly string[];
}

/**
 * Buttons and line numbers that stand at the beginning or the end of a block of code, in its element. The
 * classifier takes them for code; they are known by name and text, and only where the rest has no tags of HTML
 * but a highlighter's, or where the same button stands below such a block.
 */
export function* buttonsInCode({ text, body }: Article): Iterable<InCode> {
  /** Classes of buttons that certainly are: in a sample of HTML, one of them at the end is the site's as well. */
  const known = new Set<string>();
  const doubtful: Button[] = [];
  for (const span of body.code) {
    // Between backticks everything is code.
    if (text[span.start - 1] === '>' && text.slice(span.start, span.end).includes('<')) {
      const tags = tagsIn(text, span);
      const dots = ornamentBefore(text, tags);
      if (dots !== undefined) {
        yield alone(dots);
      }
      const tail = numbersAfter(text, span, tags);
      if (tail !== undefined) {
        yield alone(tail);
        continue;
      }
      const [number, ...others] = numbersOfLines(text, tags);
      if (number !== undefined) {
        yield { ...number, edits: [number, ...others].map(deletion) };
      }
      for (const button of buttonsAtEnds(text, span, tags)) {
        if (button.isSure) {
          known.add(button.name);
          yield alone(button);
        } else if (button.isLast) {
          doubtful.push(button);
        }
      }
    }
  }
  yield* doubtful.filter(({ name }) => known.has(name)).map(alone);
}

/** What does not belong to a block of code; of line numbers the first, with the deletions of all. */
export interface InCode extends Span {
  readonly edits: readonly Edit[];
}

function alone(span: Span): InCode {
  return { start: span.start, end: span.end, edits: [deletion(span)] };
}

function deletion({ start, end }: Span): Edit {
  return { start, end, text: '' };
}

interface Button extends Span {
  /** The class that says what it is. */
  readonly name: string;
  /** Nothing but a highlighter's tags stands around it. */
  readonly isSure: boolean;
  readonly isLast: boolean;
}

function tagsIn(text: string, { start, end }: Span): readonly Tag[] {
  const source = new HtmlSource(text.slice(start, end), start);
  const tags: Tag[] = [];
  for (let at = source.text.indexOf('<'); at >= 0;) {
    const isTag = /^<\/?[a-z]/i.test(source.text.slice(at, at + 3));
    const tag = isTag ? scanTag(source, at, source.text.length) : undefined;
    if (tag !== undefined) {
      tags.push({
        start: tag.start,
        end: tag.end,
        name: tag.name,
        closes: tag.kind === 'endTag',
        classes: tag.kind === 'startTag' ? classesOf(tag) : [],
      });
    }
    at = source.text.indexOf('<', tag === undefined ? at + 1 : tag.end - start);
  }
  return tags;
}

function classesOf({ attributes }: StartTag): readonly string[] {
  return attributes.filter(({ name }) => name === 'class').flatMap(({ value }) => value.split(/\s+/));
}

/** `<span style="..."></span><code>`: the three dots of a window, which a style sheet draws over the code. */
function ornamentBefore(text: string, [open, close, code]: readonly Tag[]): Span | undefined {
  return open?.name === 'span' &&
    !open.closes &&
    close?.name === 'span' &&
    close.closes &&
    close.start === open.end &&
    code?.name === 'code' &&
    code.start === close.end &&
    /<pre\b[^<>]*>\s*$/i.test(text.slice(Math.max(0, open.start - longestTag), open.start))
    ? { start: open.start, end: close.end }
    : undefined;
}

/** In characters. */
const longestTag = 2000;

/** `</code><ul class="pre-numbering">...` up to the end of the `pre`. */
function numbersAfter(text: string, span: Span, tags: readonly Tag[]): Span | undefined {
  const codeEnd = tags.findLastIndex(({ name, closes }) => name === 'code' && closes);
  const rest = tags.slice(codeEnd + 1);
  const closing = tags[codeEnd];
  if (closing === undefined || rest.length === 0) {
    return undefined;
  }
  const isKnown = rest.some(({ classes }) =>
    classes.some((name) => /number|hljs-button|copy|lineno/i.test(name)),
  );
  return isKnown && numbersText.test(textBetween(text, { start: closing.end, end: span.end }, rest))
    ? { start: closing.end, end: span.end }
    : undefined;
}

/** Classes of the number that a highlighter writes before each line: Pygments, Chroma, react-syntax-highlighter. */
const numberNames =
  /^(?:lineno|linenos|line-?number|linenumber|ln|lnt|hljs-ln-n|code-line-number|react-syntax-highlighter-line-number)$/i;

/** `<span class="lineno">1 </span>` before each line, as long as they count the lines. Other tags: a sample of HTML. */
function numbersOfLines(text: string, tags: readonly Tag[]): readonly Span[] {
  const numbers: Span[] = [];
  let last: number | undefined;
  for (const [index, tag] of tags.entries()) {
    if (!highlighting.has(tag.name)) {
      return [];
    }
    const close = tags[index + 1];
    if (tag.closes || !tag.classes.some((name) => numberNames.test(name)) || close?.closes !== true) {
      continue;
    }
    const digits = text.slice(tag.end, close.start).trim();
    if (!/^\d{1,6}$/.test(digits) || Number(digits) !== (last ?? Number(digits) - 1) + 1) {
      return [];
    }
    last = Number(digits);
    numbers.push({ start: tag.start, end: close.end });
  }
  return numbers;
}

function* buttonsAtEnds(text: string, span: Span, tags: readonly Tag[]): Iterable<Button> {
  const content = text.slice(span.start, span.end);
  const first = span.start + content.length - content.trimStart().length;
  const last = span.start + content.trimEnd().length;
  for (const [index, tag] of tags.entries()) {
    const named = tag.closes ? undefined : tag.classes.find((name) => buttonNames.test(name));
    if (named === undefined) {
      continue;
    }
    const inside = tags.slice(index, index + mostTags);
    const end = endOf(inside);
    const isAtOneEnd = end !== undefined && (tag.start === first) !== (end.end === last);
    if (isAtOneEnd && buttonText.test(textBetween(text, { start: tag.end, end: end.start }, inside))) {
      const isSure = tags.every(
        ({ name, start }) => highlighting.has(name) || (start >= tag.start && start < end.end),
      );
      yield { start: tag.start, end: end.end, name: named, isSure, isLast: end.end === last };
    }
  }
}

/** A button holds an icon and a word; looking further would not stay linear. */
const mostTags = 20;

/** The end tag of the element that the first tag opens. */
function endOf(tags: readonly Tag[]): Tag | undefined {
  const name = tags[0]?.name;
  let depth = 0;
  for (const tag of tags) {
    depth += tag.name === name ? (tag.closes ? -1 : 1) : 0;
    if (depth === 0) {
      return tag;
    }
  }
  return undefined;
}

function textBetween(text: string, { start, end }: Span, tags: readonly Tag[]): string {
  let result = '';
  let position = start;
  for (const tag of tags) {
    if (tag.start >= start && tag.end <= end) {
      result += text.slice(position, tag.start);
      position = tag.end;
    }
  }
  return result + text.slice(position, end);
}
