import { handshakes, tokenOf } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/token-fresh", {
  requirement: "M2-07",
  scenario: login,
  reached(trace) {
    const finishes = handshakes(trace, "client-finish").filter((entry) => tokenOf(entry) !== undefined);
    return finishes.length < 2 ? [] : finishes;
  },
  judge({ expect, reached }) {
    const digests = reached.map((entry) => tokenOf(entry)?.sha256);
    expect("tokens of several connections", digests, reached.at(-1)).isUnique();
  },
  hint: "Fetch a new token from your server before each connection.",
  mutants: { "reuses-token": "tokens of several connections" },
});
