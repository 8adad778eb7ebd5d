import type { Edit, HtmlAttribute, Span, StartTag } from '../types';

/** The first attribute of that name (lower case); later ones do not count in HTML. */
export function attribute(tag: StartTag, name: string): HtmlAttribute | undefined {
  return tag.attributes.find((candidate) => candidate.name === name);
}

/**
 * Takes an attribute, or several side by side, out together with the white space before it, so that the rest of
 * the tag stays as it is.
 */
export function removeAttribute(text: string, tag: StartTag, { start, end }: Span): Edit {
  let from = start;
  while (from > tag.start + 1 && /\s/.test(text[from - 1] ?? '')) {
    from--;
  }
  // In `<p id=a/style=b class=c>` nothing but the attribute stands between its neighbours.
  const glued = from === start || !/[\s/>]/.test(text[end] ?? '>');
  return glued ? { start, end, text: ' ' } : { start: from, end, text: '' };
}
