import { childNamed } from "../../../protocol/stanza/node.js";
import { openMailbox } from "../open-mailbox.js";
import type { Handler } from "./handler.js";

/** A client that logged in as passive asks for its mailbox, or one that is active for no more stanzas. */
export const setPassive: Handler = (turn, sender, request) => {
  const activate = childNamed(request, "active") !== undefined;
  turn.answer(sender, request);
  if (!activate) sender.active = false;
  else if (!sender.active) openMailbox(turn, sender);
};
