import { parseArticle } from './article';
import { render, type Rendered, type RenderRequest } from './render';
import type { Article, Options, RuleContext } from './types';

/**
 * How much of an article the preview shows. `light`: the whole, but only what level `minimal` takes out is left
 * out, because the body is larger than `maxBodySize`, above which no rule looks at it. `beginning`: so too, and only
 * whole lines of the first `largestBody` characters.
 */
export type PreviewMode = 'full' | 'light' | 'beginning';

export interface Preview {
  readonly rendered: Rendered;
  readonly mode: PreviewMode;
}

/**
 * In UTF-16 units: how much is shown of a body that is larger than `maxBodySize`. It takes the core about a second, and
 * the page as long again.
 */
export const largestBody = 3_000_000;

/** What the preview shows of an article of any size. */
export function renderPreview(article: Article, request: RenderRequest, context: RuleContext): Preview {
  const mode = modeFor(article.text.length - bodyStart(article), context.options);
  const shown = mode === 'beginning' ? beginningOf(article, largestBody) : article;
  const rendered = render(shown, mode === 'full' ? request : { ...request, level: 'minimal' }, context);
  return { rendered, mode };
}

/** How much is shown of a body of that many UTF-16 units. */
export function modeFor(size: number, { maxBodySize }: Pick<Options, 'maxBodySize'>): PreviewMode {
  if (maxBodySize === 0 || size <= maxBodySize) {
    return 'full';
  }
  return size <= largestBody ? 'light' : 'beginning';
}

/** Whole lines of the beginning, where there are any; their numbers are those of the whole. */
function beginningOf(article: Article, length: number): Article {
  const { text, lines } = article;
  const end = bodyStart(article) + length;
  const lineStart = lines.startOf(lines.lineAt(end));
  if (lineStart > bodyStart(article)) {
    return parseArticle(text.slice(0, lineStart));
  }
  const splitsCharacter = (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return parseArticle(text.slice(0, splitsCharacter ? end - 1 : end));
}

function bodyStart({ frontMatter }: Article): number {
  return frontMatter?.end ?? 0;
}
