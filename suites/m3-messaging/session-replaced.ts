import { check } from "../kit/index.js";
import { deliveries, expectTaken, sealedWith, shown } from "../kit/texts.js";
import { openings, openingTexts } from "../scenarios/openings.js";

export default check("m3-messaging/session-replaced", {
  requirement: "M3-124",
  scenario: openings,
  // It came behind the first message of a session that was begun later.
  reached(trace) {
    const [late] = sealedWith(trace, openingTexts.late);
    const [replaced] = sealedWith(trace, openingTexts.replaced);
    if (late === undefined || replaced === undefined) return [];
    const [delivery] = deliveries(trace, late.messageId);
    const [, again] = deliveries(trace, replaced.messageId);
    const inOrder = delivery !== undefined && again !== undefined && again.seq < delivery.seq;
    return inOrder && shown(trace, replaced.messageId).length > 0 ? late : [];
  },
  judge({ expect, reached: [entry], trace }) {
    expectTaken(expect, trace, entry, "a message of the session before");
  },
  hint: "Keep a few earlier sessions with a contact for reading: messages are under way when a new one begins.",
  mutants: { "keeps-one-session": "retry receipts for a message of the session before" },
});
