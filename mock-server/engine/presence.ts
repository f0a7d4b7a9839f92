import { node } from "../../protocol/stanza/node.js";
import type { Account } from "./account.js";
import type { Turn } from "./turn.js";

/** Tells those who asked whether the user of `account` is to be seen. Not kept for anybody who is away. */
export function tellPresence(turn: Turn, account: Account): void {
  for (const watcher of account.person?.watchers ?? []) showPresence(turn, account, watcher);
}

export function showPresence(turn: Turn, { person }: Account, to: Account): void {
  if (person === undefined || !to.active) return;
  const away = { type: "unavailable", last: "deny" };
  turn.send(to, node("presence", { from: person.phone, ...(person.available ? {} : away) }));
}
