import { calls } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { answeringReceipts } from "../kit/receipts.js";
import { sealedMessages, shown } from "../kit/texts.js";
import { killed } from "../scenarios/absence.js";

export default check("m3-messaging/stored-before-answered", {
  requirement: "M3-40",
  scenario: killed,
  // The receipt that had arrived when the provider was killed for the first time.
  reached(trace) {
    const [again] = calls(trace, "provider.configure");
    const message = sealedMessages(trace)[1];
    if (again === undefined || message === undefined) return [];
    return answeringReceipts(trace.before(again.request), message.messageId);
  },
  judge({ expect, reached: [receipt], trace }) {
    const events = shown(trace, receipt.node.attrs["id"] ?? "");
    expect("message that was answered and not read", events.length > 0 ? "shown" : "lost", events[0] ?? receipt).is(
      "shown",
    );
  },
  hint: "Store a message before you answer it: with the answer the server forgets it.",
  mutants: {
    "acks-before-storing": "message that was answered and not read",
    "stores-sessions-only": "message that was answered and not read",
  },
});
