import { serverAddress } from "../../../protocol/ids/jid.js";
import { node } from "../../../protocol/stanza/node.js";
import type { Handler } from "./handler.js";

/** Keep-alive of the client (interop fact 35), with or without a `ping` child. */
export const answerPing: Handler = (turn, sender, request) => {
  const answer = node("iq", { type: "result", id: request.attrs["id"], from: serverAddress });
  const given = turn.shared.faults.apply("ping-answer", answer, turn.placeOf(sender));
  if (given !== undefined) turn.send(sender, given);
};
