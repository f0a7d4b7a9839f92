import { node, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { Account } from "../account.js";
import { addressIn, formOf } from "../person.js";
import type { Person } from "../account.js";
import type { Turn } from "../turn.js";
import { groupSender } from "./message-group.js";

/** Receipts that are for one device, the one that sealed what could not be opened or sent what was synchronised. */
const forOneDevice: ReadonlySet<string | undefined> = new Set(["retry", "sender", "peer_msg", "hist_sync"]);
/** The reader's other devices learn that something was read. */
const ofReading: ReadonlySet<string | undefined> = new Set(["read", "read-self", "played", "played-self"]);

/** Carries a receipt to the devices of the message's sender (wire 3.9), and what was read to the reader's own. */
export function spreadReceipt(turn: Turn, sender: Account, receipt: StanzaNode): void {
  const { id, to = "", type, participant, recipient } = receipt.attrs;
  const group = turn.shared.groups.at(to);
  const author = participant ?? to;
  const common = { id, type, t: turn.seconds };
  const from = group === undefined ? { from: addressIn(sender, formOf(to)), recipient } : groupSender(group, sender);
  const person = turn.accounts.person(author);
  const only = forOneDevice.has(type) || person === undefined ? turn.accounts.at(author) : undefined;
  const receivers = only === undefined ? devices(person) : [only];
  // Own devices are told below, in the form for them.
  const told = receivers.filter((account) => account !== sender && (only !== undefined || person !== sender.person));
  for (const account of told) {
    // read-self is for nobody else: the reader keeps it private.
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
