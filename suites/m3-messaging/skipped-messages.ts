import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { gaps, reachedSkips } from "../scenarios/gaps.js";

export default check("m3-messaging/skipped-messages", {
  requirement: "M3-49",
  scenario: gaps,
  reached: (trace) => reachedSkips(trace)[0],
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const events = shown(trace, id);
    expect("message after many lost ones shown", events.length > 0, events[0] ?? fault).is(true);
    const retries = receipts(trace, id, "retry");
    expect("retry receipts for it", retries.length, retries[0] ?? fault).is(0);
  },
  hint: "Follow a chain over as many lost messages as the ordinary client does, 2000, before you give a message up.",
  mutants: {
    "refuses-far-jumps": "retry receipts for it",
    "loses-count-after-late-message": "retry receipts for it",
  },
});
