import type { HiddenGroup } from './protocol';

/**
 * Says of everything that is outlined in the original view why it would go. What Clean would leave is marked as
 * well, so that the style sheet can tell the two apart.
 */
export function explainChaff(article: ParentNode, groups: readonly HiddenGroup[]): void {
  const items = new Map(groups.flatMap((group) => group.items.map((item) => [String(item.index), item])));
  for (const element of article.querySelectorAll('[data-chaff], [data-chaff-tag]')) {
    const indices = [element.getAttribute('data-chaff'), element.getAttribute('data-chaff-tag')]
      .join(' ')
      .split(' ');
    const reasons = indices.map((index) => items.get(index)).filter((item) => item !== undefined);
    if (reasons.length > 0) {
      element.setAttribute('title', [...new Set(reasons.map(({ message }) => message))].join('\n'));
      element.classList.toggle(
        'stays',
        reasons.every(({ stays }) => stays),
      );
    }
  }
}
