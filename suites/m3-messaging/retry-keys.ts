import { check, childOf } from "../kit/index.js";
import { hexIn, sizeOf } from "../kit/keys.js";
import { neverOpens, reachedRepetition, retriesOf } from "../scenarios/retries.js";

export default check("m3-messaging/retry-keys", {
  requirement: "M3-31",
  scenario: neverOpens,
  reached: (trace) => reachedRepetition(trace).flatMap((fault) => retriesOf(trace, fault).slice(1)),
  judge({ expect, reached, trace }) {
    const enlisted = trace.of("enlistment").at(-1)?.arguments["e_ident"];
    for (const { node } of reached) {
      const keys = childOf(node, "keys");
      if (!expect("keys in a repeated request", keys === undefined ? "none" : "given", reached[0]).is("given")) return;
      expect("identity among the keys", hexIn(node, "keys", "identity"), reached[0]).is(enlisted ?? "");
      expect("one-time key in bytes", sizeOf(node, "keys", "key", "value"), reached[0]).is(32);
      expect("signed key in bytes", sizeOf(node, "keys", "skey", "value"), reached[0]).is(32);
    }
    const ids = reached.map(({ node }) => hexIn(node, "keys", "key", "id"));
    expect("one-time keys of different requests", ids, reached.at(-1)).isUnique();
  },
  hint: "From the second request on, send identity, signed pre-key and a fresh one-time pre-key, so that the sender can begin anew.",
  mutants: {
    "retry-offers-uploaded-key": "one-time keys of different requests",
    "retry-reuses-uploaded-id": "one-time keys of different requests",
    "retry-without-keys": "keys in a repeated request",
    "retry-repeats-one-time-key": "one-time keys of different requests",
  },
  lawful: ["retry-keys-at-once"],
});
