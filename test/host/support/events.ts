import type * as vscode from 'vscode';

/**
 * Resolves with what `read` gives as soon as it gives something: now, or after one of the events.
 * A test that waits in vain ends by mocha's timeout.
 */
export function until<T>(read: () => T | undefined, ...events: readonly vscode.Event<unknown>[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const listeners: vscode.Disposable[] = [];
    const look = (): void => {
      try {
        const value = read();
        if (value === undefined) {
          return;
        }
        resolve(value);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      listeners.forEach((listener) => {
        listener.dispose();
      });
    };
    listeners.push(...events.map((event) => event(look)));
    look();
  });
}

/** Resolves with the next value of an event that the test accepts. */
export function next<T>(event: vscode.Event<T>, accepts: (value: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve) => {
    const listener = event((value) => {
      if (accepts(value)) {
        listener.dispose();
        resolve(value);
      }
    });
  });
}
