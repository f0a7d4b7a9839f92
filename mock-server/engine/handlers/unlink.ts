import { childNamed } from "../../../protocol/stanza/node.js";
import type { Account } from "../account.js";
import { removeDevice } from "../devices.js";
import { endSession } from "../sessions.js";
import type { Turn } from "../turn.js";
import type { Handler } from "./handler.js";

/** A device leaves its user, by its own wish or the phone's. */
export const unlinkDevice: Handler = (turn, sender, request) => {
  const asked = childNamed(request, "remove-companion-device");
  const account = turn.accounts.at(asked?.attrs["jid"]);
  if (account?.person === undefined || account.person !== sender.person || account.device === 0) {
    return turn.refuse(sender, request, "404", "item-not-found");
  }
  turn.answer(sender, request);
  unlink(turn, account);
};

export function unlink(turn: Turn, account: Account | undefined): void {
  if (account === undefined) return;
  endSession(turn, account, "device_removed", "unlinked");
  removeDevice(turn, account);
}
