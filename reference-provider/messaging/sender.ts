import { reasonOf } from "../../core/coded-error.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { newMessageId } from "../../protocol/ids/message-id.js";
import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { Recent } from "../client/recent.js";
import { Serial } from "../client/serial.js";
import { ProviderError } from "../errors.js";
import type { UserContext } from "../user/context.js";
import { maximumResends, retryBundle } from "./retrying.js";
import { beginSession, seal, sealInSession } from "./sealer.js";

interface SentMessage {
  readonly to: string;
  /** Encoded, not padded: every resend is padded and encrypted anew. */
  readonly content: Uint8Array;
  resends: number;
}

const rememberedMessages = 500;

/** Texts out, and again when the recipient asks for them. */
export class Sender {
  readonly #context: UserContext;
  /** Messages leave in the order in which they were encrypted; sessions begin one at a time. */
  readonly #turn = new Serial();
  readonly #sent = new Recent<SentMessage>(rememberedMessages);
  #previousId: string | undefined;

  constructor(context: UserContext) {
    this.#context = context;
  }

  /** Resolves with the id when the server has taken the message. @throws ProviderError */
  async sendText(to: string, text: string): Promise<string> {
    const { behaviour, random, session } = this.#context;
    const { messaging } = behaviour;
    if (!session.online) throw new ProviderError("not-connected", "Send a message: the user is not connected");
    const id = messaging.messageId(() => newMessageId(random), this.#previousId);
    this.#previousId = id;
    const content = encodeContent({ type: "text", text: messaging.textOut(text) });
    const { ack } = await this.#turn.run(async () => {
      const sealed = await seal(this.#context, to, content);
      this.#sent.set(id, { to, content, resends: 0 });
      return { ack: session.exchange(id, this.#stanza(id, to, sealed)) };
    });
    const error = messaging.sendError(await ack);
    if (error === undefined) return id;
    throw new ProviderError("message-refused", `Send message ${id}: found error ${error} in the ack, wanted none`);
  }

  /** Answers a retry receipt of `contact`, when the message is known and has not been sent too often. */
  async resend(receipt: StanzaNode, contact: string): Promise<void> {
    const { behaviour, events, random, session } = this.#context;
    const id = receipt.attrs["id"] ?? "";
    const message = this.#sent.get(id);
    if (message?.to !== contact || message.resends >= maximumResends || !behaviour.messaging.answersRetries) return;
    message.resends += 1;
    const count = Number(childNamed(receipt, "retry")?.attrs["count"] ?? "1");
    try {
      await this.#turn.run(async () => {
        await beginSession(this.#context, contact, await retryBundle(this.#context, receipt, contact));
        const sealed = await sealInSession(this.#context, addressOf(contact), message.content);
        const resent = behaviour.messaging.resendId(id, () => newMessageId(random));
        session.send(this.#stanza(resent, contact, sealed, count));
      });
    } catch (thrown) {
      events.push({ kind: "error", code: "resend-failed", detail: reasonOf(thrown) });
    }
  }

  #stanza(id: string, to: string, sealed: SignalMessage, count?: number): StanzaNode {
    const { messaging } = this.#context.behaviour;
    return messaging.message({ id, to, type: "text" }, messaging.enc(sealed, count));
  }
}
