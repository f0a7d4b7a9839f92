import { randomBytes } from "node:crypto";
import { encodeMessage, pad, textMessage } from "./content.js";
import { Failure } from "./failure.js";
import { bundleIn } from "./keys.js";
import { kinds, publish } from "./media.js";
import { childOf, node } from "./stanza.js";

/** A contact gets a message again so many times. */
const maximumResends = 10;

export const newId = () => `3EB0${randomBytes(9).toString("hex").toUpperCase()}`;

export function encNode({ type, bytes }, { count, mediatype } = {}) {
  return node("enc", { v: "2", type, count, mediatype }, bytes);
}

/** Messages to one user, and again when that user asks. */
export class Sender {
  #user;
  /** Messages leave in the order in which they were encrypted. */
  #turn = Promise.resolve();

  constructor(user) {
    this.#user = user;
  }

  /** Resolves with the id when the server has taken the message. */
  async send(to, { type, message, mediatype }) {
    const { account, sent, session } = this.#user;
    if (!session.online) throw new Failure("not-connected", "Send a message: the user is not connected");
    const id = newId();
    const content = encodeMessage(message);
    const ack = await this.inTurn(async () => {
      if (!account.hasSession(to)) await this.begin(to);
      const sealed = await account.encrypt(to, pad(content));
      sent.set(id, { to, type, mediatype, content, resends: 0 });
      // Before it leaves, or a message key would be used again after a kill.
      this.#user.save();
      const stanza = node("message", { id, to, type }, [encNode(sealed, { mediatype })]);
      return { answer: session.exchange("ack", id, stanza) };
    });
    await takenBy(ack.answer, id);
    return id;
  }

  /** After a retry receipt, in a new session: the one that there was may be broken. */
  async resend(receipt, contact) {
    const { account, events, sent, session } = this.#user;
    const { id } = receipt.attrs;
    const message = sent.get(id);
    if (message?.to !== contact || message.resends >= maximumResends) return;
    message.resends += 1;
    const { type, mediatype, content } = message;
    const count = childOf(receipt, "retry")?.attrs.count ?? "1";
    try {
      await this.inTurn(async () => {
        await this.begin(contact, givenKeys(receipt));
        const sealed = await account.encrypt(contact, pad(content));
        this.#user.save();
        session.send(node("message", { id, to: contact, type }, [encNode(sealed, { count, mediatype })]));
      });
    } catch (thrown) {
      events.push({ kind: "error", code: "resend-failed", detail: thrown.message });
    }
  }

  async begin(contact, bundle) {
    await this.#user.account.begin(contact, bundle ?? (await this.#user.keys.fetch(contact)));
  }

  inTurn(task) {
    const mine = this.#turn.then(task);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

/** The keys for a new session in a retry receipt, if it has some. */
export function givenKeys(receipt) {
  const [keys, registration] = [childOf(receipt, "keys"), childOf(receipt, "registration")];
  return keys && registration && bundleIn(keys, registration);
}

export async function takenBy(answer, id) {
  const { error } = (await answer).attrs;
  if (error !== undefined) {
    throw new Failure("message-refused", `Send message ${id}: found error ${error} in the ack, wanted none`);
  }
}

/** The content of the driver protocol as a message; files are put on the media host on the way. */
export function draftOf(content, contextInfo, { settings, files }) {
  if (content.type === "text") return { type: "text", message: textMessage(content.text, contextInfo) };
  const { field, word } = kinds[content.type];
  const { ref, blob, message } = publish(content, settings.integrator);
  files.set(ref, blob);
  if (contextInfo !== undefined) message[field].contextInfo = contextInfo;
  return { type: "media", message, mediatype: word };
}
