import { childrenNamed, childrenOf, type StanzaNode } from "../../protocol/stanza/node.js";
import { contactOf } from "../messaging/incoming.js";
import type { UserContext } from "../user/context.js";
import { Directory } from "./directory.js";
import { GroupReceiver } from "./receiver.js";
import { GroupSender } from "./sender.js";

export function isGroup(address: string | undefined): boolean {
  return address?.endsWith("@g.us") === true;
}

/** All that one user's client has to do with groups. */
export class Groups {
  readonly sender: GroupSender;
  readonly receiver: GroupReceiver;
  readonly #context: UserContext;
  readonly #directory: Directory;

  /** @param login The user's own address, which is among the members. */
  constructor(context: UserContext, login: string) {
    this.#context = context;
    const keys = context.behaviour.groups.senderKeys(context.random);
    this.#directory = new Directory(context);
    this.sender = new GroupSender(context, keys, this.#directory, login);
    this.receiver = new GroupReceiver(context, keys, this.#directory);
  }

  noticed(notification: StanzaNode): void {
    const change = this.#directory.noticed(notification);
    if (change === undefined || change === "create") return;
    if (this.#context.behaviour.groups.renewsKey(change)) this.sender.renew(notification.attrs["from"] ?? "");
  }

  receipt(receipt: StanzaNode): void {
    const { id, from: group, type } = receipt.attrs as Partial<Record<"id" | "from" | "type", string>>;
    const from = contactOf(receipt.attrs["participant"]);
    if (id === undefined || group === undefined || from === undefined) return;
    if (type === "retry") {
      void this.sender.resend(receipt, group, from);
      return;
    }
    const more = childrenOf(receipt).flatMap((list) => childrenNamed(list, "item"));
    const ids = [id, ...more.flatMap((item) => item.attrs["id"] ?? [])];
    this.#context.events.push({ kind: "receipt", ids, from, group, type: type ?? "delivered" });
  }
}
