import { toBase64 } from "../../core/bytes.js";
import { CodedError } from "../../core/coded-error.js";
import { Recent } from "../../core/recent.js";
import type { Content, MediaContent } from "../../protocol/content/content.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalErrorCode } from "../../signal/errors.js";
import type { SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { retryContext } from "../account/contacts.js";
import type { UserContext } from "../account/context.js";
import type { ShownContent } from "../events.js";
import { fetchFile } from "../files/incoming.js";
import { nackCodes } from "../stanzas/acks.js";
import type { GroupIncoming } from "../stanzas/groups.js";
import { contactOf, readIncoming } from "../stanzas/messages.js";
import type { Directory } from "./directory.js";
import { openGroupMessage } from "./opener.js";

const rememberedMessages = 1000;

/** The client gives a message up after this many requests (interop fact 77). */
const maximumRetries = 5;
const keysFromRetry = 2;

/** Receives messages of groups: shows each once, as its author's, and answers each in exactly one way. */
export class GroupReceiver {
  readonly #context: UserContext;
  readonly #keys: SenderKeys;
  readonly #directory: Directory;
  /** By group, author and id. */
  readonly #seen = new Recent<string, true>(rememberedMessages);
  readonly #retries = new Recent<string, number>(rememberedMessages);

  constructor(context: UserContext, keys: SenderKeys, directory: Directory) {
    this.#context = context;
    this.#keys = keys;
    this.#directory = directory;
  }

  /** To be called for one message after the other. Never rejects for what a message contains. */
  async receive(stanza: StanzaNode): Promise<void> {
    const { participant } = stanza.attrs as Partial<Record<"participant", string>>;
    const author = contactOf(participant);
    const incoming = readIncoming(stanza, Math.floor(this.#context.clock.now() / 1000));
    if (incoming === undefined || participant === undefined || author === undefined) {
      this.#report("message-malformed", "Read message of a group: found no id or no author, wanted both");
      return;
    }
    await this.#process({ ...incoming, participant, author });
  }

  async #process(message: GroupIncoming): Promise<void> {
    const { groups } = this.#context.behaviour;
    if (!groups.hears(await this.#directory.isMember(message.from, message.author))) {
      return this.#refuse(message, nackCodes.unhandled, "author-not-in-group");
    }
    const key = `${message.from} ${message.author} ${message.id}`;
    const opened = await openGroupMessage(this.#context, this.#keys, message);
    switch (opened.outcome) {
      case "content":
        if (this.#seen.get(key) === undefined) this.#show(message, opened.content);
        this.#seen.set(key, true);
        return this.#answer(groups.received(message));
      case "duplicate":
        return this.#answer(groups.received(message));
      case "undecryptable":
        return this.#askAgain(message, key, opened.code);
      case "refused":
        return this.#refuse(message, opened.error, opened.code);
    }
  }

  #show(message: GroupIncoming, content: Content): void {
    const { textIn } = this.#context.behaviour.groups;
    if (content.type === "text") this.#shown(message, { type: "text", text: textIn(content.text) });
    // Without waiting, because a large file must not delay the messages behind it.
    else if (content.type === "media") void this.#showFile(message, content);
    else this.#report("content-not-supported", `Show message ${message.id} of a group: found ${content.type}`);
  }

  async #showFile(message: GroupIncoming, content: MediaContent): Promise<void> {
    try {
      const file = this.#context.behaviour.groups.fileIn(await fetchFile(this.#context, content));
      if (file === undefined) return;
      const { kind, data, ...described } = file;
      this.#shown(message, { type: kind, data: toBase64(data), ...described });
    } catch (thrown) {
      if (!(thrown instanceof CodedError)) throw thrown;
      this.#report(String(thrown.code), `Message ${message.id} of a group: ${thrown.message}`);
    }
  }

  #shown(message: GroupIncoming, content: ShownContent): void {
    const { behaviour, events } = this.#context;
    events.push({ kind: "message", id: message.id, ...behaviour.groups.attribution(message), content });
  }

  /** The author then encrypts it for this user alone, together with the key (wire 5.4). */
  #askAgain(message: GroupIncoming, key: string, code: SignalErrorCode): void {
    const { groups, sessions } = this.#context.behaviour;
    const count = (this.#retries.get(key) ?? 0) + 1;
    this.#retries.set(key, count);
    if (count > maximumRetries) return this.#refuse(message, nackCodes.unparsable, code);
    this.#report(code, `Open message ${message.id} of a group: ${code}, attempt ${count}`);
    if (groups.showsUnopened && count === 1) this.#shown(message, { type: "text", text: "" });
    const retry = retryContext(this.#context.account, sessions, count, code, keysFromRetry);
    this.#answer(groups.undecryptable(message, retry));
  }

  #refuse(message: GroupIncoming, error: string, code: string): void {
    this.#report(code, `Read message ${message.id} of a group: ${code}`);
    this.#answer(this.#context.behaviour.groups.refused(message, error));
  }

  #answer(stanzas: readonly StanzaNode[]): void {
    for (const stanza of stanzas) this.#context.session.answer(stanza);
  }

  #report(code: string, detail: string): void {
    this.#context.events.push({ kind: "error", code, detail });
  }
}
