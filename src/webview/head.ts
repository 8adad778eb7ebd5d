import { buildBadges } from './badges';
import { adaptImage, type Surroundings } from './pictures';
import { element } from './dom';
import type { HeadDate, HeadPart, HeadValue, HeadView } from './protocol';

/** The title block's content; nothing at all for an article without front matter and without text. */
export function buildHead(head: HeadView, around: Surroundings): DocumentFragment {
  const badges = (part: HeadPart): HTMLElement | undefined => buildBadges(head, part, around.strings.badge);
  const fragment = document.createDocumentFragment();
  fragment.append(
    ...[
      badges('other'),
      picture(head.image, around),
      badges('image'),
      row(categories(head.categories), badges('categories')),
      row(title(head.title), badges('title')),
      byline(head, badges),
    ].filter((part) => part !== undefined),
  );
  return fragment;
}

function picture(image: HeadValue | undefined, around: Surroundings): HTMLElement | undefined {
  if (!image) {
    return undefined;
  }
  const shown = element('img', { alt: '' });
  const figure = element('figure', { class: 'headimg' }, shown);
  adaptImage(shown, around, image.text);
  return figure;
}

/** A part and what is wrong with it, on one line where there is room. */
function row(part: HTMLElement | undefined, badges: HTMLElement | undefined): HTMLElement | undefined {
  return part && badges ? element('div', { class: 'with-badge' }, part, badges) : (part ?? badges);
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

function byline(
  head: HeadView,
  badges: (part: HeadPart) => HTMLElement | undefined,
): HTMLElement | undefined {
  const parts = [
    head.author && element('span', { class: 'author' }, head.author.text),
    badges('author'),
    head.date && date(head.date),
    badges('date'),
    head.reading === undefined ? undefined : element('span', { class: 'reading' }, head.reading),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : element('div', { class: 'byline' }, ...parts);
}

/** In the reader's language and zone; the tooltip says what is written in the file. */
function date(value: HeadDate): HTMLElement {
  const moment = value.instant ?? value.clock;
  if (moment === undefined) {
    return element('time', { class: 'date', title: value.raw }, value.text);
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
