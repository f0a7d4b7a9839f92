import { check } from "../kit/index.js";
import { hexIn, sizeOf, uploads } from "../kit/keys.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/key-upload-identity", {
  requirement: "M2-36",
  scenario: login,
  // The width of keys is judged by m2-channel/key-upload.
  reached: (trace) =>
    trace.of("enlistment").length === 0 ? [] : uploads(trace).filter(({ node }) => sizeOf(node, "identity") === 32),
  judge({ expect, reached, trace }) {
    const enlisted = trace.of("enlistment").at(-1)?.arguments;
    for (const entry of reached) {
      expect("identity key", hexIn(entry.node, "identity"), entry).is(enlisted?.["e_ident"] ?? "");
      expect("registration id", hexIn(entry.node, "registration"), entry).is(enlisted?.["e_regid"] ?? "");
    }
  },
  hint: "Upload the identity key and the registration id that were enlisted: an account has one encryption identity at a time.",
  mutants: { "upload-other-identity": "identity key", "enlist-little-endian-id": "registration id" },
});
