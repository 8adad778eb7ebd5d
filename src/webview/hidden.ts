import { element } from './dom';
import type { HiddenGroup, HiddenView, UpdateMessage } from './protocol';
import type { HiddenStrings } from './strings';

/** The list of what the preview leaves out; nothing when it leaves nothing out. */
export function buildHidden(hidden: UpdateMessage['hidden'], strings: HiddenStrings): DocumentFragment {
  const fragment = document.createDocumentFragment();
  if (hidden.summary !== '') {
    fragment.append(
      element(
        'details',
        {},
        element('summary', {}, hidden.summary),
        hidden.staying === '' ? undefined : element('p', { class: 'staying' }, hidden.staying),
        ...hidden.groups.map((group) => buildGroup(group, strings)),
      ),
    );
  }
  return fragment;
}

function buildGroup(group: HiddenGroup, strings: HiddenStrings): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, group.label),
    element('ul', {}, ...group.items.map((item) => buildItem(item, strings))),
    group.more === '' ? undefined : element('p', {}, group.more),
  );
}

/** What each button does is told by `data-action`, on which the client's one listener acts. */
function buildItem(item: HiddenView, strings: HiddenStrings): HTMLElement {
  const button = (action: string, label: string): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        'data-action': action,
        'data-index': String(item.index),
        'aria-label': `${label}: ${item.label}`,
      },
      label,
    );
  return element(
    'li',
    { 'data-rule': item.rule },
    element(
      'div',
      { class: 'hidden-what' },
      element('span', { class: 'hidden-line' }, item.label),
      element('code', {}, item.text),
      item.stays ? element('span', { class: 'stays' }, strings.stays) : undefined,
    ),
    element(
      'div',
      { class: 'hidden-why' },
      element('span', {}, item.message),
      element(
        'span',
        { class: 'hidden-actions' },
        button('show', strings.show),
        button('keep', strings.keep),
        button('remove', strings.remove),
      ),
    ),
  );
}
