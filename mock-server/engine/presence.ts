import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { type Account, addressIn, formOf } from "./account.js";
import { devicesOf, groupSender } from "./groups.js";
import type { Handler, Turn } from "./turn.js";

/** A client announces presence and name of its user, or subscribes to the presence of another user (wire 3.10). */
export const setPresence: Handler = (turn, sender, presence) => {
  const { type, name, to } = presence.attrs;
  const { person } = sender;
  if (person === undefined) return;
  if (type === "subscribe") {
    const watched = turn.accounts.at(turn.accounts.person(to)?.phone);
    watched?.person?.watchers.add(sender);
    if (watched !== undefined) showPresence(turn, watched, sender);
    return;
  }
  if (name !== undefined) person.name = name;
  if (type !== "available" && type !== "unavailable") return;
  sender.available = type === "available";
  tellPresence(turn, sender);
};

/** Tells subscribers whether the user of `account` is present. Subscribers that are offline miss it. */
export function tellPresence(turn: Turn, account: Account): void {
  for (const watcher of account.person?.watchers ?? []) showPresence(turn, account, watcher);
}

function showPresence(turn: Turn, { person }: Account, to: Account): void {
  if (person === undefined || !to.active) return;
  const away = { type: "unavailable", last: "deny" };
  turn.send(to, node("presence", { from: person.phone, ...(person.available ? {} : away) }));
}

/** Passes typing on to receivers that are active; the others miss it (interop fact 53). */
export const routeChatstate: Handler = (turn, sender, chatstate) => {
  if (sender.person !== undefined) return showChatstate(turn, sender, chatstate);
  const receiver = turn.accounts.at(chatstate.attrs["to"]);
  if (receiver?.active !== true || receiver.blocked.has(sender.address)) return;
  turn.send(receiver, node("chatstate", { from: sender.address }, chatstate.content));
};

/** To all active devices of the user, or of the members of the group. */
function showChatstate(turn: Turn, sender: Account, { attrs: { to = "" }, content }: StanzaNode): void {
  const group = turn.shared.groups.at(to);
  const devices = group === undefined ? turn.accounts.person(to)?.devices.values() : devicesOf(group);
  const from = group === undefined ? { from: addressIn(sender, formOf(to)) } : groupSender(group, sender);
  for (const account of devices ?? []) {
    if (account.active && account.person !== sender.person) turn.send(account, node("chatstate", from, content));
  }
}
