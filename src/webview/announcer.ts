import { element } from './dom';

/** Milliseconds without an update before one is told of: whoever types does not want to hear of every key. */
const quiet = 2000;

/** Tells assistive technology that the text has changed, once for a burst of updates. */
export class Announcer {
  readonly #region = element('div', { class: 'visually-hidden', role: 'status' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param page where the live region is put; it has to be there before there is anything to say */
  constructor(page: HTMLElement) {
    page.append(this.#region);
  }

  /** Says this when no update has come for a while; what was to be said before is not said. */
  announce(text: string): void {
    clearTimeout(this.#timer);
    // The same words twice are a change only when there was something else between.
    this.#region.textContent = '';
    this.#timer = setTimeout(() => {
      this.#region.textContent = text;
    }, quiet);
  }
}
