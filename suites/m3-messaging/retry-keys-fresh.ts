import { toHex } from "../../core/bytes.js";
import { check, childOf } from "../kit/index.js";
import { hexIn, keyIdIn, preKeysIn, uploads } from "../kit/keys.js";
import { neverOpens, reachedRepetition, retriesOf } from "../scenarios/retries.js";

export default check("m3-messaging/retry-keys-fresh", {
  requirement: "M3-134",
  scenario: neverOpens,
  // Requests with keys, of a client that has uploaded some.
  reached: (trace) =>
    uploads(trace).length === 0
      ? []
      : reachedRepetition(trace)
          .flatMap((fault) => retriesOf(trace, fault))
          .filter(({ node }) => childOf(childOf(node, "keys"), "key") !== undefined),
  judge({ expect, reached, trace }) {
    for (const receipt of reached) {
      const uploaded = uploads(trace.before(receipt)).flatMap(preKeysIn);
      const ids = uploaded.map(({ id }) => toHex(id ?? new Uint8Array(0)));
      const values = uploaded.map(({ value }) => toHex(value ?? new Uint8Array(0)));
      const { node } = receipt;
      const id = keyIdIn(childOf(childOf(node, "keys"), "key"));
      const sameId = ids.includes(hexIn(node, "keys", "key", "id"));
      expect("id of the one-time key in a retry receipt", sameId ? `uploaded before: ${id}` : "new", receipt).is("new");
      const sameKey = values.includes(hexIn(node, "keys", "key", "value"));
      expect("one-time key in a retry receipt", sameKey ? "uploaded before" : "new", receipt).is("new");
    }
  },
  hint: "Make a new one-time pre-key for a retry receipt: the server may have given those of your upload to others.",
  mutants: {
    "retry-offers-uploaded-key": "one-time key in a retry receipt",
    "retry-reuses-uploaded-id": "id of the one-time key in a retry receipt",
  },
  lawful: ["retry-keys-at-once"],
});
