import type { Clock, Timer } from "../../core/clock.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import { UserError } from "./errors.js";

/** Matches the stanzas that a user sends with the server's answers. */
export interface Answers {
  /** @throws UserError `user-unanswered`, or `user-gone` if `close` came first. */
  wait(subject: string): Promise<StanzaNode>;
  /** False if no one waits for it. */
  give(subject: string, answer: StanzaNode): boolean;
  /** Ends every wait, now and from now on. */
  close(): void;
}

interface Waiter {
  readonly resolve: (answer: StanzaNode) => void;
  readonly reject: (reason: UserError) => void;
  readonly timer: Timer;
}

/** @param ms - How long an answer may take. */
export function createAnswers(clock: Clock, ms: number): Answers {
  const waiters = new Map<string, Waiter>();
  let closed = false;

  function take(subject: string): Waiter | undefined {
    const waiter = waiters.get(subject);
    waiters.delete(subject);
    waiter?.timer.cancel();
    return waiter;
  }

  return {
    wait: (subject) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(gone(subject));
        const timer = clock.after(ms, () => take(subject)?.reject(unanswered(subject, ms)));
        waiters.set(subject, { resolve, reject, timer });
      }),
    give(subject, answer) {
      const waiter = take(subject);
      waiter?.resolve(answer);
      return waiter !== undefined;
    },
    close() {
      closed = true;
      for (const subject of waiters.keys()) take(subject)?.reject(gone(subject));
    },
  };
}

function unanswered(subject: string, ms: number): UserError {
  return new UserError("user-unanswered", `Wait for the answer to ${subject}: found none, wanted one within ${ms} ms`);
}

function gone(subject: string): UserError {
  return new UserError("user-gone", `Wait for the answer to ${subject}: found the user gone, wanted it there`);
}

/** Runs tasks one after another, in the order in which they were given. A failed task does not stop the next. */
export interface Turns {
  take<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Resolves when all tasks are done, including those that were given meanwhile. */
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
