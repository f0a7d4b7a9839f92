import { handshakes, tokenOf } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

/** A compact JWT, or what redaction leaves of one. */
const token = /eyJ[\w-]+\.[\w-]+\.[\w-]*|<token /;

export default check("m2-channel/token-carriage", {
  requirement: "M2-05",
  scenario: login,
  reached: (trace) => handshakes(trace, "client-finish"),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      expect("token in the last handshake message", tokenOf(entry) === undefined ? "absent" : "present", entry).is(
        "present",
      );
    }
    for (const opened of trace.of("connection", (entry) => entry.event === "opened")) {
      expect("token in the URL", token.test(opened.url ?? ""), opened).is(false);
      expect("token in the request headers", token.test(JSON.stringify(opened.headers ?? {})), opened).is(false);
    }
  },
  hint: "Carry the token in the encrypted payload of the last handshake message only: URLs and headers are logged along the way.",
  mutants: { "omits-token": "token in the last handshake message", "token-in-url": "token in the URL" },
});
