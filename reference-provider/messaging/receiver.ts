import type { Content } from "../../protocol/content/content.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import { Recent } from "../client/recent.js";
import { nackCodes } from "../stanzas/acks.js";
import type { UserContext } from "../user/context.js";
import { contactOf, readIncoming } from "./incoming.js";
import { openMessage } from "./opener.js";
import { maximumRetries, retryContext } from "./retrying.js";
import type { Incoming, MessageProblem } from "./types.js";

const rememberedMessages = 1000;

/** Messages in: opened in order, shown once, and each answered in exactly one way. */
export class Receiver {
  readonly #context: UserContext;
  /** By sender and id: what was shown, so that a redelivery is known as one. */
  readonly #seen = new Recent<Content>(rememberedMessages);
  readonly #retries = new Recent<number>(rememberedMessages);
  #waiting: Incoming[] = [];

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
    const { offline } = this.#context.behaviour.messaging;
    if (message.offline && offline === "dropped") this.#answer(this.#context.behaviour.messaging.received(message));
    else if (message.offline && offline === "reversed") this.#waiting.push(message);
    else await this.#process(message);
  }

  /** The server has delivered all that waited for the user. */
  async offlineDone(): Promise<void> {
    const waiting = this.#waiting.splice(0).reverse();
    for (const message of waiting) await this.#process(message);
  }

  async #process(message: Incoming): Promise<void> {
    const { messaging } = this.#context.behaviour;
    const contact = contactOf(message.from);
    if (contact === undefined) {
      const detail = `Read message ${message.id}: found sender "${message.from}", wanted an address`;
      return this.#refuse(message, { error: nackCodes.unparsable, code: "message-malformed", detail });
    }
    const key = `${message.from} ${message.id}`;
    const opened = await openMessage(this.#context, message, contact);
    switch (opened.outcome) {
      case "content":
        // Encrypted anew, as after a retry receipt that crossed the message, it opens a second time.
        if (this.#seen.get(key) !== undefined) return this.#repeat(message, contact, key);
        this.#seen.set(key, opened.content);
        if (messaging.showsResent || this.#retries.get(key) === undefined) this.#show(message, contact, opened.content);
        return this.#answer(messaging.received(message));
      case "duplicate":
        return this.#repeat(message, contact, key);
      case "undecryptable":
        return this.#askAgain(message, key, opened.code);
      case "bad-content":
        if (messaging.onBadContent === "crash") return this.#context.session.crash();
        if (messaging.onBadContent === "refuse") return this.#refuse(message, opened.problem);
        this.#show(message, contact, { type: "text", text: Buffer.from(opened.bytes).toString("latin1") });
        return this.#answer(messaging.received(message));
      case "refused":
        if (messaging.onRefused(opened.problem) === "crash") return this.#context.session.crash();
        return this.#refuse(message, opened.problem);
    }
  }

  #repeat(message: Incoming, contact: string, key: string): void {
    const { messaging } = this.#context.behaviour;
    const before = this.#seen.get(key);
    if (before !== undefined && messaging.showsDuplicates) this.#show(message, contact, before);
    this.#answer(messaging.duplicate(message));
  }

  #show({ id }: Incoming, from: string, content: Content): void {
    const { behaviour, events } = this.#context;
    if (content.type !== "text") {
      this.#report("content-not-supported", `Show message ${id}: found ${content.type}, wanted text`);
      return;
    }
    const text = behaviour.messaging.textIn(content.text);
    const { replyTo } = content;
    events.push({
      kind: "message",
      id,
      from,
      content: { type: "text", text },
      ...(replyTo !== undefined && { replyTo: { id: replyTo.id, from: contactOf(replyTo.participant) ?? from } }),
    });
  }

  /** A message that does not open is asked for again, with fresh keys from the second time on. */
  #askAgain(message: Incoming, key: string, code: string): void {
    const count = (this.#retries.get(key) ?? 0) + 1;
    this.#retries.set(key, count);
    const detail = `Open message ${message.id}: ${code}, attempt ${count}`;
    if (count > maximumRetries) return this.#refuse(message, { error: nackCodes.unparsable, code, detail });
    this.#report(code, detail);
    this.#answer(this.#context.behaviour.messaging.undecryptable(message, retryContext(this.#context.account, count)));
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
