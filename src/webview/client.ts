import { adapt, imagePlace, type Surroundings } from './adapt';
import { shellElement } from './dom';
import { buildHead } from './head';
import { buildHidden } from './hidden';
import { isMessageToClient } from './messages';
import { patchChildren } from './patch';
import { readPlace, restorePlace } from './place';
import type { MessageToHost, PreviewState, PreviewStrings, UpdateMessage } from './protocol';
import { sanitize } from './sanitize';

interface VsCode {
  postMessage(message: MessageToHost): void;
  getState(): PreviewState | undefined;
  setState(state: PreviewState): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const strings = JSON.parse(document.body.dataset.strings ?? '{}') as PreviewStrings;
const head = shellElement('head');
const notice = shellElement('notice');
const article = shellElement('article');
const hidden = shellElement('hidden');

/** The place will be kept with the next frame. */
let placeIsPending = false;

/** Pictures of the article that could not be loaded. */
const failed = new Set<string>();

/** The update that the page shows. */
let shown: { readonly version: number; readonly source: string } = { version: -1, source: '' };

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.origin === window.origin && isMessageToClient(event.data)) {
    try {
      update(event.data);
    } finally {
      // The host waits for this before it sends the next update, so it is told even of one that failed.
      vscode.postMessage({ type: 'rendered', version: event.data.version });
    }
  }
});
// In the capture phase and alone: VS Code's own listener on the document would follow the link as well.
window.addEventListener('click', onClick, { capture: true });
window.addEventListener('auxclick', onClick, { capture: true });
window.addEventListener('error', onResourceError, { capture: true });
window.addEventListener('scroll', onScroll, { passive: true });
vscode.postMessage({ type: 'ready', version: shown.version });

function update(message: UpdateMessage): void {
  if (message.version < shown.version) {
    return;
  }
  const sameSource = message.source === shown.source;
  if (!sameSource) {
    failed.clear();
  }
  const around: Surroundings = { images: message.images, bases: message.bases, strings, failed };
  const body = sanitize(message.html);
  adapt(body, around);
  if (!sameSource) {
    // Another article: nothing of the old one may linger, such as an open <details>.
    for (const part of [head, article, hidden]) {
      part.replaceChildren();
    }
  }
  for (const part of [head, article]) {
    part.lang = message.language;
  }
  patchChildren(head, buildHead(message.head, around));
  patchChildren(article, body);
  patchChildren(hidden, buildHidden(message.hidden));
  notice.textContent = message.notice;
  if (!sameSource) {
    const state = vscode.getState();
    restorePlace(article, state?.source === message.source ? state : undefined);
  }
  shown = { version: message.version, source: message.source };
  document.body.dataset.version = String(message.version);
  keepPlace();
}

function onClick(event: MouseEvent): void {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) {
    return;
  }
  const button = target.closest('[data-reveal]');
  if (button && event.type === 'click') {
    vscode.postMessage({
      type: 'reveal',
      version: shown.version,
      line: Number(button.getAttribute('data-reveal')),
    });
    return;
  }
  const href = target.closest('a[href]')?.getAttribute('href');
  if (href === undefined || href === null) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.type === 'auxclick' && event.button !== 1) {
    return;
  }
  if (href.startsWith('#')) {
    scrollToTarget(href.slice(1));
  } else {
    vscode.postMessage({ type: 'openLink', version: shown.version, href });
  }
}

/** Ids of the article carry DOMPurify's prefix. */
function scrollToTarget(name: string): void {
  let decoded = name;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    // A stray percent sign: the name is meant as it is.
  }
  const id = CSS.escape(`user-content-${decoded}`);
  article.querySelector(`[id="${id}"], a[name="${id}"]`)?.scrollIntoView();
}

function onResourceError({ target }: Event): void {
  if (target instanceof HTMLImageElement) {
    const address = target.getAttribute('src') ?? '';
    failed.add(address);
    target.replaceWith(imagePlace(target, { kind: 'load', address }, strings));
  }
}

/** Once per frame: reading the place makes the browser lay out the page. */
function onScroll(): void {
  if (!placeIsPending) {
    placeIsPending = true;
    requestAnimationFrame(() => {
      placeIsPending = false;
      keepPlace();
    });
  }
}

function keepPlace(): void {
  if (shown.source !== '') {
    vscode.setState({ source: shown.source, ...readPlace(article) });
  }
}
