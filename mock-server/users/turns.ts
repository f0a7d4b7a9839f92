/** Runs tasks one after another, in the order in which they were given. A task that fails does not hold up the next. */
export interface Turns {
  take<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Resolves when all tasks are done, those included that were given meanwhile. */
  idle(): Promise<void>;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(task) {
      const mine = last.then(task);
      last = mine.catch(() => undefined);
      return mine;
    },
    async idle() {
      for (let seen: unknown; seen !== last; ) {
        seen = last;
        await last;
      }
    },
  };
}
