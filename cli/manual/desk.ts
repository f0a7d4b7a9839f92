import { type Answer, type Card, problemOf } from "./card.js";

/** What lies before the person: at most one card at a time. The page and the terminal show it, and both may answer. */
export interface Desk {
  /** Shows a card until it is answered; undefined when `over` is aborted first, because the wire has answered. */
  ask(card: Card, over?: AbortSignal): Promise<Answer | undefined>;
  /** The card that waits, with a number of its own. */
  readonly card: NumberedCard | undefined;
  /** Answers the card with this number. Returns what is wrong with the answer; undefined when it was taken. */
  answer(number: number, answer: Answer): string | undefined;
  /** Calls `listener` after each change. */
  subscribe(listener: () => void): () => void;
  /** Something that is shown beside the card has changed. */
  changed(): void;
}

export interface NumberedCard {
  readonly number: number;
  readonly card: Card;
}

interface Waiting extends NumberedCard {
  readonly settle: (answer: Answer | undefined) => void;
}

export function createDesk(): Desk {
  const listeners = new Set<() => void>();
  let numbers = 0;
  let waiting: Waiting | undefined;

  function changed(): void {
    for (const listener of listeners) listener();
  }

  return {
    async ask(card, over) {
      if (over?.aborted === true) return undefined;
      const number = ++numbers;
      let giveUp = (): void => undefined;
      const answer = await new Promise<Answer | undefined>((settle) => {
        waiting = { number, card, settle };
        giveUp = () => settle(undefined);
        over?.addEventListener("abort", giveUp);
        changed();
      });
      over?.removeEventListener("abort", giveUp);
      waiting = undefined;
      changed();
      return answer;
    },
    get card() {
      return waiting && { number: waiting.number, card: waiting.card };
    },
    answer(number, given) {
      if (waiting === undefined || waiting.number !== number) return "This step is over";
      const problem = problemOf(waiting.card, given);
      if (problem === undefined) waiting.settle(given);
      return problem;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
  };
}
