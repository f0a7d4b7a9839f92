import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { deliveries, expectTaken, sealedWith } from "../kit/texts.js";
import { openings, openingTexts } from "../scenarios/openings.js";

export default check("m3-messaging/opening-without-one-time-key", {
  requirement: "M3-121",
  scenario: openings,
  reached: (trace) =>
    appliedFaults(trace, "one-time-key-withheld").length === 0
      ? []
      : sealedWith(trace, openingTexts.withoutKey[0]).filter(
          ({ inspection, messageId }) =>
            inspection?.kind === "pkmsg" &&
            inspection.preKeyId === undefined &&
            deliveries(trace, messageId).length > 0,
        ),
  judge({ expect, reached: [entry], trace }) {
    expectTaken(expect, trace, entry, "a first message without one-time key");
  },
  hint: "When the server has no one-time key of yours left, first messages name none: agree on the key with the signed pre-key alone.",
  mutants: {
    "refuses-openings-without-one-time-key": "retry receipts for a first message without one-time key",
  },
});
