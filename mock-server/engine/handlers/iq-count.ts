import { node } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";

/** How many one-time pre-keys of the sender are left. */
export const countKeys: Handler = (turn, sender, request) => {
  turn.answer(sender, request, [node("count", { value: String(sender.preKeysLeft) })]);
};
