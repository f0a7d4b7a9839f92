import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { Recent } from "../../core/recent.js";
import type { Content } from "../../protocol/content/content.js";
import type { SignalAccount } from "../../signal/account.js";
import type { Behaviour } from "../behaviour/behaviour.js";
import type { Session } from "../channel/session.js";
import type { EventQueue } from "../events.js";
import type { Settings } from "../settings.js";

/** What the parts of one user's client share. */
export interface UserContext {
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly random: Random;
  readonly account: SignalAccount;
  readonly session: Session;
  readonly events: EventQueue;
  /** What the user was shown, by sender and id. It identifies redeliveries. */
  readonly seen: Recent<string, Content>;
  /** Stores the present state, so that it survives the end of the process. */
  readonly keep: () => void;
  /** The user's own address. */
  readonly login: string;
  /** Texts of the newest messages of either side, by id, so that replies can quote them. */
  readonly texts: Recent<string, string>;
  /** User-visible identifier. */
  readonly user: string;
  readonly settings: Settings;
  /** What the provider's media host serves. */
  readonly store: { readonly files: ReadonlyMap<string, Uint8Array>; put(ref: string, blob: Uint8Array): void };
  readonly issueToken: () => Promise<string>;
}

/** Runs tasks one after another, in the order in which they were handed over. A failed task does not stop the next. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  run<Result>(task: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
