import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { receipts } from "../kit/receipts.js";
import { requestedTexts, shown } from "../kit/texts.js";
import { ownProtocol, reachedBetween } from "../scenarios/own-protocol.js";

export default check("m3-own-protocol/asked-again", {
  requirement: "M3-70",
  engines: ["other"],
  scenario: ownProtocol,
  reached: (trace) => reachedBetween(trace, "ciphertext-changed"),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const asked = receipts(trace, id, "retry");
    expect("retry receipts", asked.length, asked[0] ?? fault).isAtLeast(1);
    const texts = shown(trace, id).map(({ event }) => memberOf(event["content"], "text") ?? event["content"]);
    expect("texts shown", texts.join(" / "), fault).is((requestedTexts(trace).get(id) ?? []).join(" / "));
  },
  hint: "Send a retry receipt for what does not open; answer one with the same message, encrypted anew under the same id.",
  mutants: { "ratchet-asks-for-nothing": "retry receipts", "ratchet-skips-tag": "retry receipts" },
});
