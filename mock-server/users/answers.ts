import type { Clock, Timer } from "../../core/clock.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import { UserError } from "./errors.js";

/** Brings what a user sent together with the server's answer to it. */
export interface Answers {
  /** @throws UserError `user-unanswered`, or `user-gone` when `close` came first. */
  wait(subject: string): Promise<StanzaNode>;
  /** False when nobody waits for it. */
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
