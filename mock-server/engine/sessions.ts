import { serverAddress } from "../../protocol/ids/jid.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { Account, addressIn, Person } from "./account.js";
import { tellIdentityChange, warnOfFewKeys, withdrawKeyNotices } from "./keys.js";
import { tellPresence } from "./presence.js";
import type { Handler, Turn } from "./turn.js";
import type { EngineEvent, EnlistedAccount } from "./types.js";

const msPerDay = 86_400_000;

/** Enlists a user, or replaces the one encryption identity of a login (interop facts 11 and 60). */
export function enlist(turn: Turn, enlisted: EnlistedAccount): void {
  const account = turn.accounts.at(enlisted.login) ?? newAccount(turn, enlisted.login);
  endSession(turn, account, "replaced", "enlisted again");
  account.enlisted = enlisted;
  account.mailbox.clear();
  account.dropPreKeys();
  account.lastSeen = turn.now;
  const { registrationId, identity, signedPreKey } = enlisted;
  const changed = account.setKeys({ registrationId, identity, signedPreKey });
  turn.accounts.put(account);
  if (changed) tellIdentityChange(turn, account);
}

/** Removes an account. Its contacts keep their sessions, but the server refuses their messages from now on. */
export function unenlist(turn: Turn, login: string): void {
  const account = turn.accounts.at(login);
  if (account === undefined) return;
  endSession(turn, account, "device_removed", "account removed");
  turn.accounts.remove(account);
}

/** One connection per account: a second one replaces the first (wire 3.3). */
export function connect(turn: Turn, event: Extract<EngineEvent, { type: "connected" }>): void {
  const { login, connection, passive, readReceipts } = event;
  const account = turn.accounts.at(login);
  if (account === undefined) {
    turn.effects.push({ type: "close", connection, reason: "account gone" });
    return;
  }
  endSession(turn, account, "replaced", "replaced by another connection");
  turn.accounts.bind(account, connection);
  account.lastSeen = turn.now;
  account.readReceipts = readReceipts;
  const lid = account.person && addressIn(account, "lid");
  turn.send(account, node("success", { t: turn.seconds, lid }));
  if (!passive) openMailbox(turn, account);
}

export function disconnect(turn: Turn, connection: string): void {
  const account = turn.accounts.on(connection);
  if (account === undefined) return;
  turn.accounts.release(account);
  account.lastSeen = turn.now;
  tellPresence(turn, account);
}

/** Adds a simulated user or one of its devices; it stays online until it leaves. */
export function join(turn: Turn, jid: string, person?: { readonly lid: string; readonly name: string }): void {
  const account = turn.accounts.at(jid) ?? newAccount(turn, jid);
  turn.accounts.put(account);
  if (person !== undefined) {
    account.person = new Person(jid, person.lid, person.name);
    account.person.devices.set(0, account);
    turn.accounts.putPerson(account.person);
  }
  account.online = true;
  account.active = true;
}

export function leave(turn: Turn, jid: string): void {
  const account = turn.accounts.at(jid);
  if (account?.person !== undefined && account.device === 0) turn.accounts.removePerson(account.person);
  else if (account !== undefined) turn.accounts.remove(account);
}

export function opt(turn: Turn, jid: string, optedIn: boolean): void {
  const account = turn.accounts.at(jid);
  if (account !== undefined) account.optedIn = optedIn;
}

/** Removes old stanzas from mailboxes, and accounts that have not connected for too long (interop facts 12, 90). */
export function expire(turn: Turn): void {
  const longest = turn.shared.profile.mailbox.inactivityDays * msPerDay;
  for (const account of turn.accounts) {
    account.mailbox.expire(turn.now);
    const away = account.enlisted !== undefined && !account.online;
    if (away && turn.now - account.lastSeen > longest) turn.accounts.remove(account);
  }
}

export function newAccount(turn: Turn, address: string): Account {
  const { retentionDays, maximumMessages } = turn.shared.profile.mailbox;
  const { space } = turn.shared;
  return new Account(address, { retentionMs: retentionDays * msPerDay, maximumMessages, space }, turn.now);
}

export function endSession(turn: Turn, account: Account, type: "replaced" | "device_removed", reason: string): void {
  if (account.connection === undefined) return;
  const code = type === "device_removed" ? "401" : undefined;
  turn.send(account, node("stream:error", { code }, [node("conflict", { type })]));
  turn.close(account, reason);
}

/**
 * Sends all stanzas that waited, in order and numbered from 1, then `ib/offline`, even if nothing waited (wire 3.1,
 * 3.11). From here on stanzas are delivered as they come.
 */
function openMailbox(turn: Turn, account: Account): void {
  withdrawKeyNotices(account);
  const waiting = account.mailbox.waiting(turn.now);
  if (turn.shared.profile.mailbox.offlinePreview && waiting.length > 0) turn.send(account, previewOf(waiting));
  for (const [index, stanza] of waiting.entries()) {
    const { id, t } = stanza.attrs;
    const again = stanza.tag === "message" && id !== undefined && t !== undefined;
    const time = again ? { t: turn.messageTime(account, id, t) } : {};
    turn.send(account, { ...stanza, attrs: { ...stanza.attrs, ...time, offline: String(index + 1) } });
  }
  account.active = true;
  turn.send(account, node("ib", { from: serverAddress }, [node("offline", { count: String(waiting.length) })]));
  warnOfFewKeys(turn, account);
}

/** Announces how many stanzas of each kind follow. */
function previewOf(waiting: readonly StanzaNode[]): StanzaNode {
  const count = (tag: string): string => String(waiting.filter((stanza) => stanza.tag === tag).length);
  const [message, receipt, notification] = ["message", "receipt", "notification"].map(count);
  const attrs = { count: String(waiting.length), message, receipt, notification, appdata: "0" };
  return node("ib", { from: serverAddress }, [node("offline_preview", attrs)]);
}

/** A passive client asks for its mailbox, or an active one asks for no more stanzas. */
export const setPassive: Handler = (turn, sender, request) => {
  const activate = childNamed(request, "active") !== undefined;
  turn.answer(sender, request);
  if (!activate) sender.active = false;
  else if (!sender.active) openMailbox(turn, sender);
};

/** The client ends its stream. */
export const endStream: Handler = (turn, sender) => turn.close(sender, "xmlstreamend");
