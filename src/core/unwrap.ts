import { parseArticle } from './article';
import { dedentHtml } from './dedent';
import { Rewrite, applyEdits, offsetsAfter } from './edits';
import { resolveFixes } from './engine';
import { isBlank } from './text';
import type { Article, Edit, EndTag, RuleContext, StartTag } from './types';

/** Elements that only group what they hold: without their tags the article reads the same. */
const wrappers: ReadonlySet<string> = new Set(['article', 'div', 'main', 'section']);

/** The tags of an element that holds the whole body. */
export interface Wrapper {
  readonly startTag: StartTag;
  readonly endTag: EndTag;
}

/** The outermost `div` (or `article`, `main`, `section`) when nothing but white space is beside it in the body. */
export function findWrapper({ text, body }: Article): Wrapper | undefined {
  const [element, ...others] = body.elements;
  if (
    element?.endTag === undefined ||
    others.length > 0 ||
    !wrappers.has(element.name) ||
    text.slice(body.start, element.start).trim() !== '' ||
    text.slice(element.end, body.end).trim() !== ''
  ) {
    return undefined;
  }
  return { startTag: element.startTag, endTag: element.endTag };
}

/**
 * The edits that take the tags of the wrapper away, and the lines that they leave blank; what is inside
 * is dedented where Markdown would read it as code without the wrapper. Undefined when Markdown would
 * read anything inside as something else even then.
 */
export function unwrap(article: Article, context: RuleContext): readonly Edit[] | undefined {
  const direct = withoutTags(article);
  if (direct !== undefined) {
    return direct;
  }
  const rewrite = new Rewrite(article.text);
  rewrite.apply(dedentHtml(article, {}, context).edits);
  const edits = withoutTags(parseArticle(rewrite.text));
  if (edits === undefined) {
    return undefined;
  }
  rewrite.apply(edits);
  return rewrite.toEdits();
}

function withoutTags(article: Article): readonly Edit[] | undefined {
  const wrapper = findWrapper(article);
  if (wrapper === undefined) {
    return undefined;
  }
  const tags = [wrapper.startTag, wrapper.endTag];
  const edits = tags.map(({ start, end }) => ({ start, end, text: '' }));
  const tidied = resolveFixes(article, [{ title: '', kind: 'suggestion', edits }]);
  if (tidied.length > 0) {
    return tidied;
  }
  const whole = tags.map((tag) => ({ ...lineOf(article, tag), text: '' }));
  return readsTheSame(article, whole) ? whole : undefined;
}

/** A tag, or its whole line when it stands alone there. */
function lineOf({ text, lines }: Article, { start, end }: StartTag | EndTag): { start: number; end: number } {
  const first = lines.lineAt(start);
  const last = lines.lineAt(end);
  const lineStart = lines.startOf(first);
  const isAlone = isBlank(text, lineStart, start) && isBlank(text, end, lines.endOf(last));
  if (!isAlone) {
    return { start, end };
  }
  return { start: lineStart, end: last < lines.count ? lines.startOf(last + 1) : text.length };
}

/** Each character that is left is of the kind that it was, whatever became of the blocks it stands in. */
function readsTheSame(article: Article, edits: readonly Edit[]): boolean {
  const { text, body } = article;
  const after = parseArticle(applyEdits(text, edits));
  const toAfter = offsetsAfter(edits);
  let next = 0;
  for (let offset = body.start; offset < body.end; offset++) {
    const edit = edits[next];
    if (edit !== undefined && offset >= edit.start) {
      offset = edit.end - 1;
      next++;
    } else if (
      !/\s/.test(text.charAt(offset)) &&
      body.kindAt(offset) !== after.body.kindAt(toAfter(offset))
    ) {
      return false;
    }
  }
  return true;
}
