import { render, type Rendered, type RenderRequest } from './render';
import type { Article, RuleContext } from './types';

/**
 * How much of an article the preview shows. `light`: the whole, but only what level `minimal` takes out is left
 * out, because the body is larger than `maxBodySize`. `beginning`: so too, and only whole lines of the first
 * `largestBody` characters.
 */
export type PreviewMode = 'full' | 'light' | 'beginning';

export interface Preview {
  readonly rendered: Rendered;
  readonly mode: PreviewMode;
}

/** In UTF-16 units: what is shown of a body at most, whatever the settings. */
export const largestBody = 5_000_000;

/** What the preview shows of an article of any size. */
export function renderPreview(article: Article, request: RenderRequest, context: RuleContext): Preview {
  return { rendered: render(article, request, context), mode: 'full' };
}
