import { firstStartingFrom } from '../spans';
import { isBlankCharacter } from './blank';
import { rawElements } from './rawElements';
import type { Article, Span } from '../types';

/** What ends a sentence: markup that comes after it is no word of the sentence. */
const sentenceEnd = /[。！？；….!?;:：]/;

/**
 * Whether markup stands in the middle of a sentence, with words right before and after it on its line: then it is
 * what the sentence speaks of, and a crawler took its `&lt;` for `<` (as in `enter <script>alert(1)</script> there`).
 */
export function isInSentence(article: Article, span: Span): boolean {
  const before = wordBefore(article, span.start);
  const after = wordAfter(article, span.end);
  return before !== '' && after !== '' && !sentenceEnd.test(before);
}

/** Where the tags and the content of scripts begin that a sentence speaks of: the page shows them as text. */
export function scriptSamples(article: Article): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { start, end, content } of rawElements(article.body.tokens, 'script')) {
    if (isInSentence(article, { start, end })) {
      [start, content.start, content.end].forEach((offset) => starts.add(offset));
    }
  }
  return starts;
}

/** The same for markup between two texts of one line of Markdown. */
export function isBetweenWords(before: string, after: string): boolean {
  const last = before.trimEnd().slice(-1);
  return last !== '' && after.trim() !== '' && !sentenceEnd.test(last);
}

/** The last visible character before an offset, when it is text and on the same line; else an empty string. */
function wordBefore({ text, body }: Article, offset: number): string {
  const limit = body.tokens[firstStartingFrom(body.tokens, offset) - 1]?.end ?? body.start;
  let position = offset - 1;
  while (position >= limit && isGap(text, position)) {
    position--;
  }
  return position >= limit && !isLineEnd(text[position]) ? (text[position] ?? '') : '';
}

function wordAfter({ text, body }: Article, offset: number): string {
  const limit = body.tokens[firstStartingFrom(body.tokens, offset)]?.start ?? body.end;
  let position = offset;
  while (position < limit && isGap(text, position)) {
    position++;
  }
  return position < limit && !isLineEnd(text[position]) ? (text[position] ?? '') : '';
}

function isGap(text: string, offset: number): boolean {
  return !isLineEnd(text[offset]) && isBlankCharacter(text.charCodeAt(offset));
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
