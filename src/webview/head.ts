import { adaptImage, type Surroundings } from './adapt';
import { element } from './dom';
import type { HeadDate, HeadValue, HeadView } from './protocol';

/** The title block's content; nothing at all for an article without front matter. */
export function buildHead(head: HeadView, around: Surroundings): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(
    ...[picture(head.image, around), categories(head.categories), title(head.title), byline(head)].filter(
      (part) => part !== undefined,
    ),
  );
  return fragment;
}

function picture(image: HeadValue | undefined, around: Surroundings): HTMLElement | undefined {
  if (!image) {
    return undefined;
  }
  const shown = element('img', { src: image.text, alt: '' });
  const figure = element('figure', { class: 'headimg' }, shown);
  adaptImage(shown, around);
  return figure;
}

function categories(paths: HeadView['categories']): HTMLElement | undefined {
  if (paths.length === 0) {
    return undefined;
  }
  return element(
    'ul',
    { class: 'categories' },
    ...paths.map((path) =>
      element(
        'li',
        {},
        ...path.flatMap((name, index) => [
          index === 0 ? undefined : element('span', { class: 'separator', 'aria-hidden': 'true' }, '›'),
          element('span', { class: 'category' }, name),
        ]),
      ),
    ),
  );
}

function title(value: HeadValue | undefined): HTMLElement | undefined {
  return value && element('h1', { class: 'title' }, value.text);
}

function byline(head: HeadView): HTMLElement | undefined {
  if (!head.author && !head.date) {
    return undefined;
  }
  return element(
    'p',
    { class: 'byline' },
    head.author && element('span', { class: 'author' }, head.author.text),
    head.date && date(head.date),
  );
}

/** In the reader's language and zone; the tooltip says what is written in the file. */
function date(value: HeadDate): HTMLElement {
  const moment = value.instant ?? value.clock;
  if (moment === undefined) {
    return element('time', { class: 'date' }, value.text);
  }
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    ...(value.hasTime && { timeStyle: 'short' }),
    ...(value.instant === undefined && { timeZone: 'UTC' }),
  });
  const iso = new Date(moment).toISOString();
  const dateTime = value.instant !== undefined ? iso : iso.slice(0, value.hasTime ? 19 : 10);
  return element('time', { class: 'date', datetime: dateTime, title: value.raw }, format.format(moment));
}
