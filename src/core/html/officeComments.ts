import type { Article, Comment, Declaration } from '../types';

/** The condition of a comment that hides what follows it; the bound keeps the search linear. */
const hiding = /^\[if ([^\]>]{1,100})\]>/i;

/** What only Word and Outlook are or know. */
const officeFeature = /\b(?:mso|vml|support[a-z]+)\b/i;

/** What Word sets around what it would write otherwise itself, such as the number of a list. */
const wordMark = /^\[if !?support[a-z]+\]$/i;

const opening = /^\[if [^\]>]{1,100}\]/i;
const closing = /^<?!?\[endif\]$/i;

/** Names of a format that the page itself never uses; a browser takes it for a comment. */
const namespace = /^<\?xml:namespace\b[^<>]*>$/i;

/**
 * True for the text of a conditional comment that hides something from everyone but Word and Outlook. Browsers and
 * site generators take it for a comment: settings, styles and drawings of a document that is not here.
 */
export function isOfficeBlock(comment: string): boolean {
  const text = comment.trim();
  const condition = hiding.exec(text)?.[1];
  return (
    condition !== undefined &&
    officeFeature.test(condition) &&
    text.toLowerCase().endsWith('<![endif]') &&
    // A template tag runs in comments too.
    !text.includes('{%')
  );
}

/**
 * The comments of an article, and the declarations that are comments to a browser, that Word or Outlook left and
 * nobody else reads. Conditions around what a reader sees (`<!--[if !mso]><!-->`) and those for browsers are none;
 * of Word's own marks the end belongs to its beginning.
 */
export function officeComments({ text, body }: Article): ReadonlySet<Comment | Declaration> {
  const found = new Set<Comment | Declaration>();
  const areWordMarks: boolean[] = [];
  for (const token of body.tokens) {
    if (token.kind !== 'comment' && token.kind !== 'declaration') {
      continue;
    }
    const condition = conditionOf(token, text);
    let isOffice = isOfficeBlock(condition) || namespace.test(condition);
    if (closing.test(condition)) {
      isOffice = areWordMarks.pop() ?? false;
    } else if (opening.test(condition) && !condition.toLowerCase().endsWith('<![endif]')) {
      isOffice = wordMark.test(condition);
      areWordMarks.push(isOffice);
    }
    if (isOffice) {
      found.add(token);
    }
  }
  return found;
}

/** `[if …]` of `<!--[if …]-->` and of `<![if …]>`, which Word writes too; another declaration as it is. */
function conditionOf(token: Comment | Declaration, text: string): string {
  if (token.kind === 'comment') {
    return text.slice(token.content.start, token.content.end).trim();
  }
  const source = text.slice(token.start, token.end);
  return /^<!\[(?:if |endif\])/i.test(source) ? source.slice(2, -1).trim() : source;
}
