import { check } from "../kit/index.js";
import { deliveries, expectTaken, sealedWith } from "../kit/texts.js";
import { openings, openingTexts } from "../scenarios/openings.js";

export default check("m3-messaging/repeated-openings", {
  requirement: "M3-122",
  scenario: openings,
  // Until the first answer, every message is a pre-key message.
  reached: (trace) =>
    [...openingTexts.withoutKey.slice(1), openingTexts.further]
      .flatMap((text) => sealedWith(trace, text))
      .filter(({ inspection, messageId }) => inspection?.kind === "pkmsg" && deliveries(trace, messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const entry of reached) expectTaken(expect, trace, entry, "a further pre-key message");
  },
  hint: "A contact sends pre-key messages until it hears from you. Those of a session that you have opened need no one-time key.",
  mutants: {
    "asks-for-used-one-time-key": "retry receipts for a further pre-key message",
    "deaf-after-bad-opening": "times a further pre-key message is shown",
    "refuses-openings-without-one-time-key": "retry receipts for a further pre-key message",
  },
});
