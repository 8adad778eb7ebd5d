/** The clock, so that tests need not wait. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Calls back after some milliseconds; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Runs a task and takes its time. */
export type Meter = <T>(task: () => T) => T;

export interface PacingOptions {
  /**
   * Makes and sends one update. False when it sent none. What it runs by the meter is the work that others have
   * to wait for; without any, the whole time until it is settled counts.
   */
  readonly run: (meter: Meter) => Promise<boolean>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds from the start of one update to the next. */
  readonly interval: number;
  readonly clock?: Clock;
}

/** An update that takes long to make may take one part in this many of the time. */
const restFactor = 4;

/**
 * Decides when the preview is updated: at once, then once in an interval while someone types. The next
 * update waits until the page has shown the last one, so that none pile up, and an article that takes
 * long to render is rendered less often.
 */
export class Pacing {
  readonly #options: PacingOptions;
  readonly #clock: Clock;
  #cancelTimer: (() => void) | undefined;
  #busy = false;
  #wanted = false;
  #due = 0;
  /** Counts resets: what was begun before one is of no interest after it. */
  #era = 0;

  constructor(options: PacingOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /** Something has changed. */
  request(): void {
    this.#requestIn(0);
  }

  /** Something has changed that the page shows already: the update waits an interval for more of it. */
  requestLater(): void {
    this.#requestIn(this.#options.interval);
  }

  /** Nothing is under way or waited for: an update that is asked for now begins now. */
  get isIdle(): boolean {
    return !this.#busy && !this.#cancelTimer && this.#due <= this.#clock.now();
  }

  /** What was to wait for more is wanted now. */
  hurry(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.request();
  }

  #requestIn(least: number): void {
    if (this.#busy) {
      this.#wanted = true;
    } else if (!this.#cancelTimer) {
      const wait = Math.max(least, this.#due - this.#clock.now());
      if (wait <= 0) {
        void this.#start();
      } else {
        this.#cancelTimer = this.#clock.after(wait, () => {
          this.#cancelTimer = undefined;
          void this.#start();
        });
      }
    }
  }

  /** The page shows the last update. */
  acknowledge(): void {
    this.#busy = false;
    if (this.#wanted) {
      this.#wanted = false;
      this.request();
    }
  }

  /** The page or the article is another one: nothing is under way, and the next update comes at once. */
  reset(): void {
    this.#era++;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#busy = false;
    this.#wanted = false;
    this.#due = 0;
  }

  async #start(): Promise<void> {
    const era = this.#era;
    const start = this.#clock.now();
    this.#busy = true;
    let sent = false;
    let worked: number | undefined;
    const meter: Meter = (task) => {
      const before = this.#clock.now();
      try {
        return task();
      } finally {
        worked = (worked ?? 0) + this.#clock.now() - before;
      }
    };
    try {
      sent = await this.#options.run(meter);
    } catch (error) {
      this.#options.onError(error);
    }
    if (era === this.#era) {
      // On a busy machine an update mostly waits, for its turn and for the page. That is no reason to rest.
      const taken = worked ?? this.#clock.now() - start;
      this.#due = start + Math.max(this.#options.interval, taken * restFactor);
      if (!sent) {
        this.acknowledge();
      }
    }
  }
}
