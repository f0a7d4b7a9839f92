import { calls } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { readReceipts } from "../kit/receipts.js";
import { receipts } from "../scenarios/receipts.js";

export default check("m4-features/read-receipt-early", {
  requirement: "M4-61",
  scenario: receipts,
  // Messages were shown, and then the user read some of them: everything before that was unread.
  reached: (trace) => calls(trace, "message.read")[0]?.request,
  judge({ expect, reached: [first], trace }) {
    const early = readReceipts(trace.before(first));
    expect("read receipts before the user read anything", early.length, early[0] ?? first).is(0);
  },
  hint: "A message that is shown in a list is delivered, not read: wait for the user to read it.",
  mutants: { "reads-at-once": "read receipts before the user read anything" },
});
