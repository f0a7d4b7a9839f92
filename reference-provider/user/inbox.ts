import { isGroup } from "../../protocol/ids/jid.js";
import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import { forgetContact } from "../account/contacts.js";
import { Serial, type UserContext } from "../account/context.js";
import type { KeyStore } from "../account/key-store.js";
import type { Groups } from "../groups/groups.js";
import type { Receiver } from "../messaging/receiver.js";
import type { Sender } from "../messaging/sender.js";
import { contactOf } from "../stanzas/messages.js";
import { type Features, showReceipt } from "./features.js";

export interface InboxDeps {
  readonly context: UserContext;
  readonly keys: KeyStore;
  readonly receiver: Receiver;
  readonly sender: Sender;
  readonly groups: Groups;
  readonly features: Features;
}

/** Hands each stanza to the part that understands it. Whatever changes sessions runs in the order of arrival. */
export class Inbox {
  readonly #deps: InboxDeps;
  readonly #turn = new Serial();

  constructor(deps: InboxDeps) {
    this.#deps = deps;
  }

  /** False for a stanza of an unknown kind. */
  take(stanza: StanzaNode): boolean {
    const { context, groups, receiver } = this.#deps;
    switch (stanza.tag) {
      case "message":
        this.#later(() => (isGroup(stanza.attrs["from"]) ? groups : receiver).receive(stanza));
        return true;
      case "receipt":
        this.#receipt(stanza);
        return true;
      case "ack":
        if (stanza.attrs["class"] === "message") context.session.settle(stanza.attrs["id"] ?? "", stanza);
        return true;
      case "notification":
        this.#notification(stanza);
        return true;
      case "ib":
        if (childNamed(stanza, "offline") !== undefined) this.#later(() => receiver.offlineDone());
        return true;
      case "chatstate":
        this.#deps.features.takeChatstate(stanza);
        return true;
      case "call":
        this.#answer(context.behaviour.features.callAck(stanza));
        return true;
      case "presence":
        return true;
      default:
        return false;
    }
  }

  #receipt(receipt: StanzaNode): void {
    const { context, groups, sender } = this.#deps;
    const from = contactOf(receipt.attrs["from"]);
    this.#answer(context.behaviour.features.receiptAck(receipt));
    if (from === undefined || this.#isPassedOver(receipt)) return;
    if (isGroup(from)) groups.receipt(receipt);
    else if (receipt.attrs["type"] === "retry") void sender.resend(receipt, from);
    else if (context.behaviour.messaging.showsReceipts) showReceipt(context, receipt, from);
  }

  #notification(notification: StanzaNode): void {
    const { context, groups, keys } = this.#deps;
    // The members change before the ack leaves, because a check waits for the ack.
    if (notification.attrs["type"] === "w:gp2") groups.noticed(notification);
    this.#answer(context.behaviour.channel.notificationAck(notification));
    if (!context.behaviour.channel.readsNotification(notification.attrs["type"])) return;
    if (this.#isPassedOver(notification)) return;
    const count = childNamed(notification, "count");
    // A count that cannot be read means that there is reason to upload (wire 3.4).
    if (count !== undefined) keys.refill(Number(count.attrs["value"]) || 0);
    const contact = contactOf(notification.attrs["from"]);
    if (contact !== undefined && childNamed(notification, "identity") !== undefined) {
      this.#later(async () => forgetContact(context, contact));
    }
  }

  #isPassedOver(stanza: StanzaNode): boolean {
    return "offline" in stanza.attrs && !this.#deps.context.behaviour.channel.readsWaiting(stanza);
  }

  #answer(stanza: StanzaNode | undefined): void {
    if (stanza !== undefined) this.#deps.context.session.answer(stanza);
  }

  #later(task: () => Promise<void>): void {
    const { events } = this.#deps.context;
    this.#turn.run(task).catch((thrown: unknown) => {
      // An error in one stanza must not stop the ones behind it.
      events.push({ kind: "error", code: "stanza-failed", detail: String(thrown) });
    });
  }
}
