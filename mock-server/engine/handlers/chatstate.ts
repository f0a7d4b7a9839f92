import { node, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { Account } from "../account.js";
import { addressIn, formOf } from "../person.js";
import type { Turn } from "../turn.js";
import type { Handler } from "./handler.js";
import { devicesOf } from "../groups.js";
import { groupSender } from "./message-group.js";

/** Typing goes through to who is there, and is forgotten otherwise (interop fact 53). */
export const routeChatstate: Handler = (turn, sender, chatstate) => {
  if (sender.person !== undefined) return showChatstate(turn, sender, chatstate);
  const receiver = turn.accounts.at(chatstate.attrs["to"]);
  if (receiver?.active !== true || receiver.blocked.has(sender.address)) return;
  turn.send(receiver, node("chatstate", { from: sender.address }, chatstate.content));
};

/** To all devices of the user, or of the members of the group, that are there. */
function showChatstate(turn: Turn, sender: Account, { attrs: { to = "" }, content }: StanzaNode): void {
  const group = turn.shared.groups.at(to);
  const devices = group === undefined ? turn.accounts.person(to)?.devices.values() : devicesOf(group);
  const from = group === undefined ? { from: addressIn(sender, formOf(to)) } : groupSender(group, sender);
  for (const account of devices ?? []) {
    if (account.active && account.person !== sender.person) turn.send(account, node("chatstate", from, content));
  }
}
