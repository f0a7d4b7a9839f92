import { node } from "../../protocol/stanza/node.js";
import { Account } from "./account.js";
import { tellIdentityChange } from "./notices.js";
import { openMailbox } from "./open-mailbox.js";
import { addressIn } from "./person.js";
import { PersonOf } from "./person.js";
import { tellPresence } from "./presence.js";
import type { Turn } from "./turn.js";
import type { EnlistedAccount, EngineEvent } from "./types.js";

const msPerDay = 86_400_000;

/** Enlists a user, or replaces the one encryption identity of a login (interop facts 11 and 60). */
export function enlist(turn: Turn, enlisted: EnlistedAccount): void {
  const account = turn.accounts.at(enlisted.login) ?? newAccount(turn, enlisted.login);
  endSession(turn, account, "replaced", "enlisted anew");
  account.enlisted = enlisted;
  account.mailbox.clear();
  account.dropPreKeys();
  account.lastSeen = turn.now;
  const { registrationId, identity, signedPreKey } = enlisted;
  const changed = account.setKeys({ registrationId, identity, signedPreKey });
  turn.accounts.put(account);
  if (changed) tellIdentityChange(turn, account);
}

/** Its contacts keep their sessions; what they send from now on finds nobody. */
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

/** A simulated user or one of its devices, always there until it leaves. With a LID, the user has two addresses. */
export function join(turn: Turn, jid: string, person?: { readonly lid: string; readonly name: string }): void {
  const account = turn.accounts.at(jid) ?? newAccount(turn, jid);
  turn.accounts.put(account);
  if (person !== undefined) {
    account.person = new PersonOf<Account>(jid, person.lid, person.name);
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

/** Old letters go, and accounts that have not connected for too long (interop facts 12 and 90). */
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
  return new Account(address, { retentionMs: retentionDays * msPerDay, maximumMessages }, turn.now);
}

export function endSession(turn: Turn, account: Account, type: "replaced" | "device_removed", reason: string): void {
  if (account.connection === undefined) return;
  const code = type === "device_removed" ? "401" : undefined;
  turn.send(account, node("stream:error", { code }, [node("conflict", { type })]));
  turn.close(account, reason);
}
