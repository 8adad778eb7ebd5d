import { element } from './dom';
import type { BadgeView, HeadPart, HeadView } from './protocol';
import type { BadgeStrings } from './strings';

/** The worst first. */
const severities: readonly BadgeView['severity'][] = ['error', 'warning', 'information', 'hint'];

/** What is wrong with a field, folded up beside it: how bad it is, why, and what can be done. */
export function buildBadges(head: HeadView, part: HeadPart, strings: BadgeStrings): HTMLElement | undefined {
  const badges = head.badges[part] ?? [];
  const worst = severities
    .map((severity) => badges.find((badge) => badge.severity === severity))
    .find((badge) => badge !== undefined);
  if (!worst) {
    return undefined;
  }
  // What the site would stumble over is said in a word; the rest must not draw the eye from the title.
  const loud = worst.severity === 'error' || worst.severity === 'warning';
  const count = badges.length > 1 ? ` ×${badges.length}` : '';
  return element(
    'details',
    { class: `badge ${worst.severity}`, 'data-part': part },
    element(
      'summary',
      { title: worst.message, 'aria-label': `${worst.label}${count}` },
      `${loud ? worst.label : 'i'}${count}`,
    ),
    element('ul', {}, ...badges.map((badge) => buildBadge(badge, strings))),
  );
}

function buildBadge(badge: BadgeView, strings: BadgeStrings): HTMLElement {
  const finding = String(badge.finding);
  return element(
    'li',
    {},
    element('p', {}, badge.message),
    element(
      'div',
      { class: 'badge-actions' },
      ...badge.fixes.map((title, index) =>
        element(
          'button',
          { type: 'button', 'data-action': 'fix', 'data-finding': finding, 'data-fix': String(index) },
          title,
        ),
      ),
      element(
        'button',
        { type: 'button', class: 'quiet', 'data-action': 'showFinding', 'data-finding': finding },
        strings.show,
      ),
    ),
  );
}
