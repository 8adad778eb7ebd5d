import { adapt } from './adapt';
import { explainChaff } from './chaff';
import { scriptBeside, shellElement } from './dom';
import { extract, onCopy } from './extract';
import { buildHead } from './head';
import { buildHidden } from './hidden';
import { Highlighter } from './highlight';
import { Announcer } from './announcer';
import { applyLook } from './look';
import { isMessageToClient } from './messages';
import { patchChildren } from './patch';
import { buildPictureOffer } from './pictureOffer';
import { PictureSizes } from './pictureSizes';
import { replaceImage, type Surroundings } from './pictures';
import { readPlace, restorePlace } from './place';
import type {
  ExtractMessage,
  MessageToClient,
  MessageToHost,
  PreviewState,
  TypedMessage,
  UpdateMessage,
} from './protocol';
import { requestOf } from './requests';
import { sanitize } from './sanitize';
import { Scrolling } from './scrolling';
import { sourcePlace } from './sourcePlace';
import type { PreviewStrings } from './strings';
import { Toolbar } from './toolbar';
import { updateTexts } from './textUpdate';
import { applyTyped } from './typed';

interface VsCode {
  postMessage(message: MessageToHost): void;
  getState(): PreviewState | undefined;
  setState(state: PreviewState): void;
}

declare function acquireVsCodeApi(): VsCode;

/** A message to the host without the version, which is always that of the update that is shown. */
type Unversioned<Message> = Message extends MessageToHost ? Omit<Message, 'version'> : never;

const vscode = acquireVsCodeApi();
const strings = JSON.parse(document.body.dataset.strings ?? '{}') as PreviewStrings;
const head = shellElement('head');
const pictures = shellElement('pictures');
const notice = shellElement('notice');
const article = shellElement('article');
const hidden = shellElement('hidden');
const toolbar = shellElement('toolbar');

/** Pictures of the article that could not be loaded. */
const failed = new Set<string>();
const sizes = new PictureSizes(vscode.getState()?.sizes);
const announcer = new Announcer(document.body);
const highlighter = new Highlighter(scriptBeside('tokenise.js'), () => {
  highlighter.apply(article);
});

/** The HTML that the page shows; undefined while it is not sure, as after an update that failed. */
let rendered: string | undefined;

/** The texts in which letters were typed since the last update. */
const typedIn = new Set<Text>();

/** The state is going to be kept. */
let keeping: number | undefined;

/** The update that the page shows. */
let shown: UpdateMessage | undefined;

const controls = new Toolbar(toolbar, strings.toolbar, {
  choose: (choice) => {
    tell({ type: 'setView', choice });
  },
  compare: () => {
    tell({ type: 'compare' });
  },
});
const scrolling = new Scrolling({
  article,
  toolbar,
  onScrolled: (line) => {
    tell({ type: 'scrolled', line });
  },
  onMoved: keepState,
});

/** Waiting for the first update. */
const extractions: ExtractMessage[] = [];

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.origin === window.origin && isMessageToClient(event.data)) {
    receive(event.data);
  }
});
// In the capture phase and alone: VS Code's own listener on the document would follow the link as well.
window.addEventListener('click', onClick, { capture: true });
window.addEventListener('auxclick', onClick, { capture: true });
window.addEventListener('copy', (event) => {
  onCopy(event, { head, article });
});
window.addEventListener('error', onResourceError, { capture: true });
// Of all events this one alone does not pass by the window.
document.addEventListener('load', onResourceLoad, { capture: true });
article.addEventListener('dblclick', revealSelection);
tell({ type: 'ready' });

function tell(message: Unversioned<MessageToHost>): void {
  vscode.postMessage({ ...message, version: shown?.version ?? -1 });
}

function receive(message: MessageToClient): void {
  if (message.type === 'update') {
    try {
      update(message);
    } finally {
      // The host waits for this before it sends the next update, so it is told even of one that failed.
      vscode.postMessage({ type: 'rendered', version: message.version });
    }
    answerExtractions();
    return;
  }
  if (message.type === 'extract') {
    extractions.push(message);
    answerExtractions();
    return;
  }
  if (message.version !== shown?.version) {
    // About another state of the article than the one that is shown.
    return;
  }
  switch (message.type) {
    case 'typed':
      type(message);
      break;
    case 'scrollTo':
      scrolling.to(message.line);
      keepState();
      break;
    case 'cursor':
      scrolling.mark(message.line);
      break;
    case 'askSelection':
      revealSelection();
      break;
  }
}

function type(message: TypedMessage): void {
  const text = applyTyped(article, message);
  if (text) {
    typedIn.add(text);
  } else {
    tell({ type: 'wantUpdate' });
  }
}

function update(message: UpdateMessage): void {
  if (message.version < (shown?.version ?? -1)) {
    return;
  }
  applyLook(document.documentElement, message.look);
  const sameSource = message.source === shown?.source;
  if (!sameSource) {
    failed.clear();
  }
  const around: Surroundings = { images: message.images, bases: message.bases, strings, failed, sizes };
  if (!sameSource) {
    // Another article: nothing of the old one may linger, such as an open <details>.
    for (const part of [head, article, hidden]) {
      part.replaceChildren();
    }
  }
  for (const part of [head, article]) {
    part.lang = message.language;
  }
  controls.show(message.view);
  document.body.dataset.mode = message.view.mode;
  patchChildren(head, buildHead(message.head, around));
  const before = shown && showsLike(message, shown) ? rendered : undefined;
  rendered = undefined;
  if (before === undefined || !updateTexts(article, { before, after: message.html, typedIn })) {
    patchChildren(article, bodyOf(message, around));
  }
  typedIn.clear();
  rendered = message.html;
  if (!sameSource || !isSame(message.hidden, shown?.hidden)) {
    patchChildren(hidden, buildHidden(message.hidden, strings.hidden));
  }
  const blocked = document.querySelectorAll('[data-remote]').length;
  patchChildren(pictures, buildPictureOffer(blocked, message, strings.pictures));
  notice.textContent = message.notice;
  shown = message;
  scrolling.updated(message.lineCount);
  if (!sameSource) {
    const state = vscode.getState();
    restorePlace(article, state?.source === message.source ? state : undefined);
  }
  announcer.announce(sameSource ? strings.updated : (message.head.title?.text ?? strings.updated));
  document.body.dataset.version = String(message.version);
  // Reading the place makes the browser lay out the page, which it does anyway to show what has changed: that first.
  clearTimeout(keeping);
  keeping = window.setTimeout(keepState);
}

/** Whether the same HTML would be shown in the same way. What the original says of chaff stands in another part. */
function showsLike(message: UpdateMessage, other: UpdateMessage): boolean {
  return (
    message.source === other.source &&
    message.view.mode === 'clean' &&
    other.view.mode === 'clean' &&
    message.images === other.images &&
    message.bases.document === other.bases.document &&
    message.bases.root === other.bases.root
  );
}

/** Whether two parts of messages say the same; the list of what is hidden takes longer to build than to compare. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function bodyOf(message: UpdateMessage, around: Surroundings): DocumentFragment {
  const body = sanitize(message.html);
  adapt(body, around);
  explainChaff(body, message.hidden.groups);
  highlighter.apply(body);
  return body;
}

function answerExtractions(): void {
  if (!shown) {
    return;
  }
  const { version, source } = shown;
  for (const { request, form } of extractions.splice(0)) {
    void extract(form, { head, article }).then((extracted) => {
      vscode.postMessage({ type: 'extracted', version, request, source, ...extracted });
    });
  }
}

function onClick(event: MouseEvent): void {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) {
    return;
  }
  const request = event.type === 'click' ? requestOf(target) : undefined;
  if (request) {
    tell(request);
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
    tell({ type: 'openLink', href });
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

/** Shows what is selected in the source; without a selection in the article, what is at the upper edge. */
function revealSelection(): void {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const place = range && sourcePlace(article, range.startContainer, range.startOffset);
  if (place) {
    tell({ type: 'revealAt', ...place });
  }
}

function onResourceError({ target }: Event): void {
  if (target instanceof HTMLImageElement) {
    const address = target.getAttribute('src') ?? '';
    failed.add(address);
    replaceImage(target, 'failed', strings);
  }
}

function onResourceLoad({ target }: Event): void {
  if (target instanceof HTMLImageElement) {
    sizes.learn(target);
  }
}

function keepState(): void {
  if (shown) {
    const { source, view } = shown;
    const { choice, locked, picturesAllowed } = view;
    vscode.setState({ source, choice, locked, picturesAllowed, ...readPlace(article), sizes: sizes.save() });
  }
}
