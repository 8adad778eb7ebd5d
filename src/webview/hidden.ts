import { element } from './dom';
import type { HiddenGroup, HiddenView, UpdateMessage } from './protocol';

/** The list of what the preview leaves out; nothing when it leaves nothing out. */
export function buildHidden(hidden: UpdateMessage['hidden']): DocumentFragment {
  const fragment = document.createDocumentFragment();
  if (hidden.summary !== '') {
    fragment.append(
      element(
        'details',
        {},
        element('summary', {}, hidden.summary),
        ...hidden.groups.map((group) => buildGroup(group)),
      ),
    );
  }
  return fragment;
}

function buildGroup(group: HiddenGroup): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, group.label),
    element('ul', {}, ...group.items.map((item) => buildItem(item))),
    group.more === '' ? undefined : element('p', {}, group.more),
  );
}

function buildItem(item: HiddenView): HTMLElement {
  return element(
    'li',
    { title: item.message, 'data-rule': item.rule },
    element('button', { type: 'button', class: 'reveal', 'data-reveal': String(item.line) }, item.label),
    element('code', {}, item.text),
  );
}
