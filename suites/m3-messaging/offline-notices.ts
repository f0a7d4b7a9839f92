import { check, childOf } from "../kit/index.js";
import { offline, waitedStanzas } from "../scenarios/absence.js";

export default check("m3-messaging/offline-notices", {
  requirement: "M3-195",
  scenario: offline,
  reached: (trace) =>
    waitedStanzas(trace, "notification").filter(({ node }) => childOf(node, "identity") !== undefined),
  judge({ expect, reached: [waited], trace }) {
    const events = trace
      .after(waited)
      .of("event", ({ event }) => event.kind === "security-notice" && event["contact"] === waited.node.attrs["from"]);
    expect("times the user is told of the new key", events.length, events.at(-1) ?? waited).is(1);
  },
  hint: "A contact may change its identity key while your user is away: read the notifications that waited as those that come at once.",
  mutants: {
    "loses-waiting-notices": "times the user is told of the new key",
    "notice-names-last-contact": "times the user is told of the new key",
    "notice-names-nobody": "times the user is told of the new key",
    "silent-identity-change": "times the user is told of the new key",
  },
  lawful: ["receipts-in-list"],
});
