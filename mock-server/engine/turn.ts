import type { FaultPlace } from "../../faults/hooks.js";
import type { Profile } from "../../profiles/profile.js";
import { serverAddress } from "../../protocol/ids/jid.js";
import { node, type StanzaContent, type StanzaNode } from "../../protocol/stanza/node.js";
import type { FaultBoard } from "../faults/board.js";
import type { Outbox } from "../faults/outbox.js";
import type { MediaHost } from "../media/store.js";
import type { Account } from "./account.js";
import type { Accounts, Pairings } from "./accounts.js";
import type { Groups } from "./groups.js";
import type { MailSpace } from "./mailbox.js";
import type { Effect } from "./types.js";

/** The state that outlives an event; all handlers share it. */
export interface Shared {
  readonly profile: Profile;
  readonly accounts: Accounts;
  readonly faults: Pick<FaultBoard, "apply">;
  readonly pairings: Pairings;
  readonly groups: Groups;
  readonly space: MailSpace;
  /** Messages from one provider's user to another. */
  readonly outbox: Outbox;
  /** Undefined if there is none. */
  mediaHost(): MediaHost | undefined;
  /** An id for a stanza that the server sends by itself. */
  nextId(): string;
}

/** The handling of one event: what handlers may read and do, and the effects so far. */
export class Turn {
  readonly shared: Shared;
  /** Unix milliseconds; constant during an event. */
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

  /** Unix seconds, as in attributes. */
  get seconds(): string {
    return String(Math.floor(this.now / 1000));
  }

  /** Sends now, or not at all if the receiver is offline: for answers, and for what is soon outdated. */
  send(to: Account, stanza: StanzaNode): void {
    if (to.connection !== undefined) this.effects.push({ type: "send", connection: to.connection, node: stanza });
    else if (to.online) this.effects.push({ type: "deliver", jid: to.address, node: stanza, entry: this.#entry });
  }

  /** What the server states as the time of a message to `receiver`, in unix seconds. @param at - Default: now. */
  messageTime(receiver: Account, id: string, at = this.seconds): string {
    return String(this.shared.faults.apply("message-time", Number(at), this.placeOf(receiver, id)));
  }

  /** Stores in the mailbox until the receiver answers, and sends at once if the receiver is active. */
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

  /** Tells the sender that its stanza was accepted, or with `error` that it was refused. */
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

/** Handles one kind of stanza. Must accept any content, because a profile may let violations of the catalogue pass. */
export type Handler = (turn: Turn, sender: Account, stanza: StanzaNode) => void;
