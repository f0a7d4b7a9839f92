import { enlistmentForms, problemArguments } from "../kit/enlistments.js";
import { check } from "../kit/index.js";
import { enlistment } from "../scenarios/enlistment.js";

export default check("m1-identity/enlistment-encoding", {
  requirement: "M1-13",
  scenario: enlistment,
  reached: enlistmentForms,
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("padded arguments", problemArguments(entry, "padded-base64"), entry).isEmpty();
      expect("arguments outside URL-safe base64", problemArguments(entry, "not-base64url"), entry).isEmpty();
    }
  },
  hint: "Encode the binary arguments in URL-safe base64 without padding (RFC 4648 section 5).",
  mutants: {
    "enlist-padded-base64": "padded arguments",
    "enlist-standard-base64": "arguments outside URL-safe base64",
  },
});
