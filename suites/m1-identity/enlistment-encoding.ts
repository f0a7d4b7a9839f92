import { hasNoProblems } from "../scenarios/enlistment.js";

export default hasNoProblems("m1-identity/enlistment-encoding", {
  requirement: "M1-13",
  problems: { "padded arguments": "padded-base64", "arguments outside URL-safe base64": "not-base64url" },
  hint: "Encode the binary arguments in URL-safe base64 without padding (RFC 4648 section 5).",
  mutants: {
    "enlist-padded-base64": "padded arguments",
    "enlist-standard-base64": "arguments outside URL-safe base64",
  },
});
