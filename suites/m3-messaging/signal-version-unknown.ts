import { check } from "../kit/index.js";
import { expectFollowerShown, expectNotTakenAsItCame, reachedOdd } from "../kit/odd-messages.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/signal-version-unknown", {
  requirement: "M3-54",
  scenario: oddMessages,
  reached: (trace) => reachedOdd(trace, "signal-version"),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      expectNotTakenAsItCame(expect, trace, fault);
      expectFollowerShown(expect, trace, fault);
    }
  },
  hint: "The high nibble of the first byte is the version of the message. Read 3 only, and refuse others without falling over.",
  mutants: { "ignores-signal-version": "message shown as it came" },
});
