import { handshakes, tokenOf } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/token-carriage", {
  requirement: "M2-05",
  version: 2,
  scenario: login,
  reached: (trace) => handshakes(trace, "client-finish"),
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("token in the last handshake message", tokenOf(entry) === undefined ? "absent" : "present", entry).is(
        "present",
      );
    }
  },
  hint: "Put the token into the encrypted payload of the last handshake message (interopData.token).",
  mutants: { "omits-token": "token in the last handshake message" },
});
