import { calls } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { textsIn } from "../kit/json.js";
import { idsIn, readReceipts } from "../kit/receipts.js";
import { receipts } from "../scenarios/receipts.js";

export default check("m4-features/read-receipt-out", {
  requirement: "M4-60",
  scenario: receipts,
  reached: (trace) => calls(trace, "message.read").map(({ request }) => request),
  judge({ expect, trace }) {
    for (const call of calls(trace, "message.read")) {
      const named = readReceipts(trace.after(call.request)).flatMap(({ node }) => idsIn(node));
      const missing = textsIn(call.request.params, "ids").filter((id) => !named.includes(id));
      expect("messages read without a read receipt", missing, call.request).isEmpty();
    }
  },
  hint: "When the user has read messages, send a receipt of type read that names each of them, one by one or in one list.",
  mutants: {
    "reads-nothing": "messages read without a read receipt",
    "reads-first-only": "messages read without a read receipt",
  },
  lawful: ["read-receipts-one-by-one"],
});
