import { locateFence } from '../frontMatter/fence';
import type { Article, FrontMatter, Span } from '../types';

/** Where somebody writes front matter, whatever the YAML is worth at the moment. */
export interface WritingBlock {
  /** The lines between the fences. */
  readonly content: Span;
  /** The line of the cursor without its line end. */
  readonly line: Span;
}

/** As in `Hello wor|` below a rule at the top of a document: that is no key. */
const couldBeKey = /^[\w-]*(?:[ \t]*:.*)?$/;

/**
 * The front matter around an offset; undefined outside of it, on its fences, and where the block is not YAML.
 * Unlike the parser this looks past the line that is being written: a half-typed key is no reason to take the
 * block for prose, so the line is taken for a field while the fences are located. Without a closing fence the
 * block must be one without that line too, or the line must look like a key.
 */
export function writingBlockAt(
  { text, lines, frontMatter }: Article,
  offset: number,
): WritingBlock | undefined {
  const number = lines.lineAt(offset);
  const line = { start: lines.startOf(number), end: lines.endOf(number) };
  if (offset > line.end || isOn(frontMatter?.openFence, line) || isOn(frontMatter?.closeFence, line)) {
    return undefined;
  }
  const stand = 'title:';
  const shift = stand.length - (line.end - line.start);
  const fence = locateFence(text.slice(0, line.start) + stand + text.slice(line.end));
  // Without an opening fence the first line is the proof, so it must be more than the one that is being written.
  const isOwn =
    fence?.marker === '-' ||
    (fence?.marker === '' && (fence.start < line.start || isWithoutOpener(frontMatter)));
  if (fence === undefined || !isOwn || !isYaml(text.slice(fence.tag.start, fence.tag.end))) {
    return undefined;
  }
  if (
    fence.closer === 'none' &&
    frontMatter === undefined &&
    !couldBeKey.test(text.slice(line.start, line.end))
  ) {
    return undefined;
  }
  const content = { start: fence.content.start, end: fence.content.end - shift };
  const isInside = line.start >= content.start && line.end <= content.end && line.start >= fence.open.end;
  return isInside ? { content, line } : undefined;
}

function isWithoutOpener(frontMatter: FrontMatter | undefined): boolean {
  return frontMatter !== undefined && frontMatter.openFence.end === frontMatter.openFence.start;
}

function isOn(fence: Span | undefined, line: Span): boolean {
  return fence !== undefined && fence.end > fence.start && fence.start >= line.start && fence.end <= line.end;
}

function isYaml(tag: string): boolean {
  return tag === '' || /^ya?ml$/i.test(tag);
}
