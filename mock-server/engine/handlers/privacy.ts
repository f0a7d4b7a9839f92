import { node } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";

/**
 * The one setting of the sender's account that changes what a client sends: whether others are told that their messages
 * were read. Baileys 7.0.0-rc14 tells nobody but the user's own devices when it gets no answer to this.
 */
export const tellPrivacy: Handler = (turn, sender, request) => {
  const value = turn.shared.profile.accounts.readReceipts;
  turn.answer(sender, request, [node("privacy", {}, [node("category", { name: "readreceipts", value })])]);
};
