import { serverAddress } from "../../protocol/ids/jid.js";
import { node } from "../../protocol/stanza/node.js";
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
  for (const [index, stanza] of waiting.entries()) {
    turn.send(account, { ...stanza, attrs: { ...stanza.attrs, offline: String(index + 1) } });
  }
  account.active = true;
  turn.send(account, node("ib", { from: serverAddress }, [node("offline", { count: String(waiting.length) })]));
  warnOfFewKeys(turn, account);
}
