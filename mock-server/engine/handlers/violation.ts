import type { Handler } from "./handler.js";

/** What a stanza that breaks the catalogue gets in place of being handled (interop fact 49). Others get nothing. */
export const refuseViolation: Handler = (turn, sender, stanza) => {
  const { violationCode } = turn.shared.profile.stanza;
  if (stanza.tag === "message") turn.acknowledge(sender, stanza, { error: violationCode });
  if (stanza.tag !== "iq" || (stanza.attrs["type"] !== "get" && stanza.attrs["type"] !== "set")) return;
  turn.refuse(sender, stanza, violationCode, "smax-invalid");
};
