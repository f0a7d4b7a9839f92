import { meaningOf, readMessage } from "./content.js";
import { keysNode, registrationNode } from "./keys.js";
import { fetchFile } from "./media.js";
import { Recent } from "./memory.js";
import { accountOf, bytesOf, childrenOf, node } from "./stanza.js";

/** A message is asked for so many times, with keys for a new session from the second time on. */
const maximumRetries = 5;
const keysFrom = 2;

/** Error codes of a negative ack (docs/wire.md, 3.8). */
export const nacks = { unparsable: "487", noContent: "488", unknownType: "490", badContent: "491", other: "500" };

/** Messages of one user. The same parts serve groups, where `participant` is the author and `from` the group. */
export class Receiver {
  #user;
  #retries = new Recent();

  constructor(user) {
    this.#user = user;
  }

  /** To be called for one message after the other. */
  async receive(stanza) {
    const author = accountOf(stanza.attrs.from);
    if (stanza.attrs.id === undefined || author === undefined)
      return this.#report("message-malformed", stanza.attrs.id);
    const [enc] = childrenOf(stanza, "enc");
    if (enc === undefined) return this.refuse(stanza, nacks.noContent, "not-encrypted");
    if (enc.attrs.v !== "2" || !["pkmsg", "msg"].includes(enc.attrs.type)) {
      return this.refuse(stanza, nacks.unknownType, "enc-type-unknown");
    }
    return this.judge(stanza, author, async () =>
      readMessage(await this.#user.account.decrypt(author, enc.attrs.type, bytesOf(enc))),
    );
  }

  /** Opens, shows and answers; each message is answered in one way. */
  async judge(stanza, author, open) {
    const { seen } = this.#user;
    const key = keyOf(stanza);
    try {
      const message = await open();
      const isNew = !seen.has(key);
      seen.set(key, true);
      if (isNew && message !== undefined) this.#show(stanza, author, message);
      this.#user.save();
      return this.#answer(node("receipt", addressed(stanza)));
    } catch (thrown) {
      if (thrown.code === "duplicate-message") return this.#answer(node("receipt", addressed(stanza)));
      if (thrown.code === "content-malformed")
        return this.refuse(stanza, nacks.badContent, thrown.code, thrown.message);
      if (thrown.code === "undecryptable") return this.#askAgain(stanza, key, thrown);
      throw thrown;
    }
  }

  refuse(stanza, error, code, detail) {
    this.#report(code, detail ?? stanza.attrs.id);
    this.#answer(node("ack", { class: "message", ...addressed(stanza), error }));
  }

  #show(stanza, from, message) {
    const { events, login } = this.#user;
    const { id, participant } = stanza.attrs;
    const place = { from, ...(participant !== undefined && { group: stanza.attrs.from }) };
    const meaning = meaningOf(message);
    const shown = (content) => {
      const reply = meaning.replyTo;
      const replyTo = reply && { id: reply.id, from: accountOf(reply.from) ?? from };
      this.#user.texts.set(id, content.text ?? "");
      events.push({ kind: "message", id, ...place, content, ...(replyTo && { replyTo }) });
    };
    if (meaning === undefined) {
      // A key for a group is for the client, and no content.
      if (message.senderKeyDistributionMessage === undefined) this.#report("content-not-supported", id);
    } else if (meaning.kind === "text") {
      shown({ type: "text", text: meaning.text });
    } else if (meaning.kind === "reaction") {
      const { id: target, fromMe, participant: whose } = meaning.key;
      const author = fromMe ? from : (accountOf(whose) ?? login);
      events.push({ kind: "reaction", target: { id: target, from: author }, ...place, emoji: meaning.emoji });
    } else {
      // A large file must not hold up what comes behind it.
      fetchFile(meaning.file, this.#user.settings).then(shown, (thrown) =>
        this.#report(thrown.code ?? "file-spoilt", `Message ${id}: ${thrown.message}`),
      );
    }
  }

  #askAgain(stanza, key, { code, message }) {
    const count = (this.#retries.get(key) ?? 0) + 1;
    this.#retries.set(key, count);
    if (count > maximumRetries) return this.refuse(stanza, nacks.unparsable, code, message);
    this.#report(code, message);
    const { account } = this.#user;
    const { id, t = String(Math.floor(Date.now() / 1000)) } = stanza.attrs;
    const retry = node("retry", { count: String(count), id, t, v: "1" });
    const keys = count < keysFrom ? [] : [keysNode(account)];
    this.#user.save();
    return this.#answer(
      node("receipt", { ...addressed(stanza), type: "retry" }, [retry, registrationNode(account), ...keys]),
    );
  }

  #answer(stanza) {
    this.#user.answer(stanza);
  }

  #report(code, detail = "") {
    this.#user.events.push({ kind: "error", code, detail });
  }
}

function addressed({ attrs }) {
  return { id: attrs.id, to: attrs.from, participant: attrs.participant };
}

function keyOf({ attrs }) {
  return [attrs.from, attrs.participant, attrs.id].join(" ");
}
