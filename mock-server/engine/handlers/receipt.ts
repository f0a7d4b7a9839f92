import { childNamed, childrenNamed, node } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";
import { spreadReceipt } from "./receipt-fanout.js";

/**
 * A receipt of any type settles the messages that it names, so that they are not delivered again (interop facts 76 and
 * 78), and travels on to their sender.
 */
export const routeReceipt: Handler = (turn, sender, receipt) => {
  const { id, to, type } = receipt.attrs;
  if (id === undefined || to === undefined) return;
  // Simulated users have no connection.
  if (sender.connection !== undefined && !turn.shared.faults.apply("receipt", true, turn.placeOf(sender, id))) return;
  const list = childNamed(receipt, "list");
  const further = list === undefined ? [] : childrenNamed(list, "item").map((item) => item.attrs["id"]);
  for (const settled of [id, ...further]) {
    if (settled !== undefined) sender.mailbox.remove("message", turn.accounts.party(to), settled, "");
  }
  turn.acknowledge(sender, receipt, { type });
  if (sender.person !== undefined || turn.shared.groups.at(to) !== undefined)
    return spreadReceipt(turn, sender, receipt);
  const receiver = turn.accounts.at(to);
  if (receiver !== undefined && (type !== "read" || receiver.readReceipts)) {
    turn.post(receiver, node("receipt", { from: sender.address, id, type, t: turn.seconds }, receipt.content));
  }
};
