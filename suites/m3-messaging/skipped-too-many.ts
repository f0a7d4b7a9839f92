import { expectFollowerShown, expectNotTakenAsItCame } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { gaps, reachedSkips } from "../scenarios/gaps.js";

export default check("m3-messaging/skipped-too-many", {
  requirement: "M3-50",
  // With post-quantum sessions so many messages would have to be encrypted one by one.
  engines: ["x3dh-v3"],
  scenario: gaps,
  reached: (trace) => reachedSkips(trace)[1],
  judge({ expect, reached: [fault], trace }) {
    expectNotTakenAsItCame(expect, trace, fault);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "Bound how far a chain is followed: a contact could otherwise make the client compute and store keys without end.",
  mutants: { "crashes-on-far-jump": "next message shown", "stuck-after-far-jump": "next message shown" },
});
