import { reasonOf } from "../../core/coded-error.js";
import { Recent } from "../../core/recent.js";
import type { Content } from "../../protocol/content/content.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { encodeEnvelope, type SenderKeyNotice } from "../../protocol/content/envelope.js";
import { newMessageId } from "../../protocol/ids/message-id.js";
import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import type { SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { beginSession, fetchBundle } from "../account/contacts.js";
import { Serial, type UserContext } from "../account/context.js";
import type { UserFile } from "../behaviour/files.js";
import { ProviderError } from "../errors.js";
import { FilePublisher } from "../files/outgoing.js";
import type { GroupHead } from "../stanzas/groups.js";
import { mediaTypes } from "../stanzas/messages.js";
import { bundleIn } from "../stanzas/receipts.js";
import type { Directory } from "./directory.js";

interface SentMessage {
  readonly head: GroupHead;
  readonly content: Content;
  resends: number;
}

const rememberedMessages = 500;

/** Without a limit, two broken sides would keep each other busy for ever (interop fact 77). */
const maximumResends = 10;

/** Texts and files to groups: encrypted once for all members, after each member without the key got it (wire 5.6). */
export class GroupSender {
  readonly #context: UserContext;
  readonly #keys: SenderKeys;
  readonly #directory: Directory;
  readonly #login: string;
  readonly #files: FilePublisher;
  /** Keys and messages leave in the order in which they were made. */
  readonly #turn = new Serial();
  readonly #sent = new Recent<string, SentMessage>(rememberedMessages);
  /** By group, who has the key that is in use. */
  readonly #holders = new Map<string, Set<string>>();

  constructor(context: UserContext, keys: SenderKeys, directory: Directory, login: string) {
    this.#context = context;
    this.#keys = keys;
    this.#directory = directory;
    this.#login = login;
    this.#files = new FilePublisher(context);
    if (!context.behaviour.groups.suppliesNewIdentity) return;
    // The key was given to an installation that exists no more.
    context.newIdentities.watch((contact) => {
      for (const holders of this.#holders.values()) holders.delete(contact);
    });
  }

  /** Resolves with the id when the server has taken the message. @throws ProviderError */
  async sendText(group: string, text: string): Promise<string> {
    const content = { type: "text", text: this.#context.behaviour.groups.textOut(text) } as const;
    return this.#send({ id: newMessageId(this.#context.random), group, type: "text" }, () => content);
  }

  /** As `sendText`; the file lies on the provider's media host by then. @throws ProviderError */
  async sendFile(group: string, file: UserFile): Promise<string> {
    const { behaviour, random } = this.#context;
    const head = { id: newMessageId(random), group, type: "media", mediatype: mediaTypes[file.kind] } as const;
    return this.#send(head, () => behaviour.groups.fileOut(this.#files.publish(file)));
  }

  async #send(head: GroupHead, contentOf: () => Content): Promise<string> {
    const { behaviour, random, session } = this.#context;
    const { id, group } = head;
    if (!session.online) throw new ProviderError("not-connected", "Send to a group: the user is not connected");
    const content = contentOf();
    const { ack } = await this.#turn.run(async () => {
      const shares = await this.#shares(group);
      const plain = behaviour.groups.pad(encodeContent(content), random);
      const sealed = behaviour.groups.sealed(this.#keys.encrypt(group, plain));
      this.#sent.set(id, { head, content, resends: 0 });
      return { ack: session.exchange(id, behaviour.groups.message(head, shares, sealed)) };
    });
    const { error } = (await ack).attrs as Partial<Record<"error", string>>;
    if (error === undefined) return id;
    throw new ProviderError("message-refused", `Send message ${id}: found error ${error} in the ack, wanted none`);
  }

  /** Answers a member's retry receipt, when the message is known and was not sent too often. */
  async resend(receipt: StanzaNode, group: string, member: string): Promise<void> {
    const { behaviour, events, random, session } = this.#context;
    const id = receipt.attrs["id"] ?? "";
    const message = this.#sent.get(id);
    if (message?.head.group !== group || message.resends >= maximumResends) return;
    message.resends += 1;
    const count = Number(childNamed(receipt, "retry")?.attrs["count"] ?? "1");
    try {
      await this.#turn.run(async () => {
        // A former member may ask, but must not get the key of the others.
        if (!behaviour.groups.answersRetry(await this.#directory.isMember(group, member))) return;
        // Without keys in the receipt, only a new session is sure to work.
        const bundle = bundleIn(receipt) ?? (await fetchBundle(this.#context, member));
        await beginSession(this.#context, member, bundle);
        const { content, head } = message;
        const key = behaviour.groups.resendsKey ? { senderKey: this.#notice(group) } : {};
        const sealed = await this.#context.account.encrypt(
          addressOf(member),
          behaviour.groups.pad(encodeEnvelope({ content, ...key }), random),
        );
        session.send(behaviour.groups.again({ ...head, member, count }, sealed));
      });
    } catch (thrown) {
      events.push({ kind: "error", code: "resend-failed", detail: reasonOf(thrown) });
    }
  }

  /** Uses a new key from now on. */
  renew(group: string): void {
    // After the message that is being encrypted, which needs the key that its receivers got.
    void this.#turn.run(async () => {
      this.#keys.renew(group);
      this.#holders.delete(group);
    });
  }

  async #shares(group: string): Promise<ReadonlyMap<string, SignalMessage>> {
    const { account, behaviour, random } = this.#context;
    const members = (await this.#directory.members(group)).filter((member) => member !== this.#login);
    const holders = this.#holders.get(group) ?? new Set<string>();
    this.#holders.set(group, holders);
    const shares = new Map<string, SignalMessage>();
    for (const member of behaviour.groups.keyReceivers(members, holders, this.#directory.former(group))) {
      const address = addressOf(member);
      if (!account.hasSession(address) && !(await this.#beginSession(member))) continue;
      const notice = encodeEnvelope({ senderKey: this.#notice(group) });
      shares.set(member, await account.encrypt(address, behaviour.groups.pad(notice, random)));
      holders.add(member);
    }
    return shares;
  }

  /** Without keys of one member the others still get the message; this member is tried again with the next one. */
  async #beginSession(member: string): Promise<boolean> {
    try {
      await beginSession(this.#context, member, await fetchBundle(this.#context, member));
      return true;
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      this.#context.events.push({ kind: "error", code: "member-left-out", detail: thrown.message });
      return false;
    }
  }

  #notice(group: string): SenderKeyNotice {
    return { group, distribution: this.#keys.distribution(group) };
  }
}
