import { appliedFaults } from "../kit/faults.js";
import { check, childOf } from "../kit/index.js";
import { isOpen, openedMessages } from "../kit/texts.js";
import { newPhoneInRetry } from "../scenarios/identity.js";

export default check("m3-messaging/identity-in-retry", {
  requirement: "M3-26",
  scenario: newPhoneInRetry,
  // The provider wrote to the new keys that the request brought, and had fetched none.
  reached(trace) {
    const [request] = trace.stanzas.toProvider
      .tag("receipt")
      .attr("type", "retry")
      .where(({ node }) => childOf(node, "keys") !== undefined).list;
    if (request === undefined || appliedFaults(trace, "retry-keys-at-once").length === 0) return undefined;
    const later = trace.after(request);
    const fetched = later.stanzas.toProvider.tag("iq").withChild("list").list;
    return fetched.length === 0 && openedMessages(later).some(isOpen) ? request : undefined;
  },
  judge({ expect, reached: [request], trace }) {
    const [notice] = trace.of("event", ({ event }) => event.kind === "security-notice");
    expect("security notice", notice === undefined ? "none" : "shown", notice ?? request).is("shown");
  },
  hint: "Compare the identity among the keys of a retry receipt with the one you know, too.",
  mutants: { "ignores-identity-in-retry": "security notice", "silent-identity-change": "security notice" },
});
