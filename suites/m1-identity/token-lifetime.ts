import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken } from "../scenarios/enlistment.js";

export default check("m1-identity/token-lifetime", {
  requirement: "M1-09",
  scenario: enlistment,
  reached: enlistmentsWithToken,
  judge({ expect, reached, profile }) {
    for (const entry of reached) {
      const { exp, iat } = entry.token.claims;
      if (!expect("exp claim", typeof exp, entry).is("number")) continue;
      expect("token on arrival", entry.token.verdict, entry).isNot("expired");
      if (typeof exp === "number" && typeof iat === "number") {
        expect("lifetime in seconds", exp - iat, entry).isAtMost(profile.token.maximumLifetimeSeconds);
      }
    }
  },
  hint: "Give each token an exp that lies a little in the future, and issue a new one for each use.",
  mutants: {
    "token-without-expiry": "exp claim",
    "token-already-expired": "token on arrival",
    "token-lives-for-days": "lifetime in seconds",
  },
});
