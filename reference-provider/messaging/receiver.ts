import { toBase64 } from "../../core/bytes.js";
import { CodedError } from "../../core/coded-error.js";
import { Recent } from "../../core/recent.js";
import type { Content, MediaContent, ReplyTo, TextContent } from "../../protocol/content/content.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalErrorCode } from "../../signal/errors.js";
import { retryContext } from "../account/contacts.js";
import type { UserContext } from "../account/context.js";
import type { MessageProblem } from "../behaviour/messaging.js";
import type { ShownContent } from "../events.js";
import { fetchFile } from "../files/incoming.js";
import { nackCodes } from "../stanzas/acks.js";
import { contactOf, type Incoming, readIncoming } from "../stanzas/messages.js";
import { deliveryReceipts } from "../stanzas/receipts.js";
import { type Opened, openMessage, senderKeyAlone } from "./opener.js";

const rememberedMessages = 1000;

/** Receives messages: opens them in order, shows each once, and answers each in exactly one way. */
export class Receiver {
  readonly #context: UserContext;
  readonly #retries = new Recent<string, number>(rememberedMessages);
  #waiting: Incoming[] = [];
  /** By sender: what is answered together when all that waited has come. */
  #unanswered = new Map<string, string[]>();

  constructor(context: UserContext) {
    this.#context = context;
  }

  /** To be called for one message after the other. Never rejects for what a message contains. */
  async receive(stanza: StanzaNode): Promise<void> {
    if (this.#context.session.crashed) return;
    const message = readIncoming(stanza, Math.floor(this.#context.clock.now() / 1000));
    if (message === undefined) {
      this.#report("message-malformed", "Read message: found no id or no sender, wanted both");
      return;
    }
    const { offline, takesOffline } = this.#context.behaviour.messaging;
    if (message.offline && !takesOffline(this.#context.session.serverSeconds - Number(message.t), message)) return;
    if (message.offline && offline === "dropped") this.#answer(this.#context.behaviour.messaging.received(message));
    else if (message.offline && (offline === "reversed" || offline === "by-time")) this.#waiting.push(message);
    else await this.#process(message);
  }

  /** The server has delivered all that waited for the user. */
  async offlineDone(): Promise<void> {
    const came = this.#waiting.splice(0);
    const isByTime = this.#context.behaviour.messaging.offline === "by-time";
    const waiting = isByTime ? came.toSorted((a, b) => Number(a.t) - Number(b.t)) : came.toReversed();
    for (const message of waiting) await this.#process(message);
    for (const [from, ids] of this.#unanswered) this.#answer(deliveryReceipts(from, ids));
    this.#unanswered.clear();
  }

  async #process(message: Incoming): Promise<void> {
    const contact = contactOf(message.from);
    if (contact === undefined) {
      const detail = `Read message ${message.id}: found sender "${message.from}", wanted an address`;
      return this.#refuse(message, { error: nackCodes.unparsable, code: "message-malformed", detail });
    }
    const { messaging } = this.#context.behaviour;
    if (!messaging.readsOwnIds && this.#context.sent.get(message.id) !== undefined) return;
    const key = messaging.shownKey(message);
    for (const opened of await openMessage(this.#context, message, contact)) this.#deal(message, contact, key, opened);
  }

  #deal(message: Incoming, contact: string, key: string, opened: Opened): void {
    const { messaging } = this.#context.behaviour;
    switch (opened.outcome) {
      case "content":
        // A message that crossed a retry receipt arrives again, encrypted again, and opens a second time.
        if (this.#context.seen.get(key) !== undefined) return this.#repeat(message, contact, key);
        if (opened.content.type === "unknown") {
          if (messaging.onUnknownContent === "crash") return this.#context.session.crash();
          if (messaging.onUnknownContent === "ask") return this.#askAgain(message, "malformed-message");
          if (messaging.onUnknownContent === "ignore") return;
        }
        this.#context.seen.set(key, opened.content);
        if (messaging.showsResent || this.#retries.get(`${message.from} ${message.id}`) === undefined) {
          const empty = opened.content.type === "unknown" && messaging.onUnknownContent === "show-empty";
          const content: Content = empty ? { type: "text", text: "" } : opened.content;
          this.#show(message, contact, content);
          if (message.offline && messaging.offline === "shown-twice") this.#show(message, contact, content);
        }
        if (this.#context.behaviour.storage.keepsBeforeAnswering) this.#context.keep();
        if (message.offline && messaging.offline === "unanswered") return;
        if (message.offline && messaging.answersWaitingTogether) return this.#answerLater(message);
        return this.#answer(messaging.received(message));
      case "duplicate":
        return this.#repeat(message, contact, key);
      case "undecryptable": {
        const next = messaging.onUndecryptable(message);
        if (next === "crash") return this.#context.session.crash();
        if (next === "show-empty" && this.#context.seen.get(key) === undefined) {
          const content = { type: "text", text: "" } as const;
          this.#context.seen.set(key, content);
          this.#show(message, contact, content);
        }
        return this.#askAgain(message, opened.code);
      }
      case "bad-content":
        if (messaging.onBadContent === "crash") return this.#context.session.crash();
        if (messaging.onBadContent === "ask") return this.#askAgain(message, "malformed-message");
        if (messaging.onBadContent === "refuse") return this.#refuse(message, opened.problem);
        this.#show(message, contact, { type: "text", text: Buffer.from(opened.bytes).toString("latin1") });
        return this.#answer(messaging.received(message));
      case "refused":
        return this.#refused(message, opened.problem);
    }
  }

  #refused(message: Incoming, problem: MessageProblem): void {
    switch (this.#context.behaviour.messaging.onRefused(problem)) {
      case "crash":
        return this.#context.session.crash();
      case "ask":
        return this.#askAgain(message, "malformed-message");
      case "refuse":
        return this.#refuse(message, problem);
    }
  }

  #answerLater({ from, id }: Incoming): void {
    this.#unanswered.set(from, [...(this.#unanswered.get(from) ?? []), id]);
  }

  #repeat(message: Incoming, contact: string, key: string): void {
    const { messaging } = this.#context.behaviour;
    const before = this.#context.seen.get(key);
    if (before !== undefined && messaging.showsDuplicates) this.#show(message, contact, before);
    this.#answer(messaging.duplicate(message));
  }

  #show(message: Incoming, from: string, content: Content): void {
    const { behaviour, events, login } = this.#context;
    if (!behaviour.messaging.showsFrom(from)) return;
    switch (content.type) {
      case "text":
        return this.#showText(message, from, content);
      case "media":
        // Without waiting, because a large file must not delay the messages behind it.
        return void this.#showFile(message, from, content);
      case "reaction": {
        const target = { id: content.target.id, from: content.target.fromMe ? from : login };
        const news = behaviour.features.reactionIn({ target, from, emoji: content.emoji });
        if (news !== undefined) events.push({ kind: "reaction", ...news });
        const text = behaviour.features.reactionAsText(content.emoji);
        if (text !== undefined) this.#showText(message, from, { type: "text", text });
        return;
      }
      default: {
        if (content === senderKeyAlone) return;
        const wanted = "text, a reaction or a file";
        this.#report("content-not-supported", `Show message ${message.id}: found ${content.type}, wanted ${wanted}`);
      }
    }
  }

  #showText(message: Incoming, from: string, { text, replyTo }: TextContent): void {
    const { behaviour, texts } = this.#context;
    if (replyTo !== undefined && !behaviour.features.showsReplyToUnknown && texts.get(replyTo.id) === undefined) return;
    texts.set(message.id, text);
    this.#shown(message, from, { type: "text", text: behaviour.messaging.textIn(text) }, replyTo);
  }

  /** Shows a file only when it is exactly what its sender sent. */
  async #showFile(message: Incoming, from: string, content: MediaContent): Promise<void> {
    try {
      const { kind, data, ...described } = await fetchFile(this.#context, content);
      this.#shown(message, from, { type: kind, data: toBase64(data), ...described }, content.replyTo);
    } catch (thrown) {
      if (!(thrown instanceof CodedError)) throw thrown;
      this.#report(String(thrown.code), `Message ${message.id}: ${thrown.message}`);
    }
  }

  #shown(message: Incoming, from: string, content: ShownContent, replyTo: ReplyTo | undefined): void {
    const { behaviour, events } = this.#context;
    const { id } = message;
    const reply =
      replyTo && behaviour.features.replyIn({ id: replyTo.id, from: contactOf(replyTo.participant) ?? from });
    events.push({
      kind: "message",
      id,
      from,
      content,
      ...(reply !== undefined && { replyTo: reply }),
    });
    this.#answer(behaviour.features.shown(message));
  }

  /** A message that does not open is asked for again, with fresh keys from the second time on. */
  #askAgain(message: Incoming, code: SignalErrorCode): void {
    const key = `${message.from} ${message.id}`;
    const count = (this.#retries.get(key) ?? 0) + 1;
    this.#retries.set(key, count);
    const { messaging, sessions } = this.#context.behaviour;
    const detail = `Open message ${message.id}: ${code}, attempt ${count}`;
    if (count > sessions.maximumRetries) return this.#refuse(message, { error: nackCodes.unparsable, code, detail });
    this.#report(code, detail);
    const retry = retryContext(this.#context.account, sessions, count, code, sessions.keysFromRetry);
    this.#answer(messaging.undecryptable(message, retry));
  }

  #refuse(message: Incoming, problem: MessageProblem): void {
    this.#report(problem.code, problem.detail);
    this.#answer(this.#context.behaviour.messaging.refused(message, problem));
  }

  #answer(stanzas: readonly StanzaNode[]): void {
    for (const stanza of stanzas) this.#context.session.answer(stanza);
  }

  #report(code: string, detail: string): void {
    this.#context.events.push({ kind: "error", code, detail });
  }
}
