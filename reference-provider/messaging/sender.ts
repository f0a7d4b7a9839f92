import { reasonOf } from "../../core/coded-error.js";
import type { MediaKind, ReplyTo } from "../../protocol/content/content.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { newMessageId } from "../../protocol/ids/message-id.js";
import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { addressOf, type SignalAddress } from "../../signal/address.js";
import { beginSession, fetchBundle } from "../account/contacts.js";
import { type SentMessage, Serial, type UserContext } from "../account/context.js";
import type { UserFile } from "../behaviour/files.js";
import { ProviderError } from "../errors.js";
import type { MessageReference } from "../events.js";
import { FilePublisher } from "../files/outgoing.js";
import { mediaTypes, type MessageHead } from "../stanzas/messages.js";
import { bundleIn, registrationIn } from "../stanzas/receipts.js";

interface Kind {
  /** Of the file. */
  readonly kind?: MediaKind | undefined;
}

interface Draft extends Kind {
  readonly type: MessageHead["type"];
  readonly encode: () => Uint8Array;
}

/** Texts, files and reactions out, and again when the recipient asks for them. */
export class Sender {
  readonly #context: UserContext;
  readonly #files: FilePublisher;
  /** Messages leave in the order in which they were encrypted; sessions begin one at a time. */
  readonly #turn = new Serial();
  /** Messages of this process that the server has accepted, oldest first. */
  readonly #taken: { readonly id: string; readonly stanza: StanzaNode }[] = [];
  readonly #givenUp = new Set<string>();
  #previousId: string | undefined;

  constructor(context: UserContext) {
    this.#context = context;
    this.#files = new FilePublisher(context);
  }

  /** Resolves with the id when the server has taken the message. @throws ProviderError */
  async sendText(to: string, text: string, reply?: MessageReference): Promise<string> {
    const { behaviour, texts } = this.#context;
    const written = behaviour.messaging.textOut(text);
    const content = { type: "text", text: written, ...this.#replyTo(reply, false) } as const;
    const id = await this.#send(to, { type: "text", encode: () => encodeContent(content) });
    texts.set(id, text);
    return id;
  }

  /** As `sendText`; the file lies on the provider's media host by then. @throws ProviderError */
  async sendFile(to: string, file: UserFile, reply?: MessageReference): Promise<string> {
    const { clock, session } = this.#context;
    if (!session.online) throw new ProviderError("not-connected", "Send a file: the user is not connected");
    const content = encodeContent({ ...this.#files.publish(file), ...this.#replyTo(reply, true) });
    // Sealing a large file takes a while, and timers count from the event loop's last look at the clock.
    await new Promise<void>((resolve) => void clock.after(0, resolve));
    return this.#send(to, { type: "media", kind: file.kind, encode: () => content });
  }

  /** An empty emoji takes the reaction back. @throws ProviderError */
  async react(to: string, target: MessageReference, emoji: string): Promise<string> {
    const { behaviour, clock, login } = this.#context;
    const key = { id: target.id, fromMe: target.from === login, chat: to };
    const reaction = behaviour.features.reactionOut({ type: "reaction", target: key, emoji, sentAtMs: clock.now() });
    if (reaction === undefined) return "unsent";
    return this.#send(to, { type: "reaction", encode: () => encodeContent(reaction) });
  }

  async #send(to: string, { type, kind, encode }: Draft): Promise<string> {
    const { account, behaviour, events, random, sent, session } = this.#context;
    const { messaging } = behaviour;
    if (!session.online) throw new ProviderError("not-connected", "Send a message: the user is not connected");
    if (this.#givenUp.has(to))
      throw new ProviderError("message-refused", `Send a message to ${to}: was refused before`);
    const id = messaging.messageId(() => newMessageId(random), this.#previousId);
    this.#previousId = id;
    const content = encode();
    const { ack, stanza } = await this.#turn.run(async () => {
      const address = addressOf(to);
      if (messaging.beginsSession(account.hasSession(address))) {
        await beginSession(this.#context, to, await fetchBundle(this.#context, to));
      }
      const sealed = await this.#seal(address, content);
      sent.set(id, { to, type, kind, content, resends: 0 });
      // Otherwise the same message key would be used twice after a crash.
      if (behaviour.storage.keepsBeforeSending) this.#context.keep();
      const message = this.#stanza({ id, to, type, kind }, sealed);
      return { ack: session.exchange(id, message), stanza: message };
    });
    if (!messaging.waitsForAck) {
      ack.catch(() => undefined);
      return id;
    }
    const answer = await ack.catch((thrown: unknown) => {
      if (messaging.afterSilence === "send-again") return session.exchange(id, stanza);
      if (messaging.afterSilence === "report") throw thrown;
      return undefined;
    });
    if (answer === undefined) return this.#send(to, { type, kind, encode });
    const error = messaging.sendError(answer);
    if (error !== undefined) {
      const next = messaging.afterRefusal(error);
      if (next === "send-again") session.send(stanza);
      if (next === "give-up-on-contact") this.#givenUp.add(to);
      throw new ProviderError("message-refused", `Send message ${id}: found error ${error} in the ack, wanted none`);
    }
    for (const next of behaviour.features.afterSending(to)) session.send(next);
    if (messaging.taken !== "left") this.#taken.push({ id, stanza });
    if (behaviour.features.deliveredWhenTaken) {
      events.push({ kind: "receipt", ids: [id], from: to, type: "delivered" });
    }
    return id;
  }

  /** After a login. Usually nothing is left to do for what the server has accepted. */
  loggedIn(): void {
    const { behaviour, random, session } = this.#context;
    const { taken } = behaviour.messaging;
    for (const { id, stanza } of this.#taken) {
      const again = taken === "sent-as-new" ? newMessageId(random) : id;
      session.send({ ...stanza, attrs: { ...stanza.attrs, id: again } });
    }
  }

  /** Answers a retry receipt of `contact`, when the message is known and has not been sent too often. */
  async resend(receipt: StanzaNode, contact: string): Promise<void> {
    const { behaviour, events, random, session } = this.#context;
    const id = receipt.attrs["id"] ?? "";
    const message = this.#messageOf(id, contact);
    // Without a limit, two broken sides would keep each other busy for ever.
    const { maximumResends, resendsSoFar } = behaviour.sessions;
    const count = Number(childNamed(receipt, "retry")?.attrs["count"] ?? "1");
    if (message === undefined || !behaviour.messaging.answersRetries) return;
    if (resendsSoFar(message.resends, count - 1) >= maximumResends) return;
    const content = behaviour.features.resent(message.type, message.content);
    if (content === undefined) return;
    message.resends += 1;
    try {
      await this.#turn.run(async () => {
        await this.#prepareSession(receipt, contact);
        const sealed = await this.#seal(addressOf(contact), content);
        if (behaviour.storage.keepsBeforeSending) this.#context.keep();
        const resent = behaviour.messaging.resendId(id, () => newMessageId(random));
        const { type, kind } = message;
        session.send(this.#stanza({ id: resent, to: contact, type, kind }, sealed, count));
      });
    } catch (thrown) {
      events.push({ kind: "error", code: "resend-failed", detail: reasonOf(thrown) });
    }
  }

  /** With the text of the message that it answers, if this device still has it. */
  #replyTo(reply: MessageReference | undefined, withFile: boolean): { readonly replyTo?: ReplyTo } {
    if (reply === undefined) return {};
    const { behaviour, login, texts } = this.#context;
    const quotedText = texts.get(reply.id);
    const whole = { id: reply.id, participant: reply.from, ...(quotedText !== undefined && { quotedText }) };
    const replyTo = behaviour.features.replyOut(whole, { login, withFile });
    return { ...(replyTo !== undefined && { replyTo }) };
  }

  /** The message that `contact` asks for, if it was sent to this contact. */
  #messageOf(id: string, contact: string): SentMessage | undefined {
    const message = this.#context.sent.get(id);
    if (message !== undefined) return message.to === contact ? message : undefined;
    const text = this.#context.behaviour.sessions.answerToUnknownRetry;
    if (text === undefined) return undefined;
    return { to: contact, type: "text", content: encodeContent({ type: "text", text }), resends: 0 };
  }

  async #prepareSession(receipt: StanzaNode, contact: string): Promise<void> {
    const { account, behaviour } = this.#context;
    const address = addressOf(contact);
    const registrationId = registrationIn(receipt);
    const choice = behaviour.sessions.resendIn({
      givesKeys: childNamed(receipt, "keys") !== undefined && registrationId !== undefined,
      hasSession: account.hasSession(address),
      sameRegistration: account.registrationIdOf(address) === registrationId,
    });
    if (choice === "same-session") return;
    const given = choice === "given-keys" ? bundleIn(receipt) : undefined;
    if (given !== undefined) await beginSession(this.#context, contact, given, "retry");
    else await beginSession(this.#context, contact, await fetchBundle(this.#context, contact));
  }

  /** Encrypts encoded content in the current session. */
  async #seal(address: SignalAddress, content: Uint8Array): Promise<SignalMessage> {
    const { account, behaviour, random } = this.#context;
    const padded = behaviour.messaging.pad(content, random);
    return behaviour.messaging.sealed(await behaviour.sessions.encrypt(account, address, padded));
  }

  #stanza({ kind, ...head }: MessageHead & Kind, sealed: SignalMessage, count?: number): StanzaNode {
    const { messaging } = this.#context.behaviour;
    return messaging.message(head, messaging.enc(sealed, count, kind && mediaTypes[kind]));
  }
}
