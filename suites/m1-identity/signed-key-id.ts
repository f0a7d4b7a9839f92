import { check } from "../kit/index.js";
import { hexIn, uploads } from "../kit/keys.js";
import { login } from "../scenarios/login.js";

export default check("m1-identity/signed-key-id", {
  requirement: "M1-19",
  scenario: login,
  // The same key in both places: only then must its id be the same.
  reached(trace) {
    const enlisted = trace.of("enlistment").at(-1)?.arguments["e_skey_val"];
    return uploads(trace).filter(({ node }) => hexIn(node, "skey", "value") === enlisted);
  },
  judge({ expect, reached, trace }) {
    const enlisted = trace.of("enlistment").at(-1)?.arguments["e_skey_id"];
    for (const entry of reached)
      expect("id of the signed pre-key", hexIn(entry.node, "skey", "id"), entry).is(enlisted ?? "");
  },
  hint: "Write e_skey_id with the highest byte first, as in the key upload: three bytes, 000001 for 1.",
  mutants: {
    "enlist-little-endian-key-id": "id of the signed pre-key",
    "enlist-little-endian-id": "id of the signed pre-key",
  },
});
