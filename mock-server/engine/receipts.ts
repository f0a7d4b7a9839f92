import { childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { type Account, addressIn, formOf, type Person } from "./account.js";
import { groupSender } from "./groups.js";
import type { Handler, Turn } from "./turn.js";

/**
 * Removes the messages that a receipt names from the mailbox, whatever its type (interop facts 76 and 78), and passes
 * the receipt on to their sender.
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

/** Receipts for one device: the one that encrypted the message, or that sent the synchronised data. */
const forOneDevice: ReadonlySet<string | undefined> = new Set(["retry", "sender", "peer_msg", "hist_sync"]);
/** Receipts that the reader's other devices get too. */
const ofReading: ReadonlySet<string | undefined> = new Set(["read", "read-self", "played", "played-self"]);

/** Passes a receipt on to the devices of the message's sender (wire 3.9), and a read receipt to the reader's own. */
function spreadReceipt(turn: Turn, sender: Account, receipt: StanzaNode): void {
  const { id, to = "", type, participant, recipient } = receipt.attrs;
  const group = turn.shared.groups.at(to);
  const author = participant ?? to;
  const common = { id, type, t: turn.seconds };
  const from = group === undefined ? { from: addressIn(sender, formOf(to)), recipient } : groupSender(group, sender);
  const person = turn.accounts.person(author);
  const only = forOneDevice.has(type) || person === undefined ? turn.accounts.at(author) : undefined;
  const receivers = only === undefined ? devices(person) : [only];
  // The reader's own devices follow below, with other attributes.
  const told = receivers.filter((account) => account !== sender && (only !== undefined || person !== sender.person));
  for (const account of told) {
    // These two types are private to the reader.
    if (type !== "read-self" && type !== "played-self") {
      turn.post(account, node("receipt", { ...from, ...common }, receipt.content));
    }
  }
  if (!ofReading.has(type)) return;
  const chat = turn.accounts.person(to)?.in(formOf(to)) ?? to;
  for (const account of devices(sender.person)) {
    const own = { from: addressIn(sender, formOf(to)), recipient: chat, participant, ...common };
    if (account !== sender) turn.post(account, node("receipt", own, receipt.content));
  }
}

function devices(person: Person | undefined): readonly Account[] {
  return [...(person?.devices.values() ?? [])];
}

/** Removes from the mailbox what the client has handled, or with `error` refused for good. */
export const settle: Handler = (turn, sender, ack) => {
  const { class: tag, id, to, type } = ack.attrs;
  if (tag === undefined || id === undefined || to === undefined) return;
  sender.mailbox.remove(tag, turn.accounts.party(to), id, type);
};
