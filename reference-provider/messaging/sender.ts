import { bytesToUint } from "../../core/bytes.js";
import { reasonOf } from "../../core/coded-error.js";
import type { Content, ReplyTo } from "../../protocol/content/content.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { newMessageId } from "../../protocol/ids/message-id.js";
import { bytesOf, childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { Recent } from "../client/recent.js";
import { Serial } from "../client/serial.js";
import { ProviderError } from "../errors.js";
import type { MessageReference } from "../features/types.js";
import { readKeys } from "../stanzas/key-fetch.js";
import type { MessageHead } from "../stanzas/messages.js";
import type { UserContext } from "../user/context.js";
import { beginSession, fetchBundle, seal, sealInSession } from "./sealer.js";

interface SentMessage {
  readonly to: string;
  readonly type: MessageHead["type"];
  /** Encoded, not padded: every resend is padded and encrypted anew. */
  readonly content: Uint8Array;
  resends: number;
}

const rememberedMessages = 500;
/** Beyond this two broken sides would keep each other busy for ever (interop fact 77). */
const maximumResends = 10;

/** Texts and reactions out, and again when the recipient asks for them. */
export class Sender {
  readonly #context: UserContext;
  /** Messages leave in the order in which they were encrypted; sessions begin one at a time. */
  readonly #turn = new Serial();
  readonly #sent = new Recent<SentMessage>(rememberedMessages);
  readonly #givenUp = new Set<string>();
  #previousId: string | undefined;

  constructor(context: UserContext) {
    this.#context = context;
  }

  /** Resolves with the id when the server has taken the message. @throws ProviderError */
  async sendText(to: string, text: string, reply?: MessageReference): Promise<string> {
    const { behaviour, texts } = this.#context;
    const written = behaviour.messaging.textOut(text);
    const replyTo = reply && behaviour.features.replyOut(replyReference(reply, texts.get(reply.id)));
    const content: Content = { type: "text", text: written, ...(replyTo !== undefined && { replyTo }) };
    const id = await this.#send(to, "text", content);
    texts.set(id, text);
    return id;
  }

  /** An empty emoji takes the reaction back. @throws ProviderError */
  async react(to: string, target: MessageReference, emoji: string): Promise<string> {
    const { behaviour, clock, login } = this.#context;
    const key = { id: target.id, fromMe: target.from === login, chat: to };
    const reaction = behaviour.features.reactionOut({ type: "reaction", target: key, emoji, sentAtMs: clock.now() });
    return reaction === undefined ? "unsent" : this.#send(to, "reaction", reaction);
  }

  async #send(to: string, type: MessageHead["type"], content: Content): Promise<string> {
    const { behaviour, events, random, session } = this.#context;
    const { messaging } = behaviour;
    if (!session.online) throw new ProviderError("not-connected", "Send a message: the user is not connected");
    if (this.#givenUp.has(to))
      throw new ProviderError("message-refused", `Send a message to ${to}: was refused before`);
    const id = messaging.messageId(() => newMessageId(random), this.#previousId);
    this.#previousId = id;
    const encoded = encodeContent(content);
    const { ack, stanza } = await this.#turn.run(async () => {
      const sealed = await seal(this.#context, to, encoded);
      this.#sent.set(id, { to, type, content: encoded, resends: 0 });
      const message = this.#stanza({ id, to, type }, sealed);
      return { ack: session.exchange(id, message), stanza: message };
    });
    const error = messaging.sendError(await ack);
    if (error !== undefined) {
      if (messaging.afterRefusal === "send-again") session.send(stanza);
      if (messaging.afterRefusal === "give-up-on-contact") this.#givenUp.add(to);
      throw new ProviderError("message-refused", `Send message ${id}: found error ${error} in the ack, wanted none`);
    }
    if (behaviour.features.deliveredWhenTaken) {
      events.push({ kind: "receipt", ids: [id], from: to, type: "delivered" });
    }
    return id;
  }

  /** Answers a retry receipt of `contact`, when the message is known and has not been sent too often. */
  async resend(receipt: StanzaNode, contact: string): Promise<void> {
    const { behaviour, events, random, session } = this.#context;
    const id = receipt.attrs["id"] ?? "";
    const message = this.#sent.get(id);
    if (message?.to !== contact || message.resends >= maximumResends || !behaviour.messaging.answersRetries) return;
    if (message.type === "reaction" && !behaviour.features.resendsReactions) return;
    message.resends += 1;
    const count = Number(childNamed(receipt, "retry")?.attrs["count"] ?? "1");
    try {
      await this.#turn.run(async () => {
        await beginSession(this.#context, contact, await this.#bundleFor(receipt, contact));
        const sealed = await sealInSession(this.#context, addressOf(contact), message.content);
        const resent = behaviour.messaging.resendId(id, () => newMessageId(random));
        session.send(this.#stanza({ id: resent, to: contact, type: message.type }, sealed, count));
      });
    } catch (thrown) {
      events.push({ kind: "error", code: "resend-failed", detail: reasonOf(thrown) });
    }
  }

  /** The keys in the receipt save a fetch; without them the recipient's session may be beyond repair all the same. */
  async #bundleFor(receipt: StanzaNode, contact: string): Promise<PreKeyBundle> {
    const keys = childNamed(receipt, "keys");
    const registration = childNamed(receipt, "registration");
    const bytes = registration && bytesOf(registration);
    if (keys === undefined || bytes?.length !== 4) return fetchBundle(this.#context, contact);
    return { registrationId: bytesToUint(bytes), ...readKeys(keys) };
  }

  #stanza(head: MessageHead, sealed: SignalMessage, count?: number): StanzaNode {
    const { messaging } = this.#context.behaviour;
    return messaging.message(head, messaging.enc(sealed, count));
  }
}

/** With the text that is answered, where this device still has it. */
function replyReference({ id, from }: MessageReference, quotedText: string | undefined): ReplyTo {
  return { id, participant: from, ...(quotedText !== undefined && { quotedText }) };
}
