import { check } from "../kit/index.js";
import { reachedBetween, textsUnder } from "../kit/own-protocol.js";
import { receipts, requestedTexts } from "../kit/texts.js";
import { ownProtocol } from "../scenarios/own-protocol.js";

export default check("m3-own-protocol/asked-again", {
  requirement: "M3-70",
  engines: ["other"],
  scenario: ownProtocol,
  reached: (trace) => reachedBetween(trace, "ciphertext-changed"),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const asked = receipts(trace, id, "retry");
    expect("retry receipts", asked.length, asked[0] ?? fault).isAtLeast(1);
    expect("texts shown", textsUnder(trace, id).join(" / "), fault).is(
      (requestedTexts(trace).get(id) ?? []).join(" / "),
    );
  },
  hint: "Send a retry receipt for what does not open; answer one with the same message, encrypted anew under the same id.",
  mutants: { "ratchet-asks-for-nothing": "retry receipts", "ratchet-skips-tag": "retry receipts" },
});
