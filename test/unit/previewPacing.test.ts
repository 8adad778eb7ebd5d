import assert from 'node:assert/strict';
import { Pacing, type Clock, type Meter } from '../../src/host/previewPacing';

/** A clock that stands still until it is told to go on. */
class ManualClock implements Clock {
  #now = 1000;
  #timers: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    due.forEach(({ callback }) => {
      callback();
    });
  }
}

/** Lets promises that are settled call back. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('The pacing of the preview', () => {
  let clock: ManualClock;
  let runs: number;
  let errors: unknown[];
  let pacing: Pacing;
  let run: (meter: Meter) => Promise<boolean>;

  beforeEach(() => {
    clock = new ManualClock();
    runs = 0;
    errors = [];
    run = () => Promise.resolve(true);
    pacing = new Pacing({
      interval: 200,
      clock,
      run: (meter) => {
        runs++;
        return run(meter);
      },
      onError: (error) => errors.push(error),
    });
  });

  /** A change, everything it leads to without time passing, and the answer of the page. */
  const change = async (): Promise<void> => {
    pacing.request();
    await turn();
    pacing.acknowledge();
  };

  it('updates at once', () => {
    pacing.request();
    assert.equal(runs, 1);
  });

  it('updates once more at the end of the interval, however many changes there were', async () => {
    await change();
    pacing.request();
    pacing.request();
    clock.advance(199);
    assert.equal(runs, 1);
    pacing.request();
    clock.advance(1);
    assert.equal(runs, 2);
  });

  it('updates at once again after a pause', async () => {
    await change();
    clock.advance(200);
    pacing.request();
    assert.equal(runs, 2);
  });

  it('waits until the page shows the last update, and then makes up for all changes by one', async () => {
    pacing.request();
    await turn();
    clock.advance(1000);
    pacing.request();
    pacing.request();
    assert.equal(runs, 1);
    pacing.acknowledge();
    assert.equal(runs, 2);
    await turn();
    pacing.acknowledge();
    clock.advance(1000);
    assert.equal(runs, 2);
  });

  it('does not wait for an answer to an update that was not sent', async () => {
    run = () => Promise.resolve(false);
    pacing.request();
    await turn();
    clock.advance(200);
    pacing.request();
    assert.equal(runs, 2);
  });

  it('goes on after an update that failed', async () => {
    run = () => Promise.reject(new Error('no'));
    pacing.request();
    await turn();
    assert.equal(errors.length, 1);
    clock.advance(200);
    pacing.request();
    assert.equal(runs, 2);
  });

  it('rests longer after an update that took long', async () => {
    run = () => {
      clock.advance(500);
      return Promise.resolve(true);
    };
    await change();
    pacing.request();
    clock.advance(1499);
    assert.equal(runs, 1);
    clock.advance(1);
    assert.equal(runs, 2);
  });

  it('rests for the work of an update and not for what it waited', async () => {
    run = (meter) => {
      clock.advance(500);
      meter(() => {
        clock.advance(100);
      });
      return Promise.resolve(true);
    };
    await change();
    // Four times the work, counted from the start, is over: what comes now comes at once.
    pacing.request();
    assert.equal(runs, 2);
  });

  it('still rests four times as long as the work took', async () => {
    run = (meter) => {
      meter(() => {
        clock.advance(200);
      });
      clock.advance(100);
      return Promise.resolve(true);
    };
    await change();
    pacing.request();
    clock.advance(499);
    assert.equal(runs, 1);
    clock.advance(1);
    assert.equal(runs, 2);
  });

  it('waits an interval for more of what the page shows already, and no longer', async () => {
    pacing.requestLater();
    clock.advance(199);
    pacing.requestLater();
    await turn();
    assert.equal(runs, 0);
    clock.advance(1);
    assert.equal(runs, 1);
  });

  it('does not wait for more when the update is wanted after all', async () => {
    pacing.requestLater();
    pacing.hurry();
    assert.equal(runs, 1);
    await turn();
    pacing.acknowledge();
    clock.advance(1000);
    assert.equal(runs, 1);
  });

  it('rests between updates, however they are wanted', async () => {
    await change();
    pacing.requestLater();
    pacing.hurry();
    clock.advance(199);
    assert.equal(runs, 1);
    clock.advance(1);
    assert.equal(runs, 2);
  });

  it('begins anew after a reset: no timer is left, and nothing is waited for', async () => {
    await change();
    pacing.request();
    pacing.reset();
    clock.advance(1000);
    assert.equal(runs, 1);
    pacing.request();
    pacing.reset();
    pacing.request();
    assert.equal(runs, 3);
  });
});
