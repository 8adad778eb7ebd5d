import { cleanCopy, toHtml } from './cleanCopy';
import type { ExtractedMessage, ExtractForm } from './protocol';

/** The parts of the page that are the article. */
export interface ArticleParts {
  readonly head: HTMLElement;
  readonly article: HTMLElement;
}

/**
 * Puts what is selected of the article into the clipboard as clean HTML and as text. Leaves a selection
 * elsewhere, such as in the list of hidden parts, to the browser.
 */
export function onCopy(event: ClipboardEvent, parts: ArticleParts): void {
  const selection = getSelection();
  if (!event.clipboardData || !selection || selection.isCollapsed) {
    return;
  }
  const range = limitedTo(parts, selection.getRangeAt(0));
  if (range) {
    event.clipboardData.setData('text/html', toHtml(cleanCopy(copyOf(range), 'bare')));
    event.clipboardData.setData('text/plain', selection.toString());
    event.preventDefault();
  }
}

/** The article in the form that was asked for; formatted text goes into the clipboard. */
export async function extract(
  form: ExtractForm,
  parts: ArticleParts,
): Promise<Pick<ExtractedMessage, 'title' | 'language' | 'parts' | 'pictures' | 'isCopied'>> {
  const title = parts.head.querySelector('.title');
  const common = { title: title?.textContent ?? '', language: parts.article.lang };
  if (form === 'page') {
    return { ...common, ...withPictures(parts), isCopied: false };
  }
  const whole = document.createDocumentFragment();
  whole.append(...(title ? [title.cloneNode(true)] : []), ...contentOf(parts.article));
  const html = toHtml(cleanCopy(whole, 'bare'));
  const isCopied =
    form === 'richText' &&
    (await writeClipboard(html, [title?.textContent, parts.article.innerText].join('\n\n').trim()));
  return { ...common, parts: [html], pictures: [], isCopied };
}

/** The page's HTML, cut where a picture of the workspace has its address: the page itself cannot read files. */
function withPictures({ head, article }: ArticleParts): Pick<ExtractedMessage, 'parts' | 'pictures'> {
  const whole = document.createDocumentFragment();
  const header = document.createElement('header');
  header.append(...contentOf(head));
  const main = document.createElement('main');
  main.append(...contentOf(article));
  whole.append(...(head.hasChildNodes() ? [header] : []), main);
  const clean = cleanCopy(whole, 'page');
  const pictures: string[] = [];
  // Cannot be in the article, which was there before it.
  const mark = crypto.randomUUID();
  for (const image of clean.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    if (address !== '' && !/^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) {
      pictures.push(address);
      image.setAttribute('src', mark);
    }
  }
  return { parts: toHtml(clean).split(mark), pictures };
}

function contentOf(element: HTMLElement): readonly Node[] {
  return [...element.cloneNode(true).childNodes];
}

/** The part of a selection that is in the article; undefined when it is all elsewhere. */
function limitedTo({ head, article }: ArticleParts, selected: Range): Range | undefined {
  if (!selected.intersectsNode(head) && !selected.intersectsNode(article)) {
    return undefined;
  }
  const range = selected.cloneRange();
  const whole = document.createRange();
  whole.setStartBefore(head);
  whole.setEndAfter(article);
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) {
    range.setStart(whole.startContainer, whole.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) {
    range.setEnd(whole.endContainer, whole.endOffset);
  }
  return range;
}

/** What a range holds; lines of code keep their breaks. */
function copyOf(range: Range): DocumentFragment {
  const { commonAncestorContainer: container } = range;
  const pre = (container instanceof Element ? container : container.parentElement)?.closest('pre');
  const content = range.cloneContents();
  if (!pre || !content.textContent.includes('\n')) {
    return content;
  }
  const copy = pre.cloneNode(false) as HTMLElement;
  copy.append(content);
  const fragment = document.createDocumentFragment();
  fragment.append(copy);
  return fragment;
}

/** Milliseconds that the focus may take from the editor to this page. */
const focusTime = 1000;

/** False when the browser does not allow it, as it may when the page does not have the focus. */
async function writeClipboard(html: string, text: string): Promise<boolean> {
  await focused();
  const blob = (type: string, content: string): Blob => new Blob([content], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) }),
    ]);
    return true;
  } catch {
    // Not every host gives its webviews this right; the older way may be open.
    return copyByEvent(html, text);
  }
}

async function focused(): Promise<void> {
  window.focus();
  if (!document.hasFocus()) {
    await new Promise<void>((resolve) => {
      window.addEventListener(
        'focus',
        () => {
          resolve();
        },
        { once: true },
      );
      setTimeout(resolve, focusTime);
    });
  }
}

function copyByEvent(html: string, text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', put, { capture: true });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- There is nothing else where the clipboard API is closed.
    return document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', put, { capture: true });
  }
}
