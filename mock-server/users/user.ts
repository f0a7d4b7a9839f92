import { CodedError } from "../../core/coded-error.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { addressOf } from "../../signal/address.js";
import { sessionEngine } from "../../signal/engine.js";
import { createUserContext, type UserParts } from "./context.js";
import { publishKeys } from "./keyring.js";
import { createOpener } from "./opener.js";
import { createSender } from "./sender.js";
import { createTurns } from "./turns.js";

/** A simulated WhatsApp user: a client like any other, except that its line to the server is a function call. */
export interface SimulatedUser extends WhatsAppUser {
  /** Makes the user known to the server and publishes its keys. */
  join(): Promise<void>;
  /** Takes a stanza from the server; `entry` is the `seq` of the stanza entry that caused it, 0 when none did. */
  receive(stanza: StanzaNode, entry: number): void;
  /** Resolves when everything received so far has been dealt with. */
  idle(): Promise<void>;
  /** Ends every wait; nothing is received any more. */
  leave(): void;
}

export function createUser(parts: UserParts, jid: string): SimulatedUser {
  const account = sessionEngine(parts.profile.session.engine).createAccount({ random: parts.random });
  const context = createUserContext(parts, jid, account);
  // Ratchets advance one message at a time; answers of the server are taken at once, since whoever has the turn may
  // be waiting for one.
  const turns = createTurns();
  const sender = createSender(context, turns);
  const opener = createOpener(context);
  let gone = false;

  /** Work that nobody waits for. What a peer or the server caused to fail has been recorded where it happened. */
  async function inTurn(task: () => Promise<void>): Promise<void> {
    try {
      await turns.take(async () => (gone ? undefined : task()));
    } catch (thrown) {
      if (!(thrown instanceof CodedError)) throw thrown;
    }
  }

  function acknowledge({ tag, attrs }: StanzaNode): void {
    const { id, from, type } = attrs;
    context.say(node("ack", { class: tag, id, to: from, type }));
  }

  function onIq(iq: StanzaNode): void {
    const { id = "", type, from } = iq.attrs;
    if (type === "get") context.say(node("iq", { type: "result", id, to: from }));
    else context.answers.give(`iq ${id}`, iq);
  }

  function onNotification(notification: StanzaNode): void {
    acknowledge(notification);
    const { type, from = "" } = notification.attrs;
    if (type !== "encrypt") return;
    if (childNamed(notification, "count") !== undefined) void inTurn(() => publishKeys(context));
    if (childNamed(notification, "identity") !== undefined) {
      void inTurn(async () => account.deleteSession(addressOf(from)));
    }
  }

  function receive(stanza: StanzaNode, entry: number): void {
    if (gone) return;
    switch (stanza.tag) {
      case "iq":
        return onIq(stanza);
      case "ack":
        return void context.answers.give(`${stanza.attrs["class"]} ${stanza.attrs["id"]}`, stanza);
      case "message":
        return void inTurn(() => opener.open(stanza, entry));
      case "receipt":
        acknowledge(stanza);
        return void inTurn(() => sender.resend(stanza));
      case "notification":
        return onNotification(stanza);
      default:
      // Presence, typing and information of the server: nothing to answer.
    }
  }

  return {
    jid,
    join: () =>
      turns.take(async () => {
        parts.dispatch({ type: "user-joined", jid });
        await publishKeys(context);
      }),
    receive,
    idle: () => turns.idle(),
    leave() {
      gone = true;
      context.answers.close();
      parts.dispatch({ type: "user-left", jid });
    },
    send: (to, content) => sender.send(to, content),
    prepare: (to) => turns.take(() => sender.prepare(to)),
    changeIdentity: () =>
      turns.take(async () => {
        account.rotateIdentity();
        await publishKeys(context);
      }),
  };
}
