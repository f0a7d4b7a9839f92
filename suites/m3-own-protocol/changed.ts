import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { ownProtocol, reachedBetween } from "../scenarios/own-protocol.js";

export default check("m3-own-protocol/changed", {
  requirement: "M3-66",
  engines: ["other"],
  scenario: ownProtocol,
  reached: (trace) => reachedBetween(trace, "ciphertext-changed"),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const asked = receipts(trace, id, "retry")[0];
    const before = asked === undefined ? shown(trace, id) : shown(trace.before(asked), id);
    expect("message shown as it came", before.length === 0 ? "no" : "yes", before[0] ?? fault).is("no");
  },
  hint: "Authenticate every ciphertext, and show nothing whose authentication fails.",
  mutants: { "ratchet-skips-tag": "message shown as it came" },
});
