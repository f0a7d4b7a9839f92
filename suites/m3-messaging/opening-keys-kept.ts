import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { expectTaken, sealedWith } from "../kit/texts.js";
import { openings, openingTexts } from "../scenarios/openings.js";

export default check("m3-messaging/opening-keys-kept", {
  requirement: "M3-123",
  scenario: openings,
  // Another first message had just been asked for again.
  reached(trace) {
    const [prepared] = sealedWith(trace, openingTexts.prepared);
    const [broken] = sealedWith(trace, openingTexts.broken);
    if (prepared === undefined || broken === undefined) return [];
    return receipts(trace.before(prepared), broken.messageId, "retry").length > 0 ? prepared : [];
  },
  judge({ expect, reached: [entry], trace }) {
    expectTaken(expect, trace, entry, "a first message after one that did not open");
  },
  hint: "A message that does not open is no reason to replace the keys that you have published: others are under way to them.",
  mutants: {
    "replaces-keys-on-failure": "retry receipts for a first message after one that did not open",
    "deaf-after-bad-opening": "times a first message after one that did not open is shown",
    "upload-zero-id": "retry receipts for a first message after one that did not open",
  },
});
