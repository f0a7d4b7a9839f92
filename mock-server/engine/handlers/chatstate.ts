import { node } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";

/** Typing goes through to who is there, and is forgotten otherwise (interop fact 53). */
export const routeChatstate: Handler = (turn, sender, chatstate) => {
  const receiver = turn.accounts.at(chatstate.attrs["to"]);
  if (receiver?.active === true) turn.send(receiver, node("chatstate", { from: sender.address }, chatstate.content));
};
