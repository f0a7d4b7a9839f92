import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { Profile } from "../../profiles/profile.js";
import type { Content } from "../../protocol/content/content.js";
import { decodeContent } from "../../protocol/content/decode.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { pad, unpad } from "../../protocol/content/padding.js";
import { bytesOf, childNamed, childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { sessionEngine } from "../../signal/engine.js";
import { createIntegrators } from "../accounts/integrators.js";
import { countExchanges } from "../http/exchange.js";
import { createDispatch } from "../engine/dispatch.js";
import { createEngine } from "../engine/engine.js";
import { createFaultBoard } from "../faults/board.js";
import { createJournal } from "../journal/journal.js";
import { createMediaStore, mediaFolder } from "../media/store.js";
import { createMediaProxy } from "../servers/media/proxy.js";
import { createSecrets } from "../side/secrets.js";
import { readBundle } from "../users/keys.js";
import { createUsers } from "../users/users.js";

/** `entry` of the stanzas of the peer, as if the journal had numbered them so. */
export const peerEntry = 41;

/**
 * A real engine with real simulated users, and one provider's user on the other end who does what the test says: real
 * Signal sessions, no sockets.
 */
export function providerPeer({ profile, clock, random }: { profile: Profile; clock: Clock; random: Random }) {
  const login = "900-10000000000001@interop";
  const connection = "c1";
  const account = sessionEngine("x3dh-v3").createAccount();
  const received: StanzaNode[] = [];
  const journal = createJournal({ clock });
  const faults = createFaultBoard({ journal, random });
  const engine = createEngine({ profile, now: () => clock.now(), faults, mediaHost: () => undefined });
  const dispatch = createDispatch(engine, {
    send: (_, stanza) => void received.push(stanza),
    close: () => undefined,
    deliver: (jid, stanza, entry) => users.deliver(jid, stanza, entry),
    push: () => undefined,
  });
  const media = createMediaStore({ ...profile.media, folder: mediaFolder });
  const integrators = createIntegrators();
  const nextExchange = countExchanges();
  const proxy = createMediaProxy({ profile: profile.media, clock, journal, integrators, nextExchange });
  const shared = { profile, journal, clock, random, faults, dispatch, media, proxy, secrets: createSecrets() };
  const users = createUsers({ ...shared, mediaHost: () => undefined, underTest: () => true }, engine);

  function enlist(): void {
    const { identityKey: identity, registrationId, signedPreKey } = account.bundle();
    const authKey = random.bytes(32);
    const enlisted = { login, userId: "ada", authKey, identity, registrationId, signedPreKey };
    dispatch({ type: "account-enlisted", account: enlisted });
    dispatch({ type: "connected", connection, login, passive: false, readReceipts: true });
  }

  function say(stanza: StanzaNode): void {
    dispatch({ type: "stanza", from: { kind: "connection", connection }, node: stanza, entry: peerEntry, valid: true });
  }

  /** The stanzas with this tag that have come so far, oldest first; they are taken out. */
  function take(tag: string): StanzaNode[] {
    const taken = received.filter((stanza) => stanza.tag === tag);
    received.splice(0, received.length, ...received.filter((stanza) => stanza.tag !== tag));
    return taken;
  }

  /** Opens a session with the keys that the server has for `jid`. */
  async function openSession(jid: string): Promise<void> {
    take("iq");
    say(node("iq", { id: "k", type: "get", xmlns: "encrypt" }, [node("key", {}, [node("user", { jid })])]));
    const list = childNamed(take("iq")[0] ?? node("iq"), "list");
    const user = list && childNamed(list, "user");
    const bundle = user && readBundle(childrenOf(user));
    if (bundle === undefined) throw new Error(`Open session: found no bundle of ${jid}, wanted one`);
    await account.openSession(addressOf(jid), bundle);
  }

  async function seal(jid: string, content: Content): Promise<SignalMessage> {
    return account.encrypt(addressOf(jid), pad(encodeContent(content), 7));
  }

  async function open(message: StanzaNode | undefined): Promise<Content> {
    const enc = message && childNamed(message, "enc");
    const type = enc?.attrs["type"] === "pkmsg" ? "pkmsg" : "msg";
    const bytes = (enc && bytesOf(enc)) ?? new Uint8Array();
    const from = addressOf(message?.attrs["from"] ?? "");
    return decodeContent(unpad((await account.decrypt(from, { type, bytes })).plaintext));
  }

  async function sendText(jid: string, id: string, text: string): Promise<void> {
    say(messageTo(jid, id, await seal(jid, { type: "text", text })));
    await users.idle();
  }

  enlist();
  const settle = (): Promise<void> => users.idle();
  return {
    login,
    account,
    journal,
    faults,
    users,
    enlist,
    /** Deletes the provider's user. */
    remove: () => dispatch({ type: "account-removed", login }),
    say,
    settle,
    take,
    openSession,
    seal,
    sendText,
    open,
    integrators,
    media,
  };
}

export type ProviderPeer = ReturnType<typeof providerPeer>;

/** A message stanza around `sealed`. */
export function messageTo(jid: string, id: string, { type, bytes }: SignalMessage): StanzaNode {
  return node("message", { id, to: jid, type: "text" }, [node("enc", { v: "2", type }, bytes)]);
}
