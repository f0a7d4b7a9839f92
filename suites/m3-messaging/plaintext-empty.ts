import { check } from "../kit/index.js";
import { expectFollowerShown, expectNotTakenAsItCame, reachedOdd } from "../kit/odd-messages.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/plaintext-empty", {
  requirement: "M3-23",
  scenario: oddMessages,
  reached: (trace) => reachedOdd(trace, "plaintext-empty"),
  judge({ expect, reached: [fault], trace }) {
    expectNotTakenAsItCame(expect, trace, fault);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "A plaintext of no bytes has no padding and no content: refuse it, show nothing, and go on.",
  mutants: { "crashes-on-bad-content": "next message shown", "shows-bad-content": "message shown as it came" },
});
