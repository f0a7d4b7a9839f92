import { CodedError } from "../../core/coded-error.js";
import type { ConsumerUser } from "../side/side.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalAccount } from "../../signal/account.js";
import { sessionEngine } from "../../signal/engine.js";
import { createUserContext, type UserContext, type UserIdentity, type UserDeps } from "./context.js";
import { block } from "./blocking.js";
import { download } from "./download.js";
import { changeGroup, createGroup } from "./group-change.js";
import { publishKeys } from "./keyring.js";
import { createOpener } from "./opener.js";
import { createSender } from "./sender.js";
import { createTurns } from "./turns.js";

/** One device of a user: a client like any other, except that its line to the server is a function call. */
export interface SimulatedUser extends ConsumerUser {
  /** Makes the user known to the server and publishes its keys. */
  join(): Promise<void>;
  /** Takes a stanza from the server; `entry` is the `seq` of the stanza entry that caused it, 0 when none did. */
  receive(stanza: StanzaNode, entry: number): void;
  readonly context: UserContext;
  /** Resolves when everything received so far has been dealt with. */
  idle(): Promise<void>;
  /** Ends every wait; nothing is received any more. */
  leave(): void;
}

export interface UserOptions {
  /** Keys that exist already. */
  readonly account?: SignalAccount;
  readonly person?: { readonly lid: string; readonly name: string };
}

export function createUserAccount({ profile, random }: UserDeps): SignalAccount {
  return sessionEngine(profile.session.engine).createAccount({ random });
}

/** @param person - Makes the user known with its second address; absent for a further device, and where there is none. */
export function createUser(
  deps: UserDeps,
  identity: UserIdentity,
  { account, person }: UserOptions = {},
): SimulatedUser {
  const { jid, lid } = identity;
  const keys = account ?? createUserAccount(deps);
  const context = createUserContext(deps, identity, keys);
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
    const { id, from, type, participant, recipient } = attrs;
    context.say(node("ack", { class: tag, id, to: from, type, participant, recipient }));
  }

  function onIq(iq: StanzaNode): void {
    const { id = "", type, from } = iq.attrs;
    if (type === "get") context.say(node("iq", { type: "result", id, to: from }));
    else context.answers.give(`iq ${id}`, iq);
  }

  function onNotification(notification: StanzaNode): void {
    acknowledge(notification);
    const { type, from = "" } = notification.attrs;
    if (type === "w:gp2" && childNamed(notification, "remove") !== undefined) sender.renewGroup(from);
    if (type !== "encrypt") return;
    if (childNamed(notification, "count") !== undefined) void inTurn(() => publishKeys(context));
    if (childNamed(notification, "identity") !== undefined) {
      void inTurn(async () => keys.deleteSession(context.book.session(from)));
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
    lid,
    context,
    join: () =>
      turns.take(async () => {
        deps.dispatch({ type: "user-joined", jid, ...(person && { person }) });
        await publishKeys(context);
      }),
    receive,
    idle: () => turns.idle(),
    leave() {
      gone = true;
      context.answers.close();
      deps.dispatch({ type: "user-left", jid });
    },
    send: (to, content) => sender.send(to, content),
    prepare: (to) => turns.take(() => sender.prepare(to)),
    download: (path, options) => download(context, path, options),
    read(from, [id, ...further], participant) {
      const items = further.map((other) => node("item", { id: other }));
      const list = items.length === 0 ? [] : [node("list", {}, items)];
      const t = String(Math.floor(context.clock.now() / 1000));
      context.say(node("receipt", { id, to: from, participant, type: "read", t }, list));
    },
    typing: (to, state) => context.say(node("chatstate", { to }, [node(state)])),
    presence: (type) => context.say(node("presence", { type })),
    createGroup: (subject, members) => createGroup(context, subject, members),
    async changeGroup(change, group, members) {
      await changeGroup(context, change, group, members);
      // The server tells all members but the one who made the change.
      if (change === "remove") sender.renewGroup(group);
    },
    block: (login) => block(context, login),
    opt: (state) => deps.dispatch({ type: "user-opted", jid, in: state === "in" }),
    changeIdentity: () =>
      turns.take(async () => {
        keys.rotateIdentity();
        await publishKeys(context);
      }),
  };
}
