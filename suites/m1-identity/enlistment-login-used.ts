import { handshakes, payloadOf } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m1-identity/enlistment-login-used", {
  requirement: "M1-18",
  scenario: login,
  reached: (trace) => (trace.of("enlistment").length === 0 ? [] : handshakes(trace, "client-finish")),
  judge({ expect, reached, trace, profile }) {
    const outcome = trace.of("enlistment").at(-1)?.outcome;
    const given = outcome !== undefined && "login" in outcome ? outcome.login : "";
    for (const entry of reached) {
      const { accountId } = payloadOf(entry);
      expect("login", `${profile.integrator.id}-${String(accountId)}@interop`, entry).is(given);
    }
  },
  hint: "Fill interopData.accountID with the digits of the login that enlistment returned.",
  mutants: { "wrong-account-id": "login" },
});
