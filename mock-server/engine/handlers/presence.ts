import { showPresence, tellPresence } from "../presence.js";
import type { Handler } from "./handler.js";

/** A client says that its user is there or not, under what name, or asks to be told about another user (wire 3.10). */
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
