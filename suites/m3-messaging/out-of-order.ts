import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { gaps, reachedHeldBack } from "../scenarios/gaps.js";

export default check("m3-messaging/out-of-order", {
  requirement: "M3-33",
  scenario: gaps,
  reached: reachedHeldBack,
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const events = shown(trace, fault.messageId ?? "");
      expect("late message shown", events.length > 0, events[0] ?? fault).is(true);
      const retries = receipts(trace, fault.messageId ?? "", "retry");
      expect("retry receipts for a late message", retries.length, retries[0] ?? fault).is(0);
    }
  },
  hint: "Keep the keys of messages that a later one overtook, and read those messages with them when they come.",
  mutants: { "forgets-skipped-keys": "retry receipts for a late message" },
});
