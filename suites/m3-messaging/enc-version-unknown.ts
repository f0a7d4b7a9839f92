import { check } from "../kit/index.js";
import { expectFollowerShown, expectNotTakenAsItCame, reachedOdd } from "../kit/odd-messages.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/enc-version-unknown", {
  requirement: "M3-55",
  scenario: oddMessages,
  reached: (trace) => reachedOdd(trace, "enc-version"),
  judge({ expect, reached: [fault], trace }) {
    expectNotTakenAsItCame(expect, trace, fault);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "Open an enc of version 2 only; what another version means is not known. Refuse it with a nack and go on.",
  mutants: { "ignores-enc-version": "message shown as it came" },
});
