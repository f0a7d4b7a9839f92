import { calls, parameter } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { enlistment, enlistmentsWithToken } from "../scenarios/enlistment.js";

export default check("m1-identity/token-identifier", {
  requirement: "M1-07",
  scenario: enlistment,
  reached: enlistmentsWithToken,
  judge({ expect, reached, trace }) {
    const [call] = calls(trace, "user.enlist");
    const identifier = call === undefined ? undefined : parameter(call, "user");
    for (const entry of reached) {
      const named = Object.values(entry.token.claims).includes(identifier ?? null);
      expect("token names the user-visible identifier", named, entry).is(true);
    }
  },
  hint: "Put the identifier that the user is known by into the token; the profile says in which claim (token.identifierClaim).",
  mutants: { "token-without-identifier": "token names the user-visible identifier" },
});
