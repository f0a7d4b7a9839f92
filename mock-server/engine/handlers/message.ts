import { node } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";
import { fanOut } from "./message-fanout.js";
import { routeToGroup } from "./message-group.js";

/** Takes a message for another account: an ack for the sender, the message for the receiver (interop fact 45). */
export const routeMessage: Handler = (turn, sender, message) => {
  const { id, to, type, edit } = message.attrs;
  if (id === undefined || to === undefined) return;
  const group = turn.shared.groups.at(to);
  if (group !== undefined) return routeToGroup(turn, sender, message, group);
  if (sender.person !== undefined) return fanOut(turn, sender, message);
  const { faults } = turn.shared;
  const place = turn.placeOf(sender, id);
  if (sender.enlisted !== undefined && !faults.apply("message-arrival", true, place)) return;
  const error = sender.enlisted === undefined ? undefined : faults.apply("message-ack", undefined, place);
  const receiver = turn.accounts.at(to);
  if (error !== undefined || receiver === undefined) {
    return turn.acknowledge(sender, message, { error: error ?? "404" });
  }
  if (sender.enlisted !== undefined && !receiver.optedIn) {
    return turn.acknowledge(sender, message, { error: turn.shared.profile.reachability.refusal });
  }
  turn.acknowledge(sender, message);
  // Whoever is blocked is not told: the message is taken, and goes nowhere.
  if (receiver.blocked.has(sender.address)) return;
  sender.peers.add(receiver.address);
  receiver.peers.add(sender.address);
  const attrs = { from: sender.address, id, type, edit, t: turn.seconds };
  const stanza = node("message", attrs, message.content);
  const between = sender.enlisted !== undefined && receiver.enlisted !== undefined;
  const passed = between ? turn.shared.relay.pass(stanza, turn.placeOf(receiver, id)) : [stanza];
  for (const each of passed) turn.post(receiver, each);
};
