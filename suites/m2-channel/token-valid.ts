import { handshakes, tokenOf } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/token-valid", {
  requirement: "M2-06",
  scenario: login,
  reached: (trace) => handshakes(trace, "client-finish").filter((entry) => tokenOf(entry) !== undefined),
  judge({ expect, reached }) {
    for (const entry of reached) expect("token", tokenOf(entry)?.verdict, entry).is("ok");
  },
  hint: "Prove each connection with a token that Meta can verify by then: signed by a published key, for this user, not expired.",
  mutants: { "token-broken-at-connect": "token" },
});
