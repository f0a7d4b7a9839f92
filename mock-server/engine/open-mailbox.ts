import { serverAddress } from "../../protocol/ids/jid.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { Account } from "./account.js";
import { warnOfFewKeys, withdrawKeyNotices } from "./notices.js";
import type { Turn } from "./turn.js";

/**
 * All that waited, in order and numbered from 1, then `ib/offline`, which comes also when nothing waited (wire 3.1,
 * 3.11). From here on stanzas are handed over as they come.
 */
export function openMailbox(turn: Turn, account: Account): void {
  withdrawKeyNotices(account);
  const waiting = account.mailbox.waiting(turn.now);
  if (turn.shared.profile.mailbox.offlinePreview && waiting.length > 0) turn.send(account, previewOf(waiting));
  for (const [index, stanza] of waiting.entries()) {
    turn.send(account, { ...stanza, attrs: { ...stanza.attrs, offline: String(index + 1) } });
  }
  account.active = true;
  turn.send(account, node("ib", { from: serverAddress }, [node("offline", { count: String(waiting.length) })]));
  warnOfFewKeys(turn, account);
}

/** How much is about to come, by kind. */
function previewOf(waiting: readonly StanzaNode[]): StanzaNode {
  const count = (tag: string): string => String(waiting.filter((stanza) => stanza.tag === tag).length);
  const [message, receipt, notification] = ["message", "receipt", "notification"].map(count);
  const attrs = { count: String(waiting.length), message, receipt, notification, appdata: "0" };
  return node("ib", { from: serverAddress }, [node("offline_preview", attrs)]);
}
