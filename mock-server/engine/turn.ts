import type { Profile } from "../../profiles/profile.js";
import { serverAddress } from "../../protocol/ids/jid.js";
import { node, type StanzaContent, type StanzaNode } from "../../protocol/stanza/node.js";
import type { FaultBoard } from "../faults/board.js";
import type { FaultPlace } from "../../faults/hooks.js";
import type { MediaHost } from "../media/store.js";
import type { Account } from "./account.js";
import type { Accounts } from "./accounts.js";
import type { Groups } from "./groups.js";
import type { Pairings } from "./pairings.js";
import type { Relay } from "./relay.js";
import type { Effect } from "./types.js";

/** What handlers share: the state that outlives an event. */
export interface Shared {
  readonly profile: Profile;
  readonly accounts: Accounts;
  readonly faults: Pick<FaultBoard, "apply">;
  readonly pairings: Pairings;
  readonly groups: Groups;
  readonly relay: Relay;
  /** Undefined when there is none. */
  mediaHost(): MediaHost | undefined;
  /** An id for a stanza that the server starts. */
  nextId(): string;
}

/** The handling of one event: what handlers may know and do, and the effects so far. */
export class Turn {
  readonly shared: Shared;
  /** Unix milliseconds; the same throughout an event. */
  readonly now: number;
  readonly effects: Effect[] = [];
  readonly #entry: number;

  constructor(shared: Shared, now: number, entry: number) {
    this.shared = shared;
    this.now = now;
    this.#entry = entry;
  }

  get accounts(): Accounts {
    return this.shared.accounts;
  }

  /** Unix seconds, as attributes carry them. */
  get seconds(): string {
    return String(Math.floor(this.now / 1000));
  }

  /** Now or never: for answers and for what is stale a moment later. */
  send(to: Account, stanza: StanzaNode): void {
    if (to.connection !== undefined) this.effects.push({ type: "send", connection: to.connection, node: stanza });
    else if (to.online) this.effects.push({ type: "deliver", jid: to.address, node: stanza, entry: this.#entry });
  }

  /** Into the mailbox, where it stays until answered, and out at once when the receiver is there. */
  post(to: Account, stanza: StanzaNode): void {
    to.mailbox.add(stanza, this.accounts.party(stanza.attrs["from"] ?? ""), this.now);
    if (to.active) this.send(to, stanza);
    else if (!to.online && to.enlisted !== undefined && stanza.tag === "message") {
      this.effects.push({ type: "push", login: to.address, userId: to.enlisted.userId });
    }
  }

  notify(
    to: Account,
    from: string,
    content: StanzaContent,
    extra: Readonly<Record<string, string>> = { type: "encrypt" },
  ): void {
    const attrs = { id: this.shared.nextId(), from, t: this.seconds, ...extra };
    this.post(to, node("notification", attrs, content));
  }

  answer(to: Account, request: StanzaNode, content?: StanzaContent): void {
    this.send(to, node("iq", { type: "result", id: request.attrs["id"], from: serverAddress }, content));
  }

  refuse(to: Account, request: StanzaNode, code: string, text: string): void {
    const attrs = { type: "error", id: request.attrs["id"], from: serverAddress };
    this.send(to, node("iq", attrs, [node("error", { code, text })]));
  }

  /** Says that a stanza of `to` was taken, or with `error` that it was not. */
  acknowledge(to: Account, taken: StanzaNode, extra: Readonly<Record<string, string | undefined>> = {}): void {
    const { id, to: from, participant } = taken.attrs;
    this.send(to, node("ack", { class: taken.tag, id, from, participant, t: this.seconds, ...extra }));
  }

  close(account: Account, reason: string): void {
    if (account.connection === undefined) return;
    this.effects.push({ type: "close", connection: account.connection, reason });
    this.accounts.release(account);
  }

  placeOf(account: Account, messageId?: string): FaultPlace {
    return { accounts: account.names, connection: account.connection, messageId };
  }
}
