import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken } from "../scenarios/enlistment.js";

export default check("m1-identity/token-lifetime", {
  requirement: "M1-09",
  version: 2,
  scenario: enlistment,
  reached: enlistmentsWithToken,
  judge({ expect, reached, profile }) {
    for (const entry of reached) {
      const { claims, verdict, verifiedAt } = entry.token;
      const { exp, iat } = claims;
      if (!expect("exp claim", typeof exp, entry).is("number") || typeof exp !== "number") continue;
      const { clockSkewSeconds, maximumLifetimeSeconds } = profile.token;
      const isOver = verifiedAt === undefined ? verdict === "expired" : exp + clockSkewSeconds <= verifiedAt;
      expect("token on arrival", isOver ? "expired" : "not expired", entry).isNot("expired");
      // A token need not say when it was issued. Its clock may be ahead then by as much as the profile allows.
      const from = typeof iat === "number" ? iat : verifiedAt && verifiedAt + clockSkewSeconds;
      if (from !== undefined) expect("lifetime in seconds", exp - from, entry).isAtMost(maximumLifetimeSeconds);
    }
  },
  hint: "Give each token an exp that lies a little in the future, and issue a new one for each use.",
  mutants: {
    "token-without-expiry": "exp claim",
    "token-already-expired": "token on arrival",
    "token-lives-for-days": "lifetime in seconds",
    "token-expires-in-milliseconds": "lifetime in seconds",
  },
  lawful: ["token-clock-ahead", "token-clock-behind", "token-without-issue-time"],
});
