import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken } from "../scenarios/enlistment.js";

export default check("m1-identity/token-size", {
  requirement: "M1-08",
  scenario: enlistment,
  reached: enlistmentsWithToken,
  judge({ expect, reached, profile }) {
    for (const entry of reached)
      expect("token in bytes", entry.token.bytes, entry).isAtMost(profile.token.maximumBytes);
  },
  hint: "Keep the token at 4 KB or less: leave out claims that nobody reads.",
  mutants: { "token-oversized": "token in bytes" },
});
