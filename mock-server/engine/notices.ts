import { serverAddress } from "../../protocol/ids/jid.js";
import { childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { Account } from "./account.js";
import type { Turn } from "./turn.js";

/** Asks the client to upload one-time pre-keys when few are left (wire 3.4). */
export function warnOfFewKeys(turn: Turn, account: Account): void {
  if (account.preKeysLeft >= turn.shared.profile.keys.lowWater) return;
  turn.notify(account, serverAddress, [node("count", { value: String(account.preKeysLeft) })]);
}

/** An older notice would state a number that no longer holds. */
export function withdrawKeyNotices(account: Account): void {
  account.mailbox.removeWhere(isKeyNotice);
}

function isKeyNotice(stanza: StanzaNode): boolean {
  return stanza.tag === "notification" && childNamed(stanza, "count") !== undefined;
}

/** Everybody who may hold a session with `account` learns that its identity key is another one now (wire 5.5). */
export function tellIdentityChange(turn: Turn, account: Account): void {
  if (!turn.shared.faults.apply("identity-notice", true, { accounts: account.names })) return;
  for (const address of account.peers) {
    const peer = turn.accounts.at(address);
    if (peer !== undefined && peer !== account) turn.notify(peer, account.address, [node("identity")]);
  }
}
