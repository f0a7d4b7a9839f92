import { bytesToUint } from "../../core/bytes.js";
import { reasonOf } from "../../core/coded-error.js";
import type { MediaKind } from "../../protocol/content/content.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { newMessageId } from "../../protocol/ids/message-id.js";
import { bytesOf, childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { Recent } from "../client/recent.js";
import { Serial } from "../client/serial.js";
import { ProviderError } from "../errors.js";
import { FilePublisher } from "../files/outgoing.js";
import type { UserFile } from "../files/types.js";
import { readKeys } from "../stanzas/key-fetch.js";
import type { UserContext } from "../user/context.js";
import { beginSession, fetchBundle, seal, sealInSession } from "./sealer.js";

interface SentMessage {
  readonly to: string;
  /** Encoded, not padded: every resend is padded and encrypted anew. */
  readonly content: Uint8Array;
  readonly kind: MediaKind | undefined;
  resends: number;
}

/** `mediatype` of an `enc`, as ordinary clients write it. */
const mediaTypes: Readonly<Record<MediaKind, string>> = {
  image: "image",
  video: "video",
  audio: "audio",
  voice: "ptt",
  document: "document",
};

const rememberedMessages = 500;

/** Messages out, and again when the recipient asks for them. */
export class Sender {
  readonly #context: UserContext;
  readonly #files: FilePublisher;
  /** Messages leave in the order in which they were encrypted; sessions begin one at a time. */
  readonly #turn = new Serial();
  readonly #sent = new Recent<SentMessage>(rememberedMessages);
  #previousId: string | undefined;

  constructor(context: UserContext) {
    this.#context = context;
    this.#files = new FilePublisher(context);
  }

  /** Resolves with the id when the server has taken the message. @throws ProviderError */
  async sendText(to: string, text: string): Promise<string> {
    const { messaging } = this.#context.behaviour;
    return this.#send(to, () => encodeContent({ type: "text", text: messaging.textOut(text) }));
  }

  /** As `sendText`; the file lies on the provider's media host by then. @throws ProviderError */
  async sendFile(to: string, file: UserFile): Promise<string> {
    const { clock, session } = this.#context;
    if (!session.online) throw new ProviderError("not-connected", "Send a file: the user is not connected");
    const content = encodeContent(this.#files.publish(file));
    // Sealing a large file takes a while, and timers count from when the event loop last looked at the clock.
    await new Promise<void>((resolve) => void clock.after(0, resolve));
    return this.#send(to, () => content, file.kind);
  }

  async #send(to: string, encode: () => Uint8Array, kind?: MediaKind): Promise<string> {
    const { behaviour, random, session } = this.#context;
    const { messaging } = behaviour;
    if (!session.online) throw new ProviderError("not-connected", "Send a message: the user is not connected");
    const id = messaging.messageId(() => newMessageId(random), this.#previousId);
    this.#previousId = id;
    const content = encode();
    const { ack } = await this.#turn.run(async () => {
      const sealed = await seal(this.#context, to, content);
      this.#sent.set(id, { to, content, kind, resends: 0 });
      return { ack: session.exchange(id, this.#stanza({ id, to, kind }, sealed)) };
    });
    const error = messaging.sendError(await ack);
    if (error === undefined) return id;
    throw new ProviderError("message-refused", `Send message ${id}: found error ${error} in the ack, wanted none`);
  }

  /** Answers a retry receipt of `contact`, when the message is known and has not been sent too often. */
  async resend(receipt: StanzaNode, contact: string): Promise<void> {
    const { behaviour, events, random, session } = this.#context;
    const id = receipt.attrs["id"] ?? "";
    const message = this.#messageOf(id, contact);
    // Beyond this two broken sides would keep each other busy for ever.
    const { maximumResends } = behaviour.sessions;
    if (message === undefined || message.resends >= maximumResends || !behaviour.messaging.answersRetries) return;
    message.resends += 1;
    const count = Number(childNamed(receipt, "retry")?.attrs["count"] ?? "1");
    try {
      await this.#turn.run(async () => {
        await this.#prepareSession(receipt, contact);
        const sealed = await sealInSession(this.#context, addressOf(contact), message.content);
        const resent = behaviour.messaging.resendId(id, () => newMessageId(random));
        session.send(this.#stanza({ id: resent, to: contact, kind: message.kind }, sealed, count));
      });
    } catch (thrown) {
      events.push({ kind: "error", code: "resend-failed", detail: reasonOf(thrown) });
    }
  }

  /** What `contact` may have again: a message that was sent to it. */
  #messageOf(id: string, contact: string): SentMessage | undefined {
    const message = this.#sent.get(id);
    if (message !== undefined) return message.to === contact ? message : undefined;
    const text = this.#context.behaviour.sessions.answerToUnknownRetry;
    if (text === undefined) return undefined;
    return { to: contact, content: encodeContent({ type: "text", text }), kind: undefined, resends: 0 };
  }

  /** The keys in the receipt save a fetch. */
  async #prepareSession(receipt: StanzaNode, contact: string): Promise<void> {
    const { account, behaviour } = this.#context;
    const keys = childNamed(receipt, "keys");
    const registration = childNamed(receipt, "registration");
    const bytes = registration && bytesOf(registration);
    const registrationId = bytes?.length === 4 ? bytesToUint(bytes) : undefined;
    const address = addressOf(contact);
    const choice = behaviour.sessions.resendIn({
      givesKeys: keys !== undefined && registrationId !== undefined,
      hasSession: account.hasSession(address),
      sameRegistration: account.registrationIdOf(address) === registrationId,
    });
    if (choice === "same-session") return;
    const given =
      choice === "given-keys" && keys !== undefined && registrationId !== undefined
        ? { registrationId, ...readKeys(keys) }
        : undefined;
    await beginSession(this.#context, contact, given ?? (await fetchBundle(this.#context, contact)));
  }

  #stanza(about: Pick<SentMessage, "to" | "kind"> & { id: string }, sealed: SignalMessage, count?: number): StanzaNode {
    const { messaging } = this.#context.behaviour;
    const { id, to, kind } = about;
    const type = kind === undefined ? "text" : "media";
    return messaging.message({ id, to, type }, messaging.enc(sealed, count, kind && mediaTypes[kind]));
  }
}
