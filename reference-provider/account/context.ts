import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { Recent } from "../../core/recent.js";
import type { Content, MediaKind } from "../../protocol/content/content.js";
import type { SignalAccount } from "../../signal/account.js";
import type { Behaviour } from "../behaviour/behaviour.js";
import type { Session } from "../channel/session.js";
import type { EventQueue } from "../events.js";
import type { Settings } from "../settings.js";
import type { MessageHead } from "../stanzas/messages.js";

/** A message as it was sent: encoded but not padded, because each resend is padded and encrypted again. */
export interface SentMessage {
  readonly to: string;
  readonly type: MessageHead["type"];
  /** Of the file. */
  readonly kind?: MediaKind | undefined;
  readonly content: Uint8Array;
  resends: number;
}

/** Contacts whose identity key has changed, for those who have given them something under the old one. */
export class NewIdentities {
  readonly #listeners: ((contact: string) => void)[] = [];

  add(contact: string): void {
    for (const listener of this.#listeners) listener(contact);
  }

  /** Calls `listener` for each contact from now on. */
  watch(listener: (contact: string) => void): void {
    this.#listeners.push(listener);
  }
}

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
  /** What contacts may ask for again, by id. */
  readonly sent: Recent<string, SentMessage>;
  /** Who wants to know of new identity keys. */
  readonly newIdentities: NewIdentities;
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
