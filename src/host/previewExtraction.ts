import type { ExtractedMessage, ExtractForm, ExtractMessage } from '../webview/protocol';

interface Waiting {
  readonly message: ExtractMessage;
  resolve(extracted: ExtractedMessage): void;
  reject(error: Error): void;
}

/** Asks a page for the article that it shows, and finds the answer among its messages. */
export class Extraction {
  readonly #post: (message: ExtractMessage) => Thenable<boolean>;
  readonly #waiting = new Map<number, Waiting>();
  #isLoaded = false;
  #last = 0;

  constructor(post: (message: ExtractMessage) => Thenable<boolean>) {
    this.#post = post;
  }

  /**
   * @returns the article as the page shows it; a page that is not there yet is waited for
   * @throws when the page is closed before it has answered
   */
  request(form: ExtractForm): Promise<ExtractedMessage> {
    const message: ExtractMessage = { type: 'extract', version: 0, request: ++this.#last, form };
    return new Promise((resolve, reject) => {
      this.#waiting.set(message.request, { message, resolve, reject });
      if (this.#isLoaded) {
        void this.#post(message);
      }
    });
  }

  /** The page is there, for the first time or again: what an earlier one has not answered is asked again. */
  onLoad(): void {
    this.#isLoaded = true;
    for (const { message } of this.#waiting.values()) {
      void this.#post(message);
    }
  }

  /** The page has gone, because it is hidden or loaded anew. */
  onUnload(): void {
    this.#isLoaded = false;
  }

  receive(answer: ExtractedMessage): void {
    this.#waiting.get(answer.request)?.resolve(answer);
    this.#waiting.delete(answer.request);
  }

  dispose(): void {
    for (const waiting of this.#waiting.values()) {
      waiting.reject(new Error('The preview was closed before it could be read.'));
    }
    this.#waiting.clear();
  }
}
