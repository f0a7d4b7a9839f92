import { check } from "../kit/index.js";
import { ownProtocol, reachedBetween, shownTextOf } from "../scenarios/own-protocol.js";

export default check("m3-own-protocol/replayed", {
  requirement: "M3-67",
  engines: ["other"],
  scenario: ownProtocol,
  reached: (trace) => reachedBetween(trace, "ciphertext-replayed"),
  judge({ expect, reached: [fault], trace }) {
    const events = shownTextOf(trace, fault.params["of"]).filter(({ seq }) => seq > fault.seq);
    expect("times a ciphertext opens again", events.length, events[0] ?? fault).is(0);
  },
  hint: "Delete each message key when it has opened its message, so that the same ciphertext opens nothing again.",
  mutants: { "ratchet-keeps-keys": "times a ciphertext opens again" },
});
