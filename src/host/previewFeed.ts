import type * as vscode from 'vscode';
import { renderAgain, type Cleaned } from '../core/renderAgain';
import type { MessageToClient, UpdateMessage, UpdateVersion, ViewState } from '../webview/protocol';
import { settle } from './messages';
import type { Shown } from './previewActions';
import { basesOf, makeUpdate, typingIn } from './previewContent';
import { lookOf } from './previewLook';
import { Pacing, type Meter } from './previewPacing';
import type { TextChange, Typing } from './previewTyping';
import type { PicturePolicy } from './previewView';
import type { Services } from './services';

/** Milliseconds from one update to the next while someone types. */
const updateInterval = 200;

/** What the page is to show, and how. */
export type Wanted = Pick<ViewState, 'choice' | 'locked' | 'picturesAllowed'> & {
  readonly source: vscode.Uri;
};

export interface FeedOptions {
  readonly webview: vscode.Webview;
  readonly services: Services;
  readonly wanted: () => Wanted;
  /** What the page may load now. */
  readonly policy: () => PicturePolicy;
  /** A whole update has been sent. */
  readonly onSent: () => void;
  readonly onError: (error: unknown) => void;
}

/** Feeds a page with an article while it is edited: updates in their time, and what is typed in between. */
export class PreviewFeed {
  readonly #options: FeedOptions;
  readonly #pacing: Pacing;
  #isOpen = false;
  /** Number of the last update that was sent. */
  #version: UpdateVersion = 0;
  /** What the last update was made from. */
  #shown: Shown | undefined;
  /** The last update that was sent. */
  #sent: UpdateMessage | undefined;
  /** The article of the last whole update. */
  #cleaned: Cleaned | undefined;
  /** What has been typed since. */
  #typing: Typing | undefined;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#pacing = new Pacing({
      interval: updateInterval,
      run: (meter) => this.#update(meter),
      onError: options.onError,
    });
  }

  /** The page is there and has asked for an update. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get version(): UpdateVersion {
    return this.#version;
  }

  /** What the page shows, as far as messages from it may be about it. */
  get shown(): Shown | undefined {
    return this.#shown;
  }

  /** The page has loaded. */
  open(): void {
    this.#isOpen = true;
    this.#pacing.reset();
    this.request();
  }

  /** The page is hidden or gone; one that comes back asks for everything. */
  close(): void {
    this.#isOpen = false;
  }

  /** Another article is wanted: nothing that was known of the last one counts any more. */
  turn(): void {
    this.#shown = undefined;
    this.#typing = undefined;
    this.#cleaned = undefined;
    this.#pacing.reset();
  }

  dispose(): void {
    this.close();
    this.#pacing.reset();
  }

  /** Asks for an update, unless nobody would see it. */
  request(): void {
    if (this.#isOpen) {
      this.#pacing.request();
    }
  }

  /** The page shows the last update. */
  acknowledge(): void {
    this.#pacing.acknowledge();
  }

  /** The page could not show what was typed: it wants the update that was to wait. */
  hurry(): void {
    this.#pacing.hurry();
  }

  /** To a page that is there; one that is not asks for everything when it comes. */
  post(message: MessageToClient): void {
    if (this.#isOpen && this.#version > 0) {
      settle(this.#options.webview.postMessage(message), this.#options.services.log);
    }
  }

  /**
   * The article was edited. Letters are shown at once, and so is another change after a pause, with what was left out before.
   * What they mean for the article follows with the next update.
   */
  follow(changes: readonly TextChange[], document: vscode.TextDocument): void {
    const typed = this.#typing?.type(changes, document.version);
    if (!this.#isOpen) {
      return;
    }
    if (typed) {
      this.post({ type: 'typed', version: this.#version, ...typed });
      this.#pacing.requestLater();
    } else if (this.#pacing.isIdle && this.#sendAgain(document)) {
      this.#pacing.requestLater();
    } else {
      this.#pacing.request();
    }
  }

  /** False when the change may be of more than the text. */
  #sendAgain(document: vscode.TextDocument): boolean {
    const article = this.#options.services.documents.article(document);
    const html = this.#cleaned && renderAgain(this.#cleaned, article);
    // An article without text has a notice instead.
    if (html === undefined || html.trim() === '' || !this.#sent) {
      return false;
    }
    this.#sent = { ...this.#sent, version: ++this.#version, html, lineCount: article.lines.count };
    this.#typing = typingIn({ article, version: document.version });
    this.post(this.#sent);
    return true;
  }

  /** Renders and sends; false when that is no longer wanted. */
  async #update(meter: Meter): Promise<boolean> {
    const { webview, services, wanted, policy, onSent } = this.#options;
    const { source, ...view } = wanted();
    const made = await makeUpdate(source, { view, documents: services.documents, meter });
    // While we waited another article may have come, or the page may have gone.
    if (!this.#isOpen || wanted().source.toString() !== source.toString()) {
      return false;
    }
    if (made === 'stale') {
      this.request();
      return false;
    }
    const { images, offer } = policy();
    this.#shown = made.shown;
    this.#typing = made.shown && typingIn(made.shown);
    this.#cleaned = made.cleaned;
    this.#sent = {
      type: 'update',
      version: ++this.#version,
      source: source.toString(),
      ...made.content,
      view: made.view,
      images,
      offerPictures: offer,
      bases: basesOf(source, webview),
      look: lookOf(source),
    };
    const sent = await webview.postMessage(this.#sent);
    onSent();
    return sent;
  }
}
