import { CodedError } from "../../core/coded-error.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalAccount } from "../../signal/account.js";
import { sessionEngine } from "../../signal/engine.js";
import type { ConsumerUser } from "../side/side.js";
import { createUserContext, type UserContext, type UserDeps, type UserIdentity } from "./context.js";
import { download } from "./files.js";
import { publishKeys } from "./keys.js";
import { createOpener } from "./opener.js";
import { block, changeGroup, createGroup } from "./requests.js";
import { createSender } from "./sender.js";

/** One device of a user: a client like any other, except that it reaches the server by function calls. */
export interface SimulatedUser extends ConsumerUser {
  /** Adds the user to the server and publishes its keys. */
  join(): Promise<void>;
  /** Takes a stanza from the server. `entry` is the `seq` of the stanza entry that caused it, or 0. */
  receive(stanza: StanzaNode, entry: number): void;
  readonly context: UserContext;
  /** Resolves when everything received so far has been handled. */
  idle(): Promise<void>;
  /** Ends every wait. The user receives nothing from now on. */
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

/** @param person - The user's second address and name; absent for a further device, and for users without them. */
export function createUser(
  deps: UserDeps,
  identity: UserIdentity,
  { account, person }: UserOptions = {},
): SimulatedUser {
  const { jid, lid } = identity;
  const keys = account ?? createUserAccount(deps);
  const context = createUserContext(deps, identity, keys);
  const { turns } = context;
  const sender = createSender(context);
  const opener = createOpener(context);
  let gone = false;

  /** Runs a task in the background. Failures that a peer or the server caused are recorded where they happen. */
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
      // Presence, typing and information from the server need no answer.
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
    send: (to, content, id) => sender.send(to, content, id),
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
      // The server tells all members except the one that made the change.
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
