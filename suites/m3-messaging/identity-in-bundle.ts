import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { newPhoneInBundle } from "../scenarios/identity.js";

export default check("m3-messaging/identity-in-bundle", {
  requirement: "M3-26",
  version: 3,
  scenario: newPhoneInBundle,
  // The provider fetched keys in which the identity is another one.
  reached(trace) {
    const [fault] = appliedFaults(trace, "identity-notice-withheld");
    if (fault === undefined) return [];
    return trace.after(fault).stanzas.toProvider.tag("iq").withChild("list").list;
  },
  judge({ expect, reached: [bundle], trace }) {
    const notices = trace.of("event", ({ event }) => event.kind === "security-notice");
    expect("security notice", notices.length === 0 ? "none" : "shown", notices[0] ?? bundle).is("shown");
  },
  hint: "Compare the identity in every bundle with the one you know. The server need not tell you of a change, you have to see it.",
  mutants: {
    "ignores-identity-in-bundle": "security notice",
    "silent-identity-change": "security notice",
    "writes-to-no-changed-identity": "security notice",
  },
});
