import { childrenNamed, childrenOf, type StanzaNode } from "../../protocol/stanza/node.js";
import type { UserContext } from "../account/context.js";
import type { UserFile } from "../behaviour/files.js";
import { contactOf } from "../stanzas/messages.js";
import { Directory } from "./directory.js";
import { GroupReceiver } from "./receiver.js";
import { GroupSender } from "./sender.js";

interface GroupClient {
  readonly directory: Directory;
  readonly sender: GroupSender;
  readonly receiver: GroupReceiver;
}

/** One user's groups. Most users are in none, so the client is made for the first. */
export class Groups {
  readonly #context: UserContext;
  readonly #login: string;
  #made: GroupClient | undefined;

  /** @param login The user's own address, which is among the members. */
  constructor(context: UserContext, login: string) {
    this.#context = context;
    this.#login = login;
  }

  /** Resolves with the id when the server has taken the message. @throws ProviderError */
  async sendText(group: string, text: string): Promise<string> {
    return this.#client.sender.sendText(group, text);
  }

  /** @throws ProviderError */
  async sendFile(group: string, file: UserFile): Promise<string> {
    return this.#client.sender.sendFile(group, file);
  }

  async receive(message: StanzaNode): Promise<void> {
    await this.#client.receiver.receive(message);
  }

  noticed(notification: StanzaNode): void {
    const { directory, sender } = this.#client;
    const change = directory.noticed(notification);
    if (change === undefined || change === "create") return;
    if (this.#context.behaviour.groups.renewsKey(change)) sender.renew(notification.attrs["from"] ?? "");
  }

  receipt(receipt: StanzaNode): void {
    const { id, from: group, type } = receipt.attrs as Partial<Record<"id" | "from" | "type", string>>;
    const from = contactOf(receipt.attrs["participant"]);
    if (id === undefined || group === undefined || from === undefined) return;
    if (type === "retry") {
      void this.#client.sender.resend(receipt, group, from);
      return;
    }
    if (!this.#context.behaviour.groups.showsReceipts) return;
    const more = childrenOf(receipt).flatMap((list) => childrenNamed(list, "item"));
    const ids = [id, ...more.flatMap((item) => item.attrs["id"] ?? [])];
    this.#context.events.push({ kind: "receipt", ids, from, group, type: type ?? "delivered" });
  }

  get #client(): GroupClient {
    this.#made ??= makeClient(this.#context, this.#login);
    return this.#made;
  }
}

function makeClient(context: UserContext, login: string): GroupClient {
  const keys = context.behaviour.groups.senderKeys(context.random);
  const directory = new Directory(context);
  const sender = new GroupSender(context, keys, directory, login);
  return { directory, sender, receiver: new GroupReceiver(context, keys, directory) };
}
