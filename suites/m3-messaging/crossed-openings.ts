import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { deliveries, expectTaken, isOpen, openedMessages, sealedWith } from "../kit/texts.js";
import { openings, openingTexts } from "../scenarios/openings.js";

export default check("m3-messaging/crossed-openings", {
  requirement: "M3-120",
  scenario: openings,
  // It came when the provider had begun a session of its own.
  reached: (trace) =>
    appliedFaults(trace, "message-held-back")
      .slice(0, 1)
      .filter(({ messageId = "" }) => {
        const [delivery] = deliveries(trace, messageId);
        return delivery !== undefined && openedMessages(trace.before(delivery)).some(isOpen);
      }),
  judge({ expect, trace }) {
    for (const entry of sealedWith(trace, openingTexts.crossed))
      expectTaken(expect, trace, entry, "the crossed opening");
    for (const entry of sealedWith(trace, openingTexts.behind))
      expectTaken(expect, trace, entry, "the message in the other session");
  },
  hint: "When both sides begin a session at once, keep both: a message may come in either of them.",
  mutants: {
    "ignores-crossed-opening": "retry receipts for the crossed opening",
    "upload-zero-id": "retry receipts for the crossed opening",
    "upload-duplicate-ids": "retry receipts for the crossed opening",
    "keeps-one-session": "retry receipts for the message in the other session",
  },
});
